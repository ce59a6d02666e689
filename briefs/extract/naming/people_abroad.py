"""People in scripts without capitals: a name is known by the role or title beside it, and by its own characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from briefs.extract.wordlist import words
from briefs.tables.tongues import Tongue
from briefs.text import Span

_HAN = "\u4e00-\u9fff々"
_KANA = "ァ-ヺー"
# Signs of bodies, offices and places: what holds one is no name of a person.
_NO_NAME = re.compile("[社省庁部局委会長代表取締役銀行党院協所支店同両各課署団者]")
_LAND = re.compile("[県市区町村州]$|^(?:北海道|東京都|京都府|大阪府)$")
_PAIR = 2  # characters that may be a surname alone
_LETTERS = "[^\\W\\d_]"
_MARKED = "(?:[^\\W\\d_]|[\u0900-\u0903\u093a-\u094f])"


class Person(NamedTuple):
    """A person named in a text: where, the full name, and the role that stands beside it."""

    span: Span
    name: str
    role: Span | None


def _alternatives(words: Iterator[str] | frozenset[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _japanese_patterns(known: tuple[frozenset[str], frozenset[str]]) -> tuple[re.Pattern[str], ...]:
    roles = _alternatives(frozenset(r.upper() if r.isascii() else r for r in known[0]))
    han = re.compile(f"(?<![{_HAN}])([{_HAN}]{{2,6}}?)((?:[副前元]|共同)?(?:{roles}))(?![{_HAN}{_KANA}])")
    kana = re.compile(
        f"(?<![{_KANA}・])([{_KANA}]+(?:・[{_KANA}]+)+)(?:州|市|県|前|元|副|米|仏|英|独|伊|外|国家)?((?:{roles}))"
    )
    placed = re.compile(
        f"(?<![{_HAN}])((?:{_alternatives(known[1])})[{_HAN}ぁ-ん]{{1,4}}?)"
        f"(?:北海道|[{_HAN}]{{2,4}}[都府県市区町村])?((?:[副前元])?(?:{roles}))(?![{_HAN}{_KANA}])"
    )
    surnames = _alternatives(frozenset(family for family in known[1] if len(family) >= _PAIR))
    surname = re.compile(f"(?<![{_HAN}{_KANA}])({surnames})((?:[副前元])?(?:{roles}))(?![{_HAN}{_KANA}])")
    return han, kana, placed, surname


def japanese(text: str, known: Tongue) -> Iterator[Person]:
    """Yield who stands before a role or "氏", by full name or by a known surname: 豊田章男社長, 豊田社長."""
    han, kana, placed, surname = _japanese_patterns((known.roles.whole, known.families))
    for match in placed.finditer(text):  # 高橋はるみ北海道知事
        name = match.group(1)
        office = any(len(role) > 1 and name.endswith(role) for role in known.roles.whole)  # 岸田総理大臣
        if len(name) > _PAIR and not office and not _NO_NAME.search(name) and not _LAND.search(name):
            yield Person(Span(*match.span(1)), name, Span(*match.span(2)))
    for match in han.finditer(text):
        name = match.group(1)
        family = any(name.startswith(f) and 1 <= len(name) - len(f) <= 3 for f in known.families)
        strong = 3 <= len(name) <= 5 and not _NO_NAME.search(name)
        if len(name) >= 3 and (family or strong) and not _LAND.search(name):
            yield Person(Span(*match.span(1)), name, Span(*match.span(2)))
    for match in surname.finditer(text):
        yield Person(Span(*match.span(1)), match.group(1), Span(*match.span(2)))
    for match in kana.finditer(text):
        yield Person(Span(*match.span(1)), match.group(1), Span(*match.span(2)))


@lru_cache(maxsize=1)
def _chinese_patterns(
    known: tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]],
) -> tuple[re.Pattern[str], ...]:
    roles, saying, families, sound = known
    role, say, family = _alternatives(roles), _alternatives(saying), _alternatives(families)
    ends = (
        f"(?:{say}|[，、。；：:,;（(\\s]|\\d{{1,2}}日|"
        "在|于|於|与|與|和|对|對|今|日前|近日|也|则|則|曾|将|將|向|还|還|就|等|率|出席|接受|当|當|昨)"
    )
    name = f"((?:{family})[{_HAN}]{{1,2}}?)"
    before = re.compile(f"({role}){name}(?={ends})")
    behind = re.compile(f"(?<![{_HAN}])((?:{family})[{_HAN}]{{1,2}})({role})(?={ends})")
    foreign = re.compile(
        f"({role})?([{re.escape(''.join(sorted(sound)))}]{{2,6}}(?:·[{''.join(sorted(sound))}]{{1,7}}){{1,2}})"
    )
    return before, behind, foreign


def chinese(text: str, known: Tongue) -> Iterator[Person]:
    """Yield who stands behind a role and before a verb or mark: 部长王立群表示; and foreign names with a middle dot."""
    before, behind, foreign = _chinese_patterns((known.roles.whole, known.saying.whole, known.families, known.signs))
    for match in before.finditer(text):
        yield Person(Span(*match.span(2)), match.group(2), Span(*match.span(1)))
    for match in behind.finditer(text):
        yield Person(Span(*match.span(1)), match.group(1), Span(*match.span(2)))
    for match in foreign.finditer(text):
        yield Person(Span(*match.span(2)), match.group(2), Span(*match.span(1)) if match.group(1) else None)


@lru_cache(maxsize=1)
def _korean_pattern(known: tuple[frozenset[str], frozenset[str], frozenset[str]]) -> re.Pattern[str]:
    roles, families, syllables = known
    role = _alternatives(frozenset(r.upper() if r.isascii() else r for r in roles))
    given = "".join(sorted(syllables))
    return re.compile(
        f"(?<![가-힣])((?:{_alternatives(families)})[{given}]{{2}}) "
        f'((?:(?!기자 )[^\\s.,"“”‘’()=]{{1,20}} ){{0,3}}?(?:{role}))'
        '(?=은|는|이|가|도|의|을|를|과|와|에|께|으로|로|[\\s.,()·"”’]|$)'
    )


def korean(text: str, known: Tongue) -> Iterator[Person]:
    """Yield who stands before a role, with a firm between them or not: 이재훈 삼성전자 부사장."""
    pattern = _korean_pattern((known.roles.whole, known.families, known.signs))
    for match in pattern.finditer(text):
        yield Person(Span(*match.span(1)), match.group(1), Span(*match.span(2)))


_NO_ARABIC = words(
    """
    أن إن أنه إنه أنها إنها في على من إلى عن مع بعد قبل خلال حول بين الذي التي هذا هذه كان كانت قد قال وقال ضمن
    لدى عند اليوم أمس
    """
)
_FEW = 3  # words of a name that nothing leads up to
_WORD = re.compile(rf"{_MARKED}+(?:[\"״׳'’]{_MARKED}+)*[׳']?")


_ADDRESSES = words(
    """
    الدكتور الدكتورة المهندس المهندسة الأستاذ الشيخ السيد السيدة اللواء العميد المستشار المقدم العقيد الرائد النقيب
    الفريق
    """
)


def _may_be_given(word: str, known: Tongue) -> bool:
    """Return whether a word behind a form of address is a name: no article, no office, no small word."""
    return not word.startswith("ال") and word not in known.roles and word not in _NO_ARABIC and len(word) > _PAIR


def arabic(text: str, known: Tongue) -> Iterator[Person]:
    """Yield a given name with the words of the name behind it, where a role or verb of saying leads up to it."""
    words = list(_WORD.finditer(text))
    index = 0
    while index < len(words) - 1:
        first = words[index].group()
        addressed = index > 0 and words[index - 1].group() in _ADDRESSES and _may_be_given(first, known)
        if first not in known.given and not (addressed and _adjacent(text, words, index + 1)):
            index += 1
            continue
        last = index + 1 + (first == "عبد")  # one name of two words
        while last < len(words) and last - index < 5 and _adjacent(text, words, last):
            word = words[last].group()
            if word == "عبد":
                last += 2
                continue
            if word in ("بن", "بنت", "أبو", "آل") or word in known.given:
                last += 1
                continue
            if word not in _NO_ARABIC and word not in known.saying and len(word) > 2:
                last += 1
            break
        last = min(last, len(words))
        role = _role_behind(words, index, known)
        led = role is not None or (index > 0 and words[index - 1].group() in known.saying)
        family = last > index + 1 and words[last - 1].group().startswith("ال")
        if last > index + 1 and (led or family):
            span = Span(words[index].start(), words[last - 1].end())
            yield Person(span, text[span.start : span.end], role)
        index = last


def _adjacent(text: str, words: list[re.Match[str]], index: int) -> bool:
    """Return whether one space alone parts a word from the one before it."""
    return text[words[index - 1].end() : words[index].start()] == " "


def _role_behind(words: list[re.Match[str]], index: int, known: Tongue) -> Span | None:
    """Return the role whose words lead up to the one at `index`: وزير الاستثمار السعودي."""
    for first in range(index - 1, max(-1, index - 6), -1):
        word = words[first].group()
        text = words[first].string
        if not all(text[words[i].end() : words[i + 1].start()].strip(",، ") == "" for i in range(first, index)):
            return None
        if word.removeprefix("و") in known.roles or word in known.roles:
            if first > 0 and words[first - 1].group().removeprefix("و") in known.roles:
                first -= 1
            return Span(words[first].start(), words[index - 1].end())
        if word in known.saying:
            return None
    return None


def hebrew(text: str, known: Tongue) -> Iterator[Person]:
    """Yield a given name and the word behind it, where a role or a verb of saying stands beside them."""
    words = list(_WORD.finditer(text))
    for index, match in enumerate(words[:-1]):
        if match.group() not in known.given or not _adjacent(text, words, index + 1):
            continue
        role = _role_behind(words, index, known)
        spoke = words[index - 1].group() in known.saying if index else False
        spoke = spoke or (index + 2 < len(words) and words[index + 2].group() in known.saying)
        if role is not None or spoke:
            span = Span(match.start(), words[index + 1].end())
            yield Person(span, text[span.start : span.end], role)


_HINDI_ENDS = words(
    """
    ने को से के का की में पर और भी तो ही है हैं था थे थी कि द्वारा
    """
)
# What stands before a family name and is nobody's given one.
_NO_HINDI = words("जब तब यह वह ये वे अब इस उस इन उन जो एक दो लेकिन मगर अगर या हर कई कुछ सभी नहीं न आज कल अपने अपनी वाले")
_HINDI_CLOSES = words("ने को के का की से पर और बोले बोलीं बोला कहा")
_LONGEST_NAME = 4


def hindi(text: str, known: Tongue) -> Iterator[Person]:
    """Yield the words between a role and "ने" and the like, and whoever bears a family name: उद्योग मंत्री हर्षद पारेख ने."""
    words = list(_WORD.finditer(text))
    done = 0
    for index, match in enumerate(words):
        if index < done:
            continue
        role = _is_role_of_hindi(match.group(), known)
        first = index + 1 if role else index
        while role and first < len(words) and first - index <= _LONGEST_NAME and words[first].group() in known.roles:
            first += 1
        last = _end_of_hindi_name(text, words, first, known)
        family = last - first > 1 and words[last - 1].group() in known.families
        closed = last < len(words) and words[last].group() in _HINDI_CLOSES
        thing = any(w.group() in known.things for w in words[first:last])
        if last - first > 1 and not thing and (family or (role and closed and last - first <= _LONGEST_NAME)):
            span = Span(words[first].start(), words[last - 1].end())
            yield Person(span, text[span.start : span.end], Span(*match.span()) if role else None)
            done = last


def _is_role_of_hindi(word: str, known: Tongue) -> bool:
    return word in known.roles or word.endswith("मंत्री")


def _end_of_hindi_name(text: str, words: list[re.Match[str]], first: int, known: Tongue) -> int:
    """Return where a name ends that begins at `first`: behind its family name, else before a small word."""
    last = first
    while last < len(words) and last - first <= _LONGEST_NAME and (last == first or _adjacent(text, words, last)):
        word = words[last].group()
        if word in _HINDI_ENDS or word in _NO_HINDI or (last > first and _is_role_of_hindi(word, known)):
            break
        last += 1
        if word in known.families and last - first > 1:
            goes_on = last < len(words) and words[last].group() in known.families and _adjacent(text, words, last)
            return last + 1 if goes_on else last
        if last - first == _FEW and not _is_role_of_hindi(words[first - 1].group() if first else "", known):
            break  # without a role before it, a name has a given name or two
    return last


_THAI_NAME = re.compile(
    "(?<![ก-๙])(นางสาว|นาย|นาง|น\\.ส\\.|ดร\\.|พล\\.อ\\.|พล\\.ต\\.อ\\.) ?([ก-๙]{2,20}) ([ก-๙]{2,24})(?= |,|$|\n)"
)


def thai(text: str, known: Tongue) -> Iterator[Person]:
    """Yield the two words behind a title: นายธนากร วิริยะ."""
    for match in _THAI_NAME.finditer(text):
        span = Span(match.start(2), match.end(3))
        yield Person(span, text[span.start : span.end], Span(*match.span(1)))


FINDERS: dict[str, Callable[[str, Tongue], Iterator[Person]]] = {
    "ja": japanese, "zh": chinese, "ko": korean, "ar": arabic, "he": hebrew, "hi": hindi, "th": thai,
}  # fmt: skip
_LEAST_LETTERS, _KOREAN = 4, 3  # letters of a family name in Arabic and Hindi, of a full name in Korean


def short_forms(name: str, role: str, language: str, known: Tongue) -> Iterator[str]:
    """Yield what stands for a full name later on: its last word in Arabic, Hebrew and Hindi, 豊田氏, 윤 대통령."""
    if language in ("ar", "he", "hi"):
        last = name.split()[-1]
        if len(last) >= _LEAST_LETTERS and " " in name:
            yield last
    elif language == "ko" and role and len(name) == _KOREAN:
        yield f"{name[0]} {role.split()[-1]}"
    elif language == "ja":
        family = next((name[:n] for n in (3, 2, 1) if name[:n] in known.families), name[:2])
        first = name.rpartition("・")[2] if "・" in name else family
        yield f"{first}氏"
        yield f"{first}社長"
        if role:
            yield f"{first}{role}"
