"""Names of files hold on every file system, whatever a title says."""

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.errors import UsageError
from briefs.export.names import FIELDS, Template, safe_name
from tests.briefs.export.samples import brief


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Profit up 4%: what now?", "2025-03-01-profit-up-4-what-now"),
        ("../../etc/passwd", "2025-03-01-etc-passwd"),
        ("딥시크, 인재 찾는다", "2025-03-01-딥시크-인재-찾는다"),
        ("w" * 500, "2025-03-01-" + "w" * 60),
        ("...", "2025-03-01-00c0ffee"),
    ],
)
def test_names_as_they_are_by_default(title: str, name: str) -> None:
    assert Template().name(brief(title=title, published="2025-03-01T10:00")) == name


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{title}", "Brandt Steel hires"),
        ("{publisher}_{date}_{id}", "the-graz-ledger_2025-03-01_00c0ffee"),
        ("News of {date}, {company} ({language})", "News of 2025-03-01, brandt-steel (en)"),
        ("{country}-{slug}", "brandt-steel-hires"),
        ("{slug} ({country})", "brandt-steel-hires"),
        ("({country}) {slug}", "brandt-steel-hires"),
        ("{date}-{country}-report", "2025-03-01-report"),
        ("{country}", "00c0ffee"),
        ("..{date}", "2025-03-01"),
        ("-rf {id}", "rf 00c0ffee"),
        ("con.{id}", "_con.00c0ffee"),
        ("a:b*c?{id}", "a b c 00c0ffee"),
    ],
)
def test_what_a_template_makes_of_a_brief(template: str, name: str) -> None:
    assert Template(template).name(brief()) == name


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{dat}-{slug}", r"unknown \{dat\}; did you mean \{date\}\?"),
        ("{0.__class__}", r"it can have \{date\}, \{slug\}"),
        ("{}", "unknown"),
        ("{date", "brace"),
        ("{{date}}", "brace"),
        ("../{date}", "is a path"),
        ("a\\{date}", "is a path"),
        ("  ", "empty"),
    ],
)
def test_a_template_that_cannot_be_used_says_why(template: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Template(template)


@given(st.text(), st.sampled_from([*FIELDS, "title}{title"]))
def test_no_name_leaves_its_folder(text: str, field: str) -> None:
    name = Template(f"{{{field}}}").name(brief(title=text, publisher=text, language=text))
    assert 0 < len(name.encode()) <= 143 - len("-00c0ffee00c0ffee.json")
    assert not set(name) & set('/\\<>:"|?*')
    assert not {unicodedata.category(c) for c in name if c not in "\u200c\u200d"} & {"Cc", "Cs", "Zl", "Zp"}
    assert name[0] not in "-. ~"
    assert name[-1] not in ". "


@pytest.mark.parametrize("text", ["CON", "nul.txt", "com1", "LPT9.a.b", "aux ", "conout$"])
def test_devices_of_windows_are_no_files(text: str) -> None:
    assert safe_name(text) == f"_{text.strip()}"
    assert safe_name("console") == "console"


def test_names_that_some_file_system_takes_for_one_are_told_apart() -> None:
    titles = ["Straße", "STRASSE", "strasse", "strasse"]
    ids = ["1" * 16, "2" * 16, "22222222" + "3" * 8, "22222222" + "4" * 8]
    briefs = [brief(title=title, id=one) for title, one in zip(titles, ids, strict=True)]
    assert list(Template("{title}").names(briefs)) == [
        "Straße",
        "STRASSE-22222222",
        "strasse-2222222233333333",
        "strasse-2222222244444444",
    ]
    same = [msgspec.structs.replace(briefs[0]) for _ in range(5)]
    assert len(set(Template("{title}").names(same))) == 5
