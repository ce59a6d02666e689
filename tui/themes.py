"""The themes of the reader: Textual's own, and one of high contrast."""

from __future__ import annotations

import difflib

from textual.theme import BUILTIN_THEMES, Theme

VARIABLES = {"pane-border": "#80808080"}  # what the sheet uses beyond Textual's variables; a theme may say otherwise

# Every pair of text and background here has a contrast of at least 7:1 (WCAG 2.2, level AAA).
HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffb000",
    error="#ff8080",
    success="#00ff80",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    text_alpha=1.0,
    variables={
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-background": "#2a2a2a",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "input-cursor-background": "#ffff00",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#0050a0",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "foreground-muted": "#ffffff",
        "text-muted": "#ffffff",
        "text-disabled": "#d0d0d0",
        "text-primary": "#00ffff",
        "text-accent": "#ffff00",
        "text-warning": "#ffb000",
        "text-success": "#00ff80",
        "text-error": "#ff8080",
        "pane-border": "#ffffff",
    },
)


def problem_of(theme: str) -> str | None:
    """Return what is wrong with a theme's name in a configuration, as a sentence; None where there is such a theme."""
    names = (*BUILTIN_THEMES, HIGH_CONTRAST.name)
    if theme in names:
        return None
    near = difflib.get_close_matches(theme, names, n=1)
    return f"there is no theme '{theme}'; " + (f"did you mean '{near[0]}'?" if near else f"choose {', '.join(names)}.")
