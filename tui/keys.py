"""How keys are called: by Textual ("question_mark", "ctrl+d"), and by people ("?", "Ctrl+D")."""

from __future__ import annotations

import string
import unicodedata

# Signs that Textual calls by another name than Unicode does.
_OTHERWISE = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


def _name_of(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _OTHERWISE.get(name, name)


_DISPLAYED = {_name_of(sign): sign for sign in string.punctuation} | {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "insert": "Insert",
    "delete": "Delete",
    "backspace": "Backspace",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
}
_NAMED = {shown.casefold(): name for name, shown in _DISPLAYED.items()}
_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")


def display(key: str) -> str:
    """Return a key as people write it: "?", "Ctrl+D", "F1"."""
    *modifiers, base = key.split("+")
    shown = _DISPLAYED.get(base) or (base.upper() if modifiers or _is_function_key(base) else base)
    return "+".join([*(modifier.title() for modifier in modifiers), shown])


def named(key: str) -> str:
    """Return Textual's name for a key, whichever way it is written: "?", "PgDn", "Ctrl+D", "ctrl+d"."""
    key = key.strip()
    *modifiers, base = [*key.split("+")[:-2], "+"] if key.endswith("+") else key.split("+")
    folded = base.casefold()
    if folded in _NAMED:
        base = _NAMED[folded]
    elif len(base) == 1:
        base = _name_of(folded if modifiers else base)
    else:
        base = folded
    return "+".join([*(modifier.casefold() for modifier in modifiers), base])


def is_key(name: str) -> bool:
    """Tell whether a key of this name exists for Textual."""
    *modifiers, base = name.split("+")
    if not set(modifiers) <= set(_MODIFIERS):
        return False
    if len(base) == 1 or base in _DISPLAYED or _is_function_key(base):
        return True
    try:
        return _name_of(unicodedata.lookup(base.replace("_", " "))) == base
    except KeyError:
        return False


def _is_function_key(name: str) -> bool:
    return name[:1] == "f" and name[1:].isdecimal() and 1 <= int(name[1:]) <= 24
