"""The engines that the benchmark of search compares, each behind the same few calls.

Run as a program with ENGINE COUNT FOLDER WORD it opens what was built and asks for a word: a start to the first hit.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol, cast

from briefs.library import Library
from briefs.model import Brief
from search_index import Index, Request
from tests.benchmarks.search_corpus import MadeLibrary


class Engine(Protocol):
    """What the benchmark does with an engine."""

    name: str

    def build(self, briefs: Iterable[Brief]) -> None:
        """Index all briefs, and leave them searchable."""

    def open(self) -> None:
        """Open what was built."""

    def ask(self, row: str, asked: Any) -> int:
        """Answer one question of a row of the table with its top 20; return how many there are, or were looked at."""

    def add(self, brief: Brief) -> None:
        """Index one brief more, so that the next question finds it."""

    def size(self) -> int:
        """Return the bytes on disk."""


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class Ours:
    """The product's own index, asked as the screen and the command line ask it."""

    name = "briefs"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder
        self._library = library
        self.open()

    def open(self) -> None:
        self._index = Index.open(cast(Library, self._library), self._folder)

    def build(self, briefs: Iterable[Brief]) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._index.rebuild()

    def ask(self, row: str, asked: Any) -> int:
        return self._index.search(self._request(row, asked)).total

    def _request(self, row: str, asked: Any) -> Request:
        plain: dict[str, Any] = {"snippets": False}
        if row == "AND":
            return Request(" ".join(asked), **plain)
        if row == "phrase":
            return Request(f'"{" ".join(asked)}"', **plain)
        if row == "prefix":
            return Request(f"{asked}*", **plain)
        if row == "fuzzy":
            return Request(f"{asked}~1", **plain)
        if row == "company:":
            return Request(f'company:"{asked}"', **plain)
        if row == "country + word":
            return Request(f"country:{asked[0]} {asked[1]}", **plain)
        if row == "by date":
            return Request(asked, sort="date", **plain)
        if row == "facets x2":
            return Request(asked, facets=("country", "company"), **plain)
        return Request(asked, snippets=row == "20 snippets")

    def add(self, brief: Brief) -> None:
        self._index.catch_up()

    def size(self) -> int:
        return _bytes(self._folder)


class StockWhoosh:
    """Whoosh as it comes, over the same schema and analysis."""

    name = "whoosh"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder
        self._library = library

    def open(self) -> None:
        from search_index.schema import make_schema
        from search_index.whoosh_quietly import filestore, index

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

    def ask(self, row: str, asked: Any) -> int:
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
        if row == "20 snippets":
            self._snippets(asked, [hit.docnum for hit in found])
        return len(found)

    def _snippets(self, word: str, docs: list[int]) -> None:
        from search_index.query import Sought
        from search_index.snippets import Marker, snippet_of

        marker = Marker([Sought("text", (word,))], {})
        column = self._searcher.reader().column_reader("id")
        for _, brief in self._library.briefs([f"{column[doc]:016x}" for doc in docs]):
            snippet_of(brief, marker)

    def add(self, brief: Brief) -> None:
        from search_index.schema import document_of

        writer = self._index.writer()
        writer.add_document(**document_of(brief, 1))
        writer.commit()
        self._searcher = self._index.searcher()

    def size(self) -> int:
        return _bytes(self._folder)


class Fts5:
    """SQLite's full-text search, with tables for what is counted."""

    name = "fts5"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._path = folder / "fts.sqlite"

    def open(self) -> None:
        self._database = sqlite3.connect(self._path, isolation_level=None)

    def build(self, briefs: Iterable[Brief]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.unlink(missing_ok=True)
        self.open()
        self._database.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
            "CREATE VIRTUAL TABLE words USING fts5(title, body, company, country, tokenize = 'unicode61');"
            "CREATE TABLE docs (id INTEGER PRIMARY KEY, published TEXT);"
            "CREATE TABLE countries (id INTEGER, code TEXT); CREATE TABLE companies (id INTEGER, name TEXT);"
            "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);"
        )
        self._database.execute("BEGIN")
        for brief in briefs:
            self._insert(brief)
        self._database.execute("COMMIT")
        self._database.executescript(
            "CREATE INDEX by_country ON countries (id, code); CREATE INDEX by_company ON companies (id, name);"
            "INSERT INTO words(words) VALUES ('optimize');"
        )

    def _insert(self, brief: Brief) -> None:
        run = self._database.execute
        companies = " ".join(c.name for c in brief.companies)
        codes = " ".join(c.code or "" for c in brief.countries)
        row = run("INSERT INTO words VALUES (?, ?, ?, ?)", (brief.title, brief.body, companies, codes)).lastrowid
        run("INSERT INTO docs VALUES (?, ?)", (row, brief.published))
        self._database.executemany(
            "INSERT INTO countries VALUES (?, ?)", [(row, c.code) for c in brief.countries if c.main]
        )
        self._database.executemany(
            "INSERT INTO companies VALUES (?, ?)", [(row, c.name) for c in brief.companies if c.main]
        )

    _RANKED = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 5.0, 1.0, 1.0, 1.0) LIMIT 20"

    def ask(self, row: str, asked: Any) -> int:
        run = self._database.execute
        if row == "AND":
            return len(run(self._RANKED, (" AND ".join(asked),)).fetchall())
        if row == "phrase":
            return len(run(self._RANKED, (f'"{" ".join(asked)}"',)).fetchall())
        if row == "prefix":
            return len(run(self._RANKED, (f"{asked}*",)).fetchall())
        if row == "company:":
            return len(run(self._RANKED, (f'company : "{asked}"',)).fetchall())
        if row == "country + word":
            return len(run(self._RANKED, (f"country : {asked[0]} AND {asked[1]}",)).fetchall())
        if row == "by date":
            ordered = (
                "SELECT words.rowid FROM words JOIN docs ON docs.id = words.rowid WHERE words MATCH ? "
                "ORDER BY published DESC LIMIT 20"
            )
            return len(run(ordered, (asked,)).fetchall())
        if row == "facets x2":
            for table, value in (("countries", "code"), ("companies", "name")):
                counted = (
                    f"SELECT {value}, count(*) FROM words JOIN {table} ON {table}.id = words.rowid "
                    "WHERE words MATCH ? GROUP BY 1"
                )
                run(counted, (asked,)).fetchall()
        if row == "20 snippets":
            shown = self._RANKED.replace("SELECT rowid", "SELECT snippet(words, 1, '[', ']', '…', 24)")
            return len(run(shown, (asked,)).fetchall())
        return len(run(self._RANKED, (asked,)).fetchall())

    def add(self, brief: Brief) -> None:
        self._database.execute("BEGIN")
        self._insert(brief)
        self._database.execute("COMMIT")

    def size(self) -> int:
        return _bytes(self._path.parent)


class Tantivy:
    """tantivy through its Python package, where that is installed."""

    name = "tantivy"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        for name in ("title", "body", "company", "country"):
            builder.add_text_field(name, stored=name == "body")
        builder.add_text_field("text")
        builder.add_text_field("in_country", tokenizer_name="raw", fast=True)
        builder.add_text_field("in_company", tokenizer_name="raw", fast=True)
        builder.add_integer_field("day", fast=True)
        return builder.build()

    def open(self) -> None:
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index(self._schema(), str(self._folder))
        self._searcher = self._index.searcher()

    def build(self, briefs: Iterable[Brief]) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self.open()
        self._writer = self._index.writer(num_threads=1)
        for brief in briefs:
            self._put(brief)
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._index.reload()
        self.open()

    def _put(self, brief: Brief) -> None:
        document = self._tantivy.Document()
        document.add_text("title", brief.title or "")
        document.add_text("body", brief.body)
        document.add_text("text", f"{brief.title} {brief.body}")
        document.add_text("company", " . ".join(c.name for c in brief.companies))
        document.add_text("country", " ".join(c.code or "" for c in brief.countries))
        document.add_integer("day", int((brief.published or "0").replace("-", "")))
        for entity in brief.countries + brief.companies:
            if entity.main:
                document.add_text(
                    "in_company" if entity.kind == "company" else "in_country", entity.code or entity.name
                )
        self._writer.add_document(document)

    def ask(self, row: str, asked: Any) -> int:
        make, schema = self._tantivy.Query, self._index.schema
        must = self._tantivy.Occur.Must
        if row == "AND":
            wanted = make.boolean_query([(must, make.term_query(schema, "text", w)) for w in asked])
        elif row == "phrase":
            wanted = make.phrase_query(schema, "text", list(asked))
        elif row == "prefix":
            wanted = make.regex_query(schema, "text", f"{asked}.*")
        elif row == "fuzzy":
            wanted = make.fuzzy_term_query(schema, "text", asked, distance=1)
        elif row == "company:":
            wanted = make.phrase_query(schema, "company", asked.lower().split())
        elif row == "country + word":
            parts = [make.term_query(schema, "country", asked[0].lower()), make.term_query(schema, "text", asked[1])]
            wanted = make.boolean_query([(must, part) for part in parts])
        else:
            wanted = make.term_query(schema, "text", asked)
        if row == "by date":
            return len(self._searcher.search(wanted, 20, order_by_field="day").hits)
        found = self._searcher.search(wanted, 20)
        if row == "facets x2":
            terms = {name: {"terms": {"field": name, "size": 1000}} for name in ("in_country", "in_company")}
            self._searcher.aggregate(wanted, terms)
        if row == "20 snippets":
            snippets = self._tantivy.SnippetGenerator.create(self._searcher, wanted, schema, "body")
            for _, address in found.hits:
                snippets.snippet_from_doc(self._searcher.doc(address)).to_html()
        return len(found.hits)

    def add(self, brief: Brief) -> None:
        self._writer = self._index.writer(num_threads=1)
        self._put(brief)
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()
        del self._writer

    def size(self) -> int:
        return _bytes(self._folder)


ENGINES: dict[str, Callable[[Path, MadeLibrary], Engine]] = {
    "briefs": Ours,
    "whoosh": StockWhoosh,
    "fts5": Fts5,
    "tantivy": Tantivy,
}


if __name__ == "__main__":
    _engine = ENGINES[sys.argv[1]](
        Path(sys.argv[3]) / f"{sys.argv[1]}-{sys.argv[2]}", MadeLibrary(Path(sys.argv[3]) / f"library-{sys.argv[2]}")
    )
    _engine.open()
    if not _engine.ask("common", sys.argv[4]):
        raise SystemExit(f"{sys.argv[1]} does not find {sys.argv[4]}")
