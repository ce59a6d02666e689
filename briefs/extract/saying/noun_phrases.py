"""Where a noun phrase begins and ends: before a verb of saying, and after one or after "according to"."""

from __future__ import annotations

from briefs.extract.saying import verbs
from briefs.extract.saying.offices import portfolio_before
from briefs.extract.saying.voices import ORGANISATIONS, PERSON, SPEAKERS, Line
from briefs.extract.wordlist import words

_LONGEST = 30  # tokens of a noun phrase
_PARTICLES = words("de la le van von der den di da dos al el bin ibn ten ter")
_SHORTEST_NAME, _LONGEST_NAME = 2, 5  # tokens
_RELATIVE = words("who which whose")
_BRACKETED = 12  # tokens of what stands in brackets
_CLAUSE = 25  # tokens of "who asked not to be named because ..."
_SHORTEST_CLAUSE = 2  # tokens: "who" and one more are no clause
_TITLES = 3  # tokens of a title before a name: Prof. Dr.
_MOST_PARTS = 16  # parts between commas that an apposition may have
_ARTICLES = words("a an the")
_BEFORE_ARTICLE = words("and all both & half as behind around across against about between")
_OWNERS = words("maker owner parent employer client buyer landlord builder seller")
_INFORMED = words("briefed working informed consulted")
_TO_THEM = words("close privy adviser advisor advisers advisors aide aides counsel envoy consultant")
_WRITTEN = words("statement email e-mail filing note letter interview release post report")
_ASIDES = tuple(
    tuple(aside.split())
    for aside in (
        "however", "meanwhile", "though", "too", "instead", "in turn", "by contrast", "on the other hand",
        "on the contrary", "for its part", "for his part", "for her part", "for their part",
    )
)  # fmt: skip
_ON, _OCCASION = words("in at during on"), 8  # tokens of "in a briefing late on Sunday"
_WORDY = 6  # tokens of "in a brief emailed statement"
_COMMAS = frozenset(",—–-()")
_APPOSITION = words("a an the who which whose one")
_INSIDE = frozenset("&/'’-.")  # marks that may stand inside a noun phrase
_ABBREVIATION = 4  # letters of Prof, Corp, Dr
_FILLERS = words("both even only now perhaps and with in as from by for at on")
_LETTERS = words("sc kc qc mp mla mep msp obe mbe cbe phd md frs jp esq")
_WHICH_DAY = words("last this late early")
_LOOSE_ENDS = words("on in at and or late early to the of from with for last this . -")

Place = tuple[int, int]  # tokens `[low, high)` of a line


def subject_before(line: Line, verb: int) -> Place | None:
    """Return the subject that stands before the verb at `verb`, over adverbs, auxiliaries and an apposition."""
    high = before_writing(line, verb)
    while high > 0 and line.at[high - 1] is None and _between(line, high - 1):
        high -= 1
    high = before_brackets(line, _before_aside(line, high))
    if high == 0:
        return None
    portfolio = portfolio_before(line, high)
    if portfolio is not None:
        return portfolio
    clause = _relative_before(line, high)
    if clause is not None:
        low = leftmost(line, clause)
        return (low, clause) if low < clause else None
    if line.at[high - 1] is None and line.lows[high - 1] in _COMMAS:
        return _over_apposition(line, high - 1)
    low = leftmost(line, high)
    return (low, high) if low < high else None


def _before_aside(line: Line, high: int) -> int:
    """Return where ", however," begins that stands before `high`: "the ministry, on the other hand, said"."""
    if high > 1 and line.at[high - 1] is None and line.lows[high - 1] == ",":
        for aside in _ASIDES:
            first = high - 1 - len(aside)
            if first > 0 and line.lows[first - 1] == "," and tuple(line.lows[first : high - 1]) == aside:
                return first - 1
        return before_occasion(line, high)
    return high


def before_occasion(line: Line, high: int) -> int:
    """Return where ", in a briefing on Sunday," begins that tells between somebody and "said" when he spoke."""
    for first in range(high - 3, max(0, high - 2 - _OCCASION), -1):
        if line.at[first] is not None or line.lows[first] in verbs.SAYING:
            return high
        if line.lows[first] == ",":
            if line.word(first + 1) in _ON and line.word(first + 2) in _ARTICLES:
                return first
            return high
    return high


def before_writing(line: Line, verb: int) -> int:
    """Return where "in a statement" begins that stands before the verb at `verb`, else the verb's own place."""
    if line.word(verb - 1) in _WRITTEN and line.word(verb - 2) not in _WRITTEN:
        for low in range(verb - 3, max(-1, verb - _WORDY), -1):
            if line.lows[low] == "in" and line.lows[low + 1] in ("a", "an", "its", "their", "his", "her"):
                return low
    return verb


def _relative_before(line: Line, high: int) -> int | None:
    """Return where "who asked not to be named" begins, right behind the people of whom it tells.

    Whom the clause is about stands behind "who" ("workers who the firm said had left"): they are not the subject.
    """
    for index in range(high - 1, max(0, high - _CLAUSE), -1):
        if line.at[index] is not None:
            continue
        word = line.lows[index]
        if word in _COMMAS or word in verbs.SAYING:
            return None
        if word not in ("who", "that"):
            continue
        before = line.noun(index - 1)
        if word == "that" and not (before in verbs.PEOPLE or verbs.is_agent(before) or before in verbs.COLLECTIVES):
            return None
        about = line.word(index + 1)
        told = word == "that" and not verbs.SAYING.isdisjoint(line.lows[:index])
        named = line.at[index + 1] is not None or about in verbs.DETERMINERS or about in verbs.PRONOUNS
        return None if named or told or high - index <= _SHORTEST_CLAUSE else index
    return None


def before_brackets(line: Line, high: int) -> int:
    """Return where what stands in brackets before `high` begins: "Norfjell Lines (Oslo: NFJ) said"."""
    if high == 0 or line.lows[high - 1] != ")":
        return high
    for index in range(high - 2, max(-1, high - _BRACKETED), -1):
        if line.lows[index] == "(":
            return before_brackets(line, index)  # two pairs: (Norfjell or the Company) (Oslo: NFJ)
    return high


def _between(line: Line, index: int) -> bool:
    word = line.lows[index]
    if word in verbs.DAYS or word in ("today", "yesterday") or (word == "on" and line.word(index + 1) in verbs.DAYS):
        return True  # "Norfjell today announced", "Lee on Tuesday said"
    if word in _WHICH_DAY and (line.word(index + 1) in verbs.DAYS or line.word(index + 1) == "on"):
        return True  # "Lee last Thursday announced", "Lee late on Monday said"
    return word in verbs.BETWEEN or (word.endswith("ly") and index > 0 and not line.capitalised(index))


def leftmost(line: Line, high: int) -> int:
    """Return where the noun phrase begins that ends before `high`."""
    low = high
    while low > 0 and high - low < _LONGEST:
        if line.at[low - 1] is not None:
            low = line.first_of(low - 1)
            continue
        word = line.lows[low - 1]
        if word == "to" and line.word(low - 2) in _TO_THEM:
            low -= 2
            continue
        placed = line.lows[low].endswith("-based") or line.word(low + 1).endswith("-based")
        if word == "," and placed and line.capitalised(low) and line.capitalised(low - 2):
            low -= 2  # the Waltham, Mass.-based firm
            continue
        if word in _ARTICLES and line.word(low - 2) and not _goes_on_before(line, low - 2):
            low -= 1
            break
        if word in verbs.BOUNDARY or not (word[0].isalnum() or word in _INSIDE):
            break
        low -= 1
    return low


def _goes_on_before(line: Line, index: int) -> bool:
    """Say whether a noun phrase may reach over an article to the word at `index`: "head of the bank", "Lee and the"."""
    word = line.lows[index]
    return line.at[index] is None and (word in verbs.PREPOSITIONS or word in _BEFORE_ARTICLE)


def _over_apposition(line: Line, comma: int) -> Place | None:
    """Return the head before ", a professor at a college, said", or the person within ", Ann Lee, said"."""
    comma = before_brackets(line, comma)
    if line.word(comma - 1) == ".":  # the stop of "Corp."
        comma -= 1
    last = leftmost(line, comma)
    told = line.word(_clause_of(line, last)) in _RELATIVE  # Ann Lee, who teaches Raj Nair, said
    if last < comma and not told and line.is_kind(comma - 1, PERSON) and line.first_of(comma - 1) - last <= _TITLES:
        return last, comma
    alone = last == comma - 1 and line.word(last - 1) != "and"  # not ", a venture of Norfjell and Alder, said"
    body = (alone and _is_body(line, last)) or _is_apposed_body(line, last, comma)
    if body or _is_name(line, last, comma):
        return last, comma
    high = comma
    for _ in range(_MOST_PARTS):
        opening = high - 1
        while opening >= 0 and not (line.at[opening] is None and line.lows[opening] in _COMMAS):
            opening -= 1
        if opening >= 0 and line.lows[opening] == ")":  # a board (CRB) - a body of volunteers - said
            opening = before_brackets(line, opening + 1)
        if opening <= 0:
            return None
        low = leftmost(line, opening)
        if low < opening and not _RELATIVE.isdisjoint(line.lows[max(0, low - 1) : opening]):
            high = opening if line.lows[low] in _RELATIVE else low - 1
            continue  # Norfjell, whose clients include Alder, Birch and Cedar, said
        if low < opening:
            if line.word(low - 1) == "," and line.is_kind(low - 2, PERSON):
                return leftmost(line, low - 1), low - 1  # Ann Lee, an analyst at Norfjell in Cork, Ill., said
            end = opening - 1 if line.lows[opening - 1] == "." else opening  # the stop of "Inc."
            if line.is_kind(end - 1, SPEAKERS):
                return low, end
            noun = line.noun(opening - 1)
            if line.word(opening + 1) != "and" and (
                noun in verbs.PEOPLE or noun in verbs.DOCUMENTS or _has_people(line, low, opening)
            ):
                return low, opening
            named = line.capitalised(opening - 1) or line.tokens[opening - 1].text.istitle()
            named = named or (line.word(low) == "the" and noun in verbs.COLLECTIVES)
            if named and line.word(opening + 1) in _APPOSITION:
                return low, opening
        high = opening
    return None


def _clause_of(line: Line, index: int) -> int:
    """Return the token behind the last comma or dash before `index`."""
    while index > 0 and not (line.at[index - 1] is None and line.lows[index - 1] in _COMMAS):
        index -= 1
    return index


def _is_body(line: Line, index: int) -> bool:
    """Say whether the token alone names an organisation: "the refugee agency, UNHCR, said"."""
    return line.is_kind(index, ORGANISATIONS) or (line.at[index] is None and _is_acronym(line.tokens[index].text))


def _is_apposed_body(line: Line, low: int, high: int) -> bool:
    """Say whether the tokens name one organisation after its description: "the largest lender, Kestrel Bank, said"."""
    known = low < high and line.is_kind(low, ORGANISATIONS) and line.after_last_of(low) == high
    named = low < high and all(line.at[i] is None and line.capitalised(i) for i in range(low, high))
    if not known and not named:
        return False
    return line.word(low - 1) == "," and (line.noun(low - 2) in verbs.COLLECTIVES or line.noun(low - 2) in _OWNERS)


def _is_acronym(text: str) -> bool:
    return text.isalpha() and text.isupper() and len(text) > 1


def _is_name(line: Line, low: int, high: int) -> bool:
    """Say whether the tokens are two to five capitalised words that are no known name: "Sanne de Wit"."""
    if not _SHORTEST_NAME <= high - low <= _LONGEST_NAME or any(line.at[i] is not None for i in range(low, high)):
        return False
    ends = line.capitalised(low) and line.capitalised(high - 1)
    return ends and all(line.capitalised(i) or line.lows[i] in _PARTICLES for i in range(low, high))


def _has_people(line: Line, low: int, high: int) -> bool:
    """Say whether the phrase is about somebody: a person's name or a word for people stands in it."""
    return any(line.is_kind(i, PERSON) or line.lows[i] in verbs.PEOPLE for i in range(low, high))


def phrase_after(line: Line, start: int) -> Place | None:
    """Return the noun phrase that begins at `start`."""
    high = start
    while high < len(line) and high - start < _LONGEST:
        if line.at[high] is not None:
            high = line.after_last_of(high)
            continue
        if _ends_phrase(line, start, high):
            break
        high += 1
    while high > start and line.at[high - 1] is None and line.lows[high - 1] in _LOOSE_ENDS:
        high -= 1
    return (start, high) if high > start else None


def _ends_phrase(line: Line, start: int, index: int) -> bool:
    word = line.lows[index]
    if not (word[0].isalnum() or word in _INSIDE):
        return True
    if word == ".":  # the stop of an abbreviation ends no sentence
        short = line.tokens[index - 1].text if index > start else ""
        return not ("." in short or (len(short) <= _ABBREVIATION and short[:1].isupper())) or index + 1 == len(line)
    if index == start:
        return False
    before = line.at[index - 1] is not None
    if word in verbs.ENDS or word in verbs.DAYS or (word == "and" and before):
        return True
    named = before or line.capitalised(index - 1)
    if (
        named
        and line.tokens[index].text.islower()
        and (word in verbs.SAYING or word in verbs.SHOWING or word in verbs.PARTICIPLES)
    ):
        return True
    if word == "on":
        return line.noun(index - 1) not in verbs.DOCUMENTS and line.word(index - 1) not in _INFORMED
    if word in ("in", "at", "to", "during", "over", "for") and before and line.word(index + 1) in verbs.DETERMINERS:
        return True
    return word in ("in", "at") and _before_document(line, index)


def _before_document(line: Line, index: int) -> bool:
    following = line.lows[index + 1 : index + 6]
    return bool(following) and following[0] in verbs.DETERMINERS and bool(verbs.DOCUMENTS & set(following))


def trimmed(line: Line, low: int, high: int) -> tuple[int, int]:
    """Return the noun phrase `[low, high)` without the adverbs before it and the letters and numbers behind it."""
    while low < high and line.at[low] is None and (line.lows[low] in _FILLERS or not line.lows[low][0].isalnum()):
        low += 1
    while high - low > 1 and line.lows[high - 1] in _LETTERS and line.is_kind(high - 2, PERSON):
        high -= 1  # Ann Lee QC
    if high - low > 2 and line.lows[high - 1].isdigit() and line.lows[high - 2] == "local":
        high -= 2  # the Hotel Workers Local 12
    return low, high
