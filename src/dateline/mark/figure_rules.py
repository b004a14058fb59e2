"""The rules by which figures are found, as data."""

from dateline.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule("figures.count", "a number before a noun counts it", "Some 40 farmers blocked the gate.", "Flight 370 was late."),
    Rule("figures.money", "a number with a currency", "The repair cost $40 million.", "Room 40 was locked."),
    Rule("figures.share", "a percentage, or a part of a whole", "Turnout fell to 40 percent.", "He left in the first half."),
    Rule("figures.measure", "a number with a unit of measure", "The wall is 40 metres long.", "They live at A40 junction."),
    Rule("figures.age", "years of age", "Ann Doe, 40, was first.", "They left on June 4, 2020, by bus."),
    Rule("figures.duration", "a number with a unit of time", "The strike lasted 40 days.", "It began at 5:40 p.m. on Day 2."),
    Rule(
        "figures.range", "two numbers that are the ends of one", "Between 40 and 60 houses burned.", "Prices rose 4 percent to 60 dollars."
    ),
    Rule("figures.score", "two small numbers with a dash", "The Rovers won 3-1 at home.", "He served 3 to 5 meals."),
    Rule("figures.ordinal", "an ordinal number", "It was the 21st attempt.", "He made 21 attempts."),
    Rule("figures.idiom", "a number in a fixed phrase", "The school has zero tolerance of it.", "The school has zero teachers."),
    Rule("figures.pronoun", "“the two” stands for those named before", "The two were seen in Lowe.", "The two men were seen in Lowe."),
    Rule("figures.one-of", "“one of” picks out and counts nothing", "It is one of the oldest bridges.", "It has one bridge."),
    Rule(
        "figures.counter",
        "a noun of number that says what it counts",
        "The number of closed schools rose to 52.",
        "The closed schools have 52 teachers.",
    ),
    Rule(
        "figures.compared",
        "a bare number beside the one it is compared with",
        "The firm has 90 lorries, up from 40.",
        "The firm has 90 lorries and 40 drivers.",
    ),
    Rule(
        "figures.left-out",
        "a second number whose noun is left out",
        "Police said 40 people were killed and 90 wounded.",
        "Police said 40 people were killed and 90 dogs ran off.",
    ),
    Rule("figures.group", "the size of a group", "A crowd of 5,000 came.", "A total of 5,000 came."),
    Rule(
        "figures.inherited",
        "a noun of number takes up what was counted before",
        "Some 40 farmers came. Police say the true number is closer to 90.",
        "Some 40 farmers came. Police have 90 officers.",
    ),
)
