"""Briefs made by hand in a library of its own, and the reader on them: no network, no home folder, no animation."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from briefs.library import Library
from briefs.model import (
    Article,
    Author,
    Block,
    Brief,
    Entity,
    Evidence,
    Ground,
    Grounds,
    KeyFigure,
    Link,
    Mention,
    Original,
    Quotation,
    Source,
    Subject,
    SummarySentence,
)
from briefs.parts import false_evidence
from search_index import Index
from tests.made import made_brief
from tests.tui.settling import Deadline, press, settle
from tui.app import BriefsApp
from tui.cli import main
from tui.settings import Settings


def evidence(body: str, text: str, occurrence: int = 0) -> Evidence:
    """The place of `text` in `body`; it must be there."""
    start = [m.start() for m in re.finditer(re.escape(text), body)][occurrence]
    return Evidence("body", start, start + len(text), text)


def mentions(body: str, name: str) -> tuple[Mention, ...]:
    return tuple(Mention("body", m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), body))


def sentence_of(body: str, text: str) -> tuple[int, str]:
    """The paragraph that holds `text`, as the sentence."""
    at = body.index(text)
    start = body.rfind("\n", 0, at) + 1
    end = body.find("\n", at)
    return start, body[start : len(body) if end < 0 else end]


def make_brief(
    number: int,
    title: str,
    paragraphs: Sequence[str],
    *,
    published: str | None = "2025-02-14",
    publisher: str | None = "The Harbour Post",
    companies: Sequence[str] = (),
    people: Sequence[tuple[str, str | None]] = (),
    countries: Sequence[tuple[str, str]] = (),
    figures: Sequence[tuple[str, float, str]] = (),
    said: Sequence[tuple[str, str]] = (),
    address: str | None = None,
    linked: Sequence[tuple[str, str]] = (),
) -> Brief:
    """A brief whose evidence is true: everything named is looked up in the paragraphs."""
    body = "\n\n".join(paragraphs)
    blocks, offset = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", offset, offset + len(text)))
        offset += len(text) + 2
    summary = tuple(SummarySentence(p, evidence(body, p), ("opens the article",)) for p in paragraphs[:3])
    key_figures = []
    for text, value, unit in figures:
        start, sentence = sentence_of(body, text)
        key_figures.append(
            KeyFigure(text, value, unit, evidence(body, text), sentence, start, measures=f"what {text} is about")
        )
    quotations, sources = [], []
    for speaker, words in said:
        quotations.append(Quotation(words, True, evidence(body, words), speaker=speaker))
        start, sentence = sentence_of(body, words)
        statement = Evidence("body", start, start + len(sentence), sentence)
        sources.append(Source(speaker, "person", (evidence(body, speaker),), statements=(statement,)))
    brief = made_brief(
        body,
        gist=paragraphs[0][:140],
        id=f"{number:016x}",
        title=title,
        published=published,
        publisher=publisher,
        authors=(Author("Ines Calder"),),
        language="en",
        address=address,
        summary=summary,
        key_figures=tuple(key_figures),
        companies=tuple(
            Entity(f"company:{n.lower()}", "company", n, main=True, mentions=mentions(body, n)) for n in companies
        ),
        people=tuple(Entity(f"person:{n.lower()}", "person", n, role=r, mentions=mentions(body, n)) for n, r in people),
        countries=tuple(
            Entity(f"country:{c}", "country", n, main=True, code=c, mentions=mentions(body, n)) for c, n in countries
        ),
        sources=tuple(sources),
        quotations=tuple(quotations),
        subjects=(Subject("harbour", evidence(body, "harbour")),) if "harbour" in body else (),
        blocks=tuple(blocks),
        links=tuple(Link(e.start, e.end, url) for text, url in linked for e in [evidence(body, text)]),
        grounds=Grounds(Ground((), 0.9), Ground((), 0.9), Ground((), 0.9), Ground((), 0.9)),
    )
    assert false_evidence(brief) == []
    return brief


def three_briefs() -> list[Brief]:
    """Three articles of our own."""
    return [
        make_brief(
            1,
            "Arvenport cranes go quiet as Kestrel Marine halts its second dock",
            (
                "Kestrel Marine stopped work on its second dock in Norway on Friday, a month before it was to open.",
                "The harbour had counted on $4.2 billion of freight a year, and 1,300 jobs.",
                "“We build when the sea lets us,” said Ada Lindqvist, who runs the yard. Kestrel Marine named no date.",
                "Norway will decide in spring whether the state steps in.",
            ),
            companies=("Kestrel Marine",),
            people=(("Ada Lindqvist", "head of the yard"),),
            countries=(("NO", "Norway"),),
            figures=(("$4.2 billion", 4.2e9, "USD"), ("1,300 jobs", 1300.0, "jobs")),
            said=(("Ada Lindqvist", "We build when the sea lets us"),),
            address="https://harbourpost.example/kestrel",
            linked=(("second dock", "https://harbourpost.example/dock"),),
        ),
        make_brief(
            2,
            "Oriole Foods buys a mill in Kenya",
            (
                "Oriole Foods has bought a flour mill near Nakuru in Kenya for 310 million shillings.",
                "Output is to grow by 12% within two years.",
            ),
            published="2025-02-12",
            publisher="Millers Weekly",
            companies=("Oriole Foods",),
            countries=(("KE", "Kenya"),),
            figures=(("310 million shillings", 3.1e8, "KES"), ("12%", 12.0, "percent")),
        ),
        make_brief(
            3,
            "A long winter for the salt ponds of Brittany",
            ("Salt makers in France harvested 40% less than usual.", "Rain fell on 71 days of the season."),
            published=None,
            publisher=None,
            countries=(("FR", "France"),),
            figures=(("40%", 40.0, "percent"),),
        ),
    ]


def fill(library: Library, briefs: Sequence[Brief]) -> None:
    """Add briefs as an ingest would, without converting anything."""
    for brief in briefs:
        original = Original(f"{brief.id} {brief.body}".encode(errors="replace"), "text/plain")
        article = Article(brief.body, brief.blocks)
        library.add(original, article, brief, f"{brief.id}.txt")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        fill(opened, three_briefs())
        yield opened


@pytest.fixture
def settings() -> Settings:
    return Settings(read_after=0, debounce=0, watch=0, theme="textual-dark")


class Reader:
    """The application under a pilot, with what tests ask of it."""

    def __init__(self, app: BriefsApp, pilot: Pilot[None], messages: list[Message]) -> None:
        self.app = app
        self.pilot = pilot
        self.messages = messages
        self.notices: list[str] = []  # what the person was told

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is so; fail where it never is."""
        deadline = Deadline()
        while not condition():
            await deadline.turn(lambda: f"{inspect.getsource(condition).strip()}; said was: {self.notices}")
            if self.app.is_running:
                self.app.screen._on_timer_update()
        await settle(self.app)

    async def settle(self) -> None:
        """Wait until everything that was asked for is done and on the screen."""
        await settle(self.app)

    async def press(self, *keys: str) -> None:
        """Press keys, and wait after each for what comes of it."""
        for key in keys:
            await press(self.app, key)

    async def write(self, text: str) -> None:
        """Type a text."""
        names = {" ": "space", ":": "colon", '"': "quotation_mark", "-": "minus", "/": "slash", ".": "full_stop"}
        await self.press(*[names.get(character, character) for character in text])

    def posted(self, kind: type[M]) -> list[M]:
        """The messages of a kind that were posted so far."""
        return [message for message in self.messages if isinstance(message, kind)]

    @property
    def titles(self) -> list[str]:
        """The titles in the list."""
        return [item.row.title for _, item in sorted(self.app.briefs.listed.items())]

    def text(self, selector: str | type[Widget] = "Screen") -> str:
        """What a widget, or the whole screen, shows: its lines as they are painted."""
        if selector == "Screen":
            lines = self.app.screen._compositor.render_strips()
            return "\n".join(strip.text for strip in lines)
        widget = self.app.screen.query_one(selector)
        return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


M = TypeVar("M", bound=Message)
Open = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def reader(library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open the reader at a size, on the library of this test or another."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 36),
        *,
        on: Library | None = None,
        ready: bool = True,
        **changed: object,
    ) -> AsyncIterator[Reader]:
        messages: list[Message] = []
        chosen = on or library
        index = Index.open(chosen)
        app = BriefsApp(chosen, index, msgspec.structs.replace(settings, **changed))
        app.rest = 0.001
        monkeypatch.setattr(BriefsApp, "NOTIFICATION_TIMEOUT", 600)  # a notice is still there on a busy machine
        async with app.run_test(size=size, notifications=True, tooltips=True, message_hook=messages.append) as pilot:
            reader = Reader(app, pilot, messages)
            notify = app.notify

            def told(message: str, **how: Any) -> None:
                reader.notices.append(message)
                notify(message, **how)

            monkeypatch.setattr(app, "notify", told)
            if ready:
                await reader.until(lambda: app.indexed)
                await reader.settle()
            yield reader
            assert not [n for n in reader.notices if "fault of the program" in n]
        app.finish_writing()
        index.close()

    return opened


@pytest.fixture
def late_brief() -> Callable[[Library], None]:
    """Add one more brief to a library, as another process would."""

    def add(library: Library) -> None:
        fill(
            library, [make_brief(9, "A fourth one arrives", ("It came late to the harbour.",), published="2024-01-01")]
        )

    return add


@pytest.fixture
def long_brief(library: Library) -> str:
    """A brief of 400 paragraphs, the oldest that has a date; its identifier."""
    paragraphs = [f"Paragraph {n} tells of the harbour, its cranes and the wind of day {n}." for n in range(400)]
    brief = make_brief(7, "The long log of a harbour", paragraphs, published="1999-01-01")
    fill(library, [brief])
    return brief.id


def ready(*keys: str) -> Callable[[Pilot[None]], Any]:
    """For `run_before` of a picture: press the keys, and wait after each until nothing is under way."""

    async def run(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, BriefsApp)
        deadline = Deadline()
        while not app.indexed:
            await deadline.turn(lambda: "indexing")
        await settle(app)
        for key in keys:
            await press(app, key)

    return run


class Ended:
    """What a command left: its exit code, what it printed and what it said."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], library_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, as in a shell: with the bundled samples for its library."""
    monkeypatch.setenv("BRIEFS_LIBRARY", str(library_folder))

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return run
