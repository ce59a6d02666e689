"""Numbers that are no figures: dates, clock times, ages, names of products, scores, addresses, identifiers.

Every rule looks at a bounded window around the number, so the whole is linear in the length of the text.
"""

from __future__ import annotations

import re

from briefs.extract.counting.numeral import Numeral
from briefs.extract.counting.words import MONTHS, WEEKDAYS
from briefs.extract.wordlist import words
from briefs.tables.tongues import english

_WINDOW = 48
# "a 2,000-MW plant", but "737-MAX"
_UNIT_AFTER_HYPHEN = re.compile(r"[-‑](?:[kMGT]Wh?|[kM]V|[KMGT]B|[kMG]Hz|TEU|BTU)(?!\w)")
# Latin, Greek, Cyrillic and Armenian stand before; Arabic may put a preposition right before.
_FIRST_UNSPACED = "\u0590"

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}[ \u00a0](?:\d{{1,2}}(?:st|nd|rd|th)?(?:,| and| or| to|[ ]?[-–])[ ]?)?(?:the )?$"
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?: of)?[ \u00a0-]{_MONTH}|(?:st|nd|rd|th)?[ ]?[-–][ ]?\d{{1,2}}[ \u00a0]{_MONTH}"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|º|ª|er|ème|e)(?![^\W_])")
_DIGIT_DATE = re.compile(r"[/.\-]\d{1,4}[/.\-]\d{1,4}(?!\d)")
_DIGIT_DATE_BEFORE = re.compile(r"\d[/.\-](?:\d{1,2}[/.\-])?$")
_CLOCK_AFTER = re.compile(
    r"(?::\d\d(?::\d\d)?)|[ \u00a0]?(?:[ap]\.?m\b\.?|o[’']clock|GMT\b|UTC\b|E[SD]T\b|P[SD]T\b|C[SE]?T\b|[AB]ST\b|"
    r"hrs\b|h\d\d)",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"\d:$")
_MAJOR = re.compile("대 (?!등|중|규모|정도|이상|가량|이하)[가-힣]")  # "4대 분야" are the great four
_DECADES = frozenset(range(10, 100, 10))  # of a life: Korean "20대", those in their twenties
_AGE_OLD = re.compile(r"[-‑ ]?(?:years?|months?|weeks?|days?|yr)[-‑ ](?:old|of[- ]age)s?\b|[ ]?(?:y/o|yo)\b")
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|at the age of|over the age of|turned|turning|turns|then|"
    r"now)[ ](?:between )?(?:\d+ (?:to|and) )?$|\b(?:under|over)-$",
    re.IGNORECASE,
)
_AGE_APPOSITION = re.compile(r"[A-Z][\w’'.-]+, $|[A-Z][\w’'.-]+ \($")
_AGE_CLOSE = re.compile(r",(?! \d)|\)|\.(?!\d)|;| and\b")
_YEAR_RANGE = re.compile(r"[-–/]\d{2,4}(?!\d)")

_DESIGNATORS = english("designator")
_TWO_WORD_DESIGNATORS = frozenset(
    ("group of", "mile marker", "super bowl", "world war", "the first", "the last", "po box", "p.o. box")
)
# Of these, the ones that are designators only where no unit and no plural noun follows: "over 300 homes".
_SOFT_DESIGNATORS = words(
    "top first last next past previous following half minute quarter order line call unit position placed"
)
_NAME_BEFORE = re.compile(r"(?:^|[^\w.])((?:[a-z]{1,2})?[A-Z][\w’'&+]*(?:-[A-Z][\w]*)*)[ \u00a0-]$")
_INITIALS_BEFORE = re.compile(r"(?:^|[\s(,;])(?:[A-Z]\.){1,3} $")  # "H.R. 1234"
_STREET_AFTER = re.compile(
    r" (?:[NSEW]\.? )?(?:[A-Z][\w.’'-]* ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|"
    r"Square|Place|Plaza|Court|Way|Parkway|Terrace|Crescent|Highway)\b"
)
_ADDRESS = re.compile(
    r"://|www\.|@|\.(?:com|org|net|gov|edu|html?|co|io|ai)/|doi\.org|^doi:?|^10\.\d{4}|\.\w+/\S*\d", re.IGNORECASE
)
_SCORE_AFTER = re.compile(r"[-–:]\d{1,3}(?![\d.,]*\d?(?:%| per ?cent| million| billion|[ -][a-z]))")
_SCORE_BEFORE = re.compile(r"(?<![\w.,])\d{1,3}[-–:]$")
_INDEX_BEFORE = re.compile(
    r"(?:S&P|Nikkei|FTSE|DAX|CAC|Nasdaq|NASDAQ|Russell|Fortune|FORTUNE|Forbes|Topix|CSI|ASX|KOSPI|IBEX|AEX|SMI|"
    r"SSE|Stoxx|STOXX|TSX|BSE|Nifty|NIFTY|Kospi|Hang Seng|MIB|OMX|MDAX|TecDAX|Inc\.?|Global|Future|Fast|Hot|"
    r"Billboard|Indy|Daytona)[ \u00a0-]$"
)
_BRACKETED = re.compile(r"\[[\d, –-]*$")
_FROM_START = re.compile(r"(?:^|\n)[ \t]*(?:[#*_>•·-]+[ ]?)?\(?$")
_LIST_MARK = re.compile(r"[.):](?:\s|$)|[.)]\*\*|\\\.")

OPENERS = english("before_figure")


# Capitalised words that may stand before a count: days, months, and who gives or takes.
_NAMES_LIKE_VERBS = words("boeing bing ping ring sling united allied red ted ned fred ed ali july")
_MAY_COUNT = WEEKDAYS | MONTHS | frozenset(("i",))


class Surroundings:
    """The text on both sides of a number, cut to a window."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start, self.end = start, end
        self.before = text[max(0, start - _WINDOW) : start]
        self.after = text[end : end + _WINDOW]

    @property
    def previous(self) -> str:
        """The character before the number, or a space."""
        return self.before[-1:] or " "

    @property
    def is_glued(self) -> bool:
        """Whether a letter or digit stands right before it, in a script that puts spaces between words."""
        return self.previous.isalnum() and (self.previous < _FIRST_UNSPACED or self.previous.isdigit())

    @property
    def following(self) -> str:
        """The character after the number, or a space."""
        return self.after[:1] or " "


def is_identifier(around: Surroundings) -> bool:
    """Say whether the number is glued to something: a product, version, address, phone number or list mark."""
    before, after = around.before, around.after
    if around.is_glued or around.previous in "_#@\\&=^":
        return True
    if around.previous in "-‑/" and before[-2:-1].isalpha() and not _hyphen_is_prose(before):
        return True
    if around.previous in ".:'’" and before[-2:-1].isalnum():
        return True
    if after[:3].lower() in ("(k)", "(b)", "(c)", "(a)"):
        return True
    if (
        around.following == "_"
        or (around.following in "/\\" and after[1:2].isdigit())
        or (around.following in "-‑" and after[1:2].isupper() and not _UNIT_AFTER_HYPHEN.match(after))
    ):
        return True
    word_start = before.rfind(" ") + 1 if " " in before else 0
    word_end = after.find(" ") if " " in after else len(after)
    if _ADDRESS.search(before[word_start:] + around.text[around.start : around.end] + after[:word_end]):
        return True
    if _BRACKETED.search(before) or before.endswith("[") or (before.endswith("(") and after.startswith(")")):
        return True
    return bool(_FROM_START.search(before) and _LIST_MARK.match(after))


def _hyphen_is_prose(before: str) -> bool:
    word = re.search(r"([^\W\d_]+)[-‑/]$", before)
    return word is not None and word.group(1).lower() in (
        "mid",
        "sub",
        "near",
        "a",
        "under",
        "over",
        "roughly",
        "about",
        "all",
        "to",
        "pre",
        "super",
    )


def is_date(around: Surroundings, numeral: Numeral) -> bool:
    """Say whether the number is a day, a year, or a part of a date in digits."""
    before, after = around.before, around.after
    value = numeral.value
    if _ORDINAL.match(after) and numeral.form == "digits":
        return True
    if value == int(value) and not numeral.scaled:
        if value <= 31 and (_MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after)):
            return True
        if 1000 <= value <= 2200 and not numeral.grouped and _MONTH_BEFORE.search(before):
            return True
    if numeral.form == "digits" and (_DIGIT_DATE.match(after) or _DIGIT_DATE_BEFORE.search(before)):
        return True
    return is_year(numeral) and bool(_YEAR_RANGE.match(after))


def is_year(numeral: Numeral) -> bool:
    """Say whether the number looks like a year of the calendar: four bare digits from 1000 to 2199."""
    return (
        numeral.form == "digits"
        and not (numeral.grouped or numeral.scaled or numeral.decimals)
        and numeral.end - numeral.start == 4
        and 1000 <= numeral.value < 2200
    )


def is_clock_time(around: Surroundings) -> bool:
    """Say whether the number is an hour or minute of the day, or a running time."""
    return bool(_CLOCK_AFTER.match(around.after) or _CLOCK_BEFORE.search(around.before))


def is_age(around: Surroundings, numeral: Numeral) -> bool:
    """Say whether the number is somebody's age: "aged 45", "a 45-year-old", "Smith, 45, said"."""
    if _AGE_OLD.match(around.after):
        return True
    if around.following == "대" and (numeral.value in _DECADES or _MAJOR.match(around.after)):
        return True
    if numeral.scaled or numeral.decimals or numeral.grouped or not 0 < numeral.value < 120:
        return False
    if _AGE_BEFORE.search(around.before):
        return not around.after.startswith("%")
    return bool(numeral.form == "digits" and _AGE_APPOSITION.search(around.before) and _AGE_CLOSE.match(around.after))


def is_score(around: Surroundings) -> bool:
    """Say whether two numbers stand against each other as in "won 3-1"."""
    return bool(_SCORE_AFTER.match(around.after) or _SCORE_BEFORE.search(around.before))


_GAVE_BEFORE = re.compile(r"\b(?:gave|gives?|giving|handed|left|leaves|won|earned|awarded) (?:the )?[A-Z][\w-]* $")


def is_designation(around: Surroundings, *, counted: bool) -> bool:
    """Say whether the number names a thing ("Phase 3", "Boeing 787 jets", "S&P 500", "10 Downing Street").

    `counted`: a plural noun follows, which makes a count of what only might be a name.
    """
    before = around.before
    if _INDEX_BEFORE.search(before):
        return True
    number = around.text[around.start : around.end]
    large = "," in number or " " in number or not (number[-1].isdigit() or number.isalpha())
    if not large and _is_designated(before, counted=counted):
        return True
    if _STREET_AFTER.match(around.after):
        return True
    if _INITIALS_BEFORE.search(before):
        return True
    capital = _NAME_BEFORE.search(before)
    if not capital or (counted and _GAVE_BEFORE.search(before)):
        return False
    if number[0].isalpha() or "," in number:
        return False  # no product is called "Three" or "1,200"
    word = capital.group(1).lower()
    if word.endswith(("'s", "’s")):
        return False
    opens = word in OPENERS or (word.endswith(("ed", "ing", "ly")) and word not in _NAMES_LIKE_VERBS)
    return not (opens or (counted and word in _MAY_COUNT))


def _is_designated(before: str, *, counted: bool) -> bool:
    words = before.rstrip(" \u00a0").rsplit(None, 2)[-2:]
    if not words or len(before.rstrip()) < len(before) - 1 or before[-1:] not in " \u00a0#№§.":
        return False
    last = words[-1].lower().strip(".(“\"'‘[")
    pair = f"{words[0].lower()} {last}"
    named = last in _DESIGNATORS or pair in _TWO_WORD_DESIGNATORS or words[-1][-1:] in "#№§"
    return named and not (counted and last in _SOFT_DESIGNATORS)
