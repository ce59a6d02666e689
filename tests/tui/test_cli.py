"""Every command from its words to its output and exit code, on the bundled samples."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from briefs.errors import LibraryError
from briefs.export.json import schema
from briefs.library import Library
from search_index.builds.store import Store
from tests.conftest import ROOT, SAMPLES
from tests.tui.conftest import Ended, Run
from tui.shell import streams
from tui.shell.program import briefs


def ids(run: Run) -> list[str]:
    return [row["id"] for row in run("list", "--json").json]


def id_of(run: Run, words: str) -> str:
    return str(next(row["id"] for row in run("list", "--json").json if words in row["title"]))


def one_sentence(ended: Ended) -> str:
    lines = ended.err.strip().splitlines()
    assert len(lines) == 1, ended.err
    assert lines[0].startswith("briefs: ")
    assert "Traceback" not in ended.err
    return lines[0]


# --- list, search, show


def test_list_shows_the_newest_first_and_the_undated_last(run: Run) -> None:
    rows = run("list", "--json").json
    dates = [row["published"] for row in rows]
    assert len(rows) == 5
    assert dates[-1] is None
    assert dates[:4] == sorted(dates[:4], reverse=True)
    assert all(row["id"] and row["title"] for row in rows)


def test_list_prints_a_line_a_brief(run: Run) -> None:
    lines = run("list").out.splitlines()
    assert len(lines) == 5
    assert any("Korean engineers" in line and "2025-02-17" in line for line in lines)


def test_list_with_a_query_or_a_filter(run: Run) -> None:
    assert [r["title"] for r in run("list", "memory chip", "--json").json] == [
        "Chinese AI start-ups court Korean engineers through private channels"
    ]
    korean = run("list", "--country", "South Korea", "--json").json
    assert [r["id"] for r in korean] == [r["id"] for r in run("list", "country:kr", "--json").json]
    assert len(korean) == 1


def test_list_of_an_empty_library(run: Run, tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    ended = run("list", "--json", "--library", str(tmp_path))
    assert (ended.code, ended.json) == (0, [])
    assert "briefs add" in ended.err


def test_search_ranks_and_tells_where(run: Run) -> None:
    hits = run("search", "bidding OR Liepin", "--json").json
    assert hits[0]["title"].startswith("China's AI employers")
    snippet = hits[0]["snippet"]
    assert "Liepin" in [snippet["text"][a:b] for a, b in snippet["marks"]]


def test_search_with_facets_counts_over_all_hits(run: Run) -> None:
    found = run("search", "DeepSeek", "--facets", "--limit", "1", "--json").json
    assert found["total"] >= 3
    assert len(found["hits"]) == 1
    countries = {f["value"]: f["count"] for f in found["facets"]["country"]}
    assert countries["CN"] >= 3


def test_facets_are_printed_that_have_values_and_say_how_many_more_there_are(run: Run) -> None:
    facets = run("search", "*", "--facets", "--json").json["facets"]
    printed = run("search", "*", "--facets").out
    assert not facets["tag"]
    assert all((f"\n{name}\n" in printed) == bool(values) for name, values in facets.items())
    assert f"{len(facets['company']) - 10} more" in printed


def test_the_json_of_a_search_has_the_keys_that_its_help_names(run: Run, tmp_path: Path) -> None:
    story_again(run, tmp_path)
    found = run("search", "memory chip engineers", "--facets", "--json").json
    assert list(found) == ["total", "briefs", "suggestions", "hits", "facets"]
    assert {key for facet in found["facets"].values() for value in facet for key in value} == {
        "value",
        "label",
        "count",
    }
    (hit,) = found["hits"]
    row = set(run("list", "--json").json[0])
    assert set(hit) == row | {"score", "field", "snippet", "publishers", "also"}
    assert set(hit["snippet"]) == {"text", "marks"}
    assert [set(other) for other in hit["also"]] == [{"id", "title", "published", "publisher"}]
    run("search", "memory chip engineers", "--save", "chips")
    assert "new" in run("search", "@chips", "--json").json[0]
    assert run("search", "--facets", "--json", "Hangzou").json["suggestions"] == ["hangzhou"]


def test_search_options_mean_what_the_query_language_means(run: Run) -> None:
    by_option = run("search", "talent OR engineers", "--company", "DeepSeek", "--sort", "date", "--json").json
    by_query = run("search", "(talent OR engineers) company:deepseek", "--sort", "date", "--json").json
    assert by_option
    assert [h["id"] for h in by_option] == [h["id"] for h in by_query]


def test_a_choice_that_is_none_is_refused_without_a_place_in_the_query(run: Run) -> None:
    for option, value, said in (("--country", "Ruritania", "No country is called"), ("--month", "2025-13", "no month")):
        ended = run("search", "talent", option, value)
        assert ended.code == 2
        assert said in one_sentence(ended)
        assert "character" not in ended.err


def test_search_prints_title_and_snippet(run: Run) -> None:
    lines = run("search", "Toronto").out.splitlines()
    assert "ten posts abroad" in lines[0]
    assert "Toronto" in lines[2]


def test_a_hit_in_the_title_alone_is_followed_by_what_the_brief_says(run: Run) -> None:
    (hit,) = run("search", "title:posts title:abroad", "--json").json
    assert hit["snippet"]["text"] == hit["title"]
    title, about, said = run("search", "title:posts title:abroad").out.splitlines()
    assert (title, about.split()[-2:]) == (hit["title"], ["in", "title"])
    assert said.strip() == hit["gist"]


def test_search_without_a_hit_suggests(run: Run) -> None:
    ended = run("search", "Hangzou")
    assert (ended.code, ended.out) == (1, "")
    assert "No brief matches." in ended.err
    assert "hangzhou" in ended.err.casefold()


def test_words_of_a_query_need_no_quotation_marks(run: Run) -> None:
    (only,) = run("list", "deepseek", "--json", "-linkedin", "-title:flight", "-(train OR visas)").json
    assert "Korean engineers" in only["title"]
    assert run("list", "deepseek -linkedin -title:flight -(train OR visas)", "--json").json == [only]
    assert run("search", "engineers", "-x", "-nosuchword").code == 0
    assert run("search", "engineers", "-nosuchword", "-h").out.startswith("Usage")
    assert run("search", "engineers", "--nosuchoption").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "engineers", "--limit", "-5"), "“-5” is no whole number from 1 on. See `briefs search --help`."),
        (("add", "x", "--workers", "1e3"), "“1e3” is no whole number from 1 to 256. See `briefs add --help`."),
        (("completion",), "{bash|zsh|fish}'. Choose from: bash, zsh, fish. See `briefs completion --help`."),
        (("config", "nope"), "unexpected extra argument (nope). See `briefs config --help`."),
        (("correct", "0"), "--title 'The right headline'. See `briefs correct --help`."),
        (("export", "--query", "engineers", "-o", "x.docx"), "x.docx does not end in .md, .json, .html, .csv; say the"),
    ],
)
def test_what_is_wrong_with_the_words_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


def test_an_empty_name_is_not_the_current_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.txt").write_text(SAMPLES[0].read_text())
    monkeypatch.chdir(tmp_path)
    ended = run("convert", "", "--json")
    assert (ended.code, ended.out) == (1, "[]\n")
    assert "names nothing" in ended.err


def test_an_empty_library_is_named_where_nothing_was_found(run: Run, tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    for command in (("list",), ("search", "engineers"), ("export", "--query", "engineers")):
        assert f"The library in {tmp_path} has no briefs yet" in run(*command, "--library", str(tmp_path)).err


def story_again(run: Run, tmp_path: Path) -> tuple[str, str]:
    """Add a bundled article as another paper tells it, a day later; return the identifiers of both."""
    first = id_of(run, "Korean engineers")
    article = next(path for path in SAMPLES if "Korean engineers" in path.read_text())
    again = tmp_path / "again.txt"
    again.write_text(article.read_text().replace("vacancy", "opening"))
    assert run("add", str(again)).code == 0
    (second,) = {row["id"] for row in run("list", "--json").json if "Korean engineers" in row["title"]} - {first}
    return first, second


def test_the_same_story_is_one_hit(run: Run, tmp_path: Path) -> None:
    first, second = story_again(run, tmp_path)
    found = run("search", "memory chip engineers", "--facets", "--json").json
    assert (found["total"], found["briefs"]) == (1, 2)
    (hit,) = found["hits"]
    assert {hit["id"], *(row["id"] for row in hit["also"])} == {first, second}
    assert "retold once" in run("search", "memory chip engineers").out
    assert len(run("search", "memory chip engineers", "--no-group", "--json").json) == 2
    assert len(run("list", "memory chip engineers", "--json").json) == 2
    assert {row["id"] for row in run("search", f"story:{first[:9]}", "--json").json} == {first, second}
    ended = run("related", first, "--json")
    assert second not in {row["id"] for row in ended.json}
    assert f"story:{first[:8]}" in ended.err


def test_related_briefs(run: Run) -> None:
    hits = run("related", id_of(run, "Korean engineers"), "--limit", "2", "--json").json
    assert len(hits) == 2
    assert hits[0]["score"] >= hits[1]["score"] > 0
    assert run("related", "zzz").code == 1


def test_saved_searches_tell_what_is_new(run: Run, tmp_path: Path) -> None:
    assert "No search is saved" in run("search", "--saved").err
    assert run("search", "deepseek OR ferry", "--country", "CN", "--save", "watch").code == 0
    assert run("search", "--saved", "--json").json == [
        {"name": "watch", "query": "(deepseek OR ferry) country:CN", "total": 4, "new": 0}
    ]
    (tmp_path / "new.md").write_text(
        "# A ferry for China\n\nThe ferry sails from China each week.\n\nThe harbour in China is new.\n"
    )
    run("add", str(tmp_path / "new.md"))
    assert "1 new" in run("search", "--saved").out
    ended = run("search", "@watch", "--json")
    assert [hit["new"] for hit in ended.json] == [True, *[False] * 4]
    assert ended.json[0]["title"] == "A ferry for China"
    assert "1 is new since you last looked" in ended.err
    assert "Nothing new" in run("search", "@watch").err
    assert run("list", "@watch", "--json").json == run("list", "(deepseek OR ferry) country:cn", "--json").json
    assert len(run("export", "--query", "@watch", "--format", "json").json) == 5
    assert run("search", "--forget", "watch").code == 0
    ended = run("search", "@watch")
    assert ended.code == 1
    assert "none is saved" in one_sentence(ended)
    run("search", "deepseek OR ferry", "--save", "watch")
    assert "(At character 20 of the query.)" in one_sentence(run("search", "@watch talent date:soon"))
    run("search", "--forget", "watch")
    run("search", "ferry", "--save", "it's")
    assert "in the place of ferry" in run("search", "harbour", "--save", "it's").err
    assert "Forgot the search it's, which was harbour" in run("search", "--forget", "it's").err


def test_what_is_new_and_not_shown_stays_new(run: Run) -> None:
    run("search", "deepseek", "--save", "all")
    run("search", "--forget", "all")

    with Library.open(Path(os.environ["BRIEFS_LIBRARY"])) as library:
        library.saved.save("all", "deepseek")
    ended = run("search", "@all", "--limit", "2", "--json")
    assert [hit["new"] for hit in ended.json] == [True, True]
    assert "stay new" in ended.err
    assert all(hit["new"] for hit in run("search", "@all", "--country", "CN", "--json").json)
    assert all(hit["new"] for hit in run("search", "@all", "--json").json)
    assert not any(hit["new"] for hit in run("search", "@all", "--json").json)


@pytest.mark.parametrize("query", ["date:soon", "flavour:sweet", "(((", '"', "usd:>lots", "percent:[30 TO"])
def test_a_query_that_cannot_be_read_is_explained(run: Run, query: str) -> None:
    ended = run("search", query)
    assert ended.code == 2
    assert ended.out == ""
    one_sentence(ended)


def test_show_prints_markdown_or_the_record(run: Run) -> None:
    identifier = id_of(run, "Korean engineers")
    shown = run("show", identifier[:6])
    assert shown.out.startswith("---\nid: ")
    assert "## Summary" in shown.out
    assert "## Article" not in shown.out
    assert "## Article" in run("show", identifier, "--article").out
    record = run("show", identifier, "--json").json
    jsonschema.validate(record, schema())
    assert record["id"] == identifier


def test_show_of_an_unknown_id(run: Run) -> None:
    unknown = run("show", "zzzz")
    assert (unknown.code, unknown.out) == (1, "")
    assert "zzzz" in one_sentence(unknown)


def test_show_of_an_ambiguous_id_names_some(run: Run, tmp_path: Path) -> None:
    for number in range(17):  # more than there are hexadecimal digits
        text = (
            f"Mill {number} opens\n\nThe town of Graz has a mill with {number + 2} wheels, said its owner, Ida Moser."
        )
        (tmp_path / f"{number}.txt").write_text(text)
    assert run("add", *(str(tmp_path / f"{n}.txt") for n in range(17)), "--workers", "1").code == 0
    first = [identifier[0] for identifier in ids(run)]
    shared = next(letter for letter in first if first.count(letter) > 1)
    ambiguous = run("show", shared)
    assert (ambiguous.code, ambiguous.out) == (2, "")
    assert sum(one_sentence(ambiguous).count(identifier) for identifier in ids(run)) >= 2


# --- add, convert


def test_add_tells_new_from_known(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "fresh")
    first = run("add", *map(str, SAMPLES), "--library", folder)
    assert first.code == 0
    assert first.err.count("Added ") == 5
    again = run("add", str(SAMPLES[0].parent), "--library", folder, "--json")
    assert [row["new"] for row in again.json if row["source"].endswith((".txt", ".html"))] == [False] * 5


def test_add_keeps_what_works_and_names_what_does_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "nothing").mkdir()
    bad = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "binary.txt", "nothing")]
    ended = run("add", *bad, str(SAMPLES[0]), "--library", str(tmp_path / "fresh"))
    assert ended.code == 1
    assert ended.err.count("Added ") == 1
    complaints = [line for line in ended.err.splitlines() if line.startswith("briefs: ")]
    assert len(complaints) == 4
    for path, complaint in zip(bad, complaints, strict=True):
        assert path in complaint
        assert complaint.endswith(".")


def test_add_from_standard_input(run: Run, tmp_path: Path) -> None:
    text = SAMPLES[0].read_bytes()
    ended = subprocess.run(
        [sys.executable, "-m", "tui", "add", "-", "--library", str(tmp_path / "fresh")],
        input=text,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0
    assert b"Added " in ended.stderr


def test_convert_prints_records_that_follow_the_schema(run: Run) -> None:
    records = run("convert", *map(str, SAMPLES), "--json").json
    assert len(records) == 5
    for record in records:
        jsonschema.validate(record, schema())


def test_convert_prints_markdown(run: Run) -> None:
    assert run("convert", str(SAMPLES[0])).out.startswith("---\nid: ")


def test_convert_writes_a_file_each_and_never_over_one(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run("convert", *map(str, SAMPLES), "--output", str(folder)).code == 0
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{p.stem}.json" for p in SAMPLES)
    before = {p: p.read_bytes() for p in folder.iterdir()}
    again = run("convert", str(SAMPLES[0]), "--output", str(folder))
    assert again.code == 1
    assert "--force" in one_sentence(again)
    assert run("convert", str(SAMPLES[0]), "--output", str(folder), "--force").code == 0
    assert {p: p.read_bytes() for p in folder.iterdir()} == before


def test_convert_tells_colliding_names_apart(run: Run, tmp_path: Path) -> None:
    for number, sample in enumerate(SAMPLES[:2]):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / f"same{sample.suffix}").write_bytes(sample.read_bytes())
    folder = tmp_path / "out"
    assert run("convert", str(tmp_path / "0"), str(tmp_path / "1"), "--output", str(folder)).code == 0
    records = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in folder.iterdir()}
    assert set(records) == {f"same-{r['id']}.json" for r in records.values()}
    assert len(records) == 2


def test_convert_gives_the_same_bytes_for_any_number_of_workers(run: Run) -> None:
    one = run("convert", *map(str, SAMPLES), "--json", "--workers", "1")
    two = run("convert", *map(str, SAMPLES), "--json", "--workers", "2")
    assert one.out == two.out


# --- export, remove, correct


def test_export_to_a_file_a_folder_and_a_pipe(run: Run, tmp_path: Path) -> None:
    identifier = id_of(run, "Korean engineers")
    target = tmp_path / "one.md"
    assert run("export", identifier, "--output", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == run("show", identifier).out
    taken = run("export", identifier, "--output", str(target))
    assert taken.code == 2
    assert str(target) in one_sentence(taken)
    assert run("export", identifier, "--output", str(target), "--force").code == 0

    folder = tmp_path / "all"
    assert run("export", "--query", "DeepSeek", "--output", f"{folder}/").code == 0
    names = sorted(p.name for p in folder.iterdir())
    assert "2025-02-17-chinese-ai-start-ups-court-korean-engineers-through-private.md" in names

    records = run("export", "--query", "DeepSeek", "--format", "json").json
    assert len(records) == len(names)
    for record in records:
        jsonschema.validate(record, schema())
    jsonschema.validate(run("export", identifier, "--format", "json").json, schema())


def test_export_of_several_is_a_book_a_table_or_a_page(run: Run, tmp_path: Path) -> None:
    book = run("export", "--query", "DeepSeek", "--sort", "date").out
    assert book.startswith('---\ntitle: "Briefing book: DeepSeek"\n')
    assert "## Contents" in book
    assert run("export", *ids(run)[:2], "--title", "Today").out.count("# Today\n") == 1
    page = tmp_path / "book.html"
    assert run("export", "--query", "DeepSeek", "-o", str(page)).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>"), "the suffix says which format"
    table = tmp_path / "figures.csv"
    assert run("export", "--query", "DeepSeek", "-o", str(table)).code == 0
    assert table.read_bytes().startswith(b"id,title,date,publisher,figure,value,low,high,unit")
    assert table.read_bytes().count(b"\r\n") == table.read_bytes().count(b"\n") > 10


def test_export_names_files_by_a_template(run: Run, tmp_path: Path) -> None:
    identifier = id_of(run, "Korean engineers")
    folder = f"{tmp_path / 'out'}/"
    assert run("export", identifier, "-o", folder, "--template", "{date} {country} {id}").code == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == [f"2025-02-17 KR {identifier[:8]}.md"]
    for template in ("{nothing}", "../{id}", ""):
        refused = run("export", identifier, "-o", folder, "--template", template)
        assert refused.code == 2
        one_sentence(refused)
    assert run("export", identifier, "--template", "{id}").code == 2
    assert run("export", identifier, "--sort", "date").code == 2


def test_export_wants_ids_or_a_query(run: Run) -> None:
    assert run("export").code == 2
    assert run("export", "abc", "--query", "x").code == 2
    assert run("export", "--query", "nowhere-to-be-found").code == 1


def test_remove_takes_briefs_out_of_list_and_search(run: Run) -> None:
    identifier = id_of(run, "Korean engineers")
    assert run("search", "Yoon").code == 0
    unknown = run("remove", identifier, "zzzz")
    assert unknown.code == 1
    assert identifier in ids(run), "nothing is removed when one of them is unknown"
    assert run("remove", identifier[:8]).code == 0
    assert identifier not in ids(run)
    assert run("search", "Yoon").code == 1


def test_corrections_show_everywhere_and_survive_a_reconversion(run: Run) -> None:
    identifier = id_of(run, "Korean engineers")
    ended = run(
        "correct", identifier, "--title", "A better headline", "--published", "2025-02-16",
        "--add-company", "Han River Labs", "--remove-person", "Kim Sung-hoon",
    )  # fmt: skip
    assert ended.code == 0, ended.err

    def state() -> tuple[Any, ...]:
        record = run("show", identifier, "--json").json
        return (
            record["title"],
            record["published"],
            "Han River Labs" in [c["name"] for c in record["companies"]],
            "Kim Sung-hoon" in [p["name"] for p in record["people"]],
            record["grounds"]["title"]["corrected"],
        )

    assert state() == ("A better headline", "2025-02-16", True, False, True)
    assert [h["id"] for h in run("search", "title:better", "--json").json] == [identifier]
    assert run("reconvert").code == 0
    assert state() == ("A better headline", "2025-02-16", True, False, True)
    assert run("correct", identifier, "--clear").code == 0
    assert state()[0].startswith("Chinese AI start-ups")


def test_a_correction_that_is_no_date_is_refused(run: Run) -> None:
    ended = run("correct", ids(run)[0], "--published", "last Tuesday")
    assert ended.code == 2
    assert "last Tuesday" in one_sentence(ended)


# --- reconvert, reindex, doctor


def test_reconvert_changes_nothing_when_nothing_changed(run: Run) -> None:
    before = run("export", "--query", "*:* OR date:>2000-01-01 OR AI", "--format", "json").out
    ended = run("reconvert", "--json")
    assert (ended.code, ended.json) == (0, [])
    assert run("export", "--query", "*:* OR date:>2000-01-01 OR AI", "--format", "json").out == before


def test_a_lost_index_gives_the_same_answers(run: Run, library_folder: Path) -> None:
    queries = ["DeepSeek", '"memory chip"', "country:kr", "percent:>30", "talent -Korean"]
    before = [run("search", q, "--json").out for q in queries]
    shutil.rmtree(library_folder / "index")
    assert [run("search", q, "--json").out for q in queries] == before
    assert run("reindex").code == 0
    assert [run("search", q, "--json").out for q in queries] == before


def test_doctor_finds_and_mends_a_damaged_index(run: Run, library_folder: Path) -> None:
    run("search", "DeepSeek")
    assert run("doctor").code == 0
    for path in (library_folder / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert run("doctor").code == 0
    assert len(run("search", "DeepSeek", "--json").json) >= 3


def test_an_index_that_cannot_be_written_answers_still(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = run("search", "DeepSeek", "--json").out
    (tmp_path / "new.md").write_text("# DeepSeek sails\n\nThe ferry DeepSeek sails again.\n\nThe harbour is new.\n")
    run("add", str(tmp_path / "new.md"))
    monkeypatch.setattr(Store, "writing", lambda *_: (_ for _ in ()).throw(LibraryError("The disk is read-only.")))
    ended = run("search", "DeepSeek", "--json")
    assert (ended.code, ended.out) == (0, found)
    assert "read-only" in one_sentence(ended)
    ended = run("doctor", "--json")
    assert (ended.code, [finding["mended"] for finding in ended.json]) == (1, [False, False])
    assert "1 change" in ended.json[0]["finding"]


# --- what every command shares


@pytest.mark.parametrize("name", sorted(briefs.commands))
def test_every_command_is_explained_and_named_in_the_readme(name: str, run: Run) -> None:
    command = briefs.commands[name]
    ended = run(name, "--help")
    assert (ended.code, ended.err) == (0, "")
    assert command.help
    assert not command.get_short_help_str(60).endswith("..."), "a list of commands shows the first sentence whole"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]} is not explained"
            assert parameter.help.partition("  [")[0].endswith((".", ")")), parameter.help
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in readme or f"briefs {name}" in readme


@pytest.mark.parametrize(
    "name", ["add", "config", "convert", "doctor", "list", "reconvert", "related", "search", "show"]
)
def test_whatever_prints_data_prints_json_too(name: str) -> None:
    assert "--json" in {option for parameter in briefs.commands[name].params for option in parameter.opts}


def test_version_and_usage(run: Run) -> None:
    assert "Exit codes: 0 done; 1 " in run("--help").out
    assert run("--version").out.startswith("briefs, version ")
    assert run("no-such-command").code == 2
    assert run("list", "--no-such-option").code == 2
    assert run("search").code == 2


def test_the_library_option_stands_anywhere(run: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "other")
    Library.open(Path(folder)).close()
    assert run("--library", folder, "list", "--json").json == []
    assert run("list", "--library", folder, "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        "list",
        "search x",
        "related 1",
        "show 1",
        "export --query x -o x.md",
        "remove 1",
        "reindex",
        "doctor",
        "serve",
        "",
    ],
)
def test_a_mistyped_library_is_no_new_one(
    run: Run, tmp_path: Path, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "no_reader", lambda _: None)
    mistyped = tmp_path / "libary of mine"
    ended = run("--library", str(mistyped), *words.split())
    assert ended.code == 3
    assert one_sentence(ended).startswith(f"briefs: There is no library in {mistyped}; ")
    assert f"`briefs add --library '{mistyped}' FILE...`" in ended.err
    assert not mistyped.exists()


def test_adding_makes_a_library_and_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The kiln was lit.\n\nIt had been cold for a year, said Ines Calder, its owner.")
    for said in (True, False):
        ended = run("add", str(tmp_path / "one.txt"), "--library", str(tmp_path / "new"))
        assert ended.code == 0
        assert (f"A new library was made in {tmp_path / 'new'}." in ended.err) is said


def test_a_library_of_a_newer_version_is_left_alone(run: Run, library_folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(library_folder / "library.sqlite") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    ended = run("list")
    assert (ended.code, ended.out) == (3, "")
    assert "newer" in one_sentence(ended)


def test_a_library_that_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ended = run("list", "--library", str(tmp_path / "file"))
    assert ended.code == 3
    one_sentence(ended)


def test_a_closed_pipe_ends_quietly(library_folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "export", "--query", "AI", "--article"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"BRIEFS_LIBRARY": str(library_folder)},
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_demo_without_a_terminal_prints_the_samples(run: Run) -> None:
    ended = run("demo")
    assert ended.code == 0
    assert ended.out.count("## Summary") == 5


def test_the_reader_asks_for_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert run().code == 2


def test_nothing_from_an_article_drives_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "A \x1b]52;c;aGk=\x07headline \x1b[31mof \u202etrouble\n\nBy Ann \x9b2J Ode\n\n"
        + "The company said that it sold 40 \x1b[2J[bold]machines[/] in Chad last year, up 10%. " * 5,
        encoding="utf-8",
    )
    folder = str(tmp_path / "fresh")
    outputs = [
        run("add", str(hostile), "--library", folder).err,
        run("list", "--library", folder).out,
        run("search", "machines", "--library", folder).out,
        run("export", "--query", "machines", "--article", "--library", folder).out,
    ]
    for output in outputs:
        assert output
        assert not set(output) & set(map(chr, [*range(9), *range(11, 32), *range(127, 160), 0x202E]))
