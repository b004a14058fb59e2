"""From lines to blocks in reading order: lines below each other are one block, and columns are read one after the other.

The order is that of Breuel, "High performance document layout analysis" (2003): a block comes before one below it whose columns it
shares, and before one wholly to its right, unless a third that shares columns with both lies between the two in height.
"""

from dataclasses import dataclass, field

from dateline.intake.pdf_lines import Line

FARTHEST = 2.2
"""Type sizes between the feet of two lines of one block: double spacing and a little."""

MOST_LINES = 1_500
"""Lines of a page that are told into columns: a page of broadsheet has 1,000. A page with more is read from the top down."""

MOST_BLOCKS = 150
"""Blocks of a page that are put in order: a crowded page has 60. A page with more is read from the top down."""


@dataclass(slots=True)
class Block:
    """Lines below each other, with the box around them."""

    lines: list[Line]
    left: float = field(init=False)
    right: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = min(line.left for line in self.lines)
        self.right = max(line.right for line in self.lines)
        self.top = max(line.top for line in self.lines)
        self.bottom = min(line.bottom for line in self.lines)


def blocks_of(lines: list[Line]) -> list[Block]:
    """Group the lines of a page into blocks, in the order in which they are read."""
    ordered = sorted(lines, key=lambda line: (-line.y, line.left))
    if len(ordered) > MOST_LINES:
        return [Block([line]) for line in ordered]
    return _in_order(_grouped(ordered))


def _overlap(one: Line | Block, other: Line | Block) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 0.5  # noqa: PLR2004 - half a point: rounding


def _grouped(lines: list[Line]) -> list[Block]:
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        above = [block for block in blocks if _overlap(block, line) and block.bottom > line.bottom]
        near = [block for block in above if block.lines[-1].y - line.y <= FARTHEST * max(line.size, block.lines[-1].size)]
        near = [
            block
            for block in near
            if not any(other is not block and other.bottom < block.bottom - 1 and _overlap(other, block) for other in above)
        ]
        if len(near) == 1 and _free(near[0], line, lines, number):
            block = near[0]
            block.lines.append(line)
            block.left, block.right = min(block.left, line.left), max(block.right, line.right)
            block.bottom = min(block.bottom, line.bottom)
        else:
            blocks.append(Block([line]))
    return blocks


def _free(block: Block, line: Line, lines: list[Line], number: int) -> bool:
    """Tell whether the box around a block and one more line holds nothing else."""
    left, right = min(block.left, line.left), max(block.right, line.right)
    own = {id(held) for held in block.lines}
    for at, other in enumerate(lines):
        if at == number or id(other) in own or other.right <= left + 0.5 or other.left >= right - 0.5:
            continue
        if line.y - 0.1 * line.size < other.y + 0.5 * other.size and other.y < block.top - 0.3 * other.size:
            return False
    return True


def _in_order(blocks: list[Block]) -> list[Block]:
    """Sort by the two rules; of several that may come next, the topmost, then the leftmost."""
    waiting = sorted(blocks, key=lambda block: (-block.top, block.left))
    if len(waiting) > MOST_BLOCKS:
        return waiting
    after = {
        number: {other for other, before in enumerate(waiting) if other != number and _before(before, block, waiting)}
        for number, block in enumerate(waiting)
    }
    found: list[Block] = []
    left = list(range(len(waiting)))
    while left:
        chosen = next((number for number in left if not after[number] & set(left)), left[0])
        left.remove(chosen)
        found.append(waiting[chosen])
    return found


def _before(one: Block, other: Block, blocks: list[Block]) -> bool:
    if _overlap(one, other):
        return one.top > other.top
    if one.left > other.left:
        return False
    low, high = sorted((_middle(one), _middle(other)))
    return not any(
        third is not one and third is not other and low < _middle(third) < high and _overlap(third, one) and _overlap(third, other)
        for third in blocks
    )


def _middle(block: Block) -> float:
    return (block.top + block.bottom) / 2
