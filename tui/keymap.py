"""The configuration's [keys]: what of it can be used, and a sentence for everything that cannot."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from tui.commands import BY_ID, COMMANDS, TITLES, Command, keys_of
from tui.keys import display, is_key, named


def keymap_of(keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the usable part of a configuration's [keys], and a sentence for each entry that is unknown or clashes.

    Of two commands that claim one key in one place, the one that the configuration names keeps it.
    """
    problems: list[str] = []
    usable: dict[str, str] = {}
    for name, value in keys.items():
        if name not in BY_ID:
            near = difflib.get_close_matches(name, BY_ID, n=1)
            problems.append(f"[keys]: there is no command '{name}'" + (f"; did you mean '{near[0]}'?" if near else "."))
            continue
        names = [named(key) for key in value.split(",") if key.strip()]
        unknown = [key for key in names if not is_key(key)]
        problems += [f"[keys]: '{name}' cannot have '{key}', for there is no such key." for key in unknown]
        known = [key for key in names if key not in unknown]
        if known:
            usable[name] = ",".join(known)
        else:
            problems.append(f"[keys]: '{name}' has no key; the default stays.")
    return usable, [*problems, *_clashes(usable), *_hidden(usable)]


def _clashes(keymap: Mapping[str, str]) -> Iterator[str]:
    taken: dict[tuple[str, str], str] = {}
    for command in sorted(COMMANDS, key=lambda c: c.id not in keymap):
        for key in keys_of(command, keymap):
            other = taken.setdefault((command.place, key), command.id)
            if other != command.id:
                yield f"[keys]: '{display(key)}' means both '{other}' and '{command.id}'; it runs '{other}'."


def _hidden(keymap: Mapping[str, str]) -> Iterator[str]:
    """Say which keys that work everywhere never arrive, for a list or the article takes them first."""
    before = set(_shadows({}))
    for near, far, key in _shadows(keymap):
        if (near, far, key) not in before:
            place = TITLES[near.where]
            yield f"[keys]: '{display(key)}' runs '{near.id}' {place[0].lower()}{place[1:]}, and '{far.id}' elsewhere."


def _shadows(keymap: Mapping[str, str]) -> Iterator[tuple[Command, Command, str]]:
    everywhere = {key: c for c in COMMANDS if c.where == "reader" and not c.first for key in keys_of(c, keymap)}
    for command in COMMANDS:
        if command.where in ("lists", "article"):  # dialogs and overviews stand in front of everything else
            for key in keys_of(command, keymap):
                if key in everywhere:
                    yield command, everywhere[key], key
