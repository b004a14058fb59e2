"""The tree of errors. What would make a result wrong stops; what is merely odd is an `Issue`.

DatelineError
├── UsageError       the call itself is off (a date that is none, a file named twice)
├── UnreadableInput  one input cannot be read; the rest of the pile goes on
├── UngroundedMark   a mark without words or without a reason was about to be built: a defect of a rule
└── StageOrderError  the list of stages asks for something that no earlier stage gives
"""


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose. The message says what was met, where, and what to do."""


class UsageError(DatelineError):
    """The call is off: an option, a date or a combination that has no meaning."""


class UnreadableInput(DatelineError):
    """One input cannot be read. It is listed with its reason; the others are worked on."""


class UngroundedMark(DatelineError):
    """A mark has no span, a span outside its source, or no reason."""


class StageOrderError(DatelineError):
    """A stage needs what no earlier stage gives."""
