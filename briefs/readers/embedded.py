"""Stories that a page holds and does not show: in its JSON-LD, or in the data from which its scripts would make it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types

from briefs.extract.wordlist import words
from briefs.readers.linked import add_article
from briefs.readers.metadata import Metadata
from briefs.readers.page import Row, rows_of
from briefs.readers.parsing import parse
from briefs.text import sanitise

_STORY = 400  # characters of prose; a page that shows less shows no story
_SENTENCE = 50  # characters
_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*\Z")
_PROBES, _PROBE = 20, 4
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|li|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_ASSIGNED = re.compile(r"(?:[=(]|JSON\.parse\()\s{0,20}(?=[\[{\"])")
_MOST_SCRIPTS, _MOST_STARTS = 40, 6
_SMALLEST, _LARGEST = 400, 6_000_000  # characters of a script with a story in it
_MOST_VALUES, _DEEPEST = 200_000, 40
# Under which names data hold what is no story: it goes with pictures, other stories, the site and its rules.
_ELSEWHERE = words(
    "description summary excerpt teaser dek deck abstract standfirst subtitle caption captions alt credit credits",
    "bio biography comments related recommended recommendations mostread mostpopular trending sidebar footer header",
    "navigation menu menus config settings translations i18n messages labels legal privacy consent cookie cookies",
    "newsletter newsletters ads seo meta metadata promo promos transcript",
)
_TITLES = ("headline", "title", "name")
_DAYS = (
    *("datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "firstPublished", "published"),
    *("publicationDate", "publication_date", "displayDate", "display_date", "pubDate", "createdAt", "date"),
)
_SIGNED = ("authors", "author", "byline", "bylines", "contributors")


def prose_in(rows: list[Row], enough: int = 1_000_000_000) -> int:
    """Return how many characters of sentences the rows of a page show, links left aside; counting ends at `enough`."""
    total = 0
    for row in rows:
        if len(row.text) > _SENTENCE and row.linked < 0.5 and _END.search(row.text[-20:]):
            total += len(row.text)
            if total >= enough:
                break
    return total


def untold_rows(tree: etree._Element | None, rows: list[Row], metadata: Metadata) -> list[Row]:
    """Return the rows of the story, where the page holds it and its `rows` do not show it.

    What its data tell of the article beside that is added to `metadata`.
    """
    body = rows_of_text(metadata.body) if metadata.body else []
    if prose_in(body, _STORY) >= _STORY and not _shown(body, rows):
        return body
    if tree is None or prose_in(rows, _STORY) >= _STORY:
        return []
    best: list[Row] = []
    for data in _data(tree):
        found, about = _story_in(data)
        if prose_in(found) > max(_STORY - 1, prose_in(best)):
            best = found
            _tell(about, metadata)
    return best


def rows_of_text(text: str) -> list[Row]:
    """Return the rows of a story that is written as markup, or as lines."""
    if _MARKUP.search(text):
        tree = parse(text)
        return rows_of(tree, None) if tree is not None else []
    lines = sanitise(unescape(unescape(text))).split("\n")
    return [Row(line.strip(), "paragraph", 0, [], frozenset(), 0) for line in lines if line.strip()]


def _shown(body: list[Row], rows: list[Row]) -> bool:
    """Whether the page shows the story of `body`: most of some places in it stand in its rows."""
    told = re.findall(r"\w+", " ".join(row.text for row in body).lower())
    seen = " ".join(re.findall(r"\w+", " ".join(row.text for row in rows).lower()))
    step = max(1, len(told) // _PROBES)
    probes = [" ".join(told[i : i + _PROBE]) for i in range(0, len(told), step)]
    return 2 * sum(probe in seen for probe in probes) > len(probes)


def _data(tree: etree._Element) -> Iterator[Any]:
    """Yield the values of the scripts that hold data instead of doing something."""
    decoder = json.JSONDecoder(strict=False)
    scripts = [s for s in tree.iter("script") if s.text and _SMALLEST < len(s.text) <= _LARGEST]
    for script in scripts[:_MOST_SCRIPTS]:
        text, kind = script.text, (script.get("type") or "").lower()
        if "ld+json" in kind:
            continue
        whole = "json" in kind
        starts = (
            [0] if whole else [m.end() for m, _ in zip(_ASSIGNED.finditer(text), range(_MOST_STARTS), strict=False)]
        )
        end = 0
        for start in starts:
            if start < end:
                continue  # within the value before
            try:
                value, end = decoder.raw_decode(text.lstrip() if whole else text, start)
                yield json.loads(value, strict=False) if isinstance(value, str) and value[:1] in {"{", "["} else value
            except (ValueError, RecursionError):
                continue


def _story_in(data: Any) -> tuple[list[Row], list[dict[str, Any]]]:
    """Return the longest run of prose in `data` under one name, and the objects around it, nearest first."""
    runs: dict[tuple[Any, ...], list[str]] = {}
    around: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    stack: list[tuple[Any, tuple[Any, ...], tuple[dict[str, Any], ...]]] = [(data, (), ())]
    count = 0
    while stack and count < _MOST_VALUES:
        value, path, objects = stack.pop()
        count += 1
        if isinstance(value, str):
            if len(value) > _SENTENCE and (_END.search(value[-20:]) or _MARKUP.search(value[:2000])):
                key = _place(path)
                runs.setdefault(key, []).append(value)
                around.setdefault(key, list(reversed(objects)))
        elif len(path) >= _DEEPEST:
            continue
        elif isinstance(value, list):
            stack += [(item, (*path, i), objects) for i, item in reversed(list(enumerate(value[:5000])))]
        elif isinstance(value, dict):
            inner = [(k, v) for k, v in value.items() if isinstance(v, (str, list, dict))]
            stack += [
                (v, (*path, k), (*objects[-_DEEPEST:], value))
                for k, v in reversed(inner)
                if k.lower().replace("_", "") not in _ELSEWHERE
            ]
    if not runs:
        return [], []
    best = max(runs, key=lambda key: (sum(map(len, runs[key])), str(key)))
    return [row for text in runs[best] for row in rows_of_text(text)], around[best]


def _place(path: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return where a text stands, without its own number among its like: its paragraphs stand in the same place."""
    numbers = [i for i, step in enumerate(path) if isinstance(step, int)]
    last = numbers[-1] if numbers else -1
    return (*path[:last], *path[last + 1 :]) if numbers else path


def _tell(objects: list[dict[str, Any]], metadata: Metadata) -> None:
    """Add what the nearest object with a headline says of the story."""
    for item in objects:
        title = next((item[k] for k in _TITLES if isinstance(item.get(k), str) and " " in item[k]), None)
        if title:
            day = next((item[k] for k in _DAYS if isinstance(item.get(k), (str, int))), None)
            signed = next((item[k] for k in _SIGNED if isinstance(item.get(k), (str, list, dict))), None)
            add_article({"headline": title, "datePublished": day, "author": signed}, {}, metadata, "data")
            return
