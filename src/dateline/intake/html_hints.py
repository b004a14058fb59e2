"""What the markup says of the parts of a page: elements, roles, class and id words."""

from dateline.intake.html_blocks import PageText
from dateline.intake.html_tree import Element
from dateline.model.source import Furniture

_ELEMENTS = {"nav": "navigation", "footer": "footer", "figcaption": "caption", "form": "navigation", "button": "navigation"}


def hints_of(page: PageText, root: Element) -> tuple[Furniture, ...]:
    """Give a hint for each block that the markup itself marks as furniture."""
    del root
    found = []
    for block in page.blocks:
        for element in [block.element, *block.element.iterancestors()]:
            kind = _ELEMENTS.get(str(element.tag))
            if kind is not None:
                found.append(Furniture(block.start, block.end, kind, f"it stands in <{element.tag}>"))
                break
    return tuple(found)
