"""Ids are short hashes of what makes a thing the same thing."""

import hashlib

ID_LENGTH = 12
"""Hex digits of an id: 48 bits, so a collision in a ledger of a million things has odds of about one in 500."""


def content_id(*parts: object) -> str:
    """Hash the parts, in order, to a short id. The same parts give the same id on every machine.

    >>> content_id("claim", "9f2c", 120)
    '9db5a82f7470'
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
