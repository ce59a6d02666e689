from __future__ import annotations

from pathlib import Path

import pytest

from briefs.errors import NotFoundError, UsageError
from briefs.library import Library, SavedSearch
from tests.briefs.library.conftest import Make


def test_searches_are_kept_under_names(library: Library) -> None:
    assert library.saved.all() == []
    library.saved.save("rail", "rail OR tram")
    library.saved.save("@Chips  today", "company:tsmc date:today")
    assert library.saved.get("@rail") == SavedSearch("rail", "rail OR tram", 0)
    assert [s.name for s in library.saved.all()] == ["Chips today", "rail"]
    library.saved.save("rail", "railway")
    assert library.saved.get("rail").query == "railway"
    library.saved.remove("rail")
    with pytest.raises(NotFoundError, match="there are Chips today"):
        library.saved.get("rail")
    with pytest.raises(NotFoundError):
        library.saved.remove("rail")
    with pytest.raises(UsageError):
        library.saved.save(" @ ", "x")
    library.saved.save("odd\udcff", "odd \udcff\x1b query")
    assert library.saved.get("odd\udcff") == SavedSearch("odd", "odd  query", 0)


def test_what_was_seen_never_goes_back_and_outlives_a_new_query(library: Library) -> None:
    library.saved.save("rail", "rail")
    assert library.saved.get("rail").seen == 0
    library.saved.seen("rail", 7)
    library.saved.seen("rail", 5)
    library.saved.save("rail", "rail OR tram")
    assert library.saved.get("rail").seen == 7
    with pytest.raises(NotFoundError, match="there are rail"):
        library.saved.seen("tram", 1)


def test_what_arrived_since(library: Library, make: Make) -> None:
    old = library.add(*make("A ferry for the islands.")).id
    since = library.sequence()
    new = library.add(*make("A tram for the town.")).id
    library.replace(old, make("A ship for the islands.")[2])
    library.put_back(library.take_out([old]))
    assert library.sequence() > since + 1
    assert library.arrived(since) == {new}
    assert library.arrived(0) == {old, new}
    assert library.arrived(library.sequence()) == set()


def test_state_outlives_the_session(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.state.get("last") is None
        library.state.set("last", "abc")
        library.state.set("theme", "dark")
        library.state.set("last", "def")
        library.state.set("theme", None)
    with Library.open(tmp_path) as library:
        assert library.state.get("last") == "def"
        assert library.state.get("theme") is None
