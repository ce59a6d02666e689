"""How a brief's facts are put into words, the same in every export and on the screen. English, whatever the locale."""

from __future__ import annotations

from bisect import bisect_right

from briefs.model import Brief, Entity, Evidence, Ground, KeyFigure, Source
from briefs.text import count_words

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# Silent reading of English non-fiction (Brysbaert, "How many words do we read per minute?", 2019).
_WORDS_A_MINUTE = 238


def date_text(published: str | None) -> str:
    """Return "14 February 2025" for "2025-02-14" or for a time of that day; "undated" for None."""
    if not published:
        return "undated"
    year, month, day = published[:10].split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def number_text(value: float) -> str:
    """Return `value` as people write it: "6.5 billion", "42,874", "0.39"."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_trimmed(value / scale, 3)} {word}"
    return _trimmed(value, 4)


def _trimmed(value: float, digits: int) -> str:
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".")


def value_text(figure: KeyFigure) -> str:
    """Return the normalised value with its unit and rate: "6.5 billion USD per year", "8 to 20 %", "33.3 %"."""
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    thirds = figure.unit == "percent" and any(value != round(value, 3) for value in values)
    value = " to ".join(number_text(round(v, 1) if thirds else v) for v in values)
    unit = {"percent": "%", "ratio": "", "times": "times"}.get(figure.unit, figure.unit)
    rate = f" per {figure.rate}" if figure.rate and figure.rate != "each" else " each" if figure.rate else ""
    return f"{value} {unit}".strip() + rate


def figure_text(figure: KeyFigure) -> str:
    """Return the figure as the article words it, with its qualifier: "nearly half", "up to 5 million yuan"."""
    if figure.qualifier and figure.qualifier.casefold() not in figure.text.casefold():
        return f"{figure.qualifier} {figure.text}"
    return figure.text


def paragraph_number(brief: Brief, evidence: Evidence) -> int | None:
    """Return the number, from 1, of the block of the body that holds `evidence`; None outside the body."""
    if evidence.part != "body" or not brief.blocks:
        return None
    return max(1, bisect_right(brief.blocks, evidence.start, key=lambda block: block.start))


def place_text(brief: Brief, evidence: Evidence) -> str:
    """Return where `evidence` stands, for people: "¶3", "title", "byline", "page data"."""
    number = paragraph_number(brief, evidence)
    if number:
        return f"¶{number}"
    return {"title": "title", "source": "page", "metadata": "page data", "address": "address"}.get(evidence.part, "")


def entity_text(entity: Entity) -> str:
    """Return the name with what is known of it: "Yu Zhou, professor, Vassar College"; "South Korea (KR)"."""
    if entity.code:
        return f"{entity.name} ({entity.code})"
    known = (entity.name, entity.role, entity.affiliation)
    text = entity.name
    for more in known[1:]:
        if more and more.casefold() not in text.casefold():
            text += f", {more}"
    return text


def source_text(source: Source) -> str:
    """Return the source with its role, and its kind where the name does not tell: "Bloomberg (publication)"."""
    role = f", {source.role}" if source.role and source.role.casefold() not in source.name.casefold() else ""
    kind = "" if source.kind == "address" else f" ({source.kind})"
    return f"{source.name}{role}{kind}"


def is_unsure(confidence: float) -> bool:
    """Tell whether a statement of this confidence is marked as unsure wherever it is shown."""
    return confidence < 0.5


def doubt(confidence: float) -> str:
    """Return what stands after a statement of this confidence: nothing, or that the program is unsure of it."""
    return " (unsure)" if is_unsure(confidence) else ""


def doubt_of(ground: Ground) -> str:
    """Return what stands after a field that stands on `ground`; where nothing is known of it, nothing is doubted."""
    return "" if ground == Ground() else doubt(ground.confidence)


def language_text(brief: Brief) -> str:
    """Return the language where it is worth saying, for it is not English or not sure: "in ko (unsure)"."""
    unsure = doubt_of(brief.grounds.language)
    return f"in {brief.language}{unsure}" if brief.language and (brief.language != "en" or unsure) else ""


def minutes_to_read(brief: Brief) -> int:
    """Return how many minutes the body takes to read, at least one."""
    return max(1, round(count_words(brief.body) / _WORDS_A_MINUTE))


def sources_of(brief: Brief, figure: KeyFigure) -> list[Source]:
    """Return whom the article gives for a figure: the sources of the statements that hold it."""
    at = figure.evidence
    return [
        source
        for source in brief.sources
        if any(said.part == at.part and said.start <= at.start and at.end <= said.end for said in source.statements)
    ]
