"""Two engines of another kind for the benchmark of search: SQLite's FTS5 and tantivy.

Both are given what free words search in ours: the title, the body and all names, that of the publisher among them.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefs.model import Brief
from tests.benchmarks.search_corpus import MadeLibrary
from tests.benchmarks.search_engines import Answer, bytes_of


class Fts5:
    """SQLite's full-text search, with tables for what is counted."""

    name = "fts5"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._path = folder / "fts.sqlite"

    def open(self) -> None:
        self._database = sqlite3.connect(self._path, isolation_level=None)
        self._database.execute("PRAGMA synchronous = NORMAL")  # as Briefs, which does not wait for the disk either

    def build(self, briefs: Iterable[Brief]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.unlink(missing_ok=True)
        self.open()
        self._database.executescript(
            "PRAGMA journal_mode = WAL;"
            "CREATE VIRTUAL TABLE words USING fts5(title, body, company, country, publisher, tokenize = 'unicode61');"
            "CREATE TABLE docs (id INTEGER PRIMARY KEY, published TEXT);"
            "CREATE TABLE countries (id INTEGER, code TEXT); CREATE TABLE companies (id INTEGER, name TEXT);"
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
        row = int(brief.id, 16)
        run(
            "INSERT INTO words (rowid, title, body, company, country, publisher) VALUES (?, ?, ?, ?, ?, ?)",
            (row, brief.title, brief.body, companies, codes, brief.publisher),
        )
        run("INSERT INTO docs VALUES (?, ?)", (row, brief.published))
        self._database.executemany(
            "INSERT INTO countries VALUES (?, ?)", [(row, c.code) for c in brief.countries if c.main]
        )
        self._database.executemany(
            "INSERT INTO companies VALUES (?, ?)", [(row, c.name) for c in brief.companies if c.main]
        )

    _RANKED = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 5.0, 1.0, 1.0, 1.0, 1.0) LIMIT 20"

    def ask(self, row: str, asked: Any) -> Answer:
        run = self._database.execute
        text, ranked = asked, self._RANKED
        if row == "AND":
            text = " AND ".join(asked)
        elif row == "phrase":
            text = f'"{" ".join(asked)}"'
        elif row == "prefix":
            text = f"{asked}*"
        elif row == "company:":
            text = f'company : "{asked}"'
        elif row == "country + word":
            text = f"country : {asked[0]} AND {asked[1]}"
        elif row == "by date":
            ranked = (
                "SELECT words.rowid FROM words JOIN docs ON docs.id = words.rowid WHERE words MATCH ? "
                "ORDER BY published DESC LIMIT 20"
            )
        elif row == "facets x2":
            for table, value in (("countries", "code"), ("companies", "name")):
                counted = (
                    f"SELECT {value}, count(*) FROM words JOIN {table} ON {table}.id = words.rowid "
                    "WHERE words MATCH ? GROUP BY 1"
                )
                run(counted, (asked,)).fetchall()
        elif row == "20 snippets":
            ranked = ranked.replace("SELECT rowid", "SELECT rowid, snippet(words, 1, '[', ']', '…', 24)")
        first = [found[0] for found in run(ranked, (text,)).fetchall()]
        return Answer(run("SELECT count(*) FROM words WHERE words MATCH ?", (text,)).fetchone()[0], first)

    def add(self, brief: Brief) -> None:
        self._database.execute("BEGIN")
        self._insert(brief)
        self._database.execute("COMMIT")

    def size(self) -> int:
        return bytes_of(self._path.parent)


class Tantivy:
    """tantivy through its Python package. It counts what it finds, as it does unless told otherwise."""

    name = "tantivy"

    def __init__(self, folder: Path, library: MadeLibrary) -> None:
        self._folder = folder
        self._writer: Any = None

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True)
        for name in ("title", "company", "country"):
            builder.add_text_field(name)
        builder.add_text_field("in_country", tokenizer_name="raw", fast=True)
        builder.add_text_field("in_company", tokenizer_name="raw", fast=True)
        builder.add_integer_field("day", fast=True)
        builder.add_unsigned_field("number", fast=True)
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
        writer = self._index.writer(num_threads=1)
        for brief in briefs:
            writer.add_document(self._document(brief))
        writer.commit()
        writer.wait_merging_threads()
        self.open()

    def _document(self, brief: Brief) -> Any:
        document = self._tantivy.Document()
        document.add_text("title", brief.title or "")
        names = [entity.name for entity in (*brief.companies, *brief.countries)]
        document.add_text("text", " ".join([brief.title or "", brief.body, *names, brief.publisher or ""]))
        document.add_text("company", " . ".join(c.name for c in brief.companies))
        document.add_text("country", " ".join(c.code or "" for c in brief.countries))
        document.add_integer("day", int((brief.published or "0").replace("-", "")))
        document.add_unsigned("number", int(brief.id, 16))
        for entity in brief.countries + brief.companies:
            if entity.main:
                document.add_text(
                    "in_company" if entity.kind == "company" else "in_country", entity.code or entity.name
                )
        return document

    def ask(self, row: str, asked: Any) -> Answer:
        make, schema = self._tantivy.Query, self._index.schema
        must = self._tantivy.Occur.Must
        if row == "AND":
            wanted = make.boolean_query([(must, make.term_query(schema, "text", w)) for w in asked])
        elif row == "phrase":
            wanted = make.phrase_query(schema, "text", list(asked))
        elif row == "prefix":
            wanted = make.regex_query(schema, "text", f"{asked}.*")
        elif row == "fuzzy":
            wanted = make.fuzzy_term_query(schema, "text", asked, distance=1, transposition_cost_one=False)
        elif row == "company:":
            wanted = make.phrase_query(schema, "company", asked.lower().split())
        elif row == "country + word":
            parts = [make.term_query(schema, "country", asked[0].lower()), make.term_query(schema, "text", asked[1])]
            wanted = make.boolean_query([(must, part) for part in parts])
        else:
            wanted = make.term_query(schema, "text", asked)
        order = {"order_by_field": "day"} if row == "by date" else {}
        found = self._searcher.search(wanted, 20, count=True, **order)
        addresses = [address for _, address in found.hits]
        if row == "facets x2":
            terms = {name: {"terms": {"field": name, "size": 1000}} for name in ("in_country", "in_company")}
            self._searcher.aggregate(wanted, terms)
        if row == "20 snippets":
            snippets = self._tantivy.SnippetGenerator.create(self._searcher, wanted, schema, "text")
            for address in addresses:
                snippets.snippet_from_doc(self._searcher.doc(address)).to_html()
        return Answer(found.count, self._searcher.fast_field_values("number", addresses) if addresses else [])

    def add(self, brief: Brief) -> None:
        self._writer = self._writer or self._index.writer(num_threads=1)  # kept open, as its documentation advises
        self._writer.add_document(self._document(brief))
        self._writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def size(self) -> int:
        return bytes_of(self._folder)
