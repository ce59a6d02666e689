"""Load the tables: tab-separated data files beside this one, and the user's own that add to and override them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from briefs.errors import UsageError
from briefs.tables.records import Company, Country, Place, Publisher
from briefs.tables.tables import Tables

_HERE = Path(__file__).parent
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "companies": ("id", "name", "aliases", "ambiguous", "home", "kind"),
    "publishers": ("id", "name", "aliases", "domains", "kind", "home", "ambiguous"),
    "countries": ("code", "name", "aliases", "demonyms", "ambiguous"),
    "places": ("name", "aliases", "country", "kind", "ambiguous"),
}
_WORDS = ("given_names", "surnames", "common_words")
_HOMES = {"companies": 4, "publishers": 5, "countries": 0, "places": 2}  # the column that holds a country's code


class _Row(NamedTuple):
    cells: list[str]
    file: Path
    line: int


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

    rows = {name: _rows(name, texts[name]) for name in _COLUMNS}
    codes = {row.cells[0] for row in rows["countries"]}
    for name, column in _HOMES.items():
        _check_codes(rows[name], column, codes)
    return Tables(
        [Company(r[0], r[1], _list(r[2]), _list(r[3]), r[4], r[5]) for r, *_ in rows["companies"]],
        [Publisher(r[0], r[1], _list(r[2]), _domains(r[3]), r[4], r[5], _list(r[6])) for r, *_ in rows["publishers"]],
        [Country(r[0], r[1], _list(r[2]), _list(r[3]), _list(r[4])) for r, *_ in rows["countries"]],
        [Place(r[0], _list(r[1]), r[2], r[3], r[4] == "ambiguous") for r, *_ in rows["places"]],
        digest.hexdigest()[:16],
        {name: [text for _, text in texts[name]] for name in _WORDS},
    )


def _files(name: str, folder: Path | None) -> Iterable[Path]:
    base = name + (".tsv" if name in _COLUMNS else ".txt")
    yield _HERE / base
    if folder is not None and (folder / base).is_file():
        yield folder / base


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); mend its permissions or move it away.") from error


def _text(file: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{file}, line {line}: not UTF-8; save the file in that encoding.") from error


def _rows(name: str, texts: list[tuple[Path, str]]) -> list[_Row]:
    """Return the rows of one table, the user's own after and in place of ours with the same key."""
    columns = _COLUMNS[name]
    rows: dict[tuple[str, ...], _Row] = {}
    for file, text in texts:
        for number, line in enumerate(text.split("\n"), start=1):
            if line.startswith("#") or not line or line.isspace():
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if cells[0].startswith("-"):
                _remove(rows, name, cells)
                continue
            missing = len(columns) - len(cells)
            if missing < 0:
                raise UsageError(
                    f"{file}, line {number}: {len(cells)} columns where {len(columns)} are expected "
                    f"({', '.join(columns)}, separated by tabs); mend the line or remove it."
                )
            cells += [""] * missing
            if not cells[0] or (columns[1] == "name" and not cells[1]):
                empty = columns[1] if cells[0] else columns[0]
                raise UsageError(f"{file}, line {number}: the {empty} is empty; fill it in or remove the line.")
            key = _key(name, cells)
            rows.pop(key, None)  # what the user adds comes last, and so wins where a form belongs to two
            rows[key] = _Row(cells, file, number)
    return list(rows.values())


def _key(name: str, cells: list[str]) -> tuple[str, ...]:
    return (cells[0], cells[2]) if name == "places" else (cells[0],)


def _remove(rows: dict[tuple[str, ...], _Row], name: str, cells: list[str]) -> None:
    """Remove what `-first column` names; a place of that name in every country, unless the row names one."""
    first = cells[0][1:].strip()
    if name == "places" and len(cells) < 3:
        for key in [key for key in rows if key[0] == first]:
            del rows[key]
    else:
        rows.pop(_key(name, [first, *cells[1:]]), None)


def _check_codes(rows: list[_Row], column: int, known: set[str]) -> None:
    for cells, file, line in rows:
        code = cells[column]
        if code and code not in known:
            raise UsageError(f"{file}, line {line}: {code!r} is no country's code of two capital letters (ISO 3166-1).")


def _list(cell: str) -> tuple[str, ...]:
    if "|" not in cell:
        return (cell,) if cell else ()
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _domains(cell: str) -> tuple[str, ...]:
    return tuple(domain.lower().removeprefix("www.") for domain in _list(cell))
