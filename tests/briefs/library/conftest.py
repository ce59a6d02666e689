from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefs.identity import identifier_of
from briefs.library import Library
from briefs.model import Article, Block, Brief, Entity, MadeBy, Mention, Original
from tests.made import made_brief

Made = tuple[Original, Article, Brief]
Make = Callable[..., Made]


def _make(
    body: str,
    *,
    title: str | None = None,
    published: str | None = None,
    address: str | None = None,
    data: bytes | None = None,
    part: int = 0,
    converter: int = 1,
    companies: tuple[Entity, ...] = (),
    people: tuple[Entity, ...] = (),
    countries: tuple[Entity, ...] = (),
) -> Made:
    """An article whose conversion is beside the point: the library is what is tested."""
    original = Original(body.encode() if data is None else data, "text/plain", "somewhere.txt", "2025-03-01T08:00:00Z")
    blocks = (Block("paragraph", 0, len(body)),)
    brief = made_brief(
        body,
        id=identifier_of(original, part),
        title=title,
        published=published,
        language="en",
        address=address,
        companies=companies,
        people=people,
        countries=countries,
        made_by=MadeBy(converter, "tables"),
    )
    return original, Article(body, blocks, address=address), brief


@pytest.fixture
def make() -> Make:
    return _make


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def entity() -> Callable[..., Entity]:
    def named(kind: str, name: str, body: str, *, key: str | None = None, code: str | None = None) -> Entity:
        start = body.index(name)
        mention = Mention("body", start, start + len(name), name, "lead")
        identifier = key or f"{kind}:{name.lower().replace(' ', '-')}"
        return Entity(identifier, kind, name, main=True, code=code, mentions=(mention,))  # type: ignore[arg-type]

    return named
