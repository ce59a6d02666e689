"""Numbers in the words of a command."""

from __future__ import annotations

from typing import Any

import click

from briefs.text import displayable


class WholeNumber(click.IntRange):
    """A whole number from one on, or to another; what is none is refused in the words of a person."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; raises BadParameter."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            wanted = f"from {self.min} {'on' if self.max is None else f'to {self.max}'}"
            self.fail(f"“{displayable(str(value))}” is no whole number {wanted}.", param, ctx)
