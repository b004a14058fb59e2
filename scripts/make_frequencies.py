"""Remake src/dateline/words/frequencies.tsv from the word frequencies of the `wordfreq` package.

    python scripts/make_frequencies.py > src/dateline/words/frequencies.tsv

The Zipf value of a word is the logarithm to base ten of its occurrences in a thousand million words of English.
"""

import sys

from wordfreq import top_n_list, zipf_frequency

WORDS = 40_000
"""Words kept. A rarer one (Zipf below about 2.5, or three in ten million) weighs as an unknown word does anyway."""

HEADER = """\
# Words of English and how common they are: word, Zipf frequency (log10 of occurrences per thousand million words) times 100.
# Derived from wordfreq by Robyn Speer (https://github.com/rspeer/wordfreq, doi:10.5281/zenodo.7199437), list "large" for English.
# Its data is licensed under Creative Commons Attribution-ShareAlike 4.0 (https://creativecommons.org/licenses/by-sa/4.0/),
# and so is this table. Changed from the original: cut to the commonest words, tokens without a letter left out, values rounded.
# Remake with scripts/make_frequencies.py.
"""


def main() -> None:
    """Print the table, commonest first, words of one frequency in alphabetical order."""
    words = [word for word in top_n_list("en", WORDS + 2_000, wordlist="large") if any(letter.isalpha() for letter in word)][:WORDS]
    rated = sorted((-round(100 * zipf_frequency(word, "en", wordlist="large")), word) for word in words)
    sys.stdout.write(HEADER)
    for minus, word in rated:
        sys.stdout.write(f"{word}\t{-minus}\n")


if __name__ == "__main__":
    main()
