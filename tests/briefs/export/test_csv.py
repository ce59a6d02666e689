"""The table of figures reads back in every program, and no program computes what an article says."""

import csv
import io

import msgspec
import pytest

from briefs.export import export_text
from tests.briefs.export.samples import HOSTILE, brief, hostile_brief


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_for_each_key_figure() -> None:
    text = export_text([brief(), brief(key_figures=())], "csv")
    assert text.count("\r\n") == text.count("\n") == 2
    (row,) = rows_of(text)
    assert row == {
        "id": "00c0ffee00c0ffee",
        "title": 'Brandt Steel: "hires"',
        "date": "2025-03-01",
        "publisher": "The Graz Ledger",
        "figure": "up to 120 jobs",
        "value": "120",
        "low": "",
        "high": "",
        "unit": "jobs",
        "qualifier": "up to",
        "rate": "",
        "direction": "",
        "period": "",
        "measures": "jobs",
        "sentence": "Brandt Steel will add 120 jobs in Graz.",
        "place": "¶2",
        "source": "Kolb",
        "address": "https://ledger.example/brandt",
        "unsure": "",
    }


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (6.5e9, ("6500000000", "", "")),
        (-4.2, ("-4.2", "", "")),
        (0.1 + 0.2, ("0.30000000000000004", "", "")),
        ((8.0, 20.5), ("", "8", "20.5")),
    ],
)
def test_numbers_are_numbers(value: float | tuple[float, float], written: tuple[str, str, str]) -> None:
    figure = msgspec.structs.replace(brief().key_figures[0], value=value)
    (row,) = rows_of(export_text([brief(key_figures=(figure,))], "csv"))
    assert (row["value"], row["low"], row["high"]) == written


@pytest.mark.parametrize("text", ["=1+1", "+4%", "-4%", "@sum(a1)", " =cmd|'/c calc'!a1", "＝1", "\t=1", "\r\n=1"])
def test_a_spreadsheet_computes_no_text(text: str) -> None:
    figure = msgspec.structs.replace(brief().key_figures[0], text=text, qualifier=None, sentence=text, measures=text)
    (row,) = rows_of(export_text([brief(title=text, publisher=text, key_figures=(figure,))], "csv"))
    for column in ("title", "publisher", "figure", "sentence", "measures"):
        assert row[column] == f"'{text.strip()}"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    rows = rows_of(export_text([hostile_brief(text), brief()], "csv"))
    assert [len(row) for row in rows] == [19, 19]
    assert rows[1]["value"] == "120"
    assert None not in rows[0]
