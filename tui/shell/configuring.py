"""The configuration, explained: `config`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.shell.codes import NOTHING_FOUND
from tui.shell.options import json_option, library_option

if TYPE_CHECKING:
    from pathlib import Path

    from tui.settings import Explained, Settings


@click.command()
@click.option("--path", "only_path", is_flag=True, help="Print where the file is, or would be.")
@click.option("--init", "make", is_flag=True, help="Write a file that explains all settings, each commented out.")
@json_option
@library_option
@click.pass_context
def config(context: click.Context, only_path: bool, make: bool, as_json: bool) -> int:
    """Print the configuration in force. It is TOML: each setting with where its value comes from, and every key.

    The file is the one that $BRIEFS_CONFIG names, else config.toml in the platform's configuration folder. What is
    wrong in it is reported, and makes the exit code 1.

    JSON is an object: file, settings (name, value, origin, help), keys (id, keys, origin, where, help), problems.
    """
    if only_path + make + as_json > 1:
        raise click.UsageError("Choose one of --path, --init and --json.")
    from tui.settings import Settings, config_file, explained, load_settings
    from tui.shell.output import complain, print_json

    file = config_file()
    if only_path:
        click.echo(str(file))
        return 0
    if make:
        _write(file, "\n".join(_document(explained(Settings(), None, {}), {}, commented=True)) + "\n")
        return 0
    settings = load_settings()
    rows = explained(settings, context.find_root().meta.get("library"))
    keymap, problems = _examined(settings)
    if as_json:
        print_json({"file": str(file), "settings": _records(rows), "keys": _key_records(keymap), "problems": problems})
    else:
        click.echo(f"# {settings.file or f'{file} is not there: the defaults are in force; --init writes it.'}\n")
        click.echo("\n".join(_document(rows, keymap)))
    for problem in problems:
        complain(problem)
    return NOTHING_FOUND if problems else 0


def _write(file: Path, text: str) -> None:
    from briefs.errors import UsageError
    from tui.exports.files import write_new
    from tui.shell.output import say

    if file.exists():
        raise UsageError(f"{file} exists already; edit it, or move it away for a new one.")
    write_new(file, text)
    say(f"Wrote {file}")


def _examined(settings: Settings) -> tuple[dict[str, str], list[str]]:
    """Return the keymap, and everything that is wrong in the file."""
    from briefs.errors import UsageError
    from briefs.export.names import Template
    from tui.keymap import keymap_of

    keymap, problems = keymap_of(settings.keys)
    if settings.theme:
        from tui.themes import problem_of

        problems += filter(None, [problem_of(settings.theme)])
    try:
        Template(settings.export_name)
    except UsageError as error:
        problems.append(f"export_name: {error}")
    return keymap, [*settings.problems, *(f"{settings.file}: {problem}" for problem in problems)]


def _document(rows: Sequence[Explained], keymap: dict[str, str], *, commented: bool = False) -> Iterator[str]:
    """Yield the lines of a configuration file that says what is in force; `commented` ones say it without effect."""
    from tui.commands import COMMANDS, TITLES

    mark = "# " if commented else ""
    for row in rows:
        if row.name == "keys":
            continue
        yield f"# {row.text}"
        if row.value is None:
            yield f'# {row.name} = ""  # not set'
        else:
            yield f"{mark}{row.name} = {_toml(row.value)}" + ("" if commented else f"  # {row.origin}")
        yield ""
    yield "# " + next(row.text for row in rows if row.name == "keys")
    yield "[keys]"
    for where, title in TITLES.items():
        yield f"# {title}"
        for command in COMMANDS:
            if command.where == where:
                keys = keymap.get(command.id, command.keys)
                origin = "file: " if command.id in keymap else ""
                yield f"{mark}{command.id} = {_toml(keys)}  # {origin}{command.help}"


def _toml(value: str | float) -> str:
    from briefs.text import displayable

    return json.dumps(displayable(value) if isinstance(value, str) else value, ensure_ascii=False)


def _records(rows: Sequence[Explained]) -> list[dict[str, Any]]:
    return [
        {"name": row.name, "value": row.value, "origin": row.origin, "help": row.text}
        for row in rows
        if row.name != "keys"
    ]


def _key_records(keymap: dict[str, str]) -> list[dict[str, Any]]:
    from tui.commands import COMMANDS, keys_of

    return [
        {
            "id": command.id,
            "keys": keys_of(command, keymap),
            "origin": "file" if command.id in keymap else "default",
            "where": command.where,
            "help": command.help,
        }
        for command in COMMANDS
    ]
