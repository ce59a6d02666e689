"""The names that the index proposes to who types one."""

from __future__ import annotations

from tests.search_index.conftest import MakeIndex
from tests.search_index.corpus import add, brief


def test_names_come_in_the_order_of_their_briefs_and_follow_the_library(make_index: MakeIndex) -> None:
    library, index, _ = make_index(
        brief("One", "The first.", people=["Ada Lindqvist"], organisations=["Port Council"]),
        brief("Two", "The second.", people=["Bo Arne", "Zoe Marsh"]),
    )
    add(library, brief("Three", "The third.", people=["Zoe Marsh"]))
    index.catch_up()
    assert index.names("person", 9) == ["zoe marsh", "ada lindqvist", "bo arne"]
    assert index.names("person", 1) == ["zoe marsh"]
    assert index.names("organisation", 9) == ["port council"]
