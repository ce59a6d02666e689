"""What a figure measures, in a short phrase of its sentence.

Works on a window around the figure, without a tagger: a noun phrase ends at the first word that cannot stand in one.
"""

from __future__ import annotations

import re

from briefs.extract.counting import objects
from briefs.extract.counting.clauses import (
    CHANGES,
    CONTENT,
    FEW,
    HE,
    LEAD_IN,
    VERB,
    after_marks,
    antecedent,
    clause_of,
    depends,
    last_words,
    left_of,
    subject_of,
    telling,
    told,
    without_loose_end,
)
from briefs.extract.counting.followers import NOT_WHAT, NUMBER, counted_with, phrase_of
from briefs.extract.counting.periods import without_periods
from briefs.extract.counting.phrasing import governing_subject, readable
from briefs.extract.wordlist import words

_OF = re.compile(
    r" (?:of|in(?! [A-Z])) (?:(?:the|its|their|his|her|our|all|a|an|those|these|this|that) )?+[“\"‘']?(?=[^\W\d_])"
)
_OF_SO_MANY = re.compile(r" of (?:the|its|their|all|some|about|nearly) [\d.,]+ (?:million |billion )?(?=[^\W\d_])")
_OTHER_VERB = re.compile(
    r"(?:excluding|including|compared|adjusted|left|followed|beat|went|watched|killed|attended|fled|goes|go|make|give|get|took|take|voted|agreed|"
    r"signed|joined|work|works|live|lived|"
    r"says|want|wants|need|needs|use|uses|used|show|shows|showed|later|ago|earlier|more|less|apiece|each|"
    r"altogether|respectively|also|not|so)\b"
)
_NAMED_OF = re.compile(
    r"((?:[^\W\d_][\w’'&/‑-]*[ ]){1,7})(of|at|to|worth|around|above|below)[ ](?:between |an? |from )?$"
)
_BOUNDARY_WORD = re.compile(
    r".*\b(?:the|a|an|its|their|his|her|our|this|that|in|on|for|with|from|by|to|of|and|reported|posted|recorded|"
    r"expects?|expected|sees?|had|has|have|was|were|is|are|"
    r"announced|booked|earned|generated|forecasts?|forecast|projects?|targets?|paid|pay|pays|set|received|made|"
    r"makes|offers?|offered|took|raised|got|gave|faces?|faced|missing|topping|beating|exceeding|trailing) ",
    re.IGNORECASE,
)
_NO_NOUN = words("up down close back now still again")
_AMOUNTS = words("point points percent cent million billion trillion crore lakh shares")
_TAIL_WORDS = 7
_OPENED = re.compile(r"\b(?:and|or|but|yet|that|while|which|who) $")
_STANDS = re.compile(
    r"\b(?:stands?|stood|is|are|was|were|equals?) (?:now |still )?(?:at )?(?:about |nearly |almost )?$"
)
_CHANGES_COUNTED = words("cuts gains losses increases rises hikes")
_CHANGED_BY = re.compile(
    rf"\b(?:{'|'.join(sorted(CHANGES))}) (?:[a-z]+ly |as much as |about |nearly |almost |by )?$| of $"
)
_BESIDE_IT = re.compile(r"([^;:()\"“”]+), (?:now |currently |still )?at (?:about |around |nearly |almost )?$")
_WHERE = re.compile(r"(?: (?:per|an?) [a-z]+)? (?:on|to|from|in|for|at|into) (?:the |an? |its |their )?(?=[^\W\d_])")


_NOT_BESIDE = re.compile(
    r"\W{0,2} (?:once|when|while|because|"
    r"in|on|at|by|below|above|under|over|for|from|to|of|per|a|an|the|or|and|so|more|less|if|into|since|"
    r"vs|versus|est|after|before|upon|with|without|within|until|through|via|against|amid|among|across|towards?|"
    r"instead|rather|than|as|this|last|next|each|every|during|despite|when|yesterday|today|"
    r"tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_IN_BRACKETS = re.compile(r" \([^()\n]{0,12}\d[^()\n]{0,28}\)(?= )")
_RATE_WORD = re.compile(r"^(?:a|per)-\w+ ")  # "$500 million-a-year business"
# "23% less likely than men to"
_COMPARED = re.compile(r" ((?:less|more) \w+ (?:than|to) [^.,;:()\"”]{3,60})(?=[.,;:()\"”]|$)")


def plain_measure(sentence: str, start: int, noun: str | None) -> str | None:
    """Return what a figure measures in a language without rules of its own: its noun, or the words before it."""
    if noun:
        return noun
    words = NUMBER.split(after_marks(sentence[max(0, start - 90) : start]))[-1].split()
    return " ".join(words[-6:]) or None


def measures_of(
    sentence: str, start: int, end: int, noun: str | None, noun_end: int, *, follows: bool = False
) -> str | None:
    """Return a short phrase of `sentence` that says what the figure at `[start, end)` measures.

    `start` is where its qualifier begins; `noun` is what it counts and ends at `noun_end`; `follows` says that another
    figure of the sentence stands before it. First what follows it ("of job seekers"), then what names it before ("a
    loss of"), then the subject of its clause.
    """
    if not noun and (beside := _IN_BRACKETS.match(sentence, end)):
        end = beside.end()  # "40,000 tonnes (44,000 tons) of steel"
    right = sentence[end : end + 120]
    left = left_of(sentence, start)
    clause = clause_of(left)
    earlier, clause = left[: len(left) - len(clause)], without_periods(clause)
    if compared := _COMPARED.match(right):
        return f"{readable(subject_of(clause))} {compared.group(1)}".strip()
    if noun and sentence[noun_end - len(noun) - 1 : noun_end - len(noun)] in ("-", "‑"):
        what = _beside(sentence[noun_end : noun_end + 120])  # "a 300-seat plane"
        verb = _OTHER_VERB.search(what) or VERB.search(what)
        return readable(what[: verb.start()] if verb else what) or noun
    if noun:
        return counted_with(sentence, start, noun, noun_end) if noun_end >= end else noun
    if not (right.startswith((" of its ", " of their ")) and _STANDS.search(left)) and (
        whole := _whole(right, placed=bool(_CHANGED_BY.search(left)))
    ):
        return whole
    if (
        phrase := readable(objects.what_moved(right))
        or readable(_beside(right))
        or readable(objects.what_changed(left))
    ):
        return phrase
    if not CONTENT.search(clause) or _OPENED.search(clause):
        return _without_clause(left, right, follows=follows) or None
    if follows and HE.match(clause.strip()):
        return None  # "it was 12%": what the figure before measures
    named = (
        readable(objects.what_is_awaited(clause))
        or readable(objects.what_for(clause))
        or readable(_named(clause))
        or objects.what_is_meant(clause)
    )
    if named := named or readable(subject_of(clause)) or readable(antecedent(earlier, clause)):
        return named
    governing = governing_subject(told(left), VERB) if depends(earlier, clause) else ""
    return governing or readable(last_words(clause) or "") or None


def _whole(right: str, *, placed: bool) -> str:
    """Return "job seekers" of "of all job seekers"; `placed` where an "in" only says where that was."""
    of = _OF.match(right)
    if not of and (whole := _OF_SO_MANY.match(right)):
        of = whole
    if not of or NOT_WHAT.match(right, of.end()) or (placed and right.startswith(" in ")):
        return ""
    phrase = phrase_of(right[of.end() :], _TAIL_WORDS)
    return phrase if phrase in _CHANGES_COUNTED else readable(phrase)


def _without_clause(left: str, right: str, *, follows: bool) -> str:
    """Return what a figure measures before which its clause says nothing; empty where the figure before it says it."""
    opened = left.rstrip()
    if opened.endswith("("):  # "the deepest well in the country (4,659 m)"
        return readable(last_words(clause_of(opened[:-1])) or "")
    if beside := _BESIDE_IT.search(left):  # "inflation, at 3 percent"
        return readable(last_words(clause_of(beside.group(1))) or "")
    if done := objects.what_was_done(right) or readable(objects.what_is_priced(right)):
        return done
    # "$6 million went to a stud and $3 million on a villa"
    if opened.endswith(" and") and (where := _WHERE.match(right)):
        return readable(phrase_of(right[where.end() - 1 :], _TAIL_WORDS))
    return "" if follows else governing_subject(told(left), VERB)


def _beside(right: str) -> str:
    """Return "AI industry" of "$150 billion AI industry": the nouns that the figure stands before."""
    if right[:1] not in (" ", "-") or _NOT_BESIDE.match(right):
        return ""
    phrase = phrase_of(right, 6)
    return "" if VERB.match(phrase) or _OTHER_VERB.match(phrase) else _RATE_WORD.sub("", phrase)


def _named(clause: str) -> str:
    """Return "net loss" of "reported a net loss of"."""
    match = _NAMED_OF.search(clause)
    if not match:
        return ""
    phrase = match.group(1)
    boundary = _BOUNDARY_WORD.match(phrase)
    phrase = phrase[boundary.end() :] if boundary else phrase
    words = phrase.split()
    lowered = [word.lower() for word in words]
    if not words or NUMBER.search(phrase) or clause.startswith(" to ") or any(w in _AMOUNTS for w in lowered):
        return ""
    if match.group(2) == "of":
        moves = all(word in CHANGES for word in lowered)
    else:  # "the ratio fell to": its subject says it
        moves = any(word in CHANGES for word in lowered) or bool(VERB.search(phrase))
    if moves or (len(words) == 1 and (lowered[0].endswith(("ed", "ly")) or lowered[0] in _NO_NOUN)):
        return ""
    return " ".join(words[-5:])


def far_measure(sentence: str, start: int) -> str | None:
    """Return the end of the clause before the figure's own, where that says nothing: "the largest stock: about 17%"."""
    left = left_of(sentence, start)
    found = readable(last_words(clause_of(left.rstrip(" ,;:(—–-"))) or "") if left.strip() else ""
    label = left.rstrip().endswith(":") and found.istitle()  # who answers in an interview
    return None if label else found or None


def verb_measure(sentence: str, start: int) -> str | None:
    """Return "union wanted" of "the union wanted 8%": the last resort, where no noun tells."""
    clause = clause_of(left_of(sentence, start))
    words = LEAD_IN.sub("", " ".join(NUMBER.split(clause)[-1].split()) + " ").split()
    return telling(without_loose_end(words)[-FEW:])
