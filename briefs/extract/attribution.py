"""Who says what: every place where the body gives its words to somebody, with the grammar of English news."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal
from weakref import WeakKeyDictionary

from briefs.extract import saying
from briefs.extract.document import Document
from briefs.extract.marks import Quoted, quoted
from briefs.extract.names import Names
from briefs.extract.voices import Line, Reader, Voice
from briefs.model import Entity
from briefs.text import Span

Form = Literal["said", "inverted", "according", "document", "by", "citing", "to"]


@dataclass(frozen=True)
class Attribution:
    """`[start, end)` of the body gives the sentence to `voice`; what it says may begin at `verb_end`."""

    start: int
    end: int
    verb: str
    verb_end: int
    form: Form
    voice: Voice
    sentence: Span
    sentence_index: int


@dataclass(frozen=True)
class Attributed:
    """The quotation marks and the attributions of a body."""

    quotes: tuple[Quoted, ...]
    attributions: tuple[Attribution, ...]


_cache: WeakKeyDictionary[Document, tuple[Names, Attributed]] = WeakKeyDictionary()


def attributed(document: Document, names: Names) -> Attributed:
    """Return who says what in the body of `document`; found once for quotations and sources alike."""
    known = _cache.get(document)
    if known is None or known[0] is not names:
        known = (names, _find(document, names))
        _cache[document] = known
    return known[1]


def _find(document: Document, names: Names) -> Attributed:
    body = document.body
    quotes = quoted(body)
    reader = Reader(document, names)
    starts = [q.start for q in quotes]

    def in_quote(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < quotes[index].end and len(body.text[quotes[index].start : quotes[index].end]) > 1

    found: list[Attribution] = []
    for index, span in enumerate(body.sentences):
        line = reader.line(span, index)
        here = list(_in_line(line, reader, in_quote))
        reader.remember(line, [a.voice for a in here if a.form != "to"])
        found.extend(here)
    return Attributed(tuple(quotes), tuple(found))


def _in_line(line: Line, reader: Reader, in_quote: object) -> list[Attribution]:
    found: list[Attribution] = []
    taken = -1
    lows = line.lows
    for index, word in enumerate(lows):
        if index <= taken or not (
            word in _TRIGGERS or (word in saying.RELIED_ON and index + 1 < len(lows) and lows[index + 1] in saying.FROM)
        ):
            continue
        if in_quote(line.tokens[index].start):  # type: ignore[operator]
            continue
        made = _attribution(line, reader, index, word)
        if made is not None:
            found.append(made)
            objects = _told(line, reader, index) if word in ("told", "tells", "tell") else None
            if objects is not None:
                found.append(objects)
    return found


_TRIGGERS = saying.SAYING | saying.JUDGING | saying.SHOWING | saying.PARTICIPLES | {"according", "citing", "by", "per"}


def _attribution(line: Line, reader: Reader, index: int, word: str) -> Attribution | None:
    lows = line.lows
    following = lows[index + 1] if index + 1 < len(lows) else ""
    previous = lows[index - 1] if index else ""
    if word == "according":
        return _phrase(line, reader, index, index + 2, "according") if following == "to" else None
    if word == "citing":
        return _phrase(line, reader, index, index + 1, "citing")
    if word == "per":
        return None
    if word == "by":
        return _passive(line, reader, index, previous)
    if word in saying.RELIED_ON and following in saying.FROM:
        return _document(line, reader, index)
    if previous in ("to", "not", "never", "n't") or previous.endswith(("n't", "n’t")):
        return None
    if word in saying.PARTICIPLES:
        return _participle(line, reader, index, word)
    if following in ("of", "off") or (following == "for" and word != "called"):
        return None
    if word in saying.INVERTIBLE and _closes(line, index):
        made = _phrase(line, reader, index, index + 1, "inverted")
        if made is not None:
            return made
    place = reader.before(line, index)
    if place is None:
        return None
    said_to = _object(line, index) if word in ("told", "tells", "tell") else None
    voice = reader.voice(line, *place, said_to=said_to)
    if voice is None or not _may(word, voice, following):
        return None
    start = min(voice.start, line.tokens[place[0]].start)
    end = line.tokens[index].end
    form: Form = "document" if voice.kind == "report" else "said"
    return Attribution(start, end, word, end, form, voice, line.span, line.index)


def _may(word: str, voice: Voice, following: str) -> bool:
    """Say whether this voice does this: a document shows, the named judge, people without a name say."""
    if voice.kind == "report":
        return word in saying.SHOWING
    if word in saying.SAYING:
        return True
    if word in saying.JUDGING:
        return following not in ("into", "up", "down", "back")
    return False


def _closes(line: Line, index: int) -> bool:
    """Say whether a quotation or clause closes right before the verb: “…,” said; …, said."""
    return index > 0 and line.at[index - 1] is None and line.lows[index - 1] in (",", "”", '"', "’", "'", "»", "“", "—")


def _phrase(line: Line, reader: Reader, index: int, first: int, form: Form) -> Attribution | None:
    place = reader.after(line, first)
    if place is None:
        return None
    voice = _apposed(line, reader, place) or reader.voice(line, *place)
    if voice is None or (form != "according" and form != "inverted" and voice.pronoun):
        return None
    end = max(voice.end, line.tokens[place[0]].end)
    return Attribution(line.tokens[index].start, end, line.lows[index], end, form, voice, line.span, line.index)


def _apposed(line: Line, reader: Reader, place: tuple[int, int]) -> Voice | None:
    """Read "said the firm's head of research, Ann Lee": the name follows its description."""
    low, high = place
    if (
        high >= len(line.tokens)
        or line.lows[high] != ","
        or any(p and p[1].kind == "person" for p in line.at[low:high])
    ):
        return None
    pair = line.at[high + 1] if high + 1 < len(line.tokens) else None
    if pair is None or pair[1].kind != "person" or line.lows[high - 1] in saying.DAYS:
        return None
    end = high + 1
    while end < len(line.tokens) and line.at[end] == pair:
        end += 1
    return reader.voice(line, high + 1, end)


def _passive(line: Line, reader: Reader, index: int, previous: str) -> Attribution | None:
    if previous not in saying.QUOTED_BY and not (
        previous in saying.DOCUMENTED_BY and saying.DOCUMENTS & set(line.lows[max(0, index - 5) : index])
    ):
        return None
    place = reader.after(line, index + 1)
    if place is None:
        return None
    voice = _apposed(line, reader, place) or reader.voice(line, *place)
    if voice is None or voice.entity is None or voice.pronoun:
        return None
    end = max(voice.end, line.tokens[index].end)
    start = line.tokens[index - 1].start
    return Attribution(start, end, previous, end, "by", voice, line.span, line.index)


def _document(line: Line, reader: Reader, index: int) -> Attribution | None:
    place = reader.after(line, index)
    if place is None:
        return None
    voice = reader.voice(line, *place)
    if voice is None or voice.anonymous or voice.pronoun:
        return None
    return Attribution(voice.start, voice.end, line.lows[index], voice.end, "document", voice, line.span, line.index)


def _participle(line: Line, reader: Reader, index: int, word: str) -> Attribution | None:
    """Read ", saying the plan failed": the subject of the sentence speaks."""
    if index < 2 or line.lows[index - 1] not in (",", "”", '"', "and"):
        return None
    for first in range(min(index, 12)):
        pair = line.at[first]
        if pair and pair[1].kind in ("person", "company", "organisation") and not line.possessive(first):
            voice = reader.voice(line, first, first + 1)
            if voice is None:
                return None
            token = line.tokens[index]
            return Attribution(token.start, token.end, word, token.end, "said", voice, line.span, line.index)
    return None


def _object(line: Line, index: int) -> Entity | None:
    pair = line.at[index + 1] if index + 1 < len(line.tokens) else None
    return pair[1] if pair else None


def _told(line: Line, reader: Reader, index: int) -> Attribution | None:
    """Read "told The Courier": the publication that was told is relied on too."""
    for place in (index + 1, index + 2):
        pair = line.at[place] if place < len(line.at) else None
        if pair and pair[1].category in ("publication", "agency"):
            voice = reader.voice(line, place, place + 1)
            if voice is not None:
                token = line.tokens[index]
                return Attribution(token.start, voice.end, "told", voice.end, "to", voice, line.span, line.index)
    return None
