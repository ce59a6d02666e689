"""How a brief, its original and a row of a list lie in the tables."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any, TypeVar

import msgspec

from briefs.errors import LibraryError
from briefs.library.records import Row, list_order, main_companies, main_countries, unsure_fields
from briefs.model import Brief, MadeBy, Original
from briefs.text import count_words

_T = TypeVar("_T")
_NAMES = msgspec.json.Decoder(tuple[str, ...])

# What `row_of` reads, from `briefs LEFT JOIN marks USING (id)`.
ROW = """
    briefs.id, revision, title, gist, publisher, published, added, language, countries, companies, words,
    coalesce(marks.read, 0), coalesce(marks.starred, 0),
    (SELECT json_group_array(tag) FROM (SELECT tag FROM tags WHERE tags.id = briefs.id ORDER BY tag)), unsure
"""


def packed(data: bytes) -> bytes:
    """Return `data` as it is kept: compressed by zlib, which every Python has and which keeps a checksum."""
    return zlib.compress(data, 6)


def unpacked(data: bytes) -> bytes:
    """Return what `packed` was given; raises zlib.error where it is damaged."""
    return zlib.decompress(data)


def packed_brief(brief: Brief) -> bytes:
    """Return `brief` as it is kept."""
    return packed(msgspec.json.encode(brief))


def brief_in(data: bytes, folder: Path) -> Brief:
    """Return the brief that was kept as `data`; raises LibraryError where it is damaged."""
    return parts_in(data, folder, Brief)


def parts_in(data: bytes, folder: Path, kind: type[_T]) -> _T:
    """Return what `kind` has of the fields of the brief that was kept as `data`: the fewer, the quicker it is read."""
    try:
        return msgspec.json.decode(unpacked(data), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, zlib.error) as error:
        raise LibraryError(f"A brief in {folder} cannot be read ({error}); `briefs doctor` says which ones.") from error


def digest_of(original: Original) -> bytes:
    """Return what equal originals have in common: the SHA-256 of their bytes."""
    import hashlib  # brings OpenSSL, which a reader of lists does without

    return hashlib.sha256(original.data).digest()


def json_of(texts: Sequence[str]) -> str:
    """Return `texts` as a JSON array."""
    return msgspec.json.encode(texts).decode()


def tables_of(made_by: MadeBy) -> str:
    """Return the digests of the tables and models that made a brief, as one text."""
    return json_of((made_by.tables, *made_by.models))


def columns_of(brief: Brief) -> dict[str, Any]:
    """Return the columns of a list's row that come from the brief."""
    return {
        "ordered": list_order(brief.published),
        "title": brief.label,
        "gist": brief.gist,
        "publisher": brief.publisher,
        "published": brief.published,
        "language": brief.language,
        "countries": json_of(main_countries(brief)),
        "companies": json_of(main_companies(brief)),
        "words": count_words(brief.body),
        "unsure": " ".join(unsure_fields(brief)),
        "converter": brief.made_by.converter,
        "tables": tables_of(brief.made_by),
    }


def row_of(values: tuple[Any, ...]) -> Row:
    """Return the row that the columns `ROW` make."""
    *plain, countries, companies, words, read, starred, tags, unsure = values
    names = [_NAMES.decode(cell) for cell in (countries, companies)]
    values = (*plain, *names, words, bool(read), bool(starred), _NAMES.decode(tags), tuple(unsure.split()))
    return Row(*values)


def next_change(connection: Connection, identifier: str, *, removed: bool = False) -> int:
    """Give the change of a brief the next number, forget its change before, and return the number."""
    connection.execute("DELETE FROM changes WHERE id = ?", (identifier,))
    cursor = connection.execute("INSERT INTO changes (id, removed) VALUES (?, ?)", (identifier, removed))
    return int(cursor.lastrowid or 0)
