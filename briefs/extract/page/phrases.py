"""What any site might print around its stories: a pattern for each heading of `tables/page_lines.txt`.

Which of them count for a line, `furniture` says.
"""

from __future__ import annotations

import re

from briefs.tables.files import table_lines


def _read() -> dict[str, str]:
    """Return the forms below each heading of the table, as the alternatives of one expression."""
    text = "\n".join(table_lines("page_lines.txt")).replace("\n    ", "")
    _, *parts = re.split(r"^\[([a-z ]+)\]\n", text, flags=re.MULTILINE)
    forms: dict[str, str] = {}
    for heading, lines in zip(parts[::2], parts[1::2], strict=True):
        forms[heading] = re.sub(r"\{([a-z ]+)\}", lambda m: forms[m[1]], lines.strip().replace("\n", "|"))
    return forms


_FORMS = _read()


def _whole(heading: str) -> re.Pattern[str]:
    """Return a pattern for a line that consists of one of the forms, with marks around it."""
    return re.compile(rf"[\W_]{{0,6}}(?:{_FORMS[heading]})[\W_]{{0,6}}", re.IGNORECASE)


def _opening(heading: str) -> re.Pattern[str]:
    """Return a pattern for a line that begins with one of the forms, and with a whole word."""
    return re.compile(rf"[\W_]{{0,6}}(?:{_FORMS[heading]})(?!\w)", re.IGNORECASE)


def _beginning(heading: str) -> re.Pattern[str]:
    """Return a pattern for a line that begins with one of the forms, which say themselves where a word ends."""
    return re.compile(rf"[\W_]{{0,6}}(?:{_FORMS[heading]})", re.IGNORECASE)


def _anywhere(heading: str) -> re.Pattern[str]:
    """Return a pattern for any of the forms."""
    return re.compile(_FORMS[heading], re.IGNORECASE)


SHARE = _whole("share")
SHARE_WORDS = _anywhere("share words")
NETWORK = _anywhere("network")
READING_TIME = _whole("reading time")
ADVERT = _whole("advert")
NEWSLETTER = _opening("newsletter")
COOKIE = _opening("cookie")
LEGAL = _beginning("legal")
RESERVED = _anywhere("reserved")
NOTICE_HEAD = _whole("notice head")
COMMENTS = _whole("comments")
MESSAGE = _opening("message")
RELATED_HEAD = _whole("related head")
RELATED_LINE = _opening("related line")
BIO_HEAD = _whole("bio head")
REFERENCES_HEAD = _whole("references head")
TAGS_HEAD = _opening("tags head")
NAVIGATION = _whole("navigation")
TAIL = _beginning("tail")
SERVICE = re.compile(rf"\b(?:{_FORMS['service']})\b", re.IGNORECASE)
CREDIT = _beginning("credit")
CAPTION = _beginning("caption")
DATE_LABEL = _beginning("date")
BY_ABROAD, LABELS_ABROAD = _FORMS["by abroad"], _FORMS["label abroad"]
BYLINE = re.compile(rf"[\W_]{{0,6}}(?:{_FORMS['byline']})\s{{0,4}}(?=\S)", re.IGNORECASE)

RELATED_BRACKET = re.compile(
    r"[\W_]{0,3}\[\s?(?:related|read more|also read|read also|watch|see also|more|read)\s?:", re.IGNORECASE
)
AGO = re.compile(
    r"[\W_]{0,4}(?:(?:updated|posted|published|last updated)[ :]{0,2})?(?:\d{1,3}|an?|one|two|three|few) ?(?:s|m|h|d|"
    r"w|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?|yrs?)(?: ?and ?\d{1,2} ?(?:mins?|minutes?|"
    r"hours?))? ago[\W_]{0,4}(?:.{0,30})|(?:just now|yesterday|today)[\W_]{0,3}",
    re.IGNORECASE,
)
# "— Ann Lee (@annlee) May 3, 2024" under an embedded post.
EMBEDDED = re.compile(r"[—–\-&mdash;]{1,7}\s?.{1,80}\(@\w{1,30}\).{0,40}")
