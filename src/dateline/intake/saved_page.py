"""A page saved as "complete": the file, and beside it a folder with its pictures, styles, scripts and frames, which are no articles."""

from collections.abc import Iterable

PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")

# fmt: off
_WORDS = frozenset({
    "files", "dateien", "archivos", "fichiers", "file", "filer", "bestanden", "arquivos", "ficheiros", "pliki", "soubory",
    "fájlok", "elemei", "tiedostot", "dosyalar", "datoteke", "fitxers", "fajlovi", "fails", "failid", "bylos", "fisiere",
    "fișiere", "súbory", "файлы", "файли", "αρχεία", "アーカイブ", "ファイル", "文件", "檔案", "파일",
})
# fmt: on
"""What browsers and office programs put behind the page's name, in their user's language ("Story_files", "Story-Dateien")."""

DEEPEST = 30
"""Folders in folders that are looked at: a name may hold thousands of slashes."""

_JOINTS = "_- ."
_TELLING = (".css", ".js", ".js.download", ".css.download")


def parts_of_pages(names: Iterable[str]) -> frozenset[str]:
    """Choose the files (paths with `/`) that are parts of a page beside their folder.

    The folder bears the name of the page, a joint and one word: one that browsers use, or any other where the folder holds a
    style or a script. So a folder `Story-archive` of further articles is none.

    >>> sorted(parts_of_pages(["a/Story.html", "a/Story_files/ad.html", "a/Story-archive/old.html", "a/Other_files/x.html"]))
    ['a/Story_files/ad.html']
    """
    listed = list(names)
    stems = {name.rsplit(".", 1)[0] for name in listed if name.lower().endswith(PAGE_ENDINGS)}
    folders: dict[str, bool] = {}
    held: list[tuple[str, tuple[str, ...]]] = []
    for name in listed:
        above = tuple(folder for folder in _above(name) if _named_after(folder, stems) is not None)
        if above:
            held.append((name, above))
        for folder in above:
            known = (_named_after(folder, stems) or "").lower() in _WORDS
            folders[folder] = folders.get(folder, known) or name.lower().endswith(_TELLING)
    return frozenset(name for name, above in held if any(folders[folder] for folder in above))


def _above(name: str) -> Iterable[str]:
    at = name.find("/")
    for _level in range(DEEPEST):
        if at < 0:
            return
        yield name[:at]
        at = name.find("/", at + 1)


def _named_after(folder: str, stems: set[str]) -> str | None:
    """Give the word behind the name of a page; None where no page is named so."""
    at = max(folder.rfind(joint) for joint in _JOINTS)
    word = folder[at + 1 :]
    return word if at > 0 and folder[:at] in stems and word.isalpha() else None
