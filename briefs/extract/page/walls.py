"""Pages without an article: walls that ask to sign in, to pay, to accept or to prove oneself, error pages and menus."""

from __future__ import annotations

import re

from briefs.errors import SourceError
from briefs.extract.page import phrases
from briefs.extract.page.lines import Line

_WALL = 80  # words; a longer text tells something besides
_NOTICE = 220  # words: walls about data are wordy
_ASKS = re.compile(
    r"^\W{0,3}(?:please )?(?:sign[ -]?(?:in|up)|log[ -]?(?:in|on)|subscribe|register|create an account|password|"
    r"e-?mail|forgot|already an? (?:subscriber|member))\b|\b(?:you|your|please)\b.{0,80}\b(?:limit|subscri\w+|"
    r"free articles|sign(?:ed)? in|log(?:ged)? in|account|register(?:ed)?|continue reading)\b|"
    r"\b(?:unlimited|full|digital) access\b|\bcancel any ?time\b|[$€£]\d[\d.,]{0,6} (?:a|per) (?:week|month|year)\b",
    re.IGNORECASE,
)
# What the headline of a page says that found nothing, or will not show it to a program.
_MISSING = re.compile(
    r"(?:error )?40[34]\b(?!\w)|(?:error|oops|sorry)\b.{0,40}\b(?:not found|page)\b|"
    r"(?:this |the |that )?(?:page|article|story|content|file)(?: you (?:requested|are looking for))?"
    r"(?: (?:was|is|could|can|has been))? ?(?:not (?:be )?found|no longer (?:available|exists?)|"
    r"does(?: not|n['’]t) exist|unavailable|removed|missing)|(?:seite|artikel) (?:wurde )?nicht gefunden|"
    r"page (?:introuvable|non trouvée)|página (?:no|não) encontrada|pagina (?:non trovata|niet gevonden)|"
    r"siden blev ikke fundet|sidan hittades inte|strona nie (?:została znaleziona|istnieje)|sayfa bulunamadı|"
    r"страница не найдена|сторінку не знайдено|ページが見つかりません|页面(?:不存在|未找到)|找不到(?:页面|頁面|網頁)|"
    r"페이지를 찾을 수 없|الصفحة غير موجودة",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"(?:just a moment|are you (?:a robot|human)|access (?:to this page )?(?:has been |is )?denied|403 forbidden|"
    r"attention required|pardon our interruption|(?:checking|verifying) (?:if|your|you|the)\b|we['’]ve detected)",
    re.IGNORECASE,
)
_CHECKED = re.compile(
    r"\b(?:enable|turn on) javascript|security of your (?:connection|browser)|"
    r"you(?: are|['’]re) (?:a human|human|not a robot)|"
    r"you don['’]t have permission to access|(?:activity|traffic) from your",
    re.IGNORECASE,
)
# Of what walls about data speak; a story about one of these things speaks of others as well.
_DATA = re.compile(
    r"\b(?:cookies?|consents?|(?:our|\d{1,4}) partners|(?:personal|your|geolocation) data|privacy|personali[sz]ed|"
    r"tracking|einwilligung|werbung|datenschutz\w{0,12}|pur-abo|consentement|partenaires|données|consentimiento|privacidad|socios|"
    r"consenso|privacidade|toestemming)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"\b(?:you|your|we|our|sie|ihren?|wir|vous|votre|vos|nous|nos|usted|tus?|tua|você|seus?|suas?|vostr[aoei]|jij|jouw|uw)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|according to|sagte|selon|según|secondo|fined|court|regulators?)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:read|see|view|learn) (?:more|full|on)\b\W{0,9}$|\bcontinue reading\b\W{0,9}$", re.IGNORECASE)


def refuse_without_story(lines: list[Line], chosen: list[Line], title: str | None = None) -> None:
    """Raise SourceError where the `chosen` of all `lines` tell no story; `title` is the page's headline."""
    words = sum(line.words for line in chosen)
    heads = [title or "", *(line.text for line in lines if line.kind == "heading" and line.block.level <= 2)]
    if words < _WALL and any(_MISSING.match(head) for head in heads):
        raise SourceError("The page says that there is no such article; open its address in a browser and save that.")
    if words < _WALL and (any(map(_CHECK.match, heads)) or any(_CHECKED.search(line.text) for line in chosen)):
        raise SourceError("The page only checks who reads it; open it in a browser and save the article then.")
    if words < _NOTICE and _about_data(lines, chosen):
        raise SourceError("The page only asks to accept cookies; answer it in a browser and save the article then.")
    only_asks = all(_asks(line) or line.words < 3 for line in chosen)  # a masthead tells nothing
    if words < _WALL and sum(map(_asks, lines)) > 1 and only_asks:
        raise SourceError("The page only asks its reader to sign in or subscribe; sign in and save it then.")
    listed = all(not line.ended and line.words < 15 and (line.linked > 0.5 or line.kind == "list") for line in chosen)
    listed = listed or all(map(_menu, chosen)) or _teasers(chosen)
    if listed or not any(any(c.isalpha() for c in line.text) for line in chosen):
        raise SourceError("Nothing but navigation and notices is in it; save the page of one article.")


def _about_data(lines: list[Line], chosen: list[Line]) -> bool:
    """Whether all that was chosen tells readers what is done with their data."""
    told = [line.text for line in chosen if line.words > 5] or [line.text for line in lines if line.words > 5]
    terms = {match.group().casefold() for line in lines for match in _DATA.finditer(line.text[:2000])}
    addressed = sum(bool(_ADDRESSED.search(text)) for text in told)
    return (
        bool(told)
        and len(terms) > 2
        and 2 * addressed > len(told)
        and all(_DATA.search(text) and not _TOLD.search(text) for text in told)
    )


def _asks(line: Line) -> bool:
    """Whether a line asks its reader to sign in or pay."""
    return line.words <= 40 and bool(_ASKS.search(line.text))


def _teasers(chosen: list[Line]) -> bool:
    """Whether most of what was chosen leads on to stories of which it is the beginning."""
    prose = [line for line in chosen if line.words > 8]
    return len(prose) > 3 and 2 * sum(bool(_MORE.search(line.text[-40:])) for line in prose) > len(prose)


def _menu(line: Line) -> bool:
    """Whether a line is the menu of a site in one row."""
    parts = line.text.split()
    sections = sum(bool(phrases.NAVIGATION.fullmatch(part)) for part in parts)
    return not line.ended and 3 <= len(parts) <= 40 and 2 * sections >= len(parts)
