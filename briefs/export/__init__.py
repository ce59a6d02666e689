"""Briefs out: one entrance, one file a format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefs.model import Brief

Format = Literal["md", "json"]
FORMATS: tuple[Format, ...] = ("md", "json")


def export_text(briefs: Sequence[Brief], format: Format, *, article: bool = False) -> str:  # noqa: A002 (the option's name)
    """Return `briefs` as one text of `format`: Markdown documents one after the other, or a JSON array of records.

    `article` adds the whole article to the Markdown; the record always holds it.
    """
    if format == "json":
        from briefs.export.json import array_of

        return array_of(briefs)
    from briefs.export.markdown import to_markdown

    return "\n".join(to_markdown(brief, article=article) for brief in briefs)
