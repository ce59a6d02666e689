"""The input of queries, loaded once the first paint is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.suggester import Suggester

from tui.commands import bindings
from tui.widgets.plain_input import PlainInput

if TYPE_CHECKING:
    from tui.searching.completion import Names


class _Completing(Suggester):
    """Proposes how the last word may go on, once the key that typed it was handled."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names: Names | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole query with its last word completed."""
        return (self.names.completed(value) if self.names else None) or None


class QueryInput(PlainInput):
    """The input of queries: it proposes how a word goes on, and remembers the queries before."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("query")

    def __init__(self, hint: str) -> None:
        self.completing = _Completing()
        super().__init__(
            placeholder=hint,
            id="search",
            compact=True,
            suggester=self.completing,
        )
        self.history: Sequence[str] = ()  # queries of before, the last one first
        self._place = 0  # among them; 0 is what was being typed
        self._typed = ""

    def complete(self) -> bool:
        """Take over what is proposed; False where nothing is."""
        before = self.value
        if self._suggestion and self.cursor_at_end:
            self.action_cursor_right()
        return self.value != before

    def action_history(self, step: int) -> None:
        """Put an older query into the input, or a newer one; after the newest comes what was being typed."""
        if self._place == 0:
            self._typed = self.value
        place = max(0, min(self._place + step, len(self.history)))
        if place != self._place:
            self._place = place
            self.value = self.history[place - 1] if place else self._typed
            self.cursor_position = len(self.value)

    def forget_place(self) -> None:
        """Begin with the last query again."""
        self._place = 0
