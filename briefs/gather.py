"""From what a person names to originals: files, folders, patterns and standard input, in an order that never varies."""

from __future__ import annotations

import glob
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefs.errors import SourceError
from briefs.model import Original
from briefs.text import displayable

# What counts as an article in a folder; what is named directly is tried whatever it is called.
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive")
# Beside a page that is saved whole, browsers put a folder with its parts: pictures, and pages of advertisements.
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_PARTS = re.compile(
    r"(?:_(?:files|fichiers|archivos|arquivos|ficheiros|bestanden|filer|tiedostot|pliki|soubory|dosyalar)|"
    r"[-.](?:Dateien|filer|files))\Z"
)
LARGEST = 64 * 2**20  # bytes; no article is larger, and a whole disk image must not be read into memory


class Failure(NamedTuple):
    """A source that could not be used; `message` names it and says what happened, in one line."""

    source: str
    message: str


def failure(source: str, sentence: str) -> Failure:
    """Return the failure of `source`, named in its message."""
    return Failure(source, f"{'standard input' if source == '-' else source}: {sentence}")


def _shown(name: str) -> str:
    """Return the name of a file as it can stand in a sentence: a newline in it would begin a line of its own."""
    return displayable(name).replace("\n", "\ufffd")


class Gathered(NamedTuple):
    """An original under the words by which its source was named; `name` is the file's stem."""

    source: str
    name: str
    original: Original


class Place(NamedTuple):
    """A file that is to be read; `path` is None for standard input."""

    source: str
    path: Path | None


def gather(sources: Iterable[str]) -> Iterator[Gathered | Failure]:
    """Yield what `sources` hold, one after the other; what cannot be read is a Failure in its place.

    A source is a file, a folder (read recursively, in the order of names, without hidden files), a pattern with `*`,
    `?` or `[...]`, or `-` for standard input.
    """
    for place in places(sources):
        yield place if isinstance(place, Failure) else read_place(place)


def places(sources: Iterable[str]) -> Iterator[Place | Failure]:
    """Yield the files that `sources` name, without reading them."""
    for source in sources:
        if source == "-":
            yield Place("-", None)
        elif source.lower().startswith(("http://", "https://")):
            yield failure(_shown(source), "Web addresses cannot be read yet; save the page and name its file.")
        else:
            yield from _places_of(source)


def _places_of(source: str) -> Iterator[Place | Failure]:
    if not source.strip():  # as of a variable of a shell that is not set; to a path it would mean the current folder
        yield failure("(empty)", "It names nothing; name a file or a folder, and . for the current one.")
        return
    path = Path(source)
    with suppress(RuntimeError):  # somebody who has no home: then it is the name of a file
        path = path.expanduser()
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        pattern = glob.has_magic(source) and "\0" not in source
        matches = sorted(glob.glob(str(path), recursive=True)) if pattern else []  # noqa: PTH207 it may be absolute
        if not matches:
            why = "No file matches this pattern; check how it is spelled." if pattern else _why(error)
            yield failure(_shown(source), why)
        for match in matches:
            yield from _places_of_existing(Path(match))
    else:
        yield from _places_of_existing(path, mode)


def _places_of_existing(path: Path, mode: int | None = None) -> Iterator[Place | Failure]:
    source = _shown(str(path))
    try:
        mode = path.stat().st_mode if mode is None else mode
    except OSError as error:
        yield failure(source, _why(error))
        return
    if stat.S_ISDIR(mode):
        found = False
        for item in _walk(path):
            found = True
            yield item
        if not found:
            yield failure(source, f"The folder holds no article ({', '.join(SUFFIXES)}); name a file to have it tried.")
    else:
        yield Place(source, path)


def _walk(folder: Path) -> Iterator[Place | Failure]:
    """Yield the articles below `folder` in the order of names; none is entered twice, so links may go in circles."""
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                if path.suffix.lower() in SUFFIXES:
                    yield Place(_shown(str(path)), path)
                continue
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            inside = sorted((item for item in path.iterdir() if not item.name.startswith(".")), key=lambda i: i.name)
            pages = {item.stem for item in inside if item.suffix.lower() in _PAGES}
            inside = [
                item for item in inside if not (pages and _PARTS.sub("", item.name, count=1) in pages - {item.name})
            ]
        except OSError as error:
            if path.suffix.lower() in SUFFIXES or path.is_dir():
                yield failure(_shown(str(path)), _why(error))
            continue
        waiting += reversed(inside)


def read_place(place: Place) -> Gathered | Failure:
    """Read one file or standard input."""
    from briefs.readers import media_type_of  # a command that only lists briefs never comes here

    try:
        if place.path is None:
            data, name, address = sys.stdin.buffer.read(LARGEST + 1), "", None
        else:
            data, name, address = _bytes_of(place.path), place.path.name, _shown(str(place.path.absolute()))
        if len(data) > LARGEST:
            raise SourceError(f"It is larger than {LARGEST // 2**20} MB, which no article is; save the article alone.")
        original = Original(data, media_type_of(name, data), address)
    except SourceError as error:
        return failure(place.source, str(error))
    except (OSError, ValueError) as error:
        return failure(place.source, _why(error))
    return Gathered(place.source, Path(_shown(name)).stem if name else "stdin", original)


def _bytes_of(path: Path) -> bytes:
    if not stat.S_ISREG(path.stat().st_mode):  # a pipe or device might never end
        raise SourceError("It is neither a file nor a folder; name one, or - for standard input.")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder; check its name."
    if isinstance(error, PermissionError):
        return "It may not be read; check its permissions."
    if isinstance(error, OSError):
        return f"It cannot be read ({error.strerror or error})."
    return "This cannot be the name of a file."
