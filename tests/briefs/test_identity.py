from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.identity import address_key, canonical_address, fingerprint, identifier_of
from briefs.model import Original
from tests.growth import is_linear


@given(st.binary(), st.integers(0, 50))
def test_an_identifier_depends_on_bytes_and_part_alone(data: bytes, part: int) -> None:
    one = identifier_of(Original(data, "text/plain", "here", "2025-01-01T00:00:00Z"), part)
    assert one == identifier_of(Original(data, "text/html"), part)
    assert len(one) == 16
    assert set(one) <= set("0123456789abcdef")
    assert one != identifier_of(Original(data, "text/plain"), part + 1)
    assert one != identifier_of(Original(data + b"x", "text/plain"), part)
    assert one != identifier_of(Original(data, "text/plain"), part, 1)


def test_an_identifier_never_changes_with_the_program() -> None:
    """What libraries hold under it would be lost otherwise."""
    assert identifier_of(Original(b"abc", "text/plain")) == hashlib.sha256(b"abc\x000\x000").hexdigest()[:16]


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/world/port-strike?id=7",
        "https://www.news.example/world/port-strike/?id=7",
        "HTTPS://WWW.News.Example:443/world/port-strike?id=7#comments",
        "https://news.example./world/port-strike?utm_source=mail&id=7&utm_medium=x&fbclid=A_b",
        "https://reader:secret@news.example/world/./port-strike?id=7",
        "https://news.example/sport/../world//port-strike?id=7",
        "https://news.example/world/p%6Frt-strike?id=7&gclid=&ref_src=twsrc",
        " https://news.example/world/port-strike?id=7\n",
    ],
)
def test_all_ways_to_a_page_are_one_address(other: str) -> None:
    assert canonical_address(other) == "https://news.example/world/port-strike?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/world/port-strike?id=8",
        "https://news.example/world/port-strike",
        "https://news.example/World/port-strike?id=7",
        "https://news.example:8080/world/port-strike?id=7",
        "https://sport.news.example/world/port-strike?id=7",
        "https://news.example/world/port-strike?id=7&page=2",
    ],
)
def test_other_pages_are_other_addresses(other: str) -> None:
    assert canonical_address(other) != "https://news.example/world/port-strike?id=7"


def test_the_order_of_parameters_and_the_script_of_a_host_are_one() -> None:
    assert canonical_address("https://a.example/x?b=2&a=1") == canonical_address("https://a.example/x?a=1&b=2")
    assert canonical_address("https://bücher.example/ä") == "https://xn--bcher-kva.example/%C3%A4"
    assert canonical_address("https://a.example/#!/story/7") == "https://a.example#!/story/7"


@pytest.mark.parametrize(
    "other", ["", "news.example/x", "/home/me/a.txt", "ftp://a.example/x", "https://", "http://[x"]
)
def test_what_is_no_web_address_is_none(other: str) -> None:
    assert canonical_address(other) == ""
    assert address_key(other) is None


def test_a_front_page_is_no_address_of_an_article() -> None:
    assert address_key("https://news.example/") is None
    assert address_key("https://news.example/?utm_source=x#top") is None
    assert address_key(None) is None
    assert address_key("https://news.example/?p=11") == "https://news.example?p=11"
    assert address_key("https://news.example/a") == "https://news.example/a"


addresses = (
    st.text(alphabet="abw./#!?&=%4é:@[] 。", max_size=25).map("https://n.example".__add__)
    | st.text(alphabet="abw.é。", max_size=25).map("https://".__add__)
    | st.text(max_size=40).map("https://news.example/".__add__)
    | st.text(max_size=60)
)


@given(addresses)
def test_a_canonical_address_is_its_own(url: str) -> None:
    address = canonical_address(url)
    assert canonical_address(address) == address
    assert address == "" or address.startswith("https://")
    assert address.isascii() or not address.partition("://")[2].partition("/")[0].isascii()


@given(st.text(max_size=200))
def test_a_fingerprint_is_deaf_to_case_space_and_punctuation(text: str) -> None:
    heard = fingerprint(text + " a1")
    assert fingerprint(f"  {text}\n\n a1...") == heard
    assert fingerprint("« " + text + " » a1") == heard
    assert fingerprint(text + " a2") != heard
    assert len(heard) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prices rose 5%.", "Prices rose 5."),
        ("It costs $5", "It costs €5"),
        ("काम", "कम"),
        ("...", "!!!"),
        ("上海", "上每"),
    ],
)
def test_what_means_something_else_sounds_otherwise(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    "identify",
    [
        lambda count: fingerprint("Zwölf Boxkämpfer. " * count),
        lambda count: canonical_address("https://a.example/" + "../x/%41" * count + "?" + "a=b&" * count),
        lambda count: canonical_address("https://a.example/" + "x/" * count + "../" * count),
        lambda count: canonical_address("https://" + "ä." * count),
    ],
    ids=["text", "escapes", "folders", "host"],
)
def test_large_input_takes_no_more_than_its_share(identify: Callable[[int], object]) -> None:
    assert is_linear(lambda count: lambda: identify(count), 5_000)
