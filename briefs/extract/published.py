"""When the article was published: its own date, not its update's, the page's or a related story's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from briefs.extract.body import Body, Outside
from briefs.extract.page.around import surroundings
from briefs.extract.page.dates import Written, find_dates, month_of
from briefs.model import Article, Evidence, Ground

_WEIGHTS = {
    "json-ld": 4.0,
    "microdata": 4.0,
    "article:published_time": 4.0,
    "time": 2.5,
    "date": 2.0,
    "json-ld:page": 2.0,
    "json-ld:created": 1.0,
    "updated": 0.0,
}
_UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|last[ -]changed|aktualisiert|stand|mis à jour|modifié|actualizado|"
    r"aggiornato|atualizado|bijgewerkt|aktualizacja|обновлено|оновлено|güncelle\w{0,6}|uppdaterad|opdateret|oppdatert|"
    r"päivitetty|diperbarui|aktualizováno)(?![a-z])|수정|업데이트|更新|تحديث",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:posted|published|first|created|issued|released?|veröffentlicht|erstellt|publié|publicado|pubblicato|"
    r"gepubliceerd|opublikowano|опубликовано)\b|입력|등록|发布|發布|公開|配信",
    re.IGNORECASE,
)
_IN_ADDRESS = (
    re.compile(
        r"[/\-_](?P<y>20\d\d|19\d\d)[/\-_]?(?P<m>0[1-9]|1[0-2]|[1-9](?=[/\-_]))[/\-_]?"
        r"(?P<d>0[1-9]|[12]\d|3[01]|[1-9](?=[/\-_]))(?!\d)"
    ),
    re.compile(r"/(?P<y>20\d\d|19\d\d)/(?P<m>[a-z]{3})/(?P<d>0?[1-9]|[12]\d|3[01])(?=/)"),
    re.compile(r"[/\-_](?P<d>0[1-9]|[12]\d|3[01])[\-_](?P<m>0[1-9]|1[0-2])[\-_](?P<y>20\d\d)(?!\d)"),
)
_FIRST = re.compile(r"publi|issued|created|json-ld|microdata")  # places that say when a story first appeared
_TOLD = 2  # what a place is worth where readers look for the date
_CLOCK = len("2024-05-03T10:30")
_NEAR_START = 40  # characters
_EARLIEST = "1990-01-01"
_LATEST = "2100-01-01"  # a constant: what counts must not depend on the day of reading


@dataclass
class _Vote:
    """A date seen somewhere, and what that place is worth."""

    iso: str
    weight: float
    evidence: Evidence
    visible: bool
    sure: bool = True
    labelled: bool = False  # "Published: ..."
    below: bool = False  # behind the story, where the dates of other stories stand as well

    @property
    def day(self) -> str:
        return self.iso[:10]


def find_published(article: Article, body: Body) -> tuple[str | None, Ground]:
    """Return the date of publication as "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM[+HH:MM]", or None where none is shown."""
    votes = [*_stated(article, body), *_shown(article, body), *_addressed(article)]
    votes = [v for v in votes if _EARLIEST < v.day < _LATEST]
    main = [v for v in votes if v.weight > 0]
    if any(v.weight >= _TOLD and not v.below for v in main):
        main = [v for v in main if not v.below or v.labelled]
    if not main:
        updates = [v for v in votes if v.weight == 0]
        if not updates:
            return None, Ground()
        oldest = min(updates, key=lambda v: (v.day, v.evidence.part, v.evidence.start))
        return oldest.iso, Ground((oldest.evidence,), 0.4)
    weights: dict[str, float] = {}
    for vote in main:
        weights[vote.day] = weights.get(vote.day, 0.0) + vote.weight
    scores = {day: sum(weights.get(near, 0.0) for near in _around(day)) for day in weights}
    best = max(sorted(scores), key=lambda day: (scores[day], weights[day]))
    group = [v for v in main if v.day in _around(best)]
    # Of days that differ by a time zone, the one that readers were shown is the article's.
    chosen = max(
        group,
        key=lambda v: (
            v.visible and v.labelled and v.weight >= _TOLD,
            v.visible and v.sure and v.weight >= _TOLD,
            v.weight,
            v.day == best,
            "T" in v.iso,
            v.iso,
        ),
    )
    same = [v for v in group if v.day == chosen.day]
    iso = chosen.iso if "T" in chosen.iso else next((v.iso for v in same if "T" in v.iso), chosen.iso)
    if len(iso) == _CLOCK:  # what readers see seldom has the zone, and what machines are told has it
        iso = next((v.iso for v in same if len(v.iso) > _CLOCK and v.iso.startswith(iso)), iso)
    grounds = tuple(dict.fromkeys([chosen.evidence, *(v.evidence for v in same)]))
    share = scores[best] / sum(v.weight for v in main)
    return iso, Ground(grounds, round(min(0.99, 0.35 + 0.4 * min(1.0, scores[best] / 4) + 0.25 * share), 3))


def _around(day: str) -> tuple[str, str, str]:
    """Return a day with the one before and the one after it: in another time zone it was one of these."""
    middle = date.fromisoformat(day)
    return (middle - timedelta(1)).isoformat(), day, (middle + timedelta(1)).isoformat()


def _stated(article: Article, body: Body) -> list[_Vote]:
    """Return the dates of the candidates that the reader saw; what a page calls its update elsewhere is that here."""
    votes: list[_Vote] = []
    foot = body.pieces[-1][1] if body.pieces else 0
    stated = [c for c in article.candidates if c.field == "published"]
    changed = {w.iso for c in stated if c.origin == "updated" for w in _of_value(c.value)[:1]}
    first = {w.iso for c in stated if _FIRST.search(c.origin) for w in _of_value(c.value)[:1]}
    changed = changed - first if first else set()
    for candidate in stated:
        weight = _WEIGHTS.get(candidate.origin, 3.0 if candidate.evidence.part == "metadata" else 2.0)
        visible = candidate.evidence.part == "source"
        for written in _of_value(candidate.value)[:1]:
            label = candidate.evidence.text if visible else ""
            if (_UPDATED.search(label) and not _PUBLISHED.search(label)) or written.iso in changed:
                weight = 0.0
            seen = visible and bool(find_dates(label))
            below = visible and candidate.evidence.start >= foot
            votes.append(_Vote(written.iso, weight, candidate.evidence, seen, written.sure, below=below))
    return votes


def _of_value(value: str) -> list[Written]:
    found = find_dates(value, limit=3)
    if found:
        return found
    compact = re.fullmatch(
        r"\s*((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?(\d\d):?(\d\d).{0,12})?\s*", value
    )
    if compact:
        iso = f"{compact[1]}-{compact[2]}-{compact[3]}"
        return find_dates(iso)
    seconds = _SECONDS.fullmatch(value)
    if seconds:
        moment = datetime.fromtimestamp(int(seconds[1]), UTC)
        return [Written(0, len(value), moment.isoformat(timespec="minutes"))]
    return []


_SECONDS = re.compile(r"\s*([1-3]\d{9})(?:\.?\d{3})?(?:\.0)?\s*")  # since 1970, thousandths behind them


def _shown(article: Article, body: Body) -> list[_Vote]:
    """Return the dates of lines near the story: above it, right below it."""
    near = surroundings(body)
    votes: list[_Vote] = []
    for outside, distance in near.above:
        votes += _of_line(article, outside, 1.0 if distance <= 12 else 0.6)
    for outside in near.within[:30]:
        votes += _of_line(article, outside, 0.6)
    for outside, _ in near.below:
        votes += [replace(vote, below=True) for vote in _of_line(article, outside, 0.5)]
    return votes + _of_dateline(article, body)


def _of_dateline(article: Article, body: Body) -> list[_Vote]:
    """Return the date that opens the story ("ADEN, May 3, 2024 - The harbour ...")."""
    votes: list[_Vote] = []
    for start, end, _ in body.pieces[:3]:
        lead = article.source[start : min(end, start + 160)]
        for written in find_dates(lead, limit=1):
            before, after = lead[: written.start], lead[written.end :]
            placed = bool(re.match(r"[A-Z][A-Z .'’\-]{2,30}(?:,|\s\()", before)) and bool(re.match(r"\.\s+\S", after))
            near = written.start <= _NEAR_START or re.fullmatch(r"[A-Z][\w .,'’/&-]*", before)
            if near and (placed or re.match(r"[\s/\w.,()]{0,40}?\s?[-–—:]", after)):
                place = Evidence(
                    "source", start + written.start, start + written.end, lead[written.start : written.end]
                )
                votes.append(_Vote(written.iso, 1.5, place, True, written.sure))
    return votes


_PASSED_OVER = frozenset({"related", "comments", "legal", "reference", "caption", "title"})


def _of_line(article: Article, outside: Outside, factor: float) -> list[_Vote]:
    """Return the dates of a line that is made of dates, labels and names; prose that mentions a day has no vote."""
    text = article.source[outside.block.start : outside.block.end]
    if outside.role in _PASSED_OVER or len(text) > 200:
        return []
    votes: list[_Vote] = []
    place = 0
    dates = find_dates(text, limit=4)
    left = len(text.split()) - sum(len(text[w.start : w.end].split()) for w in dates)
    if left > 10 and outside.role not in {"date", "byline"}:
        return []
    for number, written in enumerate(dates):
        label = text[place : written.start]
        updated = bool(_UPDATED.search(label)) and not _PUBLISHED.search(label)
        weight = 0.0 if updated or (number and not _PUBLISHED.search(label)) else 3.0 * factor
        if not updated and _PUBLISHED.search(label):
            weight += 1.0 * factor
        start, end = outside.block.start + written.start, outside.block.start + written.end
        evidence = Evidence("source", start, end, text[written.start : written.end])
        labelled = not updated and bool(_PUBLISHED.search(label))
        votes.append(_Vote(written.iso, weight, evidence, True, written.sure, labelled))
        place = written.end
    return votes


def _addressed(article: Article) -> list[_Vote]:
    """Return the date in the article's address, if it has one."""
    address = article.address or ""
    for pattern in _IN_ADDRESS:
        match = pattern.search(address)
        month = month_of(match["m"]) if match and match["m"].isalpha() else int(match["m"]) if match else None
        if not match or not month:
            continue
        try:
            day = date(int(match["y"]), month, int(match["d"])).isoformat()
        except ValueError:
            continue
        start = min(match.start("y"), match.start("d"))
        end = max(match.end("y"), match.end("d"))
        return [_Vote(day, 1.5, Evidence("address", start, end, address[start:end]), False)]
    return []
