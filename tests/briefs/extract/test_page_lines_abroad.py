"""What sites in other languages print around their stories: notices, boxes, bylines."""

from __future__ import annotations

import pytest

from briefs.extract.page.bylines import names_in
from briefs.extract.page.furniture import is_barrier, role_of
from briefs.extract.page.phrases_abroad import role_abroad
from briefs.tables import default_tables


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Læs også: Færgen sejler igen", "related"),
        ("Читайте також:", "related"),
        ("延伸閱讀", "related"),
        ("Ta strona używa plików cookies.", "legal"),
        ("RIPRODUZIONE RISERVATA", "legal"),
        ("Recibe en tu correo las noticias más destacadas", "newsletter"),
        ("Startseite | Wirtschaft | Unternehmen", "navigation"),
        ("首页 > 财经 > 正文", "navigation"),
        ("Chia sẻ bài viết", "share"),
        ("Cet article vous a plu ? Abonnez-vous à notre lettre.", "newsletter"),
        ("この記事は有料記事です。残り300文字", "newsletter"),
        ("声明：本网转载内容仅供参考。", "legal"),
        ("Giriş Tarihi: 09.03.2021 - 08:30", "date"),
    ],
)
def test_furniture(text: str, role: str) -> None:
    assert role_of(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Relacionadas com o clima, as perdas dobraram em um ano.",
        "Compartir piso cuesta un 12 % más que hace un año, según el informe.",
        "Inicio de las obras en el puerto",
        "Popular demand for the ferry grew",
        "The reader may share more than one story of the port.",
    ],
)
def test_what_is_the_story(text: str) -> None:
    assert role_abroad(text) is None


def test_a_head_of_related_stories_ends_the_story() -> None:
    assert is_barrier("İlgili Haberler")
    assert is_barrier("Lue myös")
    assert not is_barrier("Lue myös: Näin hinta kehittyy")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par Soizic Kermarrec avec AFP", "Soizic Kermarrec"),
        ("Haber: Selin Aktürk", "Selin Aktürk"),
        ("Teksti: Antti Huovinen", "Antti Huovinen"),
        ("بقلم: ليلى الحسيني", "ليلى الحسيني"),
        ("מאת: נועה ברקוביץ", "נועה ברקוביץ"),
        ("लेखक: अनामिका जोशी", "अनामिका जोशी"),
        ("โดย สุภาวดี แก้วมณี", "สุภาวดี แก้วมณี"),
        ("Της Ελένης Καραγιάννη", "Ελένης Καραγιάννη"),
        ("【福岡=高木 美咲】", "高木 美咲"),
    ],
)
def test_bylines(line: str, name: str) -> None:
    assert role_of(line) == "byline"
    assert [found for found, _, _ in names_in(line, set(), default_tables())] == [name]
