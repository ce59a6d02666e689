"""An export that somebody wishes for: which briefs, in which form, under which names. Knows no Textual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from briefs.errors import UsageError
from briefs.export import FORMATS, Format, export_one, export_pieces
from briefs.export.names import DEFAULT, Template
from briefs.library import Library
from briefs.model import Brief
from tui.exports.files import write_new

LABELS: dict[Format, str] = {"md": "Markdown", "json": "JSON", "html": "HTML", "csv": "CSV of figures"}
BOOK = "briefs"  # the name of a file of several briefs


class Wish(Struct, frozen=True):
    """What to write. `path` is a file, or the folder where each brief gets a file of its own.

    `record` writes the JSON of one brief as its record instead of an array of one. `title` is that of a book.
    """

    ids: tuple[str, ...]
    format: Format
    path: Path
    article: bool = False
    each: bool = False
    template: str = DEFAULT
    title: str = ""
    record: bool = False
    force: bool = False


def format_of(path: str) -> Format | None:
    """Return the format that a file's name asks for by its suffix."""
    suffix = Path(path).suffix.lower().lstrip(".")
    suffix = {"markdown": "md", "htm": "html"}.get(suffix, suffix)
    return next((name for name in FORMATS if name == suffix), None)


def default_name(template: str, brief: Brief | None) -> str:
    """Return the name, without a suffix, that one file of a brief gets, or of several; a broken template names none."""
    if brief is None:
        return BOOK
    try:
        return Template(template).name(brief)
    except UsageError:
        return Template().name(brief)


def check(wish: Wish) -> None:
    """Raise UsageError where a wish cannot be carried out, as far as it is seen before any brief is read."""
    if not str(wish.path).strip() or (not wish.path.name and not wish.each):
        raise UsageError("A path is needed: the file to write, or the folder for one file each.")
    if wish.each:
        Template(wish.template)
        if wish.path.exists() and not wish.path.is_dir():
            raise UsageError(f"{wish.path} is a file; name a folder for one file each.")


def pieces_of(wish: Wish, briefs: Iterable[Brief]) -> Iterable[str]:
    """Return the text of one file of several briefs, or of the only one, in pieces."""
    if wish.record:
        return (export_one(brief, wish.format, article=wish.article) for brief in briefs)
    return export_pieces(briefs, wish.format, article=wish.article, title=wish.title)


def paths_of(wish: Wish, briefs: Iterable[Brief]) -> list[Path]:
    """Return the files that would be written: one, or one for each brief, each under a name of its own.

    One file for a folder that is there gets a name in it. Raises UsageError where the template cannot be used.
    """
    if wish.each:
        return [wish.path / f"{name}.{wish.format}" for name in Template(wish.template).names(briefs)]
    if wish.path.is_dir():
        few = list(islice(briefs, 2))
        name = default_name(wish.template, few[0] if len(few) == 1 else None)
        return [wish.path / f"{name}.{wish.format}"]
    return [wish.path]


def carry_out(wish: Wish, library: Library) -> tuple[list[Path], bool]:
    """Write what is wished for and return the files and True; where some are there already, those and False.

    Nothing is written over unless the wish says so, and nothing at all where one would be. Raises UsageError where the
    template cannot be used, no brief is left, or a file cannot be written.
    """
    check(wish)
    named: list[str] = []

    def briefs() -> Iterator[Brief]:
        for _, brief in library.briefs(wish.ids):
            named.append(brief.id)
            yield brief

    if next(briefs(), None) is None:
        raise UsageError("The briefs to export are not in the library any more; nothing was written.")
    named.clear()
    paths = paths_of(wish, briefs())
    taken = [] if wish.force else [path for path in paths if path.exists()]
    if taken:
        return taken, False
    if not wish.each:
        write_new(paths[0], pieces_of(wish, briefs()), force=wish.force)
        return paths, True
    path_of = dict(zip(named, paths, strict=True))
    for _, brief in library.briefs(path_of):
        text = export_one(brief, wish.format, article=wish.article)
        write_new(path_of[brief.id], text, force=wish.force)
    return paths, True
