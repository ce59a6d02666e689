from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.extract.quotations import find_quotations
from briefs.model import Quotation
from briefs.parts import evidence_of
from tests.briefs.extract.told import told

MARA = "person: Mara Quill | Quill"
IVO = "person: Ivo Brandt | Brandt"


def quotations(text: str, *named: str, language: str = "en") -> list[Quotation]:
    return [q for q in find_quotations(*told(text, *named, language=language)) if q.direct]


def direct(text: str, *named: str, language: str = "en") -> list[tuple[str | None, str]]:
    return [(q.speaker, q.text) for q in quotations(text, *named, language=language)]


def indirect(text: str, *named: str) -> list[tuple[str | None, str]]:
    return [(q.speaker, q.text) for q in find_quotations(*told(text, *named)) if not q.direct]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The ferry sails on Monday,” said Mara Quill.", "The ferry sails on Monday"),
        ('"The ferry sails on Monday," Mara Quill said.', "The ferry sails on Monday"),
        ("'The ferry sails on Monday,' said Mara Quill.", "The ferry sails on Monday"),
        ("‘The crew’s ferry sails, it isn’t lost,’ said Mara Quill.", "The crew’s ferry sails, it isn’t lost"),
        ("Mara Quill said: “The ferry sails on Monday.”", "The ferry sails on Monday."),
        ("Mara Quill said that “the ferry sails on Monday.”", "the ferry sails on Monday."),
        ("“The ferry sails on Monday,” Mara Quill shot back.", "The ferry sails on Monday"),
        ("Mara Quill put it like this: “The ferry sails on Monday.”", "The ferry sails on Monday."),
        ('“The ferry sails on Monday," said Mara Quill.', "The ferry sails on Monday"),
        ("“He called it ‘the last ferry’ and left,” said Mara Quill.", "He called it ‘the last ferry’ and left"),
        ("“The ferry sails on Monday,” the harbour master, Mara Quill, said.", "The ferry sails on Monday"),
        ("“The ferry sails on Monday,” said the harbour master, Mara Quill.", "The ferry sails on Monday"),
        ("“The ferry sails on Monday,” Mara Quill, a pilot from Leith, said.", "The ferry sails on Monday"),
        ("“The ferry sails on Monday,” Mara Quill was quoted as saying.", "The ferry sails on Monday"),
    ],
)
def test_a_quotation_and_who_said_it(text: str, words: str) -> None:
    assert direct(text, MARA) == [("Mara Quill", words)]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("„Die Fähre fährt am Montag“, sagte Mara Quill.", "de", "Die Fähre fährt am Montag"),
        ("»Die Fähre fährt am Montag«, sagte Hafenmeisterin Mara Quill.", "de", "Die Fähre fährt am Montag"),
        ("« Le bac part lundi matin », explique la directrice, Mara Quill.", "fr", "Le bac part lundi matin"),
        ("«El barco sale el lunes», dijo Mara Quill.", "es", "El barco sale el lunes"),
        ("Mara Quill protestó el domingo. «El barco sale el lunes», añadió.", "es", "El barco sale el lunes"),
        ("Mara Quill sprach am Sonntag. „Die Fähre fährt am Montag“, sagte sie.", "de", "Die Fähre fährt am Montag"),
        ("Mara Quill était là. « Le bac part lundi matin », explique-t-elle.", "fr", "Le bac part lundi matin"),
        ("Mara Quill était là. « Le bac part lundi matin », a-t-elle dit.", "fr", "Le bac part lundi matin"),
    ],
)
def test_other_languages_have_their_own_marks_and_verbs(text: str, language: str, words: str) -> None:
    assert direct(text, MARA, language=language) == [("Mara Quill", words)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("« Le bac part lundi matin », a-t-elle assuré à la Norfjell.", "fr"),
        ("„Die Fähre fährt am Montag“, sagte sie dem Norfjell am Sonntag.", "de"),
        ("«El barco sale el lunes», dijo a Norfjell Mara Quill.", "es"),
    ],
)
def test_in_other_languages_too_the_one_who_is_told_does_not_speak(text: str, language: str) -> None:
    found = direct(f"Mara Quill. {text}", MARA, "company: Norfjell", language=language)
    assert [speaker for speaker, _ in found] == ["Mara Quill"]


def test_brackets_of_chinese_and_japanese_are_quotation_marks() -> None:
    assert [words for _, words in direct("船长说：「渡轮星期一早上出发。」", language="zh")] == ["渡轮星期一早上出发。"]


def test_a_cut_quotation_has_one_speaker() -> None:
    text = "“The ferry sails on Monday,” Mara Quill said, “and nobody will stop it.”"
    assert direct(text, MARA) == [
        ("Mara Quill", "The ferry sails on Monday"),
        ("Mara Quill", "and nobody will stop it."),
    ]


def test_a_quotation_runs_over_paragraphs_that_open_again() -> None:
    text = "“The ferry sails,” said Mara Quill. “It is full.\n\n“There is no room for cars.”\n\nIvo Brandt agreed."
    assert [speaker for speaker, _ in direct(text, MARA, IVO)] == ["Mara Quill"] * 3


def test_a_paragraph_of_quotation_belongs_to_the_one_introduced_before_it() -> None:
    text = "Mara Quill has run the harbour since May.\n\n“The ferry will sail on Monday, whatever they say.”"
    assert direct(text, MARA) == [("Mara Quill", "The ferry will sail on Monday, whatever they say.")]


def test_pronouns_mean_who_spoke_last() -> None:
    text = "Mara Quill runs the harbour. Ivo Brandt owns the ferry. “We sail on Monday,” he said."
    assert direct(text, MARA, IVO) == [("Ivo Brandt", "We sail on Monday")]
    text = "Mara Quill said the quay was closed. “We open it again on Monday,” she said."
    assert direct(text, MARA) == [("Mara Quill", "We open it again on Monday")]


def test_he_is_a_man_and_she_is_a_woman_where_names_and_forms_of_address_tell() -> None:
    text = "Mara Quill met Ivo Brandt on Monday. “The quay is closed,” he said. “It will stay closed,” she said."
    assert direct(text, MARA, IVO) == [("Ivo Brandt", "The quay is closed"), ("Mara Quill", "It will stay closed")]
    text = "Mr Oyo and Ms Uzo met on the quay. “The ferry is late again,” she said."
    assert direct(text, "person: Oyo", "person: Uzo") == [("Uzo", "The ferry is late again")]


def test_answers_below_questions_are_of_the_one_who_was_introduced() -> None:
    text = (
        "Mara Quill ran the harbour for ten years.\n\nWhy did you leave?\n\nMy knees. And I had said it all.\n\n"
        "What did you learn?\n\nThat ferries wait for nobody. I still do.\n\nThe owners say you will be back.\n\n"
        "They say so every year, and I laugh.\n\nAnd your dog?\n\nShe sleeps on my desk."
    )
    found = [q for q in find_quotations(*told(text, MARA)) if q.direct]
    assert [q.text.split()[0] for q in found] == ["My", "That", "They", "She"]
    assert {(q.speaker, q.attribution.text if q.attribution else "") for q in found} == {("Mara Quill", "Mara Quill")}


def test_who_answers_is_unsure_where_several_were_introduced() -> None:
    text = (
        "Mara Quill runs the harbour that Ivo Brandt built.\n\nDo you sail?\n\nI do.\n\nDo you swim?\n\nI must.\n\n"
        "Do you fish?\n\nMy sister does."
    )
    assert {q.confidence < 0.5 for q in find_quotations(*told(text, MARA, IVO)) if q.direct} == {True}


def test_answers_below_what_they_are_about() -> None:
    text = (
        "Mara Quill spoke to us after the race.\n\non the start…\n\nI was asleep.\n\non the wind…\n\nWe had none.\n\n"
        "on the finish…\n\nMy crew was better than I was."
    )
    assert direct(text, MARA) == [
        ("Mara Quill", "I was asleep."),
        ("Mara Quill", "We had none."),
        ("Mara Quill", "My crew was better than I was."),
    ]


def test_lines_that_say_who_and_end_in_a_colon_introduce_a_paragraph() -> None:
    text = "Norfjell Lines CEO Mara Quill on the fleet:\n\n“We think that small boats will come back in time”."
    assert direct(text, MARA, "company: Norfjell Lines") == [
        ("Mara Quill", "We think that small boats will come back in time")
    ]


def test_an_explainer_that_asks_and_answers_is_no_interview() -> None:
    text = (
        "Mara Quill runs the harbour.\n\nWhat is a tide?\n\nThe sea that comes and goes.\n\nWhen is it high?\n\n"
        "Twice a day.\n\nHow high is it?\n\nFour metres, at most."
    )
    assert direct(text, MARA) == []


def test_a_quotation_alone_is_of_the_one_spoken_of_before_it() -> None:
    text = "“The quay is closed,” said Mara Quill. Ivo Brandt shook his head. “It never was closed before.”"
    assert direct(text, MARA, IVO)[-1] == ("Ivo Brandt", "It never was closed before.")


def test_whom_a_quotation_names_is_not_whom_he_means() -> None:
    text = "Ivo Brandt spoke first. “I asked Mara Quill to come to the quay today.” “She was late again,” he said."
    assert [speaker for speaker, _ in direct(text, MARA, IVO)][-1] == "Ivo Brandt"


def test_a_spokesperson_speaks_for_whoever_spoke_before() -> None:
    text = "Norfjell Lines said it would pay. “We will not fight this in court,” a spokesperson said."
    assert direct(text, "company: Norfjell Lines") == [("Norfjell Lines", "We will not fight this in court")]


def test_the_minister_is_not_a_pilot() -> None:
    text = "“The fog was thick that day,” said a pilot from Leith. “The boats will be paid for,” the minister said."
    assert [speaker for speaker, _ in direct(text)] == ["pilot from Leith", "minister"]


def test_the_one_who_is_told_does_not_speak() -> None:
    text = "Mara Quill met the owner on Friday. “We sail on Monday morning,” he told Quill. Ivo Brandt was glad."
    assert ("Mara Quill", "We sail on Monday morning") not in direct(text, MARA, IVO)


def test_the_company_is_the_one_spoken_of() -> None:
    text = "Norfjell Lines has sold a ferry. “The buyer pays in cash,” the company said in a statement."
    assert direct(text, "company: Norfjell Lines") == [("Norfjell Lines", "The buyer pays in cash")]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “smart” ferry has no crew.",
        "She sang “The Ballad of the Northern Ferry” on deck.",
        'The plank is 5\'10" long and 12" wide.',
        "The ’90s were the ferry's best years, and the sailors’ bar was full.",
        "A “floating hotel” it is not.",
    ],
)
def test_scare_quotes_titles_and_inches_are_no_quotations(text: str) -> None:
    assert direct(text, MARA) == []


def test_what_is_said_inside_a_quotation_attributes_nothing() -> None:
    text = "“Ivo Brandt said he would pay,” said Mara Quill."
    assert [speaker for speaker, _ in direct(text, MARA, IVO)] == ["Mara Quill"]
    assert indirect(text, MARA, IVO) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Quill said that the ferry would sail on Monday.", "the ferry would sail on Monday"),
        ("Mara Quill said the ferry would sail on Monday.", "the ferry would sail on Monday"),
        ("The ferry would sail on Monday, Mara Quill said.", "The ferry would sail on Monday"),
        ("The ferry would sail on Monday, according to Mara Quill.", "The ferry would sail on Monday"),
        ("According to Mara Quill, the ferry will sail on Monday.", "the ferry will sail on Monday"),
        ("The ferry, Mara Quill said, would sail on Monday.", "would sail on Monday"),
        ("Mara Quill told the council last week that the ferry would sail.", "the ferry would sail"),
        ("Mara Quill pointed out that the ferry was old.", "the ferry was old"),
        ("LEITH (HW) - The ferry would sail on Monday, Mara Quill said.", "The ferry would sail on Monday"),
    ],
)
def test_indirect_speech(text: str, words: str) -> None:
    assert indirect(text, MARA) == [("Mara Quill", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill did not say that the ferry would sail.",
        "Mara Quill declined to say when the ferry would sail.",
        "Mara Quill announced a new timetable for the ferry.",
        "Mara Quill warned against the plan of the owners.",
    ],
)
def test_what_is_no_indirect_speech(text: str) -> None:
    assert indirect(text, MARA) == []


def test_the_attribution_is_its_own_evidence() -> None:
    (quotation,) = find_quotations(*told("“The ferry sails on Monday,” the pilot Mara Quill said.", MARA))
    assert quotation.attribution is not None
    assert quotation.attribution.text == "the pilot Mara Quill said"
    assert quotation.speaker_key == "person:mara-quill"


def test_an_interview_is_quoted_by_its_labels() -> None:
    questions = ("How was May?", "And June?")
    text = f"Harbour Post: {questions[0]}\n\nQuill: We had fog.\n\nHarbour Post: {questions[1]}\n\nQuill: Sun, at last."
    assert direct(text, MARA) == [("Mara Quill", "We had fog."), ("Mara Quill", "Sun, at last.")]


def test_unnamed_speakers_keep_their_description() -> None:
    text = "“We were paid in cash every Friday,” said a former deckhand of the ferry."
    assert direct(text) == [("former deckhand of the ferry", "We were paid in cash every Friday")]


WORDS = st.sampled_from(
    [
        *"“”\"'‘’«»,.:「」中",
        "said",
        "according",
        "to",
        "told",
        "by",
        "he",
        "the",
        "report",
        "who",
        "a",
        "Brandt",
        "Mara Quill",
        "\n\n",
    ]
)


def test_a_quotation_that_is_a_heading_is_nobodys() -> None:
    headings = "“No end to the wait”\n\n“The last straw”: Brandt"
    text = f"“The ferry is late again,” Quill said.\n\n{headings}\n\n“We see no end,” Brandt said."
    assert direct(text, MARA, IVO) == [("Mara Quill", "The ferry is late again"), ("Ivo Brandt", "We see no end")]


def test_a_surname_that_is_a_word_is_its_bearer() -> None:
    doctor = "person: Ken Doctor | Ken Doctor"
    text = "Ken Doctor follows papers. “They see the way down,” Doctor said."
    assert direct(text, doctor) == [("Ken Doctor", "They see the way down")]


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_arbitrary_text_gives_true_evidence_and_the_same_twice(text: str) -> None:
    text = text.strip("\n")
    made = [find_quotations(*told(text, MARA, IVO)) for _ in range(2)]
    assert made[0] == made[1]
    assert all(isinstance(q, Quotation) for q in made[0])
    assert all(text[e.start : e.end] == e.text and e.text for e in evidence_of(made[0]))
