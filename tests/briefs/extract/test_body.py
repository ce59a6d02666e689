from __future__ import annotations

import pytest

from briefs.errors import SourceError
from briefs.extract.body import Body, choose_body
from briefs.extract.title import find_title
from briefs.model import Article, Original
from briefs.readers import read

LEAD = "Bluewater Lines said on Friday that it would scrap half of its 24 ferries by the end of next year."
ROUTES = "The operator, which carries 3.2 million passengers a year, will close its routes to the islands first."
QUOTE = "“We have run out of other options,” chief executive Jan Maro told reporters. “Every sailing costs us money.”"
TICKETS = "Passengers who have booked beyond October will get their money back within 14 days, the company said."
SHORT = "Bluewater shares fell 12% in early trading."
UNION = "The seafarers’ union said that 1,200 crew could lose their jobs and called for talks with the government."
LAST = "The transport ministry did not respond to a request for comment."
STORY = [LEAD, ROUTES, QUOTE, TICKETS, SHORT, UNION, LAST]
TITLE = "Ferry operator to scrap half its fleet"


def article(text: str, kind: str = "text/plain") -> Article:
    (found,) = read(Original(text.encode(), kind))
    return found


def body(*lines: str) -> Body:
    found = article("\n\n".join(lines))
    return choose_body(found, find_title(found)[0])


def roles(found: Body, text: str) -> dict[str, str]:
    return {text[o.block.start : o.block.end]: o.role for o in found.outside}


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert body(TITLE, *STORY).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "junk",
    [
        ["3 min read"],
        ["LIKE 0"],
        ["Share", "Facebook", "Twitter"],
        ["Advertisement"],
        ["ADVERTISEMENT - CONTINUE READING BELOW"],
        ["Sign up for our weekly newsletter"],
        ["Read more: Island schools face winter without a boat"],
        ["[Related: Island schools face winter without a boat]"],
        ["Related stories", "Storm closes the strait for a third day", "Island schools face winter"],
        ["A ferry in the port of Aden. Photo: Lena Maro"],
        ["Cranes at dawn (AP Photo/Jan Holm)"],
        ["We use cookies on our website to remember your preferences. By continuing you accept our privacy policy."],
        ["This video has failed to load."],
        ["— Lena Bright (@lenabright) May 3, 2024"],
        [".note{color:#666;margin:1em;}"],
    ],
)
def test_what_sites_print_into_a_story_is_taken_out_and_nothing_else(junk: list[str]) -> None:
    assert body(TITLE, *STORY[:4], *junk, *STORY[4:]).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "tail",
    [
        ["Related Posts", "Man arrested after crane theft", "Why your bread costs more"],
        [
            "Comments",
            "Olaf99",
            "3 hours ago",
            "I have taken that ferry for thirty years, and it was never on time once.",
        ],
        ["Tags: ferries, islands", "© 2024 Harbour Post. All rights reserved."],
        ["Most read", "Man arrested after crane theft", "Back to top"],
        ["Ann Holm is a reporter at the Harbour Post.", "Follow her on Twitter"],
        ["Disclaimer: The views expressed are the author’s own."],
        ["Transport Economy"],
        [
            *("More from Business", "Bakers raise prices again", "Jan Maro", "8 hours ago"),
            *("Bakers in Aden have raised their prices for the third time this year, to cover the cost of flour.",),
            *("Port crane sold for scrap", "Lena Bright", "9 hours ago"),
            *("The oldest crane of the port has been sold for scrap after 71 years, and few will miss the noise.",),
        ],
    ],
)
def test_what_follows_a_story_is_left_out(tail: list[str]) -> None:
    assert body(TITLE, *STORY, *tail).text == "\n\n".join(STORY)


@pytest.mark.parametrize("signature", [" - HRB", " -- LW", " (TAQ)", " – Harbour/sw", " — Haba-QPA"])
def test_a_last_paragraph_that_its_agency_signs_is_not_lost(signature: str) -> None:
    assert LAST in body(TITLE, *STORY[:-1], LAST + signature).text


def test_what_stands_above_a_story_is_left_out_with_its_roles() -> None:
    head = ["Home", "News", "Sport", TITLE, "Unions warn of winter without boats", "By Ann Holm", "3 May 2024", "Share"]
    found = article("\n\n".join([*head, *STORY]))
    chosen = choose_body(found, TITLE)
    assert chosen.text == "\n\n".join(STORY)
    named = roles(chosen, found.source)
    assert (named[TITLE], named["By Ann Holm"], named["3 May 2024"], named["Share"]) == (
        "title",
        "byline",
        "date",
        "share",
    )


def test_credits_and_references_are_sources_and_no_junk() -> None:
    credit = "Reporting by Ann Holm in Aden; Editing by Lena Bright"
    found = article("\n\n".join([TITLE, *STORY, credit, "References", "[1] https://example.org/fleet.pdf"]))
    chosen = choose_body(found, TITLE)
    assert chosen.text == "\n\n".join(STORY)
    named = roles(chosen, found.source)
    assert named[credit] == "credit"
    assert named["[1] https://example.org/fleet.pdf"] == "reference"


def test_subheadings_and_lists_of_the_story_are_kept() -> None:
    text = "\n\n".join([TITLE, *STORY[:3], "What happens to tickets", *STORY[3:5]])
    text += "\n\nThe company will sell three ships:\n\n* Flora II\n* Marina\n* Astrid\n\n" + "\n\n".join(STORY[5:])
    found = article(text)
    chosen = choose_body(found, TITLE)
    assert [(b.kind, chosen.text[b.start : b.end]) for b in chosen.blocks if b.kind != "paragraph"] == [
        ("heading", "What happens to tickets"),
        ("list", "Flora II"),
        ("list", "Marina"),
        ("list", "Astrid"),
    ]
    assert "Flora II\nMarina\nAstrid" in chosen.text


def test_questions_of_an_interview_are_kept() -> None:
    asked = ["Were you afraid?", "Once, in 1998. The waves reached the lamp.", "Do you miss it?", "Every day."]
    assert body(TITLE, LEAD, ROUTES, *asked, UNION, LAST).text.split("\n\n")[2:6] == asked


def test_doubled_headlines_and_pull_quotes_are_taken_once() -> None:
    said = "We have run out of other options and of money as well"
    quote = f"“{said},” chief executive Jan Maro told reporters in Aden on Friday."
    assert body(TITLE, TITLE, LEAD, ROUTES, said, quote, *STORY[3:]).text == "\n\n".join(
        [LEAD, ROUTES, quote, *STORY[3:]]
    )


def test_the_column_of_the_story_tells_it_from_boxes() -> None:
    column, box = " " * 12, " " * 18
    lines = [" * Home", " * News", f"{column}{TITLE}", "", *(f"{column}{p}\n" for p in STORY[:3])]
    lines += [f"{box}Get the best of the port", f"{box}Every morning we collect the best stories for readers.", ""]
    lines += [f"{box}A ferry in the port", "", *(f"{column}{p}\n" for p in STORY[3:])]
    found = article("\n".join(lines))
    assert choose_body(found, TITLE).text == "\n\n".join(STORY)


def test_a_paragraph_before_a_long_offer_is_not_lost() -> None:
    column, box = " " * 8, " " * 14
    offer = [
        "SUBSCRIBERS ONLY",
        "Subscribe now to read on.",
        "Daily puzzles",
        "Stories from five papers",
        "Sign in",
        "Continue",
    ]
    lines = [f"{column}{TITLE}", "", f"{column}{LEAD}", *(f"{box}{o}" for o in offer * 3)]
    lines += [f"{column}{p}\n" for p in STORY[1:]]
    assert choose_body(article("\n".join(lines)), TITLE).text == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour is closed.", "The harbour is closed."),
        ("no full stop anywhere in this one line of text", "no full stop anywhere in this one line of text"),
        ("THE HARBOUR IS CLOSED UNTIL FURTHER NOTICE.", "THE HARBOUR IS CLOSED UNTIL FURTHER NOTICE."),
        ("港口周五关闭。船只转往其他港口。", "港口周五关闭。船只转往其他港口。"),
    ],
)
def test_little_text_is_an_article_too(text: str, expected: str) -> None:
    assert choose_body(article(text), None).text == expected


@pytest.mark.parametrize(
    "text", ["* Home\n* News\n* Sport", "Share\n\nFacebook\n\nTwitter", "***", "12 34 56", "Log in"]
)
def test_navigation_alone_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="Nothing but navigation"):
        choose_body(article(text), None)


def test_offsets_of_the_source_follow_into_the_body() -> None:
    found = article("\n\n".join([TITLE, *STORY[:3], "Advertisement", *STORY[3:]]))
    chosen = choose_body(found, TITLE)
    for paragraph in STORY:
        assert chosen.from_source(found.source.index(paragraph)) == chosen.text.index(paragraph)
    assert chosen.from_source(found.source.index("Advertisement")) is None
    assert chosen.from_source(0) is None


def test_links_move_with_their_words() -> None:
    page = "".join(f"<p>{p}</p>" for p in STORY).replace("24 ferries", '<a href="https://example.org/f">24 ferries</a>')
    found = article(f"<html><body><h1>{TITLE}</h1><article>{page}</article></body></html>", "text/html")
    (link,) = choose_body(found, TITLE).links
    assert choose_body(found, TITLE).text[link.start : link.end] == "24 ferries"


def test_stories_in_other_languages_are_found() -> None:
    story = [
        "Die Hafenbehörde erhöht ihre Gebühren von Juli an um acht Prozent.",
        "Ein mittleres Containerschiff zahlt künftig 41.500 Dollar, wie die Behörde am Freitag mitteilte.",
        "»Wir wissen, dass das wehtut«, sagte die Leiterin. »Aber ohne die Mole geht es nicht.«",
        "Die Reedereien nannten die Entscheidung kurzsichtig.",
    ]
    lines = [
        "Startseite",
        "Politik",
        "Hafen wird teurer",
        "Von Anna Holm",
        "3. Mai 2024, 08:15 Uhr",
        "Teilen",
        *story[:2],
    ]
    lines += ["Anzeige", *story[2:], "Mehr zum Thema", "Streit um die Mole", "Kommentare", "Impressum"]
    assert body(*lines).text == "\n\n".join(story)


@pytest.mark.parametrize(
    ("head", "story", "foot"),
    [
        (
            ["Accueil", "Politique", "Un port plus cher", "Par Anne Holm", "Publié le 3 mai 2024 à 08h15", "Partager"],
            [
                "L’autorité portuaire relèvera ses tarifs de huit pour cent à partir du mois de juillet.",
                "« Nous savons que cela fait mal », a déclaré sa directrice. « Mais il nous faut une digue. »",
                "Les armateurs jugent la décision à courte vue.",
            ],
            ["Lire aussi : Querelle autour de la digue", "Commentaires"],
        ),
        (
            ["ホーム", "経済", "港湾局、利用料を値上げ", "2024年5月3日 8時15分", "シェア"],
            [
                "港湾局は金曜日、7月から利用料を8％引き上げると発表した。値上げはこの2年で3度目となる。",
                "「苦しいことは分かっている」と責任者は話した。「しかし防波堤がなければ10年後に港はない」",
                "海運会社は近視眼的な決定だと批判している。",
            ],
            ["関連記事", "防波堤をめぐる争い"],
        ),
    ],
)
def test_stories_with_other_marks_of_speech_are_whole(head: list[str], story: list[str], foot: list[str]) -> None:
    assert body(*head, *story, *foot).text == "\n\n".join(story)


def test_sections_named_like_a_sites_own_are_kept() -> None:
    shares = "Shares rose by three percent on Friday after the bank had raised its forecast for the year."
    polls = "Polls put both parties level on Friday, after weeks in which neither had led by much."
    found = article(f"# The week in brief\n\n## Markets\n\n{shares}\n\n## Politics\n\n{polls}\n", "text/markdown")
    assert choose_body(found, "The week in brief").text == f"Markets\n\n{shares}\n\nPolitics\n\n{polls}"


def test_notices_of_a_company_are_no_story() -> None:
    found = body(
        *STORY,
        "About Bluewater",
        "Bluewater Lines has carried passengers between the islands since 1921.",
        "Forward-Looking Statements",
        "Words such as may and will say what the company expects and cannot know for certain at all.",
        "Media Contact",
        "Jan Maro, Quay Advisers, jan@quay.example",
        "SOURCE Bluewater Lines, Inc.",
    )
    assert "since 1921" in found.text
    for notice in ("Words such as", "Quay Advisers", "SOURCE"):
        assert notice not in found.text


def test_a_form_takes_its_own_heading_and_offer_along() -> None:
    box = ["Harbour Daily", "The top shipping stories, every weekday.", "Email address", "Subscribe"]
    found = body(*STORY[:4], *box, *STORY[4:])
    assert not any(line in found.text for line in box)
    assert LAST in found.text


def test_the_reporters_close_the_last_paragraph_and_are_no_part_of_it() -> None:
    credit = "(Reporting by Ann Lee in Aden, additional reporting by Bo Ek; editing by Mia Holm)"
    found = body(TITLE, *STORY[:-1], f"{LAST} {credit}")
    assert found.text.endswith(LAST)
    assert [o.role for o in found.outside] == ["title", "credit"]


def test_what_a_dollar_was_worth_is_no_part_of_the_story() -> None:
    found = body(TITLE, *STORY[:-1], f"{LAST} ($1 = 0.8872 euros) (Reporting by Ann Lee; editing by Mia Holm)")
    assert found.text.endswith(LAST)


def test_a_row_of_headlines_in_capitals_is_no_paragraph() -> None:
    ticker = "BLUEWATER: HALF THE FLEET GOES AVELAR: QUIET DAY PORTS: FEES UP AGAIN STRAIT: STORM WARNING UPDATE"
    assert body(TITLE, ticker, *STORY).text == "\n\n".join(STORY)


def test_whom_the_story_speaks_of_is_not_its_author() -> None:
    written = "Maro was an author of a study of ferries that set off the reform of the harbours in the islands."
    assert body(TITLE, *STORY, written).text.endswith(written)
    assert not body(TITLE, *STORY, written.replace("Maro", "Ann Lee")).text.endswith("islands.")
