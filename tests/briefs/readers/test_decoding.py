from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.errors import SourceError
from briefs.readers import media_type_of
from briefs.readers.decoding import binary_kind, decode, mended

TEXT = "Fähren kosten 12 € – “zu viel”, sagt die Hafenbehörde."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode("The harbour is closed.".encode(encoding)) == "The harbour is closed."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("shift_jis", "港は金曜日に閉鎖されたと当局が発表しました。"),
        ("euc-kr", "항만 당국은 금요일에 항구를 폐쇄했다고 밝혔다."),
        ("gb18030", "港务局周五表示，港口已经关闭。"),
        ("cp1251", "Порт закрыт с пятницы, сообщили власти города."),
    ],
)
def test_old_encodings_of_other_scripts_are_recognised(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


OLD = {
    "koi8-r cp866 iso8859-5": "Порт закрыт с пятницы, сообщили власти города. Паромы ходят из соседней гавани.",
    "cp1253 iso8859-7": "Το λιμάνι έκλεισε την Παρασκευή, είπαν οι αρχές της πόλης.",
    "cp1255": "הנמל נסגר ביום שישי, אמרו הרשויות בעיר.",
    "cp1256": "أغلق الميناء يوم الجمعة، كما قالت سلطات المدينة.",
    "cp874": "ท่าเรือปิดตั้งแต่วันศุกร์ เจ้าหน้าที่ของเมืองกล่าว",
    "euc_jp": "港は金曜日に閉鎖されたと、市の当局が発表しました。",
    "iso2022_jp": "港は金曜日に閉鎖されたと、市の当局が発表しました。",
    "big5": "港務局週五表示，港口已經關閉，船隻在鄰近的港口停靠。",
    "cp1250 iso8859-2": "Przewoźnik złomuje połowę promów, a związki są temu przeciwne.",
    "cp1254": "Şirket feribotların yarısını hurdaya çıkaracağını açıkladı, işçiler karşı çıktı.",
}


@pytest.mark.parametrize(("encoding", "text"), [(e, text) for names, text in OLD.items() for e in names.split()])
@pytest.mark.parametrize("declared", ["", "<meta charset='iso-8859-1'>", "<meta charset=utf-8>"])
def test_what_a_page_is_in_is_told_by_its_letters_where_it_declares_none_or_a_default(
    encoding: str, text: str, declared: str
) -> None:
    page = f"<html><head>{declared}</head><body><div class='a'><a href='/b'>ABC</a></div><p>{text}</p></body></html>"
    assert decode(page.encode(encoding), markup=True) == page


@pytest.mark.parametrize("name", ["x-sjis", "shift_jis"])
def test_a_name_means_what_browsers_read_under_it_and_stray_bytes_spoil_nothing(name: str) -> None:
    page = f"<meta charset='{name}'><p>{'港は金曜日に閉鎖された①と発表しました。' * 20}</p>"
    broken = page.encode("cp932").replace(b"<p>", b"<p>\x80\xff", 1)
    assert decode(broken, markup=True).endswith(page[-300:])


def test_a_page_cannot_name_a_codec_that_is_no_encoding() -> None:
    assert "Café" in decode("<meta charset='unicode_escape'><p>Café \\x41</p>".encode("cp1252"), markup=True)


def test_a_page_says_its_encoding_itself() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Przewoźnik złomuje promy.</body></html>'
    assert decode(page.encode("iso-8859-2"), markup=True) == page


def test_text_cut_in_the_middle_of_a_letter_stays_utf_8() -> None:
    assert decode("Die Behörde für Häfen".encode()[:-1] + "ä".encode()[:1]).startswith("Die Behörde für Häfe")


def test_text_decoded_wrongly_once_is_set_right() -> None:
    assert mended("The harbourâ€™s fees are â€œtoo highâ€\x9d.") == "The harbour’s fees are “too high”."
    assert decode("CafÃ© owners in MÃ¼nchen".encode()) == "Café owners in München"


@pytest.mark.parametrize("text", ["Ã is a letter and so is Â.", "SÃO PAULO closes a port.", "Plain text without any."])
def test_letters_that_only_look_wrong_are_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7 rest", b"PK\x03\x04 rest", b"\x89PNG rest", b"text\0with\0zeros and so on", bytes(range(32)) * 20],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    assert binary_kind(data)
    with pytest.raises(SourceError, match="not text"):
        decode(data)
    with pytest.raises(SourceError, match="not text"):
        media_type_of("article.txt", data)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"The harbour is closed.", "text/plain"),
        ("a", b"The harbour is closed.", "text/plain"),
        ("a.md", b"# The harbour", "text/markdown"),
        ("a.htm", b"<p>The harbour", "text/html"),
        ("a.txt", b"  <!DOCTYPE html><html><body>x", "text/html"),
        ("a.txt", codecs.BOM_UTF8 + b"<html><body>x", "text/html"),
        ("folder.md/a.TXT", b"x", "text/plain"),
    ],
)
def test_the_kind_is_told_by_first_bytes_then_suffix(name: str, data: bytes, expected: str) -> None:
    assert media_type_of(name, data) == expected


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(SourceError, match="empty"):
        media_type_of("a.txt", b" \n ")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except SourceError as error:
        assert str(error).endswith(".")
    else:
        assert isinstance(text, str)


KILN = "窯の町の陶器会社が工場を建てる。ガスと電気の炉を二つ置き、地元から三十人を雇う。"  # a few words only


@pytest.mark.parametrize("encoding", ["shift_jis", "euc_jp", "utf-16-le", "utf-16-be"])
def test_a_short_page_is_read_in_its_encoding_whatever_it_declares(encoding: str) -> None:
    page = f"<html><head><meta charset=utf-8><title>炉</title></head><body><p>{KILN}</p></body></html>"
    assert decode(page.encode(encoding), markup=True) == page
