from __future__ import annotations

import inspect
from collections import Counter

import pytest

from tests.conftest import ROOT
from tui.app import BriefsApp
from tui.commands import BY_ID, COMMANDS, TITLES, Where, bindings, display_of, keys_of, table
from tui.screens.add import AddDialog
from tui.screens.ask import Confirm
from tui.screens.correct import CorrectDialog
from tui.screens.export import ExportDialog
from tui.screens.help import HelpScreen
from tui.screens.note import NoteDialog
from tui.screens.saved import SavedDialog
from tui.widgets.article_view import ArticleView
from tui.widgets.item_list import ItemList
from tui.widgets.query_input import QueryInput

# Where the action of a command is, by the place of the command.
HOMES: dict[str, tuple[type, ...]] = {
    "reader": (BriefsApp,),
    "query": (QueryInput,),
    "lists": (ItemList,),
    "article": (ArticleView,),
    "dialog": (AddDialog, CorrectDialog, NoteDialog),
    "saved": (SavedDialog,),
    "export": (ExportDialog,),
    "help": (HelpScreen,),
    "confirm": (Confirm,),
}


def test_ids_are_unique_and_every_command_is_explained() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert all(c.help.endswith(".") and c.title for c in COMMANDS)


@pytest.mark.parametrize("place", HOMES)
def test_no_two_commands_of_a_place_share_a_key(place: str) -> None:
    keys = Counter(key for c in COMMANDS if c.place == place for key in keys_of(c, {}))
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_a_prefix_of_tmux_or_screen() -> None:
    keys = {key for c in COMMANDS for key in keys_of(c, {})}
    assert not keys & {"ctrl+b", "ctrl+a", "ctrl+c"}
    assert [c.id for c in COMMANDS if "ctrl+z" in keys_of(c, {})] == ["suspend"]  # what it means in every shell


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_every_command_has_its_action(command: object) -> None:
    command = BY_ID[str(getattr(command, "id", ""))]
    name = command.call.partition("(")[0].removeprefix("app.")
    for home in (BriefsApp,) if command.call.startswith("app.") else HOMES[command.place]:
        assert inspect.isroutine(getattr(home, f"action_{name}", None)), f"{home.__name__} has no action_{name}"


def test_every_binding_of_a_screen_or_widget_is_in_the_registry() -> None:
    for file in (ROOT / "tui").rglob("*.py"):
        if file.name != "commands.py":
            assert " Binding(" not in file.read_text(encoding="utf-8"), f"{file} has a key that cannot be configured"


@pytest.mark.parametrize("where", TITLES)
def test_every_binding_has_an_id_and_a_tooltip(where: Where) -> None:
    for binding in bindings(where):
        assert not isinstance(binding, tuple)
        assert binding.id in BY_ID
        assert binding.tooltip


def test_the_table_holds_every_command_of_the_palette() -> None:
    shown = table()
    for command in COMMANDS:
        assert (command.help in shown) == command.palette
    assert "| `/` | Search |" in shown


def test_keys_are_shown_as_people_write_them() -> None:
    assert display_of(BY_ID["star"], {"star": "asterisk,z"}) == "* z"
    assert keys_of(BY_ID["star"], {"star": "*"}) == ["asterisk"]
