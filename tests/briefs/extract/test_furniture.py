from __future__ import annotations

import pytest

from briefs.extract.page.credits import is_byline, is_date_line
from briefs.extract.page.furniture import is_barrier, is_bio, is_service_talk, role_of

# Sentences of stories that begin like the furniture of pages.
PROSE = [
    "Terms of the deal were not disclosed.",
    "Copyright holders have taken three chatbot makers to court.",
    "Sources with knowledge of the talks said a signing was weeks away.",
    "Sources in both ministries confirmed the visit.",
    "Research by the harbour authority found that cranes stood idle for nine hours a day.",
    "Research from two universities points the other way.",
    "By Tuesday, all four mines had reopened.",
    "By then the ferry had lost power.",
    "By contrast, orders from Asia rose by a fifth.",
    "From Monday, fares go up by 4 percent.",
    "Share prices fell across the region after the news.",
    "Shares of the two lenders lost a tenth of their value.",
    "Comments by the minister moved the bond market.",
    "Watch sales in Hong Kong fell for the sixth month in a row.",
    "More from the talks is expected on Friday, two officials said.",
    "News of the closure reached the town at noon.",
    "Contact between the two pilots broke off at 04:12.",
    "Follow-up tests showed no trace of the metal.",
    "Photo archives in the cellar were not damaged.",
    "Passengers wait for hours in Velm, Norland, she said, because half of the ferries are in the yard.",
    "Workers in Velm, Norland, stand to lose 400 jobs.",
    "Farmers use more water than all the mills of Velm, Aden and Norland together.",
    "Sign language interpreters went on strike.",
    "Join ventures of this kind rarely last, she said.",
    "Popular with tourists, the pier will stay shut until May.",
    "Most read the letter as a threat.",
    "Register offices in the capital were closed.",
    "Written by hand in 1911, the ledger lists every shareholder.",
    "Reported by three radio stations, the rumour turned out to be false.",
    "Subscribers to the service pay 12 euros a month.",
    "Cookies baked in the prison are sold across the county.",
    "Advertising revenue fell 8% in the quarter.",
    "Privacy campaigners called the ruling a setback.",
    "Editing genes in wheat is allowed, the court ruled.",
    "Graphics chips were in short supply again.",
    "Opinion polls put the two parties level.",
    "Latest figures show that 41 villages are still cut off.",
    "Related charges against the broker were dropped.",
    "You may be forgiven for thinking that the bank had won.",
    "The story was first told in a letter to shareholders.",
    "This report was written for the central bank by three economists, and it spares nobody.",
    "Support for the tunnel has fallen to 38 percent.",
    "Read the small print, lawyers tell pensioners.",
    "Home sales fell in March.",
    "Video evidence was shown to the jury.",
    "Tags on the crates named a warehouse in Rotterdam.",
    "Topics raised at the summit ranged from fishing to chips.",
    "Get the price wrong and the harvest rots, growers say.",
    "In 2021 the yard built nine ships.",
    "On 3 May 2024 the bridge was closed to lorries.",
    "Google said it would let users reject third-party cookies in its browser after regulators objected.",
    "The company told subscribers that their email addresses and passwords had been stolen.",
    "“We will not sign in to any account,” the clerk said.",
    "Why did nobody check?",
    "What happened next?",
    "He never came back.",
    "Reuters could not reach the owner.",
    "Bloomberg first reported the sale.",
    "Getty wells have pumped oil here since 1920.",
    "That was the last anyone saw of the Flora II.",
]

FURNITURE = {
    "share": [
        "Share",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Share on FacebookShare on TwitterShare via Email",
        "Tweet",
        "12 comments",
        "1.2K shares",
        "Copy link",
        "Share this story on WhatsApp",
        "LIKE 3",
        "Print",
        "Teilen",
        "Listen to this article",
        "Listen to article 4 minutes",
        "Show more sharing options",
        "Share via",
    ],
    "junk": [
        "3 min read",
        "Reading time: 4 minutes",
        "4 minute read",
        "2 hours ago",
        "Updated 3 hrs ago",
        "5 min de lecture",
    ],
    "advert": [
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "- Advertisement -",
        "Sponsored",
        "Anzeige",
        "Story continues below advertisement",
        "Article continues after ad",
        "Advertisement 2",
    ],
    "newsletter": [
        "Sign up for our weekly newsletter",
        "Subscribe now",
        "Get the latest news delivered to your inbox every morning.",
        "Enter your email address",
        "By signing up you agree to our terms.",
        "Already a subscriber? Log in",
        "Join our WhatsApp channel",
        "Follow us on Instagram",
        "Stay informed with our free morning briefing.",
        "Please enter a valid email address.",
        "Create an account",
    ],
    "related": [
        "Related Articles",
        "RELATED STORIES",
        "Read more:",
        "Read also: The harbour that refused to close",
        "[Related: Why the ferry sank]",
        "More from World",
        "You may also like",
        "Most Read",
        "Recommended for you",
        "Mehr zum Thema",
        "Lire aussi : le port rouvre",
        "Lee también",
        "Trending now",
        "See also:",
        "相关阅读",
        "관련기사",
        "Top stories",
        "In case you missed it",
        "About the author",
    ],
    "comments": [
        "Leave a comment",
        "Leave a Reply",
        "No comments yet",
        "Be the first to comment",
        "View comments",
        "Post a comment",
    ],
    "legal": [
        "© 2024 The Harbour Post. All rights reserved.",
        "Copyright 2024 Harbour Media Ltd.",
        "Terms of use",
        "All Rights Reserved",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "We use cookies to improve your experience on our website. By continuing you accept our privacy policy.",
        "무단 전재 및 재배포 금지",
        "Do not sell my personal information",
    ],
    "tags": ["Tags: harbour, strike, cranes", "Topics: Economy, Trade", "Filed under: Business", "Tags"],
    "caption": [
        "A crane in the port of Aden. Photo: Lena Maro",
        "Cranes at dawn (AP Photo/Jan Holm)",
        "The minister at the opening. REUTERS/Ann Holm",
        "Image credits: Harbour Post",
        "File photo of the bridge",
        "Media caption The bridge before it fell",
        "2 of 7 A diver checks the hull.",
        "Passengers wait for a ferry at the pier of Brandvik, Norland.",
        "A man pushes a handcart along the flooded quay in Velm, in Norland's far north.",
        "Rescue workers search the ruins of a mill in Velm, Norland",
    ],
    "credit": [
        "Reporting by Ann Holm and Jan Maro; Editing by Lena Bright",
        "(Reporting by Ann Holm in Aden; Writing by Jan Maro; Editing by Lena Bright)",
        "Additional reporting by Ann Holm",
        "Ann Holm contributed to this report.",
        "Source: Harbour Post",
        "With files from the Harbour Agency",
        "This article was originally published by The Harbour Post.",
    ],
    "reference": ["[3] https://example.org/cranes", "https://example.org/cranes", "References", "Sources"],
    "date": [
        "Posted on 3 May 2024",
        "Published: 08:00 EDT, 3 May 2024 | Updated: 08:10 EDT, 3 May 2024",
        "May 3, 2024 8:00 am",
        "Last updated: 2024-05-03 10:20",
        "3. Mai 2024, 08:00 Uhr",
        "2024年5月3日 10:30",
        "Fri 3 May 2024 08.00 BST",
        "Fri, May 3 20248:00 AM EDT",
        "입력 2024.05.03 10:30",
    ],
    "byline": [
        "By Ann Holm",
        "By ANN HOLM and JAN MARO",
        "By Ann Holm, Senior Correspondent",
        "Von Ann Holm",
        "Par Ann Holm",
        "Por Ana Holm",
        "Written by Ann Holm",
        "장은희 기자 jang@example.com",
        "記者 王小明",
        "Ann Holm @annholm",
        "Text: Ann Holm",
    ],
    "navigation": [
        "Home",
        "Skip to main content",
        "Sign in",
        "About us",
        "Deutsch",
        "Toggle navigation",
        "Back to top",
    ],
}


@pytest.mark.parametrize("text", PROSE)
def test_sentences_of_a_story_are_no_furniture(text: str) -> None:
    assert role_of(text) is None


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in FURNITURE.items() for text in texts])
def test_lines_that_any_site_prints_are_known(role: str, text: str) -> None:
    found = role_of(text)
    if role in {"date", "byline", "credit", "reference", "caption"}:  # metadata and sources, never mere junk
        assert found == role
    else:
        assert found is not None


@pytest.mark.parametrize(
    "text", ["Related posts", "Comments", "Leave a reply", "References", "Tags", "More from Business", "Most read"]
)
def test_headings_that_lead_away_are_barriers(text: str) -> None:
    assert is_barrier(text)


@pytest.mark.parametrize(
    "text", ["What comes next", "The harbour", "Conclusion", "A question of trust", "Why it matters"]
)
def test_subheadings_of_a_story_are_no_barriers(text: str) -> None:
    assert not is_barrier(text)
    assert role_of(text) is None


def test_a_date_in_prose_makes_no_date_line() -> None:
    assert not is_date_line("The bridge was closed on 3 May 2024 after divers had found cracks in two of its piers.")
    assert is_date_line("Aden, 3 May 2024")


def test_bylines_want_a_name() -> None:
    assert not is_byline("By the end of the day, nobody was left.")
    assert not is_byline("By a vote of 9 to 3")
    assert is_byline("By Ann van der Holm")


def test_notices_about_data_are_service_talk_and_news_about_them_is_not() -> None:
    assert is_service_talk(
        "When you visit our website, we store cookies on your browser to collect information about your preferences."
    )
    assert not is_service_talk(
        "Regulators said that browsers must ask you before third parties store cookies, in a ruling on privacy."
    )


def test_who_the_author_is_at_the_foot_of_a_column() -> None:
    assert is_bio("Ann Holm is a professor of economics at the University of Aden.")
    assert is_bio("Jan Maro covers shipping and trade. He can be reached at the harbour.")
    assert not is_bio("The haulier Varga Lines, which runs two depots, has joined the bid, people close to it said.")
    assert not is_bio("The harbour is closed until further notice, the authority said on Monday.")
