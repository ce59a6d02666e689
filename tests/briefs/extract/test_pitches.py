"""Boxes that sell to a story's reader, set into it or below it, go; stories that speak to their reader stay."""

from __future__ import annotations

from briefs.convert import convert
from briefs.model import Original
from briefs.readers import read
from briefs.tables import default_tables

STORY = [
    "The brewery at Halden agreed to pay 3 million crowns for having let warm water into the river, it said on Monday.",
    "The penalty was set by the river authority, which had warned the brewery twice since the spring of 2019.",
    "Anglers had found dead trout below the weir in May, and a laboratory traced the heat to a broken valve.",
    "The brewery consented to the order without admitting that the trout died of what it had let into the river.",
]
BOX = [
    "How much do you really know about your suppliers?",
    "Access the deepest collection of supplier files in the trade. Save days of work.",
    "Thank you!",
    "Not sure yet? Download a free sample",
    "We trust in our files, and want you to choose well, so we send a free sample to all who fill in the form below",
]


def body_of(*paragraphs: str) -> str:
    text = "Brewery pays for a warm river\n\n" + "\n\n".join(paragraphs) + "\n"
    return convert(read(Original(text.encode(), "text/plain"))[0], "0" * 16, default_tables()).body


def test_a_box_that_sells_is_taken_out_of_the_middle_of_a_story() -> None:
    assert body_of(*STORY[:2], *BOX, *STORY[2:]) == "\n\n".join(STORY)


def test_a_box_that_sells_is_taken_from_below_a_story() -> None:
    asks = ["Want to continue reading?", "Become a Free River Trade Reader.", "Once you are a member, you will get:"]
    assert body_of(*STORY, *asks) == "\n\n".join(STORY)


def test_advice_that_sells_nothing_stays() -> None:
    advice = [
        "Do you fish below the weir? Wash your boots, for the silt there holds the oil of a hundred years.",
        "Buy your rods in the town, where the shops know what the trout of this river take in May.",
    ]
    assert body_of(*STORY[:2], *advice, *STORY[2:]) == "\n\n".join([*STORY[:2], *advice, *STORY[2:]])


def test_a_story_that_speaks_to_its_reader_all_along_stays_whole() -> None:
    guide = [
        "If you have let a flat, you know that your deposit is at risk from the day on which you hand over the keys.",
        "You should write down what you find in each room, and have your landlord sign it before you move in.",
        "Get the form for it from your council, which you can also ask for help where you do not agree with him.",
        "Download the list of what wears out by itself, and show it to your landlord when you leave the flat.",
    ]
    assert body_of(*guide).endswith("\n\n".join(guide))


def test_a_headline_of_two_clauses_between_paragraphs_is_no_subheading() -> None:
    link = "Trout return to upper river; anglers want ladder at the weir"
    assert link not in body_of(*STORY[:2], link, *STORY[2:])
    assert "A broken valve" in body_of(*STORY[:2], "A broken valve", *STORY[2:])
