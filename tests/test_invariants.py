"""What always holds: true evidence, the same brief for the same article, the library as the one truth."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.convert import convert
from briefs.errors import SourceError
from briefs.identity import identifier_of
from briefs.ingest import Converted, convert_all
from briefs.model import Brief, Original
from briefs.parts import evidence_of, false_evidence
from briefs.readers import read
from tests.conftest import ROOT, SAMPLES, SHARED

REAL = sorted(p for p in (SHARED / "articles").glob("*") if p.suffix in {".txt", ".html"}) if SHARED.is_dir() else []


def briefs_of(original: Original) -> list[Brief]:
    return [convert(article, identifier_of(original, n)) for n, article in enumerate(read(original))]


def check(brief: Brief) -> None:
    assert false_evidence(brief) == []
    assert brief.title is None or brief.grounds.title.evidence
    assert brief.published is None or brief.grounds.published.evidence
    assert brief.publisher is None or brief.grounds.publisher.evidence
    assert all(author.evidence for author in brief.authors)
    assert all(entity.mentions for entity in brief.entities)
    assert all(entity.role_evidence for entity in brief.entities if entity.role)
    assert all(source.evidence for source in brief.sources)
    for figure in brief.key_figures + brief.other_figures:
        part = brief.part(figure.evidence.part)
        assert part[figure.sentence_start : figure.sentence_start + len(figure.sentence)] == figure.sentence
        assert figure.text == figure.evidence.text
    assert all(s.text == s.evidence.text for s in brief.summary)
    assert len(brief.gist) <= 140
    assert "\n" not in brief.gist
    assert len({entity.key for entity in brief.entities}) == len(brief.entities)
    assert len(brief.key_figures) <= 15
    assert len(brief.subjects) <= 8


@pytest.mark.parametrize("path", SAMPLES + REAL, ids=lambda path: path.stem)
def test_every_statement_has_evidence(path: Path) -> None:
    media_type = "text/html" if path.suffix == ".html" else "text/plain"
    briefs = briefs_of(Original(path.read_bytes(), media_type))
    assert len(briefs) == 1
    check(briefs[0])
    assert len(list(evidence_of(briefs[0]))) > 10


NEWS = (
    "Brandt Steel said in Graz that profit rose 12% to $4.5 billion nearly half "
    "Mr. Ida Moser of Austria By Ann Ode 3 May 2024 according to the ministry 한국 上海 שלום नमस्ते"
)
MARKS = '. , “ ” " ( ) # * > | <p> 。 http://a.example/b'
PIECES = (*NEWS.split(), *MARKS.split(), "\n", "\n\n")
words = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60)


@settings(max_examples=60)
@given(words, st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_evidence_is_true_for_any_text(pieces: list[str], media_type: str) -> None:
    original = Original(" ".join(pieces).encode("utf-8", "replace"), media_type)
    try:
        briefs = briefs_of(original)
    except SourceError as error:
        assert str(error).endswith(".")
        return
    for brief in briefs:
        check(brief)


PRINT_DIGEST = """
import hashlib, sys, pathlib, time_machine, msgspec
from briefs.convert import convert
from briefs.identity import identifier_of
from briefs.model import Original
from briefs.readers import read
with time_machine.travel(sys.argv[1], tick=False):
    digest = hashlib.sha256()
    for name in sys.argv[2:]:
        path = pathlib.Path(name)
        original = Original(path.read_bytes(), "text/html" if path.suffix == ".html" else "text/plain")
        for number, article in enumerate(read(original)):
            digest.update(msgspec.json.encode(convert(article, identifier_of(original, number))))
print(digest.hexdigest())
"""


def test_clock_zone_locale_and_hash_seed_change_nothing() -> None:
    paths = [str(p) for p in SAMPLES + REAL[::4]]

    def digest(clock: str, order: list[str], **environment: str) -> str:
        command = [sys.executable, "-c", PRINT_DIGEST, clock, *order]
        ended = subprocess.run(
            command, capture_output=True, text=True, check=True, env=os.environ | environment, cwd=ROOT
        )
        return ended.stdout

    one = digest("2001-03-04T05:06:07", paths, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="1")
    other = digest("2039-12-31T23:59:59", paths, TZ="America/Lima", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert one == other


def test_workers_and_order_change_nothing() -> None:
    def converted(paths: list[Path], workers: int) -> dict[str, Brief]:
        done = list(convert_all([str(p) for p in paths], workers=workers))
        assert all(isinstance(one, Converted) for one in done)
        assert [one.source for one in done] == [str(p) for p in paths]
        return {one.source: one.brief for one in done if isinstance(one, Converted)}

    assert converted(SAMPLES, 1) == converted(SAMPLES[::-1], 2)
