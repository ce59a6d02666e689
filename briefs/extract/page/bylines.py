"""The names in a byline, each with its place: roles, dates, addresses and the site's own name are taken off."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from briefs.extract.page.credits import PLACED
from briefs.extract.page.dates import find_dates
from briefs.extract.page.phrases import BY_ABROAD, DATE_LABEL, LABELS_ABROAD
from briefs.extract.wordlist import any_of, words
from briefs.tables import Tables
from briefs.text import fold

_GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_LEAD = re.compile(
    r"[\W_]{0,4}(?:(?:text|story|words|report|article|column|analysis|opinion|commentary|written|reported|posted|"
    r"published|photos?|interview|exclusive|updated)\s)?"
    r"(?:(?:to )?contact (?:the )?(?:reporters?|authors?|writers?)(?: on this story)?(?=\s?:)|contact(?=\s[A-Z])|by|"
    r"von|par|por|di|door|av|af|oleh|author|authors|autor[ae]?s?|auteur|texte?|reporter|journalist|penulis|"
    rf"{LABELS_ABROAD}|{BY_ABROAD}|автор|текст|作者|撰文|文|記者|记者|本报记者|本社記者)"
    r"(?:\s?[:：／/]\s{0,3}|\s{1,4})",
    re.IGNORECASE,
)
# What a site's template prints on the same line as the name.
_NOISE = re.compile(
    r"(?<!\d)\d{1,3}[ -]min(?:ute)?s? read\b|\b(?:Leave a (?:comment|reply)|No comments?|\d{1,4} comments?|"
    r"Comments? (?:off|closed))\b|\([^()\n]{2,60}\)",
    re.IGNORECASE,
)
# "Posted on 3 May by Ann Lee"
_BY_WITHIN = re.compile(r"(?:[^\n]{0,60}?[\s;])(?:[Bb]y|BY|von|par|por)\s{1,4}(?=[A-Z])")
_SPLIT = re.compile(
    r"(?<!\s)(?:\s*(?=@)|\s*[,;/|·•、，；&]\s*|"
    r"\s+(?:(?:and|und|et|y|e|en|och|og|dan|with|ja|и|та|ve|és|AND|UND|ET|Y|E|OCH|OG|DAN)\s+|[–—-]\s)\s*|\s*\n\s*)"
)
_PICTURES = re.compile(
    r"(?:photo\w{0,8}|pictures?|images?|illustrations?|graphics?|videos?)\s?(?:by\b|:)", re.IGNORECASE
)
_AND = re.compile(r"(?:and|und|et|y|e|en|och|og|with)\s+(?=[A-Z])")
# What somebody does, and what a button does: words of a byline that are no name.
_ROLE = re.compile(
    any_of(
        r"""
    editor reporter correspondent writer columnist journalist producer staff contributor contributing analyst
    chief bureau senior deputy assistant associate managing executive business politics political technology
    tech science health sports? news desk team special freelance professor director fellow founder ceo president
    photographer intern redaktion redakteur korrespondent rédact\w+ redacci[oó]n redazione opinion column expert
    critic specialist strategist economist by updated published posted share comments? min read follow email
    view more all articles posts about author bio profile archive twitter facebook subscribe image photo credit
    getty via source for from in on at the of
    """
    ),
    re.IGNORECASE,
)
_DESK = re.compile(
    any_of(
        """
    staff desk team newsroom news agency agencies bureau editors? editorial board redaktion rédaction redacción
    redazione press wire online web network service magazine times post media reporters? correspondents?
    writers? digital daily today tv radio group inc ltd university institute centre center redação redactie
    redazione redaktionen toimitus redakcja admin webdesk
    """
    )
    + r"|\bweb desk\b|\.com\b|通讯社|通信|编辑部|編集部|뉴스|편집|신문",
    re.IGNORECASE,
)
_AGENCIES = frozenset({
    "reuters", "ap", "associated press", "the associated press", "ap news", "afp", "agence france-presse",
    "bloomberg", "bloomberg news", "pti", "ani", "ians", "tnn", "upi", "dpa", "efe", "xinhua", "bernama", "yonhap",
    "kyodo", "tass", "interfax", "ansa", "anadolu", "anadolu agency", "aap", "the canadian press", "canadian press",
    "pa media", "press association", "dow jones", "agencies", "newswire", "belga", "anp", "cnn", "bbc",
})  # fmt: skip
_HANDLE = re.compile(r"@?[A-Za-z]\w{1,30}")
_EMAIL = re.compile(r"\(?[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}\)?")
_URL = re.compile(r"https?://\S{1,2000}|www\.\S{1,500}")
_KOREAN = re.compile(
    r"((?:[가-힣]{2,4}[·,]\s?){0,4}[가-힣]{2,4})\s?(?:(?:선임|수석|인턴|객원|전문|문화|경제|정치)?기자|특파원|"
    r"논설위원|편집위원|통신원|칼럼니스트|에디터)(?![가-힣])"
)
_HANGUL, _HAN = re.compile("[가-힣]{2,4}"), re.compile("[\u4e00-\u9fff·]{2,4}")
_CHINESE = re.compile(
    r"(?:(?:本报|本報|本社|实习|見習)?(?:记者|記者|作者|撰文|责任编辑|编辑|編輯|文(?=[:：/／|｜丨\s])|"
    r"執筆))\s?[:：/／|｜丨]?\s?([\u4e00-\u9fff·]{2,4}(?:[、，, "
    r"][\u4e00-\u9fff·]{2,4}){0,4})|([\u4e00-\u9fff]{2,4})(?:記者|记者|特派員|編集委員)(?![\u4e00-\u9fff])"
)
_BUTTONS = re.compile(r"[a-z][A-Z].*[a-z][A-Z]")  # words of a menu set side by side without a space: "HomeMoneyShare"
_AFTER_NAME = frozenset(("avec", "mit", "con", "com", "med", "met", "para", "em", "pour"))
_GREEK = "\u0370"  # here other alphabets than Latin begin
_PARTICLES = words(
    "de da di del della der den des du van von bin binti ibn al el la le dos das e y zu ter ten af av ben abu",
    "ul ur",
)
# Where somebody works, behind the name: "Ann Lee, Energy Desk", "Bo Ek, Example University".
_EMPLOYER = re.compile(
    r"\b(?:[Dd]esk|[Bb]ureau|[Nn]ewsroom|AI|Labs?|Inc|Ltd|LLC|Research|Capital|Partners|Technologies|Institute|"
    r"University|Centre|Center|College|School|Foundation)\.?$"
)
_NO_NAME = words(
    "admin administrator author editor unknown none anonymous guest user webmaster root null staff undefined",
    "contact contributor reporter facebook twitter share email",
)


def names_in(text: str, sites: set[str], tables: Tables) -> list[tuple[str, int, int]]:
    """Return the names that a byline holds, each with its place in `text`; `sites` are folded names of the site."""
    alone = _east_asian(text)
    if alone:
        names = [(text[start:end], start, end) for start, end in alone]
        others = [name for name in names if not any(site.startswith(fold(name[0])) for site in sites)]
        return others or names
    line = _masked(text)
    lead = _LEAD.match(line) or _BY_WITHIN.match(line)
    begin = lead.end() if lead else 0
    found: list[tuple[str, int, int]] = []
    place = begin
    ends = [(m.start(), m.end()) for m in _SPLIT.finditer(line, begin)] + [(len(line), len(line))]
    for stop, after in ends:
        start, end = _stripped(line, place, stop)
        place = after
        pictured = _PICTURES.search(line, start, end)
        end = _stripped(line, start, pictured.start())[1] if pictured and pictured.start() > start else end
        if joining := _AND.match(line, start, end):
            start = joining.end()  # behind what was masked: "Ann Lee (Lagos) and Bo Ek"
        if pictured and pictured.start() == start:
            break  # whoever follows took the pictures
        inner = _LEAD.match(line, start, end)
        start = inner.end() if inner else start
        label = line.rfind(": ", start, end)
        if label >= 0 and looks_like_name(line[label + 2 : end].strip()):
            start = label + 2  # "Contact the reporter: Ann Lee"
        whole = line[start:end]
        end = _before_role(line, start, end, tables)
        name = line[start:end]
        if found and (" " not in name.strip(".") or _ROLE.search(name) or ":" in whole) and name < _GREEK:
            continue  # a place, a day or a role after the name
        if found and _EMPLOYER.search(whole):
            continue
        if not name or (fold(name) in sites and kind_of(name, tables) == "person"):
            continue
        if _acceptable(name, tables):
            found.append((cased(name), start, end))
        if pictured:
            break
    return found


def _east_asian(text: str) -> list[tuple[int, int]]:
    """Return where the names of a Japanese, Korean or Chinese byline stand: a role beside them tells."""
    placed = PLACED.search(text)
    if placed:
        return [placed.span(1)]
    korean = [name.span() for match in _KOREAN.finditer(text) for name in _HANGUL.finditer(text, *match.span(1))]
    chinese = None if korean else _CHINESE.search(text)
    if chinese:
        return [name.span() for name in _HAN.finditer(text, *chinese.span(1 if chinese[1] else 2))]
    return korean


def _masked(text: str) -> str:
    """Return `text` of the same length, with addresses, dates and a template's words made into semicolons."""
    masked = list(text)
    places = [match.span() for pattern in (_URL, _EMAIL, _NOISE) for match in pattern.finditer(text)]
    for start, end in [*places, *((written.start, written.end) for written in find_dates(text, limit=3))]:
        masked[start:end] = ";" * (end - start)
    return "".join(masked)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum() and text[start] != "@":
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)" or _is_mark(text[end - 1])):
        end -= 1
    return start, end


def _is_mark(character: str) -> bool:
    """Return whether `character` is a vowel sign or accent, which ends names in Hindi and Thai."""
    return unicodedata.category(character)[0] == "M"


def _before_role(text: str, start: int, end: int, tables: Tables) -> int:
    """Return where the name ends, where a role or place follows it without a comma ("Ann Lee Business Editor")."""
    for glued in _GLUED.finditer(text, start, end):
        following = re.match(r"\w+", text[glued.start() : end])
        if following and _ROLE.fullmatch(following.group()):
            return glued.start()  # "Ann LeeBusiness Editor": boxes set side by side without a space
    found = list(re.finditer(r"\S+", text[start:end]))
    for number, word in enumerate(found):
        bare = word.group().strip(".,()")
        if number >= 2 and bare.lower() in _AGENCIES:
            return start + found[number - 1].end()  # "Ann Lee AP Business Writer"
        if number >= 2 and _ROLE.fullmatch(bare):
            place = number >= 3 and fold(found[number - 1].group()) in places_of(tables)
            return start + found[number - (2 if place else 1)].end()  # "Ann Lee Geneva Bureau Chief"
        if (number >= 1 and bare in _AFTER_NAME) or bare.lower() in {"in", "for", "at", "of", "from", "|", "on"}:
            return start + found[number - 1].end()
    return end


@lru_cache(maxsize=2)
def places_of(tables: Tables) -> frozenset[str]:
    """Return the folded names of cities and countries, which stand beside bylines."""
    return frozenset(fold(p.name) for p in tables.places) | frozenset(tables.country_by_name)


def _acceptable(name: str, tables: Tables) -> bool:
    folded = fold(name)
    if folded in _AGENCIES or folded in tables.publisher_by_alias:
        return True
    if (
        folded in _NO_NAME
        or len(name) > 60
        or DATE_LABEL.match(name)
        or any(c.isdigit() for c in name)
        or not any(c.isalpha() for c in name)
    ):
        return False
    if looks_like_name(name):
        parts = name.split()
        if not (_ROLE.fullmatch(parts[0].strip(".,")) or (len(parts) == 1 and len(name) < 3)):
            return True
    return bool(_DESK.search(name)) and len(name.split()) <= 6 and name[:1].isupper()


def looks_like_name(text: str) -> bool:
    """Whether every word is written like a part of a name, or the whole is a handle."""
    if "@" in text[1:] or text.endswith(":"):
        return False
    parts = text.replace(".", ". ").split()
    if len(parts) == 1:
        word = parts[0].lstrip("@")
        return (bool(_HANDLE.fullmatch(text)) and (word[0].isupper() or "_" in word)) or (
            ord(text[0]) > 0x2E80 and 2 <= len(text) <= 6
        )
    if not 2 <= len(parts) <= 6 or any(_BUTTONS.search(w) for w in parts):
        return False
    if any(not w.strip("•·|/–—&") for w in parts):
        return False  # "Ann Lee • Bo Ek"
    return all(
        w[:1].isupper()
        or not w[:1].isascii()
        or w.strip("'’.").lower() in _PARTICLES
        or w[:2].lower() in {"d'", "d’", "o'"}
        or w.partition("-")[0].lower() in _PARTICLES
        for w in parts
    ) and any(w[:1].isupper() or not w[:1].isascii() for w in parts)


def cased(name: str) -> str:
    """Return a name that is all capitals as it is written otherwise ("JANE DOE")."""
    if name.isupper() and len(name) > 4 and " " in name:
        return " ".join(
            "-".join(p[:1] + p[1:].lower() if len(p) > 2 or "." not in w else p for p in w.split("-"))
            for w in name.split()
        )
    return name


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency that signs what it sends."""
    return fold(name) in _AGENCIES


def is_role(text: str) -> bool:
    """Whether a word of `text` says what someone does or what a button does, so that it is no bare name."""
    return bool(_ROLE.search(text))


def kind_of(name: str, tables: Tables) -> Literal["person", "organisation"]:
    """Return whether `name` is a person's, or an agency's or desk's."""
    folded = fold(name)
    if (
        folded in _AGENCIES
        or folded in tables.publisher_by_alias
        or folded in tables.company_by_alias
        or _DESK.search(name)
    ):
        return "organisation"
    return "person"
