"""How stories open in other languages: who sent them and who wrote them stands before the first sentence."""

from __future__ import annotations

import re

_HAN = "\u4e00-\u9fff"
_OPENINGS = tuple(
    re.compile(form)
    for form in (
        # "[세종=마포신문] 한가람 기자 ="
        r"[\[(【][^\[\]()=\n]{2,10}\s?=\s?(?P<p>[가-힣A-Za-z0-9 ]{2,14})[\])】]\s?"
        r"(?P<n>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,3})\s?(?:[가-힣]{0,4}기자|특파원)",
        # "某社北京3月3日电 (记者 王某 李某)"
        rf"(?P<p>[{_HAN}]{{1,5}}[社网報报])?[{_HAN}]{{2,12}}\d{{1,2}}月\d{{1,2}}日(?:电|電|讯|訊)\s?"
        rf"[(（](?:记者|記者|通讯员)\s?(?P<n>[{_HAN}]{{2,4}}(?:[、 ,，][{_HAN}]{{2,4}}){{0,4}})[)）]",
        # "kabarteluk.co.id, JAKARTA -", "Kabarteluk.com - "
        r"(?P<p>[A-Za-z][\w-]{2,24}\.(?:com|co\.id|co|id|net|org|news|info|it|es|fr|de))"
        r"(?:, [A-Z][\w ]{2,20})?\s?[-–—]{1,2}\s",
        # "МАРИНСК, 3 мая – Вести Залива."
        r"[А-ЯЁ][А-ЯЁ -]{2,25}, \d{1,2} [а-я]{3,8}\.? ?[–—-] (?P<p>[А-ЯЁ][\w «»-]{2,30})\.\s",
        # "La Bahía, 19 abr (RMN) ", "LISBOA, 3 mai (Lunar) - "
        r"[A-ZÀ-Ý][\w .'’-]{2,25}, \d{1,2} (?:de )?[a-zà-ÿ]{3,10}\.? \((?P<p>[A-Z][\w .]{1,20})\)",
    )
)
# "2024-03-06 11:21:08 某广网": who published it, behind the date
BEHIND_DATE = re.compile(
    rf"\d\s+(?:来源[:：]\s?)?(?P<p>[{_HAN}]{{1,8}}(?:网|報|报|社|台|新闻|新聞|日报|晚报|时报))(?:\s|$)"
)


def opening(lead: str) -> re.Match[str] | None:
    """Return what opens a story, with the groups `p` (who sent it) and, in some forms, `n` (who wrote it)."""
    return next((found for form in _OPENINGS if (found := form.match(lead))), None)
