"""Who signed the article where no "by" says so: a name beside the date, below the headline, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefs.extract.body import Body
from briefs.extract.page.around import surroundings
from briefs.extract.page.bylines import cased, is_agency, is_role, kind_of, looks_like_name, names_in, places_of
from briefs.extract.page.dates import find_dates
from briefs.extract.page.imprint import is_press
from briefs.extract.page.phrases import DATE_LABEL, NAVIGATION
from briefs.model import Article, Evidence
from briefs.tables import Tables
from briefs.text import fold


@dataclass
class Vote:
    """A place that gives a name as the writer's, and how much that counts."""

    name: str
    weight: float
    evidence: Evidence
    kind: Literal["person", "organisation"]


def is_name(text: str) -> bool:
    """Whether `text` looks like a full name and is no button or date."""
    return (
        len(text) <= 60 and not any(c.isdigit() for c in text) and 2 <= len(text.split()) <= 6 and looks_like_name(text)
    )


_BY_ALONE = re.compile(
    r"\W{0,3}(?:(?:written|story|reported|text) )?(?:by|von|par|por|di|authors?|autor|reporter)\W{0,3}", re.IGNORECASE
)


def unlabelled(article: Article, body: Body, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield a name that stands without "by" beside the date, on one line with it, or below a "By" of its own."""
    around = surroundings(body)
    below = [o for o, _ in around.below]
    for near in ([o for o, _ in around.above], list(around.within[:8]), below):
        lines = [(o, article.source[o.block.start : o.block.end]) for o in near]
        lines = [(o, t) for o, t in lines if o.role not in _PASSED or _name_of(t)]
        for place, (outside, text) in enumerate(lines):
            base = outside.block.start
            dated_below = place + 1 < len(lines) and lines[place + 1][0].role == "date"
            if dated_below and near is not below and (several := _several(text, tables)):
                for signer, start in several:
                    where = Evidence("source", base + start, base + start + len(signer), signer)
                    yield Vote(signer, 1.5, where, "person")
            elif outside.role == "date" and len(text) < 120:
                yield from _beside_date(text, base, sites, tables)
            elif (
                outside.role in {"navigation", "junk", "caption"}
                and (name := _name_of(text.removeprefix("- ")) or _before_place(text, tables))
                and fold(name) not in sites
            ):
                beside = [o.role for o, _ in [*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]]]
                if name.casefold() in places_of(tables) or (place > 0 and _PROVIDED.search(lines[place - 1][1])):
                    continue
                alone = place > 0 and _BY_ALONE.fullmatch(lines[place - 1][1])
                near_text = [t for _, t in [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 3]]]
                titled = any(_TITLED.fullmatch(t) or _MAIL.search(t) for t in near_text)
                dated = "date" in beside and near is not below
                headed = place > 0 and lines[place - 1][0].role == "title" and place + 1 == len(lines)
                last = text.startswith("- ") and place + 1 == len(lines)  # "- Ann Lee" right above the story
                signed = (headed or last) and _signs(name, body, tables)
                if (alone or dated or titled or signed) and kind_of(name, tables) == "person":
                    base += text.index(name)
                    evidence = Evidence("source", base, base + len(name), name)
                    yield Vote(cased(name), 3.0 if alone else 1.5, evidence, "person")


def _signs(name: str, body: Body, tables: Tables) -> bool:
    """Whether a name between headline and story is its writer's: a person's, and the story is not about them."""
    given, *rest = name.split()
    return bool(rest) and given.casefold() in tables.given_names and rest[-1] not in body.text


def _several(text: str, tables: Tables) -> list[tuple[str, int]]:
    """Return the full names that alone make a line, each with its place: "Ada Lund and Bo Ek"."""
    parts = re.split(r"(\sand\s)", text) if len(text) <= 100 else []
    names = parts[::2]
    if not 2 <= len(names) <= 4 or not all(
        is_name(n) and not is_role(n) and kind_of(n, tables) == "person" for n in names
    ):
        return []
    return [(name, len("".join(parts[: 2 * number]))) for number, name in enumerate(names)]


def _before_place(text: str, tables: Tables) -> str | None:
    """Return the name that stands before a city on a line of its own: "Marta Quiroga | Madrid"."""
    name, _, place = text.partition(" | ")
    return name if place.strip().casefold() in places_of(tables) and _name_of(name) == name else None


def _name_of(text: str) -> str | None:
    """Return the name that a line consists of, or begins with before a role ("Ann Lee, Staff Writer")."""
    name = re.split(r",\s|\s[|·–—-]\s|\s\(|\sin\s(?=[A-Z])", text)[0].strip()
    rest = text[len(name) :]
    if not is_name(name) or is_role(name) or len(text) > 80:
        return None
    told = is_role(rest) or is_press(rest) or rest.startswith((" (", " in "))
    return name if not rest or told else None


_MAIL = re.compile(r"^\W{0,2}[\w.+\-]{1,64}@[\w\-]{1,63}\.[\w.\-]{2,63}\W{0,2}$|^@\w{2,30}$")
_TITLED = re.compile(
    r"(?:[A-Z][\w&'’\-]{1,20},? (?:[\w&'’\-]{1,20},? ){0,3})?(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|"
    r"[Cc]olumnist|[Jj]ournalist|[Rr]eporter[oa]|[Rr]edactora?|[Pp]eriodista|[Cc]orresponsal|[Rr]epórter|[Jj]ornalista|"
    r"[Jj]ournaliste|[Gg]iornalista|[Rr]edakteur(?:in)?|[Kk]orrespondent(?:in)?|[Кк]орреспондент|[Кк]ореспондент)"
    r"(?:,? [\w&'’\- ]{2,40})?"
)
_PROVIDED = re.compile(r"\b(?:provided|presented|sponsored|distributed) by\W*$", re.IGNORECASE)
_PASSED = frozenset({"share", "junk", "advert", "newsletter", "caption", "legal"})


def _beside_date(text: str, base: int, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield the person whose name opens a line that ends in a date."""
    for written in find_dates(text, limit=1):
        head = text[: written.start].rstrip(" \t・·|,–—-•/:")
        if not head and re.match(r"\s?[|·•–—,-]\s", text[written.end :]):
            yield from _after_date(text, written.end, base, sites, tables)
        once = _undoubled(head)
        if once != head and looks_like_name(once):
            yield Vote(once, 2.0, Evidence("source", base, base + len(once), once), "person")
            return
        named = [
            n for n in names_in(head, sites, tables) if not NAVIGATION.fullmatch(n[0])
        ]  # "Economy | Ann Lee | ..."
        for name, start, end in named[:1]:
            handle = "_" in name and " " not in name
            if is_agency(name):
                yield Vote(name, 1.0, Evidence("source", base + start, base + end, text[start:end]), "organisation")
            if kind_of(name, tables) == "person" and (" " in name or handle) and not DATE_LABEL.match(name):
                yield Vote(name, 2.0, Evidence("source", base + start, base + end, text[start:end]), "person")


def _after_date(text: str, place: int, base: int, sites: set[str], tables: Tables) -> Iterator[Vote]:
    """Yield the person named right after the date on its line ("3 May 2024 | Ann Lee | Harbour Post")."""
    for name, start, end in names_in(text[place:], sites, tables)[:1]:
        if kind_of(name, tables) == "person" and " " in name and not DATE_LABEL.match(name):
            where = base + place + start
            yield Vote(
                name, 2.0, Evidence("source", where, where + end - start, text[place + start : place + end]), "person"
            )


def _undoubled(text: str) -> str:
    """Return a name that scraping wrote twice in one go ("Ann_LeeAnn_Lee") once."""
    half = len(text) // 2
    return text[:half] if len(text) % 2 == 0 and half > 2 and text[:half] == text[half:] else text
