"""Compare briefs with what a careful reader noted: one score from 0 to 1 a field, averaged over articles.

    python -m tests.gold.scoring            a table over our own articles, and over those of ../shared where it is there
    python -m tests.gold.scoring --why      and what was missed or wrong, article by article

A reader's note is NAME.json beside the article NAME.txt, NAME.md or NAME.html. Its keys: title, published, authors,
publisher (null or empty: the article shows none), body_must and body_must_not (pieces of text), countries, companies
({"main": [...], "mentioned": [...]}: the main ones must be found, the mentioned ones may), people ([{"name", "surface",
"key"}]: the key ones must), figures ([{"text", "value", "unit"}], some with "measures", "period" or "direction": a word
of it or several, "wage|salary", and empty for none), sources ([{"name", "surface"}]) and summary_facts ([{"fact",
"keywords": ["a|b", "c"]}]: a sentence of the summary covers the fact when it holds every keyword, in one of its forms).
Some name their quotations ([{"text": how it begins, "speaker"}]), by which confidences are tested.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from briefs.convert import convert
from briefs.identity import identifier_of
from briefs.model import Brief, KeyFigure, Original
from briefs.readers import media_type_of, read
from briefs.tables import Tables, default_tables
from briefs.text import fold

GOLD = Path(__file__).parent
SHARED = GOLD.parents[2] / "shared"
FIELDS = (
    *("title", "date", "authors", "publisher", "body"),
    *("countries", "companies", "people", "figures", "sources", "summary"),
)
MEANING = "what figures mean"  # what they measure, when, and whether they rose or fell; no part of TOTAL

Note = dict[str, Any]
Verdict = tuple[float | None, list[str]]  # None where the note asks nothing of the field; then what went wrong


def annotated(notes: Path, articles: Path) -> Iterator[tuple[str, Path, Note]]:
    """Yield (name, article, note) for every note in `notes` whose article stands in `articles`."""
    for file in sorted(notes.glob("*.json")):
        for suffix in (".txt", ".md", ".html"):
            article = articles / f"{file.stem}{suffix}"
            if article.is_file():
                yield file.stem, article, json.loads(file.read_text(encoding="utf-8"))


def brief_of(article: Path, tables: Tables) -> Brief:
    """Convert one article as the program would."""
    data = article.read_bytes()
    original = Original(data, media_type_of(article.name, data))
    return convert(read(original)[0], identifier_of(original), tables)


def score(brief: Brief, note: Note) -> dict[str, Verdict]:
    """Return for each field its score and what went wrong."""
    companies, countries = note["companies"], note["countries"]
    return {
        "title": _title(brief, note),
        "date": _exact((brief.published or "")[:10] or None, [note["published"], *note.get("published_alt", [])]),
        "authors": _authors(brief, note),
        "publisher": _publisher(brief, note),
        "body": _body(brief, note),
        "countries": _found(
            [c.code or c.name for c in brief.countries],
            [[code] for code in countries["main"]],
            [[code] for code in countries["mentioned"]],
        ),
        "companies": _found(
            [c.name for c in brief.companies],
            [_forms(c) for c in companies["main"]],
            [_forms(c) for c in companies["mentioned"]],
            _publications(note),
        ),
        "people": _found(
            [p.name for p in brief.people],
            [_forms(p) for p in note["people"] if p.get("key", True)],
            [_forms(p) for p in note["people"] if not p.get("key", True)],
            note["authors"],
        ),
        "figures": _figures(brief.key_figures, note["figures"]),
        "sources": _sources(brief, note["sources"]),
        "summary": _summary(brief, note["summary_facts"]),
        MEANING: _meaning([*brief.key_figures, *brief.other_figures], note["figures"]),
    }


def _plain(text: str) -> str:
    return re.sub(r"[^\w%$€£]+", " ", fold(text.replace("“", '"').replace("”", '"').replace("‘", "'"))).strip()


_LEGAL_FORM = re.compile(r"\b(inc|corp|corporation|co|company|ltd|limited|llc|plc|ag|group|holdings?|sa|nv|gmbh|the)\b")


def _same(one: str, forms: Iterable[str]) -> bool:
    name = _LEGAL_FORM.sub("", _plain(one)).strip() or _plain(one)
    others = [_LEGAL_FORM.sub("", _plain(form)).strip() or _plain(form) for form in forms]
    return any(name == other or (min(len(name), len(other)) >= 5 and fuzz.ratio(name, other) >= 90) for other in others)


def _forms(named: Note | str) -> list[str]:
    if isinstance(named, str):
        return [named]
    return [named["name"], *named.get("surface", [])]


def _publications(note: Note) -> list[str]:
    orgs = [form for org in note.get("other_orgs", []) if org.get("kind") == "publication" for form in _forms(org)]
    return [*orgs, *([note["publisher"]] if note["publisher"] else []), *note.get("publisher_alt", [])]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _exact(value: str | None, right: Sequence[str | None]) -> Verdict:
    return (1.0, []) if value in right else (0.0, [f"{value}, not {right[0]}"])


def _title(brief: Brief, note: Note) -> Verdict:
    if note["title"] is None:
        return None, []
    right = [note["title"], *note.get("title_alt", [])]
    if any(fuzz.ratio(_plain(brief.title or ""), _plain(title)) >= 90 for title in right):
        return 1.0, []
    return 0.0, [f"{brief.title}"]


def _publisher(brief: Brief, note: Note) -> Verdict:
    if note["publisher"] is None:
        return None, []
    right = [note["publisher"], *note.get("publisher_alt", [])]
    if brief.publisher and any(
        _same(brief.publisher, [name]) or _plain(name) in _plain(brief.publisher) for name in right
    ):
        return 1.0, []
    return 0.0, [f"{brief.publisher}, not {note['publisher']}"]


def _authors(brief: Brief, note: Note) -> Verdict:
    names = [author.name for author in brief.authors]
    allowed = note.get("authors_also_ok", [])
    if not note["authors"]:
        wrong = [n for n in names if not _same(n, [*allowed, *_publications(note)])]
        return (0.0, wrong) if wrong else (None, [])
    return _found(names, [[name] for name in note["authors"]], [[name] for name in allowed])


def _body(brief: Brief, note: Note) -> Verdict:
    text = re.sub(r"[\s*_]+", "", fold(brief.body))
    missed = [piece for piece in note["body_must"] if re.sub(r"[\s*_]+", "", fold(piece)) not in text]
    leaked = [piece for piece in note["body_must_not"] if re.sub(r"[\s*_]+", "", fold(piece)) in text]
    kept = 1 - len(missed) / len(note["body_must"])
    clean = 1 - len(leaked) / len(note["body_must_not"]) if note["body_must_not"] else 1.0
    return kept * clean, [f"missing: {p}" for p in missed] + [f"junk: {p}" for p in leaked]


def _found(
    names: Sequence[str],
    required: Sequence[Sequence[str]],
    allowed: Sequence[Sequence[str]],
    ignored: Sequence[str] = (),
) -> Verdict:
    """F1 of precision over what was found and recall over what is required; what is `ignored` counts for neither."""
    hit: set[int] = set()
    counted = 0
    wrong: list[str] = []
    for name in dict.fromkeys(names):
        matches = [n for n, forms in enumerate([*required, *allowed]) if _same(name, forms)]
        if matches:
            counted += 1
            hit.add(matches[0])
        elif not _same(name, ignored):
            counted += 1
            wrong.append(f"wrong: {name}")
    missed = [f"missed: {forms[0]}" for n, forms in enumerate(required) if n not in hit]
    if not required:
        return None, wrong
    recall = 1 - len(missed) / len(required)
    return _f1(len(hit) / counted if counted else 0.0, recall), wrong + missed


_UNITS = {"%": "percent", "percentage points": "percent", "x": "times", "ratio": "times", "fold": "times"}


def _unit(unit: str) -> str:
    unit = re.split(r"\s+per\s+|\s*/\s*", unit.strip())[0]
    unit = _UNITS.get(unit.casefold(), unit)
    if re.fullmatch(r"[A-Z]{3}|percent|times|[kMGT]?Wh?|days?|months?|years?|hours?|km|metres?|inch(es)?", unit):
        return unit.rstrip("s") if unit.islower() and unit != "times" else unit
    return "count"


def _same_figure(one: KeyFigure, noted: Note) -> bool:
    units = {_unit(unit) for unit in (noted["unit"], *noted.get("unit_alt", []))}
    ours = [abs(v) for v in (one.value if isinstance(one.value, tuple) else (one.value,))]
    theirs = [abs(float(v)) for v in (noted["value"] if isinstance(noted["value"], list) else [noted["value"]])]
    close = len(ours) == len(theirs) and all(
        abs(a - b) <= 0.005 * max(a, b, 1e-12) for a, b in zip(ours, theirs, strict=True)
    )
    return close and _unit(one.unit) in units


def _figures(figures: Sequence[KeyFigure], noted: Sequence[Note]) -> Verdict:
    if not noted:
        return None, []
    open_notes = list(noted)
    wrong: list[str] = []
    right = 0
    for figure in figures:
        match = next((note for note in open_notes if _same_figure(figure, note)), None)
        if match:
            open_notes = [note for note in open_notes if not _same_figure(figure, note)]
            right += 1
        elif not any(_same_figure(figure, note) for note in noted):
            wrong.append(f"wrong: {figure.text} = {figure.value} {figure.unit}")
    facts = right + len(open_notes)
    precision = right / (right + len(wrong)) if right + len(wrong) else 0.0
    return _f1(precision, right / facts), wrong + [f"missed: {note['text']}" for note in open_notes]


def _meaning(figures: Sequence[KeyFigure], noted: Sequence[Note]) -> Verdict:
    """Return how much of what the note says of the figures that were found, key or not, is said of them."""
    right, wrong = 0, []
    for note in noted:
        same = [figure for figure in figures if _same_figure(figure, note)]
        figure = next((f for f in same if _plain(f.text) in _plain(note["text"])), same[0] if same else None)
        for aspect in ("measures", "period", "direction"):
            if figure is None or aspect not in note:
                continue
            said = fold(getattr(figure, aspect) or "")
            if any(fold(form) in said if form else not said for form in note[aspect].split("|")):
                right += 1
            else:
                wrong.append(f"{note['text']} {aspect}: {said or 'none'}, not {note[aspect] or 'none'}")
    return (right / (right + len(wrong)) if right or wrong else None), wrong


def _sources(brief: Brief, noted: Sequence[Note]) -> Verdict:
    named = [note for note in noted if not note.get("anonymous")]
    if not named:
        return None, []

    def same(note: Note, name: str) -> bool:
        parts = [_plain(part) for part in re.split(r",\s+", note["name"])] + [_plain(note["name"])]
        ours = _plain(name)
        words = [rf"\b{re.escape(part)}\b" for part in parts if len(part) >= 3]
        within = any(re.search(word, ours) for word in words) or bool(
            len(ours) >= 3 and re.search(rf"\b{re.escape(ours)}\b", _plain(note["name"]))
        )
        return within or fuzz.token_sort_ratio(ours, _plain(note["name"])) >= 85

    names = [source.name for source in brief.sources]
    missed = [f"missed: {note['name']}" for note in named if not any(same(note, name) for name in names)]
    wrong = [f"wrong: {name}" for name in names if not any(same(note, name) for note in noted)]
    precision = 1 - len(wrong) / len(names) if names else 0.0
    return _f1(precision, 1 - len(missed) / len(named)), wrong + missed


def _summary(brief: Brief, facts: Sequence[Note]) -> Verdict:
    sentences = [_plain(sentence.text) for sentence in brief.summary]

    def covered(fact: Note) -> bool:
        forms = [[_plain(form) for form in keyword.split("|")] for keyword in fact["keywords"]]
        return any(all(any(form in sentence for form in one) for one in forms) for sentence in sentences)

    missed = [f"uncovered: {fact['fact']}" for fact in facts if not covered(fact)]
    return 1 - len(missed) / len(facts), missed


def averages(verdicts: Iterable[dict[str, Verdict]]) -> dict[str, float]:
    """Return the mean of each field over the articles whose notes ask for it, and TOTAL, the mean of the fields."""
    rows = list(verdicts)
    means: dict[str, float] = {}
    for field in (*FIELDS, MEANING):
        values = [value for row in rows if (value := row[field][0]) is not None]
        if values or field != MEANING:
            means[field] = sum(values) / len(values) if values else 0.0
    return means | {"TOTAL": sum(means[field] for field in FIELDS) / len(FIELDS)}


def score_all(notes: Path, articles: Path, tables: Tables) -> dict[str, dict[str, Verdict]]:
    """Score every annotated article; by name."""
    return {name: score(brief_of(article, tables), note) for name, article, note in annotated(notes, articles)}


def main() -> None:
    """Print the table, and with --why what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--why", action="store_true", help="say what was missed or wrong")
    arguments = parser.parse_args()
    tables = default_tables()
    sets = {"our own": score_all(GOLD, GOLD, tables)}
    sets["our own, no table of companies"] = score_all(GOLD, GOLD, tables.without_companies())
    if SHARED.is_dir():
        sets["real"] = score_all(SHARED / "gold", SHARED / "articles", tables)
    print("| field | " + " | ".join(f"{name} ({len(rows)})" for name, rows in sets.items()) + " |")
    print("|---|" + "---|" * len(sets))
    columns = [averages(rows.values()) for rows in sets.values()]
    for field in (*FIELDS, "TOTAL", MEANING):
        print(f"| {field} | " + " | ".join(f"{c[field]:.2f}" if field in c else "" for c in columns) + " |")
    if arguments.why:
        for name, rows in sets.items():
            for article, verdicts in rows.items():
                for field, (value, problems) in verdicts.items():
                    if problems:
                        print(f"{name} / {article} / {field} {value}: " + "; ".join(problems))


if __name__ == "__main__":
    main()
