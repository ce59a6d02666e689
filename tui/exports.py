"""An export that somebody wishes for: which briefs, in which form, under which names. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from briefs.export import FORMATS, Format, export_text
from briefs.library import Library
from briefs.model import Brief
from briefs.text import slug
from tui.files import file_name, write_new

LABELS: dict[str, str] = {"md": "Markdown", "json": "JSON", "html": "HTML", "csv": "CSV of the figures"}
__all__ = ["FORMATS", "LABELS", "Format", "Wish", "briefs_of", "carry_out", "name_of", "paths_of"]


class Wish(Struct, frozen=True):
    """What to write. `path` is a file, or the folder where each brief gets a file of its own."""

    ids: tuple[str, ...]
    format: Format
    path: Path
    article: bool = False
    each: bool = False
    template: str = "{date}-{slug}"
    force: bool = False


def name_of(brief: Brief, template: str = "{date}-{slug}") -> str:
    """Return the name of a brief's file, without its suffix: {date}, {slug}, {publisher} and {id} are filled in.

    Whatever the article or the template says, it is a name of one part, safe on every file system.
    """
    if template == "{date}-{slug}":
        return file_name(brief)
    values = {
        "{date}": (brief.published or "")[:10],
        "{slug}": slug(brief.label),
        "{publisher}": slug(brief.publisher or ""),
        "{id}": brief.id[:8],
    }
    name = template
    for field, value in values.items():
        name = name.replace(field, value)
    safe = "-".join(part for part in (slug(piece) for piece in name.split("-")) if part)
    return safe.encode()[:80].decode(errors="ignore").strip("-") or brief.id[:8]


def briefs_of(library: Library, ids: Sequence[str]) -> list[Brief]:
    """Return the briefs, in the order of `ids`; those removed meanwhile are passed over."""
    found = {brief.id: brief for _, brief in library.briefs(ids)}
    return [found[identifier] for identifier in ids if identifier in found]


def paths_of(wish: Wish, briefs: Sequence[Brief]) -> list[Path]:
    """Return the files that would be written: one, or one for each brief; names that collide end in the identifier."""
    if not wish.each:
        return [wish.path]
    names: set[str] = set()
    paths: list[Path] = []
    for brief in briefs:
        name = name_of(brief, wish.template)
        if name in names:
            name = f"{name}-{brief.id[:8]}"
        names.add(name)
        paths.append(wish.path / f"{name}.{wish.format}")
    return paths


def carry_out(wish: Wish, library: Library) -> tuple[list[Path], bool]:
    """Write what is wished for and return the files and True; where some are there already, those and False.

    Nothing is written over unless the wish says so. Raises UsageError where a file cannot be written.
    """
    briefs = briefs_of(library, wish.ids)
    paths = paths_of(wish, briefs)
    taken = [] if wish.force else [path for path in paths if path.exists()]
    if taken:
        return taken, False
    groups = [[brief] for brief in briefs] if wish.each else [briefs]
    for path, group in zip(paths, groups, strict=True):
        write_new(path, export_text(group, wish.format, article=wish.article), force=wish.force)
    return paths, True
