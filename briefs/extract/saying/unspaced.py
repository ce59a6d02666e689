"""Attribution in scripts without spaces between words, or with endings on them: Japanese, Chinese, Korean, Thai.

A name is one who speaks where its sentence goes on with a topic's particle and a verb of saying, or where a phrase for
"according to" stands beside it; nothing is read within quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefs.extract.saying.speakers import Speakers
from briefs.extract.saying.voices import SPEAKERS, Attribution, Form, Line, Voice, voice_of
from briefs.extract.wordlist import words
from briefs.model import Entity, Mention
from briefs.tables.tongues import Tongue, tongue

LANGUAGES = frozenset(("ja", "zh", "ko", "th"))
_REACH = 40  # characters of a role, a firm or an adverb between a name and its particle or verb
# What leads from a name to its verb: a topic's particle, or nothing but a short adverb.
_TOPIC = {
    "ja": re.compile("[^。、」「\n]{0,14}?(?:は|が|(?<![とにへで])も)|[^。、」「\nとにをへで]{0,14}、"),
    "ko": re.compile('[^.,"“”\n]{0,30}?(?:은|는|이|가|도)[ ,]'),
    "zh": re.compile("[^。，；：“”「」\n]{0,10}?"),
    "th": re.compile('[^"“”\n]{0,40}?'),
}
_BY_NAME = {
    "ja": re.compile("[^。、」「\n]{0,10}?(?:によると|によれば|は調査で)"),
    "ko": re.compile('[^.,"“”\n]{0,12}?에 따르면'),
    "zh": re.compile(
        "(?:的)?[^。，；：“”「」\n]{0,6}?(?:数据|數據|统计(?!局|处)|統計(?!局|處)|报告|報告|消息|报道|報導|资料|資料|公告|财报|財報)"
    ),
    "th": None,
}
# Who is no known name: the words that a phrase for "according to" stands with.
_SOURCE = {
    "ja": re.compile("(?:^|[。、\\s])(?P<n>[^。、」「\\s]{2,24}?)(?:によると|によれば)"),
    "ko": re.compile("(?P<n>[가-힣A-Za-z0-9·]{2,20})에 따르면"),
    "zh": re.compile(
        "(?:据|據|根据|根據)(?P<n>[\u4e00-\u9fffA-Za-z]{2,14}?)(?:的)?(?:最新)?"
        "(?:数据|數據|统计(?!局|处)|統計(?!局|處)|报告|報告|消息|报道|報導|资料|資料|介绍|介紹|透露|预测|預測|公告)"
    ),
}
_PRONOUN = {
    "ja": re.compile("(?:また、?|さらに、?|その上で、?)?(?:彼|彼女|同氏|氏|同相|同知事)(?:は|も)"),
    "ko": re.compile("(?:또 |이어 |이에 대해 )?(?:그|그녀)(?:는|가|도) "),
    "zh": re.compile(
        "\\s{0,4}(?:他|她)(?:还|還|也|并|並|同时|同時|强调|強調|说|說|表示|指出|称|稱|认为|認為|补充|提到)"
    ),
    "th": re.compile("เขา|เธอ"),
}
# What a subject of its own ends in: then it is somebody else who speaks.
_SUBJECT = {
    "ja": re.compile("[\u3040-\u9fffA-Za-z][はが]"),
    "ko": re.compile("[가-힣](?:은|는|이|가) "),
    "zh": re.compile("[\u4e00-\u9fff]{2}(?:说|說|表示|称|稱|指出|认为|認為|强调|強調)"),
    "th": re.compile("[ก-๙]"),
}
_VAGUE = words(
    """
    同社 关係者 関係者 当局 업계 관계자 이 그 이에 보도 발표 자료 该 此 媒体 外媒 有关
    """
)


@lru_cache(maxsize=4)
def _verbs(language: str) -> re.Pattern[str]:
    said = tongue(language).saying.whole
    return re.compile("|".join(re.escape(w) for w in sorted(said, key=lambda w: (-len(w), w))))


def unspaced_frames(
    line: Line,
    mentions: Iterable[tuple[Mention, Entity]],
    speakers: Speakers,
    language: str,
    known: Tongue,
    silent: list[tuple[int, int]],
) -> list[Attribution]:
    """Return the attributions of `line`, which is written in `language` and holds `mentions`."""
    found: list[Attribution] = []
    if not known.saying.whole:
        return found
    taken: list[tuple[int, int]] = []
    for mention, entity in mentions:
        if entity.kind not in SPEAKERS or entity.kind == "country" or _within(mention.start, silent):
            continue
        form = _form(line, language, mention, silent)
        if form:
            voice = voice_of(mention.start, mention.end, entity, entity.role)
            said: Form = "according" if form == "according" else "said"
            found.append(Attribution(mention.start, mention.end, form, mention.end, said, voice, line.span))
            taken.append((mention.start, mention.end))
    found += _described(line, language, silent, taken)
    if not found and (holder := _officeholder(line, speakers, language, silent)) is not None:
        found.append(holder)
    if not found and (goes_on := _who_goes_on(line, speakers, language, silent)) is not None:
        found.append(goes_on)
    return _first_of_each(found)


@lru_cache(maxsize=4)
def _offices(language: str) -> re.Pattern[str]:
    roles = sorted(tongue(language).roles.whole, key=lambda w: (-len(w), w))
    subject = "(?:は|が|も)" if language == "ja" else "(?:은|는|이|가) "
    return re.compile(f"(?<![\\w])({'|'.join(map(re.escape, roles))}){subject}")


def _officeholder(line: Line, speakers: Speakers, language: str, silent: list[tuple[int, int]]) -> Attribution | None:
    """Return who holds the office that is the sentence's subject: 首相は…と述べた."""
    subject = _offices(language).search(line.text, *line.span) if language in ("ja", "ko") else None
    if subject is None or _within(subject.start(), silent):
        return None
    entity = speakers.holder(subject[1])
    verbs = _verbs(language).finditer(line.text, subject.end(), line.span.end)
    verb = next((v for v in verbs if not _within(v.start(), silent)), None)
    if entity is None or verb is None:
        return None
    start, end = subject.span(1)
    voice = voice_of(start, end, entity, entity.role, pronoun=True)
    return Attribution(start, end, verb.group(), end, "said", voice, line.span)


def _who_goes_on(line: Line, speakers: Speakers, language: str, silent: list[tuple[int, int]]) -> Attribution | None:
    """Return who spoke before, where the sentence quotes and says no subject, or a pronoun: 「…」と述べた, 그는 "…"."""
    text, (start, end) = line.text, line.span
    quotes = any(start < first <= end for first, _ in silent)
    pronoun = _PRONOUN[language].match(text, start, end)
    if not (quotes or pronoun) or (pronoun is None and _SUBJECT[language].search(_aloud(line, silent))):
        return None
    verb = next((v for v in _verbs(language).finditer(text, start, end) if not _within(v.start(), silent)), None)
    voice = speakers.referred(line, 0, "", silent) if verb is not None and len(line) else None
    if verb is None or voice is None:
        return None
    return Attribution(verb.start(), verb.end(), verb.group(), verb.end(), "said", voice, line.span)


def _aloud(line: Line, silent: list[tuple[int, int]]) -> str:
    """Return the sentence without what it quotes."""
    kept, place = [], line.span.start
    for start, end in silent:
        kept.append(line.text[place : max(place, start)])
        place = max(place, end)
    return "".join([*kept, line.text[place : max(place, line.span.end)]])


def _form(line: Line, language: str, mention: Mention, silent: list[tuple[int, int]]) -> str:
    """Return "according", the verb that the mention is the subject of, or nothing."""
    text, end = line.text, line.span.end
    by = _BY_NAME[language]
    if by is not None and by.match(text, mention.end, end):
        led = language != "zh" or text[max(0, mention.start - 2) : mention.start].endswith(("据", "據"))
        return "according" if led else ""
    topic = _TOPIC[language]
    if language in ("zh", "th"):
        verb = _verbs(language).search(text, mention.end, min(end, mention.end + _REACH))
        lead = verb is not None and topic.fullmatch(text, mention.end, verb.start()) is not None
        return verb.group() if verb is not None and lead and not _within(verb.start(), silent) else ""
    lead_in = topic.match(text, mention.end, end)
    if lead_in is None:
        return ""
    for verb in _verbs(language).finditer(text, lead_in.end(), end):
        if not _within(verb.start(), silent):
            return verb.group()
    return ""


def _described(
    line: Line, language: str, silent: list[tuple[int, int]], taken: list[tuple[int, int]]
) -> Iterator[Attribution]:
    pattern = _SOURCE.get(language)
    for match in pattern.finditer(line.text, line.span.start, line.span.end) if pattern else ():
        start, end = match.span("n")
        name = match["n"]
        if name in _VAGUE or _within(start, silent) or any(s < end and start < e for s, e in taken):
            continue
        voice = Voice(start, end, name, "organisation")
        yield Attribution(start, end, "according", match.end(), "according", voice, line.span)


def _within(offset: int, silent: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in silent)


def _first_of_each(found: list[Attribution]) -> list[Attribution]:
    """Return who speaks in a sentence once each, in order, and of a person and the firm before it the person alone."""
    people = [a for a in found if a.voice.kind == "person"]
    kept: dict[str, Attribution] = {}
    for attribution in sorted(found, key=lambda a: a.start):
        firm = attribution.voice.kind != "person" and attribution.form == "said"
        if firm and any(0 <= p.start - attribution.end <= 3 or 0 <= attribution.start - p.end <= 3 for p in people):
            continue  # 信越化学の斉藤恭彦社長, 이재훈 삼성전자 부사장
        kept.setdefault(attribution.voice.key, attribution)
    return list(kept.values())
