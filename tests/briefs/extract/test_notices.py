from __future__ import annotations

from briefs.convert import convert
from briefs.export.markdown import to_markdown
from briefs.model import Brief, Original
from briefs.readers import read


def brief_of(text: str) -> Brief:
    return convert(read(Original(text.encode(), "text/plain"))[0], "id")


def test_an_article_of_usual_length_needs_no_notice() -> None:
    brief = brief_of("The yard at Brandvik sold 12 boats for 48 million crowns last year, its owner told reporters.")
    assert brief.notices == ()
    assert "Left out" not in to_markdown(brief)


def test_a_bound_on_figures_is_told() -> None:
    rows = (f"The yard sold {n} boats to port {n} for {n + 7} crowns each in the spring." for n in range(2, 352))
    brief = brief_of("\n\n".join(rows))
    assert len(brief.other_figures) == 500
    assert brief.notices == ("Beside the key figures, only the first 500 others are listed.",)
    assert f"## Left out\n\n- {brief.notices[0]}" in to_markdown(brief)


def test_a_bound_on_numbers_is_told() -> None:
    boats = [f"The boat of {1900 + n % 100} left the yard." for n in range(5001)]
    assert "first 5,000 numbers" in brief_of(" ".join(boats)).notices[0]
    assert brief_of(" ".join(boats[1:])).notices == ()
