"""Briefs made by hand, for tests of what happens to a brief once it is there."""

from __future__ import annotations

from typing import Any

import msgspec

from briefs.model import Block, Brief, Grounds, MadeBy

_EMPTY = Brief(
    id="0" * 16,
    title=None,
    published=None,
    publisher=None,
    authors=(),
    language=None,
    address=None,
    gist="",
    summary=(),
    key_figures=(),
    companies=(),
    people=(),
    organisations=(),
    countries=(),
    places=(),
    sources=(),
    quotations=(),
    subjects=(),
    other_figures=(),
    body="",
    blocks=(),
    links=(),
    source="",
    metadata="",
    grounds=Grounds(),
    made_by=MadeBy(1, "tables"),
)


def made_brief(body: str, **fields: Any) -> Brief:
    """Return a brief of `body` in one paragraph, which says `fields` and nothing else."""
    plain = {"gist": body[:140], "body": body, "blocks": (Block("paragraph", 0, len(body)),)}
    return msgspec.structs.replace(_EMPTY, **(plain | fields))
