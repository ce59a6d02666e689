"""Whether what looks like an attribution is one: who may do what, and where the subject of "said" ends."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.voices import Line, Voice
from briefs.extract.wordlist import words

ONLY_PEOPLE = verbs.SAYING - verbs.ACTING - verbs.SHOWING - verbs.NOUNS_TOO | words("said says say")
# After these a country that "said" something is the story's past, not its source.
BACKGROUND = words("after when since as because although though while once until before")
_NAMING = words("called dubbed described")
_EXPLAINING = words("explained explains explain")
_DECLARING = words("declared declares declare")
_DECLARED = words("that he she it they there this he’s it’s to in on")
_LOUD = words("complained complain complains protested pleaded objected")
_ADDING = words("added adds")
_OBJECTS = words("a an another more some up to two three four five six seven eight nine ten its their his her")
_MARKS = frozenset((",", ":", "“", '"', "‘", "'", ".", "—", "«"))


def may(word: str, voice: Voice, previous: str, following: str, *, several: bool) -> bool:
    """Say whether this voice does this: a document shows, the named judge, all others say.

    `several` says that more than one is named before the verb, between words `previous` and `following`.
    """
    if voice.role in verbs.DOCUMENTS:
        return word in verbs.SHOWING
    if word == "reports" and voice.kind in ("agency", "publication"):
        return following not in ("of", "on", "about", "from")
    if _unlike(word, voice, following):
        return False
    if word in _DECLARING:
        return following in _DECLARED or following in _MARKS  # and neither victory nor war
    if word == "posted":
        return following in ("on", "that", "in") or following in _MARKS
    plural = word in verbs.PLURAL_FORMS and word != "put" and previous not in ("did", "does")
    if plural and not voice.anonymous and not (several or voice.role in verbs.PEOPLE):
        return False
    if word in _EXPLAINING and following == "the":
        return voice.kind == "person"  # "lower prices explained the cut"
    if word in verbs.ACTING and (following in _OBJECTS or not (following[:1].isalpha() or following in _MARKS)):
        return voice.kind == "person" and word not in ("claimed", "claims")
    if word in ("puts", "put"):
        return not voice.anonymous
    if word in verbs.FINDING:
        return following == "that" or word in verbs.SAYING
    if word in verbs.SAYING or word in verbs.PARTICIPLES:
        return True
    return word in verbs.JUDGING and following not in ("into", "up", "down", "back")


def _unlike(word: str, voice: Voice, following: str) -> bool:
    """Say whether such a voice hardly ever says anything by such a verb."""
    thing = voice.pronoun and voice.kind != "person"
    return (
        (thing and word in verbs.JUDGING - verbs.SAYING)  # "the cash, which it expects to last"
        or (voice.anonymous and word in _NAMING)  # "a company called Norfjell"
        or (word in _ADDING and following == "to")  # "the letter added to the doubts"
        # "three people complained": of what, nobody says
        or (voice.anonymous and word in _LOUD and following in ("", ".", ",", ";", "and", "but"))
        # "core CPI point to": an abbreviation of a measure as likely as of somebody
        or (voice.entity is None and voice.name.isupper() and word not in verbs.SAYING - verbs.PLURAL_FORMS)
        or (word in verbs.FEELING and (voice.anonymous or thing))
    )


def ends_well(line: Line, voice: Voice) -> bool:
    """Say whether the phrase after "said" is its subject: "said the company." and not "said the company had"."""
    index = line.index_at(voice.end)
    word = line.word(index)
    if word == ",":
        first = line.index_at(voice.start)
        apposed = line.word(first - 1) == ","  # said the president, Ann Lee, wanted
        after = line.word(index + 1)
        return not apposed or not after or after in _GOES_ON or not line.tokens[index + 1].text.islower()
    return not word or not word[0].isalnum() or word in _GOES_ON or word in verbs.DAYS


_GOES_ON = verbs.PREPOSITIONS | words(
    """
    a an the and but who which whose while as after before when during adding saying citing referring over last this
    late early whom where via under since earlier yesterday today
    """
)


def closes(line: Line, index: int) -> bool:
    """Say whether a quotation or clause closes right before the verb: “…,” said; …, said."""
    return index > 0 and line.at[index - 1] is None and line.lows[index - 1] in _CLOSING


_CLOSING = frozenset((",", "”", '"', "’", "'", "»", "“", "—"))
