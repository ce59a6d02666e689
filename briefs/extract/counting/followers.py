"""What follows a figure and tells what it is of: "people in 18 counties", "people fell ill", "of job seekers"."""

from __future__ import annotations

import re

from briefs.extract.wordlist import words

_FORMULA = re.compile(r"[A-Z]\w{0,3}\d")  # "CO2"
NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?"
)
_STOP_RIGHT = re.compile(
    r" (?=\d)| (?:for|of|at|in|about|nearly) (?=[\d$£€₹¥])|"
    r"[.!?](?=\s|$)|[;:()\[\]\"“”\n,]|[—–]| - |"
    r" (?:and|but|while|which|who|that|as|after|before|since|because|according|compared|when|where|with|or|if|by|"
    r"from|than|to|has|"
    r"have|had|is|are|was|were|will|would|could|can|may|might|must|should|said|says|told|this|last|next|during|"
    r"per|on|at|over|under|within|"
    r"through|until|versus|against|each|every|annually|so far|today|yesterday|a (?:year|month|week|day|share|quarter)|"
    r"in (?:the )?(?:fiscal|first|second|third|fourth|past|last|next|early|late|mid)\w*|"
    rf"in (?:\d{{4}}|{_MONTH}))\b"
)
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few"
NOT_WHAT = re.compile(
    rf"[\d$€£₹]|(?:{_MONTH})\b|(?:{_SMALL_NUMBERS}) (?:\w+ )?"
    r"(?:years?|months?|weeks?|days?|hours?|quarters?)\b|(?:first|second|third|fourth|final|last|past|next|"
    r"total|all|order|response|return|part|fact|"
    r"early|late|mid|recent|same|quarter|year|month|week|day|period|decade|range|region|future|them|it|us|you|hopes|effect|"
    r"addition|time|2\d{3})\b",
    re.IGNORECASE,
)
LOOSE = words(
    "of at to by a an the for in with from and or as is was are were up down about only just nearly over than what "
    "below above under against without"
)
_NO_TAIL_END = words("every each all more less")
# Where what the counted do or are ends: "160 people fell ill, according to".
STOP_DOING = re.compile(
    r"[.!?](?=\s|$)|[;:()\[\]\"“”\n,]|[—–]| - |\d| (?:and|but|while|which|who|that|as|after|before|because|"
    r"since|according|compared|when|where|with|or|if|than|last|this|next|said|says|over|during)\b"
)
_STOP_RIGHT_NOUN = re.compile(
    r" (?:and|or|but|as|than|to|per|a|an|the|over|by|after|before|this|last|next|from|that|each|every|on|at|so|if|"
    r"while|"
    r"when|because|since|during|between|more|less|up|down|worth|apiece|ago|later|earlier)\b"
)
_DONE = re.compile(
    r"\b([a-z]{3,}ed|built|cut|lost|sold|bought|held|won|hit|shot|hurt|left|set up)"
    r"(?: (?:about|around|nearly|almost|some|over|"
    r"more than|at least|up to|another|only|just|all))? $"
)
_TAIL_WORDS, _DOING_WORDS = 7, 6


def counted_with(sentence: str, start: int, noun: str, noun_end: int) -> str:
    """Return what is counted with what tells it from others: "people in 18 counties", "people fell ill"."""
    if tail := _tail(sentence[noun_end : noun_end + 90]):
        return f"{noun} {tail}"
    right = sentence[noun_end : noun_end + 90]
    if right[:1] == " " and right[1:2].islower() and not _STOP_RIGHT_NOUN.match(right):
        stop = STOP_DOING.search(right)
        words = (right[: stop.start()] if stop else right).split()[:_DOING_WORDS]
        while words and words[-1].lower() in LOOSE:
            words.pop()
        if words:
            return " ".join([noun, *words]).strip(" -’'")
    done = _DONE.search(sentence[max(0, start - 40) : start])
    return f"{noun} {done.group(1)}" if done else noun


def _tail(text: str) -> str:
    """Return what tells a noun that is counted from others: "in 18 counties", "of the party"."""
    match = re.match(
        r" (?:of|in|for|with|without|among|across|on|from|at|who|that|waiting|living|working|using) ", text
    )
    if not match:
        return ""
    article = 4 if text.startswith("the ", match.end()) else 0
    if NOT_WHAT.match(text, match.end() + article):
        return ""
    words = [match.group().strip(), *phrase_of(text[match.end() - 1 :], _TAIL_WORDS).split()]
    while words and words[-1].lower() in _NO_TAIL_END:
        words.pop()
    clause = words[:1] in (["who"], ["that"])
    return " ".join(words) if len(words) > 1 + clause else ""


def phrase_of(text: str, words: int) -> str:
    """Return the noun phrase that `text` begins with, of at most so many words."""
    stop = _STOP_RIGHT.search(text)
    found = (text[: stop.start()] if stop else text).split()[:words]
    while found and (found[-1].lower() in LOOSE or (NUMBER.search(found[-1]) and not _FORMULA.fullmatch(found[-1]))):
        found.pop()
    return " ".join(found).strip(" -’'")
