"""What a figure measures, in a short phrase of its sentence.

Works on a window around the figure, without a tagger: a clause ends at the next mark or conjunction, its subject at the
first verb of being or changing, a noun phrase at the first word that cannot stand inside one.
"""

from __future__ import annotations

import re

from briefs.extract.counting import objects
from briefs.extract.counting.followers import LOOSE, NOT_WHAT, NUMBER, counted_with, phrase_of
from briefs.extract.counting.periods import without_periods
from briefs.extract.counting.phrasing import governing_subject, readable
from briefs.extract.counting.words import DOWN_WORDS, UP_WORDS
from briefs.extract.wordlist import words

_EDGE = re.compile(
    r"[.!?](?=\s|$)|[;:()\[\]\"“”\n]|[—–]| - |,(?!\d)(?! [A-Z]\S{1,20}-based\b)(?! [A-Z]\S{1,20} [A-Z]\S{1,20}-based\b)"
)
_CONJUNCTION = re.compile(
    r"\b(?:and|but|while|which|who|that|since|because|when|where|whereas|said|says|told|if|although|though|showed|shows|"
    r"found|suggests|suggested|until|unless)\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas (?=(?:the|its|their|his|her|an?) |[A-Z])")
_OF = re.compile(
    r" (?:of|in(?! [A-Z])) (?:(?:the|its|their|his|her|our|all|a|an|those|these|this|that) )?+[“\"‘']?(?=[^\W\d_])"
)
_OF_SO_MANY = re.compile(r" of (?:the|its|their|all|some|about|nearly) [\d.,]+ (?:million |billion )?(?=[^\W\d_])")
_CHANGES = UP_WORDS | DOWN_WORDS
_NO_VERBS = words(
    "up down more less fewer higher lower growth expansion reduction depreciation faster slower bigger smaller larger "
    "worse discount discounted improvement"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|stood|stands?|hit|"
    r"hits|reached|reaches|came|comes|totaled|"
    r"totalled|amounted|closed|ended|traded|remained|remains?|averaged|accounts?|accounted|"
    r"costs?(?= *$| (?:about|around|nearly|almost|some|up|more|less|just|only|between|an?)\b)|"
    r"edged|beat|"
    r"topped|surpassed|exceeded|equals?|"
    r"totall?ing|reaching|averaging|equall?ing|"
    r"represents?|represented|made|makes?|expected|estimated|forecast|projected|valued|worth|priced|now|"
    + "|".join(sorted(_CHANGES - _NO_VERBS))
    + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_OTHER_VERB = re.compile(
    r"(?:excluding|including|compared|adjusted|left|followed|beat|went|watched|killed|attended|fled|goes|go|make|give|get|took|take|voted|agreed|"
    r"signed|joined|work|works|live|lived|"
    r"says|want|wants|need|needs|use|uses|used|show|shows|showed|later|ago|earlier|more|less|apiece|each|"
    r"altogether|respectively|also|not|so)\b"
)
_NOUNS_OF_CHANGE = re.compile(
    r"(?:^|\b(?:a|an|the|its|their|of|in|this|that|pay|price|tax|rate|job|wage|annual|average) )$", re.IGNORECASE
)
_LEAD_IN = re.compile(
    r"^(?:(?:the|a|an|which|who|whom|that|its|their|his|her|our|this|that|these|those|some|and|or|but|of|in|to|for|at|by|on|from|it|"
    r"they|he|she|we|"
    r"meanwhile|however|overall|also|still|yet|then|now|only|just|about|with|including|so|than|was|were|is|are|"
    r"has|had|have|be|been|there)[ ]+)+",
    re.IGNORECASE,
)
_CONTENT = re.compile(
    r"\b(?!(?:up|down|from|to|of|at|by|the|an?|about|nearly|now|only|just|its|for|in|on|with)\b)[^\W\d_]{3,}"
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
_MOVES = re.compile(rf"(?:{'|'.join(sorted(_CHANGES))}|further|even|[a-z]{{3,}}ly)")
_TAIL_WORDS, _LAST_WORDS, _FEW = 7, 6, 4
_SAID_THAT = re.compile(
    r"\b(?:said|says|showed|shows|found|estimates?|estimated|alleged|added|argued|warned|believes?|expects?|means|meaning|"
    r"told [^,.;]{1,60}) that "
)
_OPENED = re.compile(r"\b(?:and|or|but|yet|that|while|which|who) $")
_VERB_FORM = re.compile(
    r"[a-z]{3,}(?:ed|ing)\b|(?:put|took|made|paid|won|lost|cut|set|gave|got|spent|sold|bought|left|held)\b"
)
_STANDS = re.compile(
    r"\b(?:stands?|stood|is|are|was|were|equals?) (?:now |still )?(?:at )?(?:about |nearly |almost )?$"
)
_CHANGES_COUNTED = words("cuts gains losses increases rises hikes")
_CHANGED_BY = re.compile(
    rf"\b(?:{'|'.join(sorted(_CHANGES))}) (?:[a-z]+ly |as much as |about |nearly |almost |by )?$| of $"
)
_BESIDE_IT = re.compile(r"([^;:()\"“”]+), (?:now |currently |still )?at (?:about |around |nearly |almost )?$")
_WHERE = re.compile(r"(?: (?:per|an?) [a-z]+)? (?:on|to|from|in|for|at|into) (?:the |an? |its |their )?(?=[^\W\d_])")
_WHICH_SOMEBODY = re.compile(r"(.*), which(?: [\w’'.]+){0,6}? (?:said|says|estimates?|estimated|expects?|believes)$")
_LEFT = 200  # characters before a figure that may name it
_LAST_NOUN = re.compile(r".*\b(?:the|an?|its|their|his|her|our) ((?:[^\s]+ ?){1,5})$")
_HE = re.compile(r"(?:it|he|she|they|we|i|you)\b", re.IGNORECASE)
_OPENERS = words("the a an its their his her our of in on for with from by at to this that these those and or")


_NOT_BESIDE = re.compile(
    r"\W{0,2} (?:once|when|while|because|"
    r"in|on|at|by|below|above|under|over|for|from|to|of|per|a|an|the|or|and|so|more|less|if|into|since|"
    r"vs|versus|est|after|before|upon|with|without|within|until|through|via|against|amid|among|across|towards?|"
    r"instead|rather|than|as|this|last|next|each|every|during|despite|when|yesterday|today|"
    r"tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_IN_BRACKETS = re.compile(r" \([^()\n]{0,12}\d[^()\n]{0,28}\)(?= )")
_RATE_WORD = re.compile(r"^(?:a|per)-\w+ ")  # "$500 million-a-year business"
_COMPARED = re.compile(
    r" ((?:less|more) \w+ (?:than|to) [^.,;:()\"”]{3,60})(?=[.,;:()\"”]|$)"
)  # "23% less likely than men to"
_NO_MEASURE = words(
    "share shares year years month quarter week day vs est versus against from compared with the and for about around "
    "nearly almost down"
)


def plain_measure(sentence: str, start: int, noun: str | None) -> str | None:
    """Return what a figure measures in a language without rules of its own: its noun, or the words before it."""
    if noun:
        return noun
    left = sentence[max(0, start - 90) : start]
    clause = left
    for match in _EDGE.finditer(left):
        clause = left[match.end() :]
    words = NUMBER.split(clause)[-1].split()
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
    left = _left(sentence, start)
    clause = _clause(left)
    earlier, clause = left[: len(left) - len(clause)], without_periods(clause)
    if compared := _COMPARED.match(right):
        return f"{readable(_subject(clause))} {compared.group(1)}".strip()
    if noun and sentence[noun_end - len(noun) - 1 : noun_end - len(noun)] in ("-", "‑"):
        what = _beside(sentence[noun_end : noun_end + 120])  # "a 300-seat plane"
        verb = _OTHER_VERB.search(what) or _VERB.search(what)
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
    if not _CONTENT.search(clause) or _OPENED.search(clause):
        return _without_clause(left, right, follows=follows) or None
    if follows and _HE.match(clause.strip()):
        return None  # "it was 12%": what the figure before measures
    named = (
        readable(objects.what_is_awaited(clause))
        or readable(objects.what_for(clause))
        or readable(_named(clause))
        or objects.what_is_meant(clause)
    )
    if named := named or readable(_subject(clause)) or readable(_antecedent(earlier, clause)):
        return named
    governing = governing_subject(_told(left), _VERB) if _depends(earlier, clause) else ""
    return governing or readable(_last_words(clause) or "") or None


def _depends(earlier: str, clause: str) -> bool:
    """Say whether the subject of a clause stands in the words before it: "rose", "to finish at", "..., adding"."""
    words = clause.strip()
    if _HE.match(words):
        return False
    after_comma = earlier.endswith(",")
    return (
        bool(_VERB.match(words)) or words.startswith(("to ", "be ")) or (after_comma and bool(_VERB_FORM.match(words)))
    )


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
        return readable(_last_words(_clause(opened[:-1])) or "")
    if beside := _BESIDE_IT.search(left):  # "inflation, at 3 percent"
        return readable(_last_words(_clause(beside.group(1))) or "")
    if done := objects.what_was_done(right) or readable(objects.what_is_priced(right)):
        return done
    if opened.endswith(" and") and (
        where := _WHERE.match(right)
    ):  # "$6 million went to a stud and $3 million on a villa"
        return readable(phrase_of(right[where.end() - 1 :], _TAIL_WORDS))
    return "" if follows else governing_subject(_told(left), _VERB)


def _told(left: str) -> str:
    """Return the words after the last "that": who said so is not what it measures."""
    begin = max((said.end() for said in _SAID_THAT.finditer(left)), default=0)
    return left[begin:] if _CONTENT.search(left, begin) else left


def _left(sentence: str, start: int) -> str:
    """Return the words before `start` that may name a figure, from a whole word on."""
    if start <= _LEFT:
        return sentence[:start]
    space = sentence.find(" ", start - _LEFT, start)
    return sentence[space:start] if space >= 0 else ""


def _beside(right: str) -> str:
    """Return "AI industry" of "$150 billion AI industry": the nouns that the figure stands before."""
    if right[:1] not in (" ", "-") or _NOT_BESIDE.match(right):
        return ""
    phrase = phrase_of(right, 6)
    return "" if _VERB.match(phrase) or _OTHER_VERB.match(phrase) else _RATE_WORD.sub("", phrase)


def _clause(left: str) -> str:
    begin = 0
    for match in _EDGE.finditer(left):
        begin = match.end()
    clause = left[begin:]
    cut = 0
    for match in _CONJUNCTION.finditer(clause):
        if _CONTENT.search(clause, match.end()):
            cut = match.end()
    for match in _AS.finditer(clause, cut):
        if _VERB.search(clause, match.end()):
            cut = match.end()
    return clause[cut:]


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
        moves = all(word in _CHANGES for word in lowered)
    else:  # "the ratio fell to": its subject says it
        moves = any(word in _CHANGES for word in lowered) or bool(_VERB.search(phrase))
    if moves or (len(words) == 1 and (lowered[0].endswith(("ed", "ly")) or lowered[0] in _NO_NOUN)):
        return ""
    return " ".join(words[-5:])


def _subject(clause: str) -> str:
    """Return what stands before the first verb of being or changing: "Average salaries in tech have risen to"."""
    for match in _VERB.finditer(clause):
        before = clause[: match.start()]
        if not before.strip():
            continue
        if match.group().lower() in _CHANGES and _NOUNS_OF_CHANGE.search(before):
            continue
        words = _LEAD_IN.sub("", before.strip() + " ").split()
        while words and _MOVES.fullmatch(words[-1].lower()):
            words.pop()  # "the ratio further fell to"
        phrase = " ".join(words)
        return phrase if phrase and not NUMBER.fullmatch(phrase) else ""
    return ""


def _antecedent(earlier: str, clause: str) -> str:
    """Return "the car industry" of "in the car industry, which climbed from": the words before a relative clause."""
    before = earlier.rstrip(" ,")
    if said := _WHICH_SOMEBODY.search(before):
        before = f"{said.group(1)} which"
    relative = before.endswith((" which", " who")) and len(clause.split()) <= _FEW
    if not relative and not (before.endswith((" which", " that", " who")) and _VERB.match(clause.strip())):
        return ""
    words = _last_words(_clause(before.rsplit(" ", 1)[0].rstrip(" ,"))) or ""
    noun = _LAST_NOUN.search(words)
    return noun.group(1) if noun else words


def far_measure(sentence: str, start: int) -> str | None:
    """Return the end of the clause before the figure's own, where that says nothing: "the largest stock: about 17%"."""
    left = _left(sentence, start)
    found = readable(_last_words(_clause(left.rstrip(" ,;:(—–-"))) or "") if left.strip() else ""
    label = left.rstrip().endswith(":") and found.istitle()  # who answers in an interview
    return None if label else found or None


def verb_measure(sentence: str, start: int) -> str | None:
    """Return "union wanted" of "the union wanted 8%": the last resort, where no noun tells."""
    clause = _clause(_left(sentence, start))
    words = _LEAD_IN.sub("", " ".join(NUMBER.split(clause)[-1].split()) + " ").split()
    return _telling(_without_loose_end(words)[-_FEW:])


def _last_words(clause: str) -> str | None:
    """Return the end of the clause where no rule names the measure: from the last figure on, without loose ends."""
    parts = [part for part in NUMBER.split(clause) if _CONTENT.search(part)]
    phrase = _LEAD_IN.sub("", " ".join(parts[-1].split()) + " ").strip(" -,.;’'%$€£") if parts else ""
    words = _without_loose_end(phrase.split())
    if len(words) > _LAST_WORDS:  # from a word on that may begin a phrase, or not at all
        opening = next(
            (i for i in range(len(words) - _LAST_WORDS, len(words) - 1) if words[i - 1].lower() in _OPENERS), 0
        )
        words = words[opening:] if opening else []
    return _telling(_LEAD_IN.sub("", " ".join(words) + " ").split())


def _without_loose_end(words: list[str]) -> list[str]:
    while words and words[-1].lower() in LOOSE:
        words.pop()
    return words


def _telling(words: list[str]) -> str | None:
    """Return `words` as a phrase; None where none of them says what is measured."""
    return " ".join(words) if any(len(w) > 2 and w.lower() not in _NO_MEASURE for w in words) else None
