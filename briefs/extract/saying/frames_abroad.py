"""Attribution in other languages than English: the commonest verbs of saying and phrases for "according to".

Only those who are named, or stand beside a phrase for "according to", are found; English gets the rest. Here the words
of a sentence stand apart; scripts that write no spaces are read by `unspaced`.
"""

from __future__ import annotations

from briefs.extract.saying.pronouns_abroad import by_pronoun, left_out, officeholder, turned_round
from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.unnamed_abroad import ministry, spoken, unnamed
from briefs.extract.saying.voices import PERSON, SPEAKERS, Attribution, Line, Voice, named_at
from briefs.model import EntityKind
from briefs.sentences import Token
from briefs.tables.tongues import Tongue

_REACH = 8  # tokens between a verb and who says it: said the chairman of the board, Ann Lee
_BACK = 7  # tokens from the verb back to who says it, over an adverb or a short apposition
_NEAR = 4  # of them back to a firm or body
_FEW = 4  # of one that is written small
_NAME = 6  # tokens of a source that is no known name
_CLAUSE = 16  # tokens of a clause that commas part off
_LANDS: frozenset[EntityKind] = frozenset(("country", "place"))
_MARKS = frozenset('“”«»"„')
_TITLED = frozenset(("dr", "dra", "prof", "m", "mme", "sr", "sra", "."))
_ENDS = frozenset(',.;:()“”"«»!?–—')


def frames_abroad(
    line: Line, speakers: Speakers, language: str, known: Tongue, silent: list[tuple[int, int]]
) -> list[Attribution]:
    """Return the attributions of `line`, which is written in `language`, of which `known` says the words."""
    found: list[Attribution] = []
    index = 0
    while index < len(line):
        token = line.tokens[index]
        if any(start <= token.start < end for start, end in silent) or line.at[index] is not None:
            index += 1
            continue
        size = known.saying.starting_at(line.lows, index)
        if size:
            last = index + size - 1
            voice = (
                ministry(line, last + 1, known)
                or _after(line, last, known)
                or by_pronoun(line, speakers, index, size, known, silent)
                or _before(line, index, known)
                or officeholder(line, speakers, index, size, known)
                or unnamed(line, index, size, known)
                or left_out(line, speakers, index, language, known, silent)
            )
            if voice is not None:
                start, end = min(token.start, voice.start), max(line.tokens[last].end, voice.end)
                found.append(Attribution(start, end, line.lows[index], end, "inverted", voice, line.span))
        elif inverted := turned_round(line, speakers, index, known, silent):
            found.append(inverted)
            size = 1
        elif size := known.according.starting_at(line.lows, index):
            voice = _source(line, index + size, known)
            if voice is not None:
                word = line.lows[index]
                found.append(Attribution(token.start, voice.end, word, voice.end, "according", voice, line.span))
        elif size := known.according_after.starting_at(line.lows, index):
            voice = _source_before(line, index)
            if voice is not None:
                end = line.tokens[index + size - 1].end
                found.append(Attribution(voice.start, end, line.lows[index], end, "according", voice, line.span))
        index += size or 1
    return found


def _named(line: Line, index: int) -> Voice | None:
    pair = line.at[index]
    if pair is None or pair[1].kind not in SPEAKERS or pair[1].kind == "country":
        return None
    return named_at(line, index)


def _after(line: Line, verb: int, known: Tongue) -> Voice | None:
    """Return who is named after the verb: right away, or after one comma ("sagte der Vorsitzende, Jan Roth")."""
    commas = 0
    told = False  # "sagte dem Kurier", "a-t-il dit à la BBC": who is named next is told
    for index in range(verb + 1, min(len(line), verb + 1 + _REACH)):
        if line.at[index] is not None:
            if told:
                whose = line.is_kind(index, _LANDS)  # "a la jefa de Gobierno de México, Ana Paz"
                told = whose or line.at[index + 1 : index + 2] == [line.at[index]]
                continue
            voice = _named(line, index)
            if voice is not None and voice.kind != "person" and (holder := _holder(line, index)) is not None:
                return holder
            if voice is not None and (commas == 0 or voice.kind == "person"):
                return voice
        elif line.lows[index] in known.told:
            told = True
        elif told and line.capitalised(index):
            told = line.capitalised(index + 1) if index + 1 < len(line) else False  # "dice al Tg2 il ministro"
        elif line.lows[index] == ",":
            commas += 1
            if commas > 1 or index == verb + 1:
                return None
        elif line.lows[index] in _ENDS and not _within_word(line, index):
            return None
    return None


def _holder(line: Line, firm: int) -> Voice | None:
    """Return whose office it is: "señaló el director de Nerva, Joaquín Esteve"."""
    after = line.after_last_of(firm)
    voice = _named(line, after + 1) if line.word(after) == "," and after + 1 < len(line) else None
    return voice if voice is not None and voice.kind == "person" else None


def _within_word(line: Line, index: int) -> bool:
    """Return whether a mark stands within a word, as in Hebrew abbreviations."""
    ends = index + 1 < len(line) and line.tokens[index + 1].start == line.tokens[index].end
    return ends and line.tokens[index - 1].end == line.tokens[index].start


def _before(line: Line, verb: int, known: Tongue) -> Voice | None:
    """Return who is named before the verb, over an auxiliary ("Roth hat gesagt") or an apposition of a role."""
    commas = 0
    first = verb - 1
    while line.word(first) in known.between:
        first -= 1
    if line.word(first) == "," and (subject := _over_clause(line, first)) is not None:
        return subject
    for index in range(verb - 1, max(-1, verb - 1 - _BACK), -1):
        if line.at[index] is not None:
            voice = _named(line, index)
            if voice is None and line.entity(index) is not None and verb - index <= _BACK:
                continue  # "Roth, analyst at the firm of a country"
            near = verb - index <= _NEAR or commas or (voice is not None and voice.kind == "person")
            return voice if near else None
        if line.lows[index] == "," and commas < 2:
            commas += 1
        elif line.lows[index] in _ENDS or line.lows[index] in known.saying:
            return None
    return None


def _over_clause(line: Line, comma: int) -> Voice | None:
    """Return the person before a clause that two commas part off: "Meirelles, que fez parte de ..., avaliou"."""
    for index in range(comma - 1, max(0, comma - _CLAUSE), -1):
        if line.lows[index] == ",":
            voice = _named(line, index - 1)
            return voice if voice is not None and voice.kind == "person" else None
        if line.lows[index] in _ENDS:
            return None
    return None


def _source(line: Line, first: int, known: Tongue) -> Voice | None:
    """Return who stands after "according to": whoever is named there, else the words up to the next mark."""
    last = first
    if (paper := _paper(line, first, known)) is not None:
        return paper
    for index in range(first, min(len(line), first + _REACH)):
        if line.lows[index] == ",":  # "secondo il ministro delle Imprese, Guido Lanfranchi, ..."
            person = next((i for i in range(index + 1, min(len(line), index + 4)) if line.is_kind(i, PERSON)), None)
            if person is not None and all(line.lows[i] in _TITLED for i in range(index + 1, person)):
                return _named(line, person)
        if line.lows[index] in _ENDS:
            break
    while last < len(line) and last < first + _REACH and line.lows[last] not in _ENDS:
        voice = _named(line, last)
        if voice is not None:
            return voice
        last += 1
    # "selon un bilan fourni par la préfecture": who gave it is meant
    made = next(
        (i for i in range(first + 1, last - 1) if line.lows[i] in known.made_by and not line.capitalised(first)), None
    )
    first = made + 1 if made is not None else first
    named = first
    while first < last and line.lows[first] in known.articles:
        first += 1
    # A name goes on while its words are capitals, or small words between them: "Ministério da Agricultura".
    end = first
    for index in range(first, min(last, first + _NAME)):
        if line.capitalised(index):
            end = index + 1
        elif line.tokens[index].text[0].isdigit() or (end > first and index > end + 1):
            break
    caseless = first < last and line.lows[first].upper() == line.lows[first]
    if end == first and (caseless or named < first) and first < last and not line.tokens[first].text[0].isdigit():
        end = min(last, first + _FEW)  # "selon le tribunal", but not "segundo trimestre"
    if line.lows[first] in known.things if first < last else False:
        return None  # "de acuerdo con la ley"
    if end <= first or not any(_is_word(line.tokens[i]) for i in range(first, end)):
        return spoken(line, named, known)  # "según fuentes oficiales"
    name = line.words(first, end)
    proper = caseless or any(line.tokens[i].text[0].isupper() for i in range(first, end))
    start = line.tokens[first].start
    return Voice(start, line.tokens[end - 1].end, name, "organisation", anonymous=not proper)


def _paper(line: Line, first: int, known: Tongue) -> Voice | None:
    """Return the paper or agency that a noun calls so: «по данным газеты „Волна“», وفق ما أوردت صحيفة "النهار"."""
    for index in range(first, min(len(line), first + _FEW)):
        if line.lows[index] not in known.press:
            continue
        begin = index + 1
        quoted = line.word(begin) in _ENDS and line.word(begin) in _MARKS
        begin += quoted
        end = begin
        while end < min(len(line), begin + _FEW) and line.lows[end] not in _ENDS:
            end += 1
        if not quoted:  # "بحسب وكالة الطاقة": an agency that is called so itself
            end = min(end, begin + 1)
        named = quoted or (index > first and not line.tokens[begin].text[0].islower())
        if end == begin or not named:
            return None
        start = line.tokens[begin].start
        return Voice(start, line.tokens[end - 1].end, line.words(begin, end), "publication")
    return None


def _source_before(line: Line, last: int) -> Voice | None:
    """Return who stands before "zufolge" and the like: the nearest name, else the capitals right before it."""
    for index in range(last - 1, max(-1, last - 4), -1):
        voice = _named(line, index)
        if voice is not None:
            return voice
        if line.lows[index] in _ENDS:
            break
    first = last
    while first > 0 and last - first < _NAME and line.tokens[first - 1].text[0].isupper():
        first -= 1
    if first == last or not any(_is_word(line.tokens[i]) for i in range(first, last)):
        return None
    return Voice(line.tokens[first].start, line.tokens[last - 1].end, line.words(first, last), "organisation")


def _is_word(token: Token) -> bool:
    return len(token.text) > 2 and token.text.isalpha()
