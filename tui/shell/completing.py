"""What the shell completes: commands and options by click, and from the library its briefs, names and searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click
from click.shell_completion import BashComplete, CompletionItem, FishComplete, add_completion_class

if TYPE_CHECKING:
    from briefs.library import Library

Completion = list[CompletionItem[str]]
Completer = Callable[[click.Context, click.Parameter, str], Completion]

_RECENT = 2000  # briefs whose names are offered: those of a large library would take too long, and fill the screen
_VARIABLE = "_BRIEFS_COMPLETE"


def _from_library(values: Callable[[Library, str], Iterable[tuple[str, str]]]) -> Completer:
    """Return a completion from what `values` gives for the library and what is typed: pairs of a text and its help."""

    def complete(context: click.Context, _parameter: click.Parameter, typed: str) -> Completion:
        from briefs.errors import BriefsError
        from briefs.library import Library
        from briefs.text import displayable, squash
        from tui.settings import library_folder

        try:
            folder = library_folder(context.find_root().meta.get("library"))
            with Library.open(folder, create=False) as library:
                found = dict(values(library, typed))
        except BriefsError:  # while somebody types is no time to complain
            return []
        beginning = typed.casefold()
        return [
            CompletionItem(value, help=squash(displayable(text)))
            for value, text in found.items()
            if value.casefold().startswith(beginning) and value == squash(displayable(value))
        ]

    return complete


def _ids(library: Library, typed: str) -> Iterator[tuple[str, str]]:
    beginning = typed.casefold()
    ids = [identifier for identifier in library.ids() if identifier.startswith(beginning)]
    for row in library.rows(ids[:_RECENT]):
        yield row.id, row.title


def _countries(library: Library, typed: str) -> Iterator[tuple[str, str]]:
    from briefs.tables import default_tables

    by_code = default_tables().country_by_code
    for code in sorted({code for row in library.latest(_RECENT) for code in row.countries}):
        name = by_code[code].name if code in by_code else ""
        yield code, name
        if typed:
            yield name, code


def _companies(library: Library, _typed: str) -> Iterator[tuple[str, str]]:
    return ((name, "") for name in sorted({name for row in library.latest(_RECENT) for name in row.companies}))


def _publishers(library: Library, _typed: str) -> Iterator[tuple[str, str]]:
    return ((name, "") for name in sorted({row.publisher or "" for row in library.latest(_RECENT)} - {""}))


def _months(library: Library, _typed: str) -> Iterator[tuple[str, str]]:
    months = {(row.published or "")[:7] for row in library.latest(_RECENT)} - {""}
    return ((month, "") for month in sorted(months, reverse=True))


def _tags(library: Library, _typed: str) -> Iterator[tuple[str, str]]:
    return ((tag, f"{count} briefs") for tag, count in library.marks.tags().items())


def _saved(library: Library, _typed: str) -> Iterator[tuple[str, str]]:
    return ((f"@{saved.name}", saved.query) for saved in library.saved.all())


ids = _from_library(_ids)
countries = _from_library(_countries)
companies = _from_library(_companies)
publishers = _from_library(_publishers)
months = _from_library(_months)
tags = _from_library(_tags)
saved_searches = _from_library(_saved)


def files(_context: click.Context, _parameter: click.Parameter, typed: str) -> Completion:
    """Let the shell complete files."""
    return [CompletionItem(typed, type="file")]


def folders(_context: click.Context, _parameter: click.Parameter, typed: str) -> Completion:
    """Let the shell complete folders."""
    return [CompletionItem(typed, type="dir")]


class _Bash(BashComplete):
    """Click's completion for bash, but with names of several words, which stand escaped on the line.

    What comes from articles is text: between quotation marks only what means nothing to the shell there is offered.
    """

    source_template = r"""%(complete_func)s() {
    local type value quoted
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                if [[ ${COMP_WORDS[COMP_CWORD]} != [\"\']* ]]; then
                    printf -v quoted '%%q' "$value"
                    COMPREPLY+=("$quoted")
                elif [[ $value != *[\"\'\\\$\`!]* ]]; then
                    COMPREPLY+=("$value")
                fi ;;
        esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD %(complete_var)s=bash_complete "$1")
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""


class _Fish(FishComplete):
    """Click's completion for fish, but with names and titles that hold a comma."""

    source_template = FishComplete.source_template.replace('split ","', 'split --max 1 ","')


add_completion_class(_Bash)
add_completion_class(_Fish)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script for completion in a shell. It completes commands, options, IDs and names.

    \b
    bash:  echo 'eval "$(briefs completion bash)"' >> ~/.bashrc
    zsh:   echo 'eval "$(briefs completion zsh)"' >> ~/.zshrc     (after compinit)
    fish:  briefs completion fish > ~/.config/fish/completions/briefs.fish
    """  # noqa: D301, click's mark before lines that stay as they are
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(context.find_root().command, {}, "briefs", _VARIABLE).source(), nl=False)
