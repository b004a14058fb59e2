"""Pages and files, made in a line."""

import pytest

STORY = [
    "The harbour of Belcora reopened on Monday after three weeks of storms, the harbour master said.",
    "Two ferries left before noon. The third was still under repair, according to the operator, which gave no date for its return.",
    "“We waited for nineteen days and nobody told us anything,” said Marit Oosterhuis, who had slept in her lorry all the time.",
    "The council will vote on the repairs next week, and the works may last until the spring of next year, members said.",
]


@pytest.fixture
def story():
    return list(STORY)


@pytest.fixture
def page():
    """Make a page out of the parts of its body."""

    def make(*parts, head=""):
        return f"<!doctype html><html lang='en'><head>{head}</head><body>{''.join(parts)}</body></html>"

    return make


@pytest.fixture
def write(tmp_path):
    """Write bytes or text to a file, and give its path."""

    def make(name, data):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    return make
