"""Whatever comes in gives a brief or a clear refusal, in time that grows with its length and no faster."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest

from briefs.convert import convert
from briefs.errors import SourceError
from briefs.model import Brief, Original
from briefs.parts import false_evidence
from briefs.readers import read
from briefs.readers.bounds import LONGEST
from tests.growth import is_linear

SAID = "The harbour of Aden will close on Friday for 3 days, said Lena Brandt, who heads the port authority. "
STORY = SAID + "Brandt Steel lost $4.5 million in May. "
PAGE = "<html><body>{}</body></html>"


def brief_of(text: str, kind: str = "text/plain") -> Brief:
    (article,) = read(Original(text.encode("utf-8", "replace"), kind))
    brief = convert(article, "id")
    assert false_evidence(brief) == []
    return brief


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*** --- ***\n...\n!!!", "text/plain"),
        ("Home\nNews\nSport\nLog in\nContact us\nPrivacy policy\n© 2024 Post", "text/plain"),
        (PAGE.format("<nav><a href='/a'>Home</a> <a href='/b'>Sport</a> <a href='/c'>Log in</a></nav>"), "text/html"),
        (PAGE.format("<h1>Sign in</h1><p>Password</p><p>Please sign in to continue reading.</p>"), "text/html"),
        ("Post\n\nSign in\n\nEmail address\n\nYou have reached your limit of free articles.", "text/plain"),
        ("<html><head><title>Harbour closes</title></head></html>", "text/html"),
        (PAGE.format(""), "text/html"),
        ("1," * 20_000, "text/plain"),
        ("<" * 20_000, "text/html"),
    ],
)
def test_what_holds_no_article_is_refused_in_one_sentence(text: str, kind: str) -> None:
    with pytest.raises(SourceError) as refused:
        brief_of(text, kind)
    happened, _, do = str(refused.value).partition("; ")
    assert happened
    assert do.endswith(".")


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("The harbour of Aden will close on Friday.", "text/plain", "close on Friday"),
        ("The court will register the party on Friday.", "text/plain", "register the party"),
        (STORY * 3 + "\n\nDer Hafen von Aden wird am Freitag geschlossen, sagte Brandt.", "text/plain", "Der Hafen"),
        ((STORY * 20).upper(), "text/plain", "THE HARBOUR OF ADEN"),
        (STORY.replace(".", "").replace(",", "") * 50, "text/plain", "port authority Brandt Steel"),
        ("<div>" * 20_000 + STORY, "text/html", "will close on Friday"),
        (PAGE.format("<ul><li>" * 5_000 + STORY * 3), "text/html", "will close on Friday"),
        (">" * 5_000 + " " + STORY, "text/markdown", "will close on Friday"),
        (
            "“Müller” of Zürich — said so. ".encode().decode("cp1252", "replace") * 20,
            "text/plain",
            "“Müller” of Zürich —",
        ),
    ],
)
def test_what_holds_an_article_gives_a_brief(text: str, kind: str, kept: str) -> None:
    assert kept in brief_of(text, kind).body


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (SAID * (LONGEST // len(SAID) + 1), "text/plain", "no article has more than 6,000,000; cut it into its parts."),
        (SAID * (LONGEST // len(SAID) + 1), "text/markdown", "has more than 6,000,000; cut it into its parts."),
        (PAGE.format("<b>" * 1_000_001), "text/html", "no article's has more than 1,000,000; save the article alone."),
    ],
)
def test_what_is_larger_than_any_article_is_refused_before_it_costs_anything(text: str, kind: str, said: str) -> None:
    with pytest.raises(SourceError) as refused:
        brief_of(text, kind)
    assert said in str(refused.value)


HOSTILE = (
    *(
        "a",
        "1,",
        "“",
        "Harbour (",
        "Brandt. ",
        "Steel and ",
        "a@",
        "a.b/",
        "Ph.D., ",
        "X's ",
        "X' ",
        "By A and ",
    ),
    *(
        "港口",
        "said A, ",
        "(A) ",
        "© A ",
        "<p ",
        "&amp;",
        "[",
        "**a",
        "\n- a",
        "3 May 2024 ",
        "A\n",
        "of the A ",
        "A-B-",
    ),
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def converting(length: int) -> Callable[[], object]:
        text = (STORY + "\n\n" + piece * (length // len(piece)))[:length]

        def convert_it() -> None:
            with contextlib.suppress(SourceError):
                brief_of(text)

        return convert_it

    assert is_linear(converting, 5_000)
