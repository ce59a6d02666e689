"""Load the tables: tab-separated data files beside this one, and the user's own that add to and override them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from briefs.errors import UsageError
from briefs.tables.files import FOLDER
from briefs.tables.records import Company, Country, Place, Publisher
from briefs.tables.tables import Tables

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "companies": ("id", "name", "aliases", "ambiguous", "home", "kind"),
    "publishers": ("id", "name", "aliases", "domains", "kind", "home", "ambiguous"),
    "countries": ("code", "name", "aliases", "demonyms", "ambiguous"),
    "places": ("name", "aliases", "country", "kind", "ambiguous"),
}
_WORDS = ("given_names", "surnames", "common_words")


@lru_cache(maxsize=1)
def default_tables() -> Tables:
    """Return the tables that come with the program."""
    return load_tables()


def load_tables(folder: Path | None = None) -> Tables:
    """Return the program's tables; `folder` may hold the user's own files of the same names, which add and override.

    A row of the user's takes the place of ours with the same first column (places: same name and country); one that
    begins with "-" removes it. Raises UsageError, with file and line, where a row is not of the table's form.
    """
    import hashlib  # 4 ms, and only here

    digest = hashlib.sha256()
    texts: dict[str, list[tuple[Path, str]]] = {}
    for name in (*_COLUMNS, *_WORDS):
        texts[name] = []
        for file in _files(name, folder):
            data = _bytes(file)
            digest.update(b"%s %d\n" % (name.encode(), len(data)))
            digest.update(data)
            texts[name].append((file, _text(file, data)))

    # The other files are read where they are needed and not the user's to change; a brief depends on them all the same.
    ours = (file for file in FOLDER.rglob("*.t[sx][vt]") if file.stem not in texts)
    for name, file in sorted((file.relative_to(FOLDER).as_posix(), file) for file in ours):
        digest.update(b"%s\n" % name.encode())
        digest.update(_bytes(file))

    countries = _rows("countries", texts, None)
    codes = {row[0] for row in countries}
    return Tables(
        [Company(r[0], r[1], _list(r[2]), _list(r[3]), r[4], r[5]) for r in _rows("companies", texts, codes)],
        [
            Publisher(r[0], r[1], _list(r[2]), _domains(r[3]), r[4], r[5], _list(r[6]))
            for r in _rows("publishers", texts, codes)
        ],
        [Country(r[0], r[1], _list(r[2]), _list(r[3]), _list(r[4])) for r in countries],
        [Place(r[0], _list(r[1]), r[2], r[3], r[4] == "ambiguous") for r in _rows("places", texts, codes)],
        digest.hexdigest()[:16],
        {name: [text for _, text in texts[name]] for name in _WORDS},
    )


def _files(name: str, folder: Path | None) -> Iterable[Path]:
    base = name + (".tsv" if name in _COLUMNS else ".txt")
    yield FOLDER / base
    if folder is not None and (folder / base).is_file():
        yield folder / base


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); mend its permissions or move it away.") from error


def _text(file: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{file}, line {line}: not UTF-8; save the file in that encoding.") from error


def _rows(name: str, texts: dict[str, list[tuple[Path, str]]], codes: set[str] | None) -> list[list[str]]:
    """Return the rows of one table, the user's own after and in place of ours with the same key."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for file, text in texts[name]:
        if file.parent == FOLDER:  # proven by a test, once, instead of at every start
            lines = [line.split("\t") for line in text.split("\n") if line and line[0] != "#"]
            width = len(_COLUMNS[name])
            rows = {_key(name, cells): cells if len(cells) == width else _padded(name, cells) for cells in lines}
        else:
            _add_own(rows, name, file, text, codes)
    return list(rows.values())


def _add_own(rows: dict[tuple[str, ...], list[str]], name: str, file: Path, text: str, codes: set[str] | None) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("#") or not line or line.isspace():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if cells[0].startswith("-"):
            _remove(rows, name, cells)
            continue
        cells = _padded(name, cells)
        _check(name, cells, f"{file}, line {number}", codes)
        key = _key(name, cells)
        rows.pop(key, None)  # what the user adds comes last, and so wins where a form belongs to two
        rows[key] = cells


def _key(name: str, cells: list[str]) -> tuple[str, ...]:
    return (cells[0], cells[2]) if name == "places" else (cells[0],)


def _padded(name: str, cells: list[str]) -> list[str]:
    return cells + [""] * (len(_COLUMNS[name]) - len(cells))


def _check(name: str, cells: list[str], where: str, codes: set[str] | None) -> None:
    """Raise UsageError, with file and line, where a row is not of the table's form."""
    columns = _COLUMNS[name]
    if len(cells) > len(columns):
        raise UsageError(
            f"{where}: {len(cells)} columns where {len(columns)} are expected "
            f"({', '.join(columns)}, separated by tabs); mend the line or remove it."
        )
    for cell, column in zip(cells, columns, strict=True):
        if not cell and column in ("id", "code", "name"):
            raise UsageError(f"{where}: the {column} is empty; fill it in or remove the line.")
        if cell and codes and column in ("home", "country") and cell not in codes:
            raise UsageError(f"{where}: {cell!r} is no country's code of two capital letters (ISO 3166-1); mend it.")
        if cell and name == "places" and column == "ambiguous" and cell != "ambiguous":
            raise UsageError(f'{where}: the last column holds "ambiguous" or nothing, not {cell!r}; mend it.')


def _remove(rows: dict[tuple[str, ...], list[str]], name: str, cells: list[str]) -> None:
    """Remove what `-first column` names; a place of that name in every country, unless the row names one."""
    first = cells[0][1:].strip()
    if name == "places" and not "".join(cells[2:3]):
        for key in [key for key in rows if key[0] == first]:
            del rows[key]
    else:
        rows.pop(_key(name, [first, *cells[1:]]), None)


def _list(cell: str) -> tuple[str, ...]:
    if "|" not in cell:
        return (cell,) if cell else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _domains(cell: str) -> tuple[str, ...]:
    return tuple(domain.lower().removeprefix("www.") for domain in _list(cell))
