"""A browser is answered in the language it asks for, by whole tags, and is told which one it got."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.visitor import HOME
from web.i18n.languages import Language, Languages
from web.i18n.negotiation import chosen

ALL = ("sv", "en", "fi", "so", "ar", "fa", "prs", "kmr", "ckb", "ti")


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("fa-AF", "prs"),
        ("fa-AF,fa;q=0.9", "prs"),
        ("FA_af", "prs"),
        ("fa", "fa"),
        ("fa-IR", "fa"),
        ("prs-AF", "prs"),
        ("ku", "kmr"),
        ("ku-TR", "kmr"),
        ("ku-Latn-SY", "kmr"),
        ("ku-IQ", "ckb"),
        ("ku-Arab-IQ", "ckb"),
        ("ckb-IQ", "ckb"),
        ("kmr-Latn-TR", "kmr"),
        ("fil-PH", None),
        ("fil-PH,fi;q=0.4", "fi"),
        ("km-KH", None),
        ("sot", None),
        ("tig-ER", None),
        ("so-SO,en;q=0.8", "so"),
        ("de-DE,de;q=0.9,en-US;q=0.8", "en"),
        ("de,en;q=0.2,ar;q=0.7", "ar"),
        ("en;q=0,ar;q=0.1", "ar"),
        ("*", None),
        ("*;q=0.5,ti", "ti"),
        ("", None),
        (None, None),
        ("ar-EG-u-nu-latn", "ar"),
        ("e", None),
        (";;;,,q=1", None),
        ("s" * 5000, None),
    ],
)
def test_a_language_is_chosen_by_the_whole_tag(accepted: str | None, code: str | None) -> None:
    assert chosen(ALL, accepted) == code


@pytest.mark.parametrize("accepted", ["en;q=abc", "en;q=-1", "en;q=9", ",;=", "\x00", "en" * 9999, "-", "_", "ar;q"])
def test_a_header_that_is_none_is_no_fault(accepted: str) -> None:
    assert chosen(ALL, accepted) in (None, *ALL)


@pytest.mark.parametrize(
    ("accepted", "offered", "code"),
    [
        ("fa-AF", ("sv", "fa"), "fa"),
        ("prs", ("sv", "fa"), "fa"),
        ("ku-IQ", ("sv", "kmr"), None),
        ("ku-TR", ("sv", "ckb"), None),
        ("fa", ("sv", "prs"), None),
        ("ckb", ("sv", "kmr", "fa", "ar"), None),
    ],
)
def test_a_neighbour_stands_in_only_where_it_is_read(accepted: str, offered: tuple[str, ...], code: str | None) -> None:
    assert chosen(offered, accepted) == code


def test_the_front_door_follows_it() -> None:
    languages = Languages([Language(code, code, code) for code in ALL])
    assert languages.best("ku-TR,en;q=0.5").code == "kmr"
    assert languages.best("tlh").code == "sv" and languages.best(None).code == "sv"


def test_each_page_says_its_language_in_its_headers(app: Flask) -> None:
    client = app.test_client()
    for code in ("sv", "en", "xr"):
        assert client.get(f"/{code}/kontakter", base_url=HOME).headers["Content-Language"] == code
        assert client.get(f"/{code}/nowhere", base_url=HOME).headers["Content-Language"] == code
    for path in ("/static/style.css", "/robots.txt", "/halsa/live", "/"):
        with client.get(path, base_url=HOME) as answer:
            assert "Content-Language" not in answer.headers, path


@pytest.mark.parametrize("path", ["/", "/nowhere/", "/zz/kontakter"])
def test_what_a_browser_was_asked_for_is_said_to_caches(app: Flask, path: str) -> None:
    answer = app.test_client().get(path, base_url=HOME, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert "Accept-Language" in answer.headers["Vary"]
    assert answer.headers.get("Content-Language", "en") == "en" and answer.headers.get("Location", "/en/") == "/en/"


def test_a_page_with_its_language_in_the_address_does_not_depend_on_the_browser(app: Flask) -> None:
    answer = app.test_client().get("/sv/kontakter", base_url=HOME, headers={"Accept-Language": "en"})
    assert "Accept-Language" not in answer.headers.get("Vary", "") and answer.headers["Content-Language"] == "sv"
