"""The engines that the benchmark of search compares, each behind the same few calls.

Run as a program with ENGINE COUNT FOLDER WORD it opens what was built and asks for a word: a start to the first hit.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

from briefs.library import Library
from briefs.model import Brief
from tests.benchmarks.search_corpus import MadeLibrary


class Answer(NamedTuple):
    """How many briefs are found, and the numbers of the first 20."""

    total: int
    first: list[int]


class Engine(Protocol):
    """What the benchmark does with an engine."""

    name: str

    def build(self, briefs: Iterable[Brief]) -> None:
        """Index all briefs, and leave them searchable."""

    def open(self) -> None:
        """Open what was built."""

    def ask(self, row: str, asked: Any) -> Answer:
        """Answer one question of a row of the table: the total and the first 20, whatever the engine."""

    def add(self, brief: Brief) -> None:
        """Index one brief more, so that the next question finds it."""

    def size(self) -> int:
        """Return the bytes on disk."""


def bytes_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Ours:
    """The product's own index, asked by text through the one entrance that the screen and the command line use."""

    name = "briefs"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder
        self._library = library
        self.open()

    def open(self) -> None:
        from search_index import Index

        self._index = Index.open(cast(Library, self._library), self._folder)

    def build(self, briefs: Iterable[Brief]) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._index.rebuild()

    def ask(self, row: str, asked: Any) -> Answer:
        from search_index import Request

        texts: dict[str, Callable[[], str]] = {
            "AND": lambda: " ".join(asked),
            "phrase": lambda: f'"{" ".join(asked)}"',
            "prefix": lambda: f"{asked}*",
            "fuzzy": lambda: f"{asked}~1",
            "company:": lambda: f'company:"{asked}"',
            "country + word": lambda: f"country:{asked[0]} {asked[1]}",
        }
        text = texts[row]() if row in texts else asked
        found = self._index.search(
            Request(
                text,
                sort="date" if row == "by date" else "relevance",
                facets=("country", "company") if row == "facets x2" else (),
                snippets=row == "20 snippets",
                grouped=False,  # no other engine knows stories
            )
        )
        return Answer(found.total, [hit.row.revision for hit in found.hits])

    def add(self, brief: Brief) -> None:
        self._index.catch_up()

    def size(self) -> int:
        return bytes_of(self._folder)


class StockWhoosh:
    """Whoosh as it comes, over the same schema and analysis; its snippets are its own, of texts from the library."""

    name = "whoosh"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder
        self._library = library

    def open(self) -> None:
        from whoosh import index

        from search_index.schema import make_schema
        from search_index.whoosh_quietly import filestore

        self._index = index.FileIndex(filestore.FileStorage(str(self._folder)), make_schema())
        self._searcher = self._index.searcher()

    def build(self, briefs: Iterable[Brief]) -> None:
        from search_index.schema import document_of, make_schema
        from search_index.whoosh_quietly import filestore

        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        writer = filestore.FileStorage(str(self._folder)).create_index(make_schema()).writer(limitmb=256)
        for brief in briefs:
            writer.add_document(**document_of(brief, 1))
        writer.commit()
        self.open()

    def ask(self, row: str, asked: Any) -> Answer:
        from search_index.whoosh_quietly import query

        term = query.Term
        if row == "AND":
            wanted = query.And([term("text", w) for w in asked])
        elif row == "phrase":
            wanted = query.Phrase("text", list(asked))
        elif row == "prefix":
            wanted = query.Prefix("text", asked)
        elif row == "fuzzy":
            wanted = query.FuzzyTerm("text", asked, prefixlength=0)
        elif row == "company:":
            wanted = query.Phrase("company", asked.lower().split())
        elif row == "country + word":
            wanted = query.And([term("country", asked[0]), term("text", asked[1])])
        else:
            wanted = term("text", asked)
        more: dict[str, Any] = {}
        if row == "by date":
            more = {"sortedby": "date", "reverse": True}
        elif row == "facets x2":
            more = {"groupedby": ["in_country", "in_company"]}
        found = self._searcher.search(wanted, limit=20, **more)
        column = self._searcher.reader().column_reader("id")
        first = [column[hit.docnum] for hit in found]
        if row == "20 snippets":
            self._snippets(asked, first)
        return Answer(len(found), first)

    def _snippets(self, word: str, ids: list[int]) -> None:
        from whoosh import analysis, highlight

        analyzer, formatter = analysis.StandardAnalyzer(stoplist=None), highlight.HtmlFormatter()
        for _, brief in self._library.briefs([f"{number:016x}" for number in ids]):
            highlight.highlight(brief.body, {word}, analyzer, highlight.ContextFragmenter(), formatter, top=1)

    def add(self, brief: Brief) -> None:
        from search_index.schema import document_of

        writer = self._index.writer()
        writer.add_document(**document_of(brief, 1))
        writer.commit()
        self._searcher = self._index.searcher()

    def size(self) -> int:
        return bytes_of(self._folder)


def engine(name: str, folder: Path, library: MadeLibrary) -> Engine:
    """Return an engine by its name. Its libraries are loaded only here: a start is measured as well."""
    if name == "briefs":
        return Ours(folder, library)
    if name == "whoosh":
        return StockWhoosh(folder, library)
    from tests.benchmarks.search_peers import Fts5, Tantivy

    return Fts5(folder, library) if name == "fts5" else Tantivy(folder, library)


NAMES = ("briefs", "whoosh", "fts5", "tantivy")


if __name__ == "__main__":
    _name, _count, _folder, _word = sys.argv[1:]
    _engine = engine(_name, Path(_folder) / f"{_name}-{_count}", MadeLibrary(Path(_folder) / f"library-{_count}"))
    _engine.open()
    if not _engine.ask("common", _word).first:
        raise SystemExit(f"{_name} does not find {_word}")
