"""Evidence and the texts that it points into: find all of a brief's evidence, prove it, and shed what nothing uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from briefs.model import Brief, Evidence


def evidence_of(record: object) -> Iterator[Evidence]:
    """Yield every evidence within `record`, however deep, in the order of the fields."""
    if isinstance(record, Evidence):
        yield record
    elif isinstance(record, Struct):
        for field in record.__struct_fields__:
            yield from evidence_of(getattr(record, field))
    elif isinstance(record, (tuple, list)):
        for item in record:
            yield from evidence_of(item)


def false_evidence(brief: Brief) -> list[Evidence]:
    """Return the evidence that does not say what its part says there: empty for every brief that we make."""
    return [e for e in evidence_of(brief) if not 0 <= e.start <= e.end or brief.part(e.part)[e.start : e.end] != e.text]


def trim_source(brief: Brief) -> Brief:
    """Return `brief` with only those lines of its source that evidence points into; the evidence follows."""
    lines: list[tuple[int, int]] = []
    for evidence in sorted((e for e in evidence_of(brief) if e.part == "source"), key=lambda e: (e.start, e.end)):
        start = brief.source.rfind("\n", 0, evidence.start) + 1
        end = brief.source.find("\n", evidence.end)
        end = len(brief.source) if end < 0 else end
        if lines and start <= lines[-1][1]:
            lines[-1] = (lines[-1][0], max(end, lines[-1][1]))
        else:
            lines.append((start, end))

    places: list[tuple[int, int, int]] = []  # start and end in the old source, start in the new one
    kept: list[str] = []
    length = 0
    for start, end in lines:
        places.append((start, end, length))
        kept.append(brief.source[start:end])
        length += end - start + 1

    def moved(evidence: Evidence) -> Evidence:
        if evidence.part != "source":
            return evidence
        shift = next(new - start for start, end, new in places if start <= evidence.start and evidence.end <= end)
        return msgspec.structs.replace(evidence, start=evidence.start + shift, end=evidence.end + shift)

    fields = {f: _mapped(getattr(brief, f), moved) for f in brief.__struct_fields__}
    return Brief(**fields | {"source": "\n".join(kept)})


def _mapped(record: Any, change: Callable[[Evidence], Evidence]) -> Any:
    if isinstance(record, Evidence):
        return change(record)
    if isinstance(record, tuple):
        return tuple(_mapped(item, change) for item in record)
    if isinstance(record, Struct):
        fields = {f: _mapped(getattr(record, f), change) for f in record.__struct_fields__}
        return type(record)(**fields)
    return record
