"""Indexes of small libraries of our own sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from briefs.library import Library
from briefs.model import Brief
from search_index import Index
from tests.search_index.corpus import add, generated, library_of
from tests.search_index.twins import Twins

TODAY = date(2025, 3, 12)  # a Wednesday

MakeIndex = Callable[..., tuple[Library, Index, list[str]]]


@pytest.fixture
def make_index(tmp_path: Path) -> Iterator[MakeIndex]:
    """Return what makes a library of briefs with its index, caught up."""
    opened: list[Library] = []

    def make(*briefs: Brief) -> tuple[Library, Index, list[str]]:
        library = Library.open(tmp_path / f"library-{len(opened)}")
        opened.append(library)
        ids = add(library, *briefs)
        index = Index.open(library, today=lambda: TODAY)
        index.catch_up()
        return library, index, ids

    yield make
    for library in opened:
        library.close()


@pytest.fixture(scope="session")
def shared_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Index]]:
    """Return a library of sixty random briefs with its index; neither is to be changed."""
    with library_of(tmp_path_factory.mktemp("shared") / "library", generated(60)) as library:
        index = Index.open(library, today=lambda: TODAY)
        index.catch_up()
        yield library, index


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    return Twins(tmp_path)
