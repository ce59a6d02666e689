"""Adding an article: whether the library has it already, under which identifier it is kept, and its rows."""

from __future__ import annotations

from datetime import UTC, datetime
from sqlite3 import Connection

import msgspec

from briefs.identity import address_key, fingerprint, identifier_of
from briefs.library.layout import columns_of, digest_of, next_change, packed, packed_brief
from briefs.library.records import Added
from briefs.model import Article, Brief, Original


def add(
    connection: Connection, original: Original, article: Article, brief: Brief, source: str, part: int, parts: int
) -> Added:
    """Add within the transaction of `connection`; see `Library.add`."""
    digest = digest_of(original)
    address = address_key(article.address)
    text = fingerprint(brief.body)
    known = same_article(connection, digest, part, address, text)
    added = known or Added(_free_identifier(connection, original, part, brief.id), brief.label, True, source)
    if added.new:
        brief = msgspec.structs.replace(brief, id=added.id)
        connection.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (digest, original.media_type, original.address, original.received, packed(original.data)),
        )
        change = next_change(connection, added.id)
        values = columns_of(brief) | {
            "id": added.id,
            "revision": change,
            "arrived": change,
            "added": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "address_key": address,
            "text_key": text,
            "original": digest,
            "part": part,
            "source": source,
        }
        connection.execute(
            f"INSERT INTO briefs ({', '.join(values)}) "  # noqa: S608 our own names
            f"VALUES ({', '.join(':' + name for name in values)})",
            values,
        )
        connection.execute("INSERT INTO contents (id, made) VALUES (?, ?)", (added.id, packed_brief(brief)))
    connection.execute(
        "INSERT INTO seen VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET parts = excluded.parts",
        (digest, part, parts, added.id),
    )
    return msgspec.structs.replace(added, source=source)


def same_article(connection: Connection, digest: bytes, part: int, address: str | None, text: str) -> Added | None:
    """Return the brief of the same article.

    Articles of one original are several by what the reader saw, though they share the address of their page.
    """
    for statement, values in (
        ("SELECT id, title FROM seen JOIN briefs USING (id) WHERE digest = ? AND seen.part = ?", (digest, part)),
        ("SELECT id, title FROM briefs WHERE address_key = ? AND original <> ? ORDER BY number", (address, digest)),
        ("SELECT id, title FROM briefs WHERE text_key = ? ORDER BY number", (text,)),
    ):
        row = connection.execute(statement, values).fetchone()
        if row:
            return Added(row[0], row[1], False, "")
    return None


def _free_identifier(connection: Connection, original: Original, part: int, wanted: str) -> str:
    """Return `wanted`, or the first identifier of the article that no other one has."""
    identifier, attempt = wanted, 0
    while connection.execute("SELECT 1 FROM briefs WHERE id = ?", (identifier,)).fetchone():
        attempt += 1
        identifier = identifier_of(original, part, attempt)
    return identifier
