"""The loader: the user's own files, faults with their line, and what a start costs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.errors import UsageError
from briefs.tables import Company, Publisher, Tables, default_tables, load_tables, loader


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_own_row_adds_a_company(tmp_path: Path) -> None:
    own = load_tables(
        write(tmp_path, "companies.tsv", "# mine\n\nzirbel\tZirbel Works\tZirbel AG|Zirbelwerke\t\tAT\tindustry\n")
    )
    company = own.company_by_alias["zirbelwerke"]
    assert company == Company("zirbel", "Zirbel Works", ("Zirbel AG", "Zirbelwerke"), (), "AT", "industry")
    assert len(own.companies) == len(default_tables().companies) + 1
    assert own.digest != default_tables().digest


def test_an_own_row_takes_the_place_of_ours_and_its_forms_win(tmp_path: Path) -> None:
    own = load_tables(write(tmp_path, "companies.tsv", "nvidia\tNvidia Works\tTSMC|Target\n"))
    assert [company.name for company in own.companies if company.id == "nvidia"] == ["Nvidia Works"]
    assert own.company_by_alias["tsmc"].id == "nvidia"
    assert own.company_by_alias["target"].id == "nvidia"
    assert "target" not in own.company_by_ambiguous_alias
    assert len(own.companies) == len(default_tables().companies)


def test_a_hyphen_removes(tmp_path: Path) -> None:
    write(tmp_path, "companies.tsv", "-nvidia\n")
    write(tmp_path, "publishers.tsv", "- reuters\n")
    write(tmp_path, "places.tsv", "-London\n-Birmingham\t\tUS\n")
    write(tmp_path, "given_names.txt", "-emma zirbeline\n")
    own = load_tables(tmp_path)
    assert "nvidia" not in own.company_by_alias
    assert "reuters.com" not in own.publisher_by_domain
    assert [(p.name, p.country) for p in own.places if p.name in ("London", "Birmingham")] == [("Birmingham", "GB")]
    assert "emma" not in own.given_names
    assert "zirbeline" in own.given_names


def test_domains_lose_their_www_and_capitals(tmp_path: Path) -> None:
    own = load_tables(write(tmp_path, "publishers.tsv", "zp\tZirbel Post\t\twww.Zirbel.example\tnewspaper\tAT\r\n"))
    assert own.publisher_by_domain["zirbel.example"].home == "AT"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("companies.tsv", "# one\na\tB\tc\td\tAT\tbank\tmore", "companies.tsv, line 2: 7 columns where 6"),
        ("companies.tsv", "a\t\tc", "line 1: the name is empty"),
        ("publishers.tsv", "\n\tPost", "line 2: the id is empty"),
        ("companies.tsv", "a\tB\t\t\tXQ", "line 1: 'XQ' is no country's code"),
        ("places.tsv", "Zirbel\t\tAustria\tcity", "line 1: 'Austria' is no country's code"),
        ("places.tsv", "Zirbel\t\tAT\tcity\tyes", 'line 1: the last column holds "ambiguous" or nothing'),
    ],
)
def test_faults_name_file_and_line(file: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_tables(write(tmp_path, file, text))
    assert message in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_an_own_country_may_be_a_home(tmp_path: Path) -> None:
    write(tmp_path, "countries.tsv", "XQ\tZirbelland\n")
    assert load_tables(write(tmp_path, "companies.tsv", "a\tB\t\t\tXQ\n")).company_by_alias["b"].home == "XQ"


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "surnames.txt").write_bytes(b"zirbel\nm\xfcller\n")
    with pytest.raises(UsageError, match=r"surnames\.txt, line 2: not UTF-8"):
        load_tables(tmp_path)


def test_a_byte_order_mark_and_an_empty_file_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, "companies.tsv", "\ufeffzirbel\tZirbel Works\n")
    write(tmp_path, "places.tsv", "")
    assert load_tables(tmp_path).company_by_alias["zirbel works"].id == "zirbel"


def test_the_digest_follows_every_file_and_nothing_else(tmp_path: Path) -> None:
    assert load_tables(tmp_path).digest == load_tables().digest == default_tables().digest
    assert load_tables(write(tmp_path, "common_words.txt", "zirbel\n")).digest != default_tables().digest


def test_the_digest_follows_the_tables_that_nobody_else_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(Path(loader.__file__).parent, tmp_path / "tables")
    monkeypatch.setattr(loader, "FOLDER", tmp_path / "tables")
    seen = {load_tables().digest}
    fixed = ("units.tsv", "currencies.tsv", "organisations.txt", "people.txt", "page_lines.txt", "languages/de.tsv")
    for name in fixed:
        with (tmp_path / "tables" / name).open("a", encoding="utf-8") as file:
            file.write("# another line\n")
        seen.add(load_tables().digest)
    assert len(seen) == 1 + len(fixed)


def test_a_name_that_is_ambiguous_is_not_sure() -> None:
    tables = Tables([Company("tarn", "Tarn", ("Tarn Works",), ("Tarn",), "AT", "retail")])
    assert set(tables.company_by_alias) == {"tarn works"}
    assert set(tables.company_by_ambiguous_alias) == {"tarn"}
    assert tables.without_companies().companies == ()


def test_of_publishers_the_sure_form_wins() -> None:
    sure = Publisher("herald", "The Herald of Tarn", ("Herald",), (), "newspaper", "AT")
    unsure = Publisher("other", "Herald", (), (), "newspaper", "DE", ("Herald",))
    for rows in ([sure, unsure], [unsure, sure]):
        assert Tables(publishers=rows).publisher_by_alias["herald"] is sure


def test_words_come_from_all_texts_without_comments() -> None:
    tables = Tables(words={"surnames": ["# Heading\nTarn zirbel", "-tarn berg"]})
    assert tables.surnames == {"zirbel", "berg"}
    assert tables.given_names == frozenset()


def test_a_start_loads_nothing_heavy() -> None:
    heavy = "{'babel', 'lxml', 'trafilatura', 'nupunkt', 'numpy', 'whoosh', 'textual'}"
    code = f"import sys; from briefs.tables import default_tables; default_tables(); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
