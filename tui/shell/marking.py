"""A reader's own marks in the shell: `mark`."""

from __future__ import annotations

import click

from tui.shell import completing
from tui.shell.options import library_option, named_ids, open_library


@click.command()
@click.argument("identifiers", nargs=-1, required=True, metavar="ID...", shell_complete=completing.ids)
@click.option("--read/--unread", default=None, help="As read, or as not read.")
@click.option("--star/--no-star", default=None, help="With a star, or without.")
@click.option("--tag", "tags", multiple=True, metavar="T", help="With this tag too.", shell_complete=completing.tags)
@click.option(
    "--remove-tag", "removed", multiple=True, metavar="T", help="Without this tag.", shell_complete=completing.tags
)
@library_option
def mark(
    identifiers: tuple[str, ...], read: bool | None, star: bool | None, tags: tuple[str, ...], removed: tuple[str, ...]
) -> None:
    """Mark briefs: read, starred, with a tag. All IDs must be known, else nothing is marked.

    ID - reads the IDs from standard input, as `briefs list --ids` and `briefs search --ids` print them.
    """
    if read is None and star is None and not tags and not removed:
        raise click.UsageError("Say how to mark them: --read, --unread, --star, --no-star, --tag T or --remove-tag T.")
    from briefs.library.marks import tag_name
    from tui.shell.output import say

    names = [tag_name(tag) for tag in (*tags, *removed)]  # one that is none is refused before anything is marked
    if both := set(names[: len(tags)]) & set(names[len(tags) :]):
        raise click.UsageError(f"The tag {min(both)} cannot be given and taken away at once.")
    with open_library() as library:
        ids = list(dict.fromkeys(library.resolve(one) for one in named_ids(identifiers)))
        done = [library.marks.set_read(ids, read)] if read is not None else []
        if star is not None:
            done.append(library.marks.set_starred(ids, star))
        done += [library.marks.add_tag(ids, tag) for tag in tags]
        done += [library.marks.remove_tag(ids, tag) for tag in removed]
    changed = {identifier for undo in done for identifier, _ in undo.before}
    others = len(ids) - len(changed)
    already = f"; {others:,} were so already" if others else ""
    say(f"Marked {len(changed):,} brief{'' if len(changed) == 1 else 's'}{already}.")
