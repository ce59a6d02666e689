from __future__ import annotations

import pytest

from tui.commands import COMMANDS, Command, keys_of
from tui.keys import display, is_key, named


def test_keys_are_shown_as_people_write_them() -> None:
    assert [display(key) for key in ("slash", "ctrl+d", "f1", "J", "pagedown")] == ["/", "Ctrl+D", "F1", "J", "PgDn"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_a_key_can_be_written_as_it_is_shown(command: Command) -> None:
    for key in keys_of(command, {}):
        assert is_key(key)
        assert named(display(key)) == key


@pytest.mark.parametrize(
    ("written", "name"),
    [("Ctrl+D", "ctrl+d"), ("ctrl++", "ctrl+plus"), ("+", "plus"), ("§", "section_sign"), ("É", "É"), ("F12", "f12"),
     ("pagedown", "pagedown"), ("PgDn", "pagedown"), ("Ctrl+?", "ctrl+question_mark"), ("at", "at"), ("←", "left"),
     ("less_than_sign", "less_than_sign"), (" ctrl+Left ", "ctrl+left")],
)  # fmt: skip
def test_keys_have_one_name(written: str, name: str) -> None:
    assert named(written) == name
    assert is_key(name)


@pytest.mark.parametrize("name", ["f25", "control+x", "letter_a", "latin_small_letter_a", "no_sign_at_all", "solidus"])
def test_what_is_no_key(name: str) -> None:
    assert not is_key(name)
