"""Evidence and the texts that it points into: find all of a brief's evidence, prove it, and shed what nothing uses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import is_
from typing import Any, get_args

import msgspec
from msgspec import Struct

from briefs.model import Brief, Entity, Evidence, Ground, KeyFigure, Source


def evidence_of(record: object) -> Iterator[Evidence]:
    """Return every evidence within `record`, however deep, in the order of the fields."""
    found: list[Evidence] = []
    _collect(record, found)
    return iter(found)


def _collect(record: object, found: list[Evidence]) -> None:
    if isinstance(record, Evidence):
        found.append(record)
    elif isinstance(record, Struct):
        for field in _holders(type(record)):
            _collect(getattr(record, field), found)
    elif isinstance(record, (tuple, list)):
        for item in record:
            _collect(item, found)


@cache
def _holders(kind: type[Struct]) -> tuple[str, ...]:
    """Return the fields of a record that may hold evidence: most of a long brief is blocks and links, which do not."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if _may_hold(field.type))


def _may_hold(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Struct):
        return issubclass(kind, Evidence) or bool(_holders(kind))
    return any(map(_may_hold, get_args(kind)))


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

    starts = [start for start, _ in lines]
    shifts: list[int] = []  # from the old source to the new one, of each of the lines
    kept: list[str] = []
    length = 0
    for start, end in lines:
        shifts.append(length - start)
        kept.append(brief.source[start:end])
        length += end - start + 1

    def moved(evidence: Evidence) -> Evidence:
        if evidence.part != "source":
            return evidence
        shift = shifts[bisect_right(starts, evidence.start) - 1]
        return msgspec.structs.replace(evidence, start=evidence.start + shift, end=evidence.end + shift)

    trimmed: Brief = _mapped(brief, moved)
    return msgspec.structs.replace(trimmed, source="\n".join(kept))


def _mapped(record: Any, change: Callable[[Evidence], Evidence]) -> Any:
    """Return `record` with all evidence changed; what holds none that differs is the same record, not a copy."""
    if isinstance(record, Evidence):
        return change(record)
    if isinstance(record, tuple):
        items = tuple([_mapped(item, change) for item in record])
        return record if all(map(is_, items, record)) else items
    if isinstance(record, Struct):
        fields = {}
        for field in _holders(type(record)):
            before = getattr(record, field)
            after = _mapped(before, change)
            if after is not before:
                fields[field] = after
        return msgspec.structs.replace(record, **fields) if fields else record
    return record


_OPTIONAL = ("role_evidence", "affiliation_evidence", "attribution")


def with_title(brief: Brief, title: str | None) -> Brief:
    """Return `brief` under another title, without a ground for it.

    What was found in the old title follows to the same words in the new one; where they are gone, so is what rested on
    nothing else. Linear in the brief times the length of the new title.
    """
    if title == brief.title:
        return brief
    new = title or ""

    def moved(record: Any) -> Any:
        """Return the record for the new title, or None where it has nothing left to stand on."""
        if isinstance(record, Evidence):
            if record.part != "title":
                return record
            start = _word_at(new, record.text)
            return None if start is None else msgspec.structs.replace(record, start=start, end=start + len(record.text))
        if isinstance(record, tuple):
            return tuple(item for item in map(moved, record) if item is not None)
        if not isinstance(record, Struct):
            return record
        fields = {f: moved(getattr(record, f)) for f in record.__struct_fields__}
        for field, value in fields.items():
            if value is None and getattr(record, field) is not None and field not in _OPTIONAL:
                return None
        if isinstance(record, KeyFigure) and record.evidence.part == "title":
            fields |= {"sentence": new, "sentence_start": 0}
        if isinstance(record, Entity) and record.mentions and not fields["mentions"]:
            return None
        if isinstance(record, Source) and record.evidence and not fields["evidence"]:
            return None
        return type(record)(**fields)

    fields = {f: moved(getattr(brief, f)) for f in brief.__struct_fields__}
    grounds = msgspec.structs.replace(fields["grounds"], title=Ground())
    changed = Brief(**fields | {"title": title, "grounds": grounds})
    there = {e.key for e in changed.entities}
    return with_keys(changed, {e.key: None for e in brief.entities if e.key not in there})


def with_keys(brief: Brief, keys: Mapping[str | None, str | None]) -> Brief:
    """Return `brief` with its speakers and sources under other keys, or under none where their entity is gone."""
    if not keys:
        return brief
    return msgspec.structs.replace(
        brief,
        quotations=tuple(
            msgspec.structs.replace(q, speaker_key=keys[q.speaker_key]) if q.speaker_key in keys else q
            for q in brief.quotations
        ),
        sources=tuple(msgspec.structs.replace(s, key=keys[s.key]) if s.key in keys else s for s in brief.sources),
    )


def _word_at(text: str, word: str) -> int | None:
    """Return where `word` first stands in `text` with no letter or digit joined to it."""
    start = text.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        joined = (start > 0 and text[start - 1].isalnum() and word[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and word[-1].isalnum()
        )
        if not joined:
            return start
        start = text.find(word, start + 1)
    return None
