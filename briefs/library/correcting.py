"""What a correction makes of a brief: what the reader said is laid over what was found, and marked as corrected."""

from __future__ import annotations

from typing import Any

import msgspec

from briefs.library.records import CORRECTED_KINDS, Kept
from briefs.model import Brief, Entity, Ground, Mention
from briefs.parts import with_keys, with_title
from briefs.text import fold

FIELDS = {
    "company": "companies",
    "person": "people",
    "organisation": "organisations",
    "country": "countries",
    "place": "places",
}


def corrected(brief: Brief, kept: Kept) -> Brief:
    """Return `brief` with what the reader said laid over it, marked as corrected."""
    correction = kept.correction
    said = Ground((), 1.0, True)
    if correction.title is not None:
        brief = with_title(brief, correction.title or None)
        brief = msgspec.structs.replace(brief, grounds=msgspec.structs.replace(brief.grounds, title=said))
    for field in ("published", "publisher"):
        value = getattr(correction, field)
        if value is not None:
            changed: dict[str, Any] = {field: value or None}
            brief = msgspec.structs.replace(
                brief, grounds=msgspec.structs.replace(brief.grounds, **{field: said}), **changed
            )
    for kind in CORRECTED_KINDS:
        for name in getattr(correction, f"remove_{kind}"):
            brief = _without(brief, kind, name)
    for entity in kept.added:
        brief = _with(brief, entity)
    return brief


def named(brief: Brief, kind: str, name: str) -> list[Entity]:
    """Return the entities of a kind that `name` means: by name, else by key or code, else as the text calls them."""
    entities: tuple[Entity, ...] = getattr(brief, FIELDS[kind])
    wanted = fold(name)
    return (
        [e for e in entities if fold(e.name) == wanted]
        or [e for e in entities if wanted in (fold(e.key), fold(e.key.partition(":")[2]), fold(e.code or ""))]
        or [e for e in entities if any(fold(m.text) == wanted for m in e.mentions)]
    )


def _without(brief: Brief, kind: str, name: str) -> Brief:
    gone = {entity.key for entity in named(brief, kind, name)}
    if not gone:
        return brief
    field = FIELDS[kind]
    changed: dict[str, Any] = {field: tuple(e for e in getattr(brief, field) if e.key not in gone)}
    return with_keys(msgspec.structs.replace(brief, **changed), dict.fromkeys(gone))


def _with(brief: Brief, added: Entity) -> Brief:
    """Return `brief` with an entity, which takes over the mentions where the text was understood otherwise."""
    wanted = fold(added.name)
    mentions: list[Mention] = []
    lists: dict[str, Any] = {}
    keys: set[str] = set()
    for kind, field in FIELDS.items():
        same = [
            e for e in getattr(brief, field) if e.key == added.key or (fold(e.name) == wanted and kind != "country")
        ]
        if same:
            mentions += [mention for entity in same for mention in entity.mentions]
            keys |= {entity.key for entity in same}
            lists[field] = tuple(e for e in getattr(brief, field) if e not in same)
            if kind == added.kind:
                added = msgspec.structs.replace(same[0], main=True, corrected=True, confidence=1.0)
    added = msgspec.structs.replace(added, mentions=tuple(sorted(mentions, key=lambda m: (m.part != "title", m.start))))
    field = FIELDS[added.kind]
    entities = (*lists.get(field, getattr(brief, field)), added)
    lists[field] = tuple(sorted(entities, key=lambda e: not e.main))
    return with_keys(msgspec.structs.replace(brief, **lists), dict.fromkeys(keys, added.key))
