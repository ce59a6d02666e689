"""A brief as its JSON record, and the JSON Schema of that record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from briefs.model import Brief


def record_of(brief: Brief) -> str:
    """Return the record of one brief: indented JSON, the model's fields in the model's order, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(brief), indent=2).decode() + "\n"


def array_of(briefs: Iterable[Brief]) -> Iterator[str]:
    """Yield a JSON array of records in pieces."""
    before = "[\n  "
    for brief in briefs:
        # No string of JSON holds a newline as it is: every one is of the indentation.
        yield before + record_of(brief).rstrip("\n").replace("\n", "\n  ")
        before = ",\n  "
    yield "[]\n" if before.startswith("[") else "\n]\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every record follows."""
    described = msgspec.json.schema(Brief)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Brief", **described}
