"""Marks, found by analysing few words, are where the analysis of all words has what is sought."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from search_index.answers.highlighter import Highlighter
from search_index.queries.leaves import Prefix, Similar
from search_index.queries.query import Sought
from search_index.terms import analysis

_PIECES = (
    "e mail email E-mail em U.S. US us use R&D r&d rd C++ C# c 01.AI AI A.I. AI's X x-ray 1,000 1000 1.5bn 1,5 GPT-4o "
    "gpt4o O'Brien O’Brien obrien brien don't company companies Companies skies sky ski spies spy bus buses class the "
    "The THE of open-source opensource source co‑op coop Ångström angstrom É é e\u0301 İstanbul istanbul Łódź ſun K й "
    "芯片 半导体 삼성전자가 サムスン x_y xy __ _a a__b a-_b ab² ² ﬁnance finance soft\u00adware zero\u200dwidth "
    + "a"
    * 70
).split()
_BETWEEN = (" ", "", "-", "\n", "'", "’", ".", ",", "&", "_", "@", "+", "  ", "\t", "\u00a0", " — ", "/", "“", " _ ")
_PLAIN = " tin wagons went downhill at noon "  # in a text with few letters beyond ASCII not all words are analysed
_TEXTS = st.lists(
    st.tuples(
        st.sampled_from(_PIECES) | st.text(max_size=3),
        st.sampled_from(_BETWEEN) | st.just(" "),
        st.just("") | st.just(_PLAIN),
    ),
    min_size=1,
    max_size=12,
).map(lambda parts: _PLAIN.join(("", "".join(map("".join, parts)), _PLAIN * 2)))


@st.composite
def _asked(draw: st.DrawFn) -> tuple[str, list[Sought]]:
    """Return a text and what is sought: words of it or of others, alone or in a row, whole or only begun."""
    text, other = draw(_TEXTS), draw(_TEXTS)
    sought: list[Sought] = []
    for _ in range(draw(st.integers(1, 3))):
        places = list(analysis.tokens(draw(st.sampled_from([text, text, text, other]))))
        if not places:
            continue
        first = draw(st.integers(0, len(places) - 1))
        row = [draw(st.sampled_from(p.terms)) for p in places[first : first + draw(st.sampled_from([1, 1, 2, 3]))]]
        if draw(st.booleans()):
            sought.append(Sought("text", tuple(row), draw(st.sampled_from([(), places[0].terms[-1:]]))))
        elif draw(st.booleans()):
            sought.append(Sought("text", (Similar("text", row[0], 1),)))
        else:
            sought.append(Sought("text", (Prefix("text", row[0][: draw(st.integers(1, 5))]),)))
    return text, sought


def _is(word: str | Prefix | Similar, terms: tuple[str, ...]) -> bool:
    if isinstance(word, Prefix):
        return any(term.startswith(word.text) for term in terms)
    return (word.text if isinstance(word, Similar) else word) in terms


@given(_asked())
@example(("Grey\nSkies, an E-mail", [Sought("text", ("sky",)), Sought("text", ("email",))]))
@example(("The co-op of the US", [Sought("text", ("coop",)), Sought("text", ("u.s",))]))
@example(("At the end of _ the bank, (of the board) and of", [Sought("text", ("of", "the", "bank"))]))
def test_marks_are_those_of_the_whole_analysis(asked: tuple[str, list[Sought]]) -> None:
    text, sought = asked
    places = list(analysis.tokens(text))
    expected = {
        (place.start, number)
        for number, one in enumerate(sought)
        for index, place in enumerate(places)
        if set(one.also) & set(place.terms)
        or (
            len(one.words) <= len(places) - index
            and all(_is(word, places[index + n].terms) for n, word in enumerate(one.words))
        )
    }
    highlighter = Highlighter(
        sought, {w: frozenset({w.text}) for s in sought for w in s.words if isinstance(w, Similar)}
    )
    for _ in range(2):  # it knows the words of the texts before
        found = highlighter.matches(text, ("text",))
        assert {(f.start, f.number) for f in found} == expected
        assert len(found) == len(expected)
        assert found == sorted(found)
        assert all(f.start < f.end <= len(text) for f in found)
