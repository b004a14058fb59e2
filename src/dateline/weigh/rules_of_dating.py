"""The rules by which undated articles are dated or put in order, as `dateline rules` lists them."""

from dateline.model.rule import Rule

_SHUT = "The council said on Tuesday that the old harbour bridge would stay shut until the end of May."

RULES = (
    Rule(
        "dating.same-statement",
        "a dated article puts the same statement on a day",
        f"{_SHUT} // 2024-03-14: The council said last week Tuesday that the old harbour bridge would stay shut until the end of May.",
        f"{_SHUT} // 2024-03-14: The council said last week Tuesday that a new ferry line would open across the lake in June.",
    ),
    Rule(
        "dating.looked-back",
        "a dated article puts into a past week or month what this one reports as news",
        "The council said that the old harbour bridge would stay shut until the end of May. // "
        "2024-03-14: The council said last week that the old harbour bridge would stay shut until the end of May.",
        "The council said that the old harbour bridge would stay shut until the end of May. // "
        "2024-03-14: The council said last week that a new ferry line would open across the lake in June.",
    ),
    Rule(
        "dating.print",
        "it prints the words of a dated article",
        "The harbour office said that no ferry would sail to the northern island before the storm had passed. // "
        "2024-03-14: The harbour office said that no ferry would sail to the northern island before the storm had passed.",
        "2024-03-14: Divers will raise the wreck in spring, a salvage firm said. // The mayor said she would resign.",
    ),
    Rule(
        "dating.not-before",
        "it tells of a saying on a day of the calendar, and is no older",
        "The council said on 5 March 2024 that the old harbour bridge would stay shut until May.",
        "The council said that the old harbour bridge would stay shut until 5 March 2024.",
    ),
    Rule(
        "dating.recalled",
        "one recalls (“has said”) what the other reports as news: order alone",
        "The council said that the old harbour bridge would stay shut until the end of May. // "
        "2024-03-14: The council has said that the old harbour bridge would stay shut until the end of May.",
        "The council said that the old harbour bridge would stay shut until the end of May. // "
        "2024-03-14: The council said that the old harbour bridge would stay shut until the end of May.",
    ),
    Rule(
        "dating.order-only",
        "undated: reckoned from the weekday of its first dated saying, for the order alone",
        _SHUT,
        f"2024-03-14: {_SHUT}",
    ),
    Rule(
        "dating.unknown",
        "undated, and nothing ties it to another",
        "The council said that the old harbour bridge would stay shut.",
        f"2024-03-14: {_SHUT}",
    ),
)
"""Examples are articles parted by " // ", the day of publication before the first colon where one is known."""
