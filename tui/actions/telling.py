"""What the person is told: how far work is, what could not be done, and that a thing was done."""

from __future__ import annotations

from textual import on

from tui.actions.reading import Reading
from tui.process.later import Later
from tui.widgets.plain import tell
from tui.workers.messages import Adding, Broken, Failed, Indexing

_FAILED = 10.0  # seconds that a failure is shown


class Telling(Reading, room=True):
    """The application with its notices."""

    _failures: frozenset[str] = frozenset()  # those that are shown now

    def say(self, text: str) -> None:
        """Tell the person something that may quote an article."""
        tell(self, text)

    def action_help_quit(self) -> None:
        """Say how to leave to somebody who presses Ctrl+C, which copies while one types."""
        self.say(f"{self.key('quit')} leaves the reader.")

    @on(Indexing)
    def _indexing(self, event: Indexing) -> None:
        self.bar.set_status(f"indexed {event.done:,} of {event.total:,}…")

    @on(Adding)
    def _adding(self, event: Adding) -> None:
        of = f" of {event.total:,}" if event.total else ""
        self.bar.set_status(f"adding {event.done:,}{of}: {event.source}")

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        text = str(event.error)
        if text not in self._failures:  # one fault may stop everything that is asked for: once will do
            self._failures |= {text}
            Later(self, _FAILED, lambda: self._forget_failure(text))
            tell(self, text, error=True, seconds=_FAILED)

    def _forget_failure(self, text: str) -> None:
        self._failures -= {text}

    @on(Broken)
    def _broken(self, event: Broken) -> None:
        text = f"{type(event.error).__name__}: {event.error}. This is a fault of the program; the library is safe."
        tell(self, text, title="Something went wrong", error=True, seconds=20)
