"""The model's vectors of words, worked out once for each word that looks the same: half of the words of a pile, and less in a large one.

The first layers of the model see a word alone (its form, prefix, suffix and shape), only the later ones its neighbours. The
numbers are the same to the last bit as those that the model gives by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from spacy.language import Language
    from spacy.tokens import Doc

_ODD = 0x9E3779B97F4A7C15
"""2^64 divided by the golden ratio, as in Fibonacci hashing: spreads numbers that differ in a few bits."""
_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""Names, or beginnings of them, of the layers that see a word alone."""


class Vectors:
    """The first part of the pipeline, asked by docs; what is not built as expected is asked whole."""

    def __init__(self, nlp: Language) -> None:
        pipe: Any = nlp.get_pipe("tok2vec")
        self._whole = pipe.model
        self._columns: list[int | str] = []
        self._alone: list[Any] = []
        layers = self._whole.layers
        first = layers[0].layers if len(layers) == 2 else []  # noqa: PLR2004 - a word alone, then with its neighbours
        if len(first) == len(_LAYERS) and all(layer.name.startswith(name) for layer, name in zip(first, _LAYERS, strict=True)):
            self._columns = list(first[0].attrs["columns"])
            self._alone = [first[2], first[3]]
            self._together: Any = layers[1]

    def alone(self, docs: Sequence[Doc]) -> list[Any]:
        """Give what the model knows of the words by themselves, a matrix for each doc."""
        import numpy as np  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

        if not self._alone:
            return list(docs)
        features = np.concatenate([doc.to_array(self._columns).reshape(len(doc), len(self._columns)) for doc in docs])
        first, places = distinct(features)
        rows = features[first]
        for layer in self._alone:
            rows = layer.predict(rows)
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return np.split(rows[places], ends)

    def together(self, rows: Sequence[Any]) -> list[np.ndarray[Any, Any]]:
        """Give the vectors of the words among their neighbours, from what `alone` gave for some docs."""
        return list((self._together if self._alone else self._whole).predict(list(rows)))


def distinct(rows: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Give the index of one of each distinct row of unsigned 64-bit numbers, and for each row the place of its like among those.

    >>> import numpy
    >>> first, places = distinct(numpy.array([[7, 1], [8, 1], [7, 1]], dtype="uint64"))
    >>> bool(places[0] == places[2] != places[1]), len(first)
    (True, 2)
    """
    import numpy as np  # noqa: PLC0415 - slow to import, so only when the first sentence needs it

    factors = np.array([_ODD * (2 * column + 1) % (1 << 64) for column in range(rows.shape[1])], dtype=np.uint64)
    keys = np.bitwise_xor.reduce(rows * factors, axis=1)
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    if not np.array_equal(rows[first][places], rows):  # two rows of one key: once in many million piles, and no reason to be wrong
        return np.arange(len(rows)), np.arange(len(rows))
    return first, places
