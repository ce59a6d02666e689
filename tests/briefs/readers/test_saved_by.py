"""Pages as programs save them: notes and wrappers, files with all parts in one, stories that only scripts hold."""

from __future__ import annotations

import base64
import json
import plistlib
import quopri

import pytest

from briefs.convert import convert
from briefs.errors import SourceError
from briefs.model import Brief, Original
from briefs.readers import media_type_of, read, written
from briefs.readers.saved import unwrapped

TITLE = "Cable car opens above the old town"
ADDRESS = "https://www.hillsidepost.example/2023/05/06/cable-car"
STORY = [
    "A cable car opened in Monteval on Saturday, the first to be built in the province for thirty years.",
    "It carries 1,200 people an hour from the railway station to the castle, and a ride costs 3 euros.",
    "Mayor Livia Conti said that the car would take two thousand journeys a day off the only road.",
    "Shopkeepers along that road had gone to court against it, and lost in the last instance in March.",
    "The works cost 41 million euros, of which the region paid two thirds and the town the rest of it.",
]
TOLD = "".join(f"<p>{text}</p>" for text in STORY)
PAGE = f"<html lang='en'><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>{TOLD}</div></body></html>"


def brief(data: str | bytes, name: str = "page.html") -> Brief:
    data = data.encode() if isinstance(data, str) else data
    (article,) = read(Original(data, media_type_of(name, data), f"/home/reader/{name}"))
    return convert(article, "0" * 16)


@pytest.mark.parametrize(
    "page",
    [
        f"<!-- saved from url=(0053){ADDRESS} -->\n{PAGE}",
        PAGE.replace("<head>", f"<!--\n Page saved with SingleFile \n url: {ADDRESS} \n saved date: today\n--><head>"),
        PAGE.replace("<head>", f"<head><meta name=savepage-url content={ADDRESS}>"),
        PAGE.replace(
            "<head>", f"<head><link rel='canonical' href='https://web.archive.org/web/20230601120000/{ADDRESS}'>"
        ),
        PAGE.replace("<head>", f"<head><script>__wm.wombat('{ADDRESS}', '20230601120000');</script>"),
        PAGE.replace("<h1>", f"<a class='domain reader-domain' href='{ADDRESS}'>hillsidepost.example</a><h1>"),
    ],
)
def test_the_address_is_the_one_that_was_saved(page: str) -> None:
    found = brief(page)
    assert (found.address, found.published) == (ADDRESS, "2023-05-06")


@pytest.mark.parametrize(
    "copy",
    [
        f"https://web.archive.org/web/20230601120000id_/{ADDRESS}",
        f"http://archive.today/20230601120000/{ADDRESS}",
        "https://www-hillsidepost-example.cdn.ampproject.org/c/s/www.hillsidepost.example/2023/05/06/cable-car",
        "https://www.google.com/amp/s/www.hillsidepost.example/2023/05/06/cable-car",
        "https://www-hillsidepost-example.translate.goog/2023/05/06/cable-car?_x_tr_sl=auto",
        ADDRESS,
    ],
)
def test_copies_lead_back_to_the_page(copy: str) -> None:
    assert unwrapped(copy) == ADDRESS


def mhtml(body: bytes, encoding: str, content_type: str = "text/html") -> bytes:
    head = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {ADDRESS}\r\nSubject: Cable car\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_x"\r\n\r\n\r\n'
        f"----=_x\r\nContent-Type: image/png\r\n\r\nno page\r\n----=_x\r\nContent-Type: {content_type}\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n----=_x\r\nContent-Type: text/html\r\n\r\n<p>an advert</p>\r\n----=_x--\r\n"


ACCENTED = PAGE.replace("Monteval", "Montéval")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.mhtml", mhtml(quopri.encodestring(ACCENTED.encode()), "quoted-printable")),
        (
            "page.mht",
            mhtml(base64.encodebytes(ACCENTED.encode("cp1252")), "base64", 'text/html; charset="iso-8859-15"'),
        ),
        ("page", mhtml(ACCENTED.encode(), "8bit")),
        (
            "page.webarchive",
            plistlib.dumps(
                {"WebMainResource": {"WebResourceData": ACCENTED.encode(), "WebResourceURL": ADDRESS}},
                fmt=plistlib.FMT_BINARY,
            ),
        ),
    ],
)
def test_files_with_all_parts_of_a_page_give_the_page(name: str, data: bytes) -> None:
    assert written(Original(data, media_type_of(name, data))).strip() == ACCENTED.strip()
    found = brief(data, name)
    assert (found.title, found.address) == (TITLE, ADDRESS)
    assert found.body.split("\n\n") == [text.replace("Monteval", "Montéval") for text in STORY]


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nnothing",
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n\r\n\r\n--b--',
        mhtml(b"a", "base64"),
        b"bplist00WebMainResource" + bytes(40),
        plistlib.dumps({"WebMainResource": ["no page"]}, fmt=plistlib.FMT_BINARY),
    ],
)
def test_files_without_a_page_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="There is no page in it"):
        brief(data, "page.mhtml")


DATA = {
    "page": {
        "story": {
            "headline": TITLE,
            "publishedAt": "2023-05-06T09:00:00Z",
            "authors": [{"name": "Dario Prandi"}],
            "body": [{"type": "paragraph", "text": text} for text in STORY],
        },
        "related": [{"headline": "Other news", "body": [{"text": "Something else happened in another town. " * 30}]}],
        "cookies": ["We and our partners use cookies, and you may refuse them at any time that you like to. " * 20],
    }
}


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(DATA)}</script>",
        f"<script>window.__STATE__ = {json.dumps(DATA)}; start();</script>",
        f"<script>window.__STATE__ = JSON.parse({json.dumps(json.dumps(DATA))});</script>",
        "<script type='application/ld+json'>"
        + json.dumps(
            {
                "@type": "NewsArticle",
                "headline": TITLE,
                "datePublished": "2023-05-06",
                "author": "Dario Prandi",
                "articleBody": TOLD,
            }
        )
        + "</script>",
    ],
)
def test_a_story_that_only_the_data_hold_is_read_from_them(script: str) -> None:
    found = brief(f"<html><head><title>{TITLE}</title></head><body><div id='root'></div>{script}</body></html>")
    assert found.body.split("\n\n") == STORY
    assert (found.title, (found.published or "")[:10]) == (TITLE, "2023-05-06")
    assert [author.name for author in found.authors] == ["Dario Prandi"]


def test_a_story_that_is_hidden_until_its_script_has_run_is_read() -> None:
    hidden = PAGE.replace("<div>", "<div style='display: none'>")
    shadowed = PAGE.replace("<div>", "<x-story><template shadowrootmode='open'>").replace(
        "</div>", "</template></x-story>"
    )
    assert brief(hidden).body == brief(shadowed).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "page",
    [
        "<html><frameset cols='1,4'><frame src='a.html'><frame src='b.html'></frameset></html>",
        f"<html><head><title>{TITLE}</title></head><body><iframe src='story.html'></iframe></body></html>",
    ],
)
def test_a_page_of_frames_says_so(page: str) -> None:
    with pytest.raises(SourceError, match="in a frame"):
        brief(page)
