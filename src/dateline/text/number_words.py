"""The words of number of English, with their worth: ones and tens, magnitudes, vague plurals, parts, ordinals."""

_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth"
)

CARDINAL = {"zero": 0} | {word: value for value, word in enumerate(_SMALL.split(), 1)}
ONES = {word: value for word, value in CARDINAL.items() if value < 10}  # noqa: PLR2004 - the digits
CARDINAL |= {word: value * 10 for value, word in enumerate(_TENS.split(), 2)} | {"fourty": 40}
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
VAGUE = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 10**3,
    "lakhs": 10**5,
    "millions": 10**6,
    "crores": 10**7,
    "billions": 10**9,
    "trillions": 10**12,
}
SHORT = {"k": 10**3, "thou": 10**3, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6, "mm": 10**6, "m": 10**6}
SHORT |= {"bn": 10**9, "bln": 10**9, "bil": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12, "tln": 10**12}
PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
PARTS |= {"ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
PARTS |= {word + "s": value for word, value in PARTS.items() if word not in {"half", "halves"}}
SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5)}
SIGNS |= {"⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
ORDINAL = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
ORDINAL |= {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80}
ORDINAL |= {"ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6}

WORDS = frozenset().union(CARDINAL, SCALES, VAGUE, ORDINAL, PARTS, {"hundred", "dozen", "score"})
"""Every word with which a number may begin, or go on."""
