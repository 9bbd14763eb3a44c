"""What a cache may keep for a year: a file of `static/` under the address of its present content, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.visitor import HOME, Visitor
from web.assets import Assets

NEVER, EVER = "no-store", "public, max-age=31536000, immutable"


@pytest.fixture
def style(visitor: Visitor) -> str:
    page = visitor.start()
    return next(link.get("href", "") for link in page.tree.iter("link") if link.get("rel") == "stylesheet")


def kept(visitor: Visitor, address: str, **more: str) -> tuple[int, str]:
    answer = visitor.client.get(address, base_url=HOME, headers=more)
    answer.close()
    return answer.status_code, answer.headers["Cache-Control"]


def test_a_file_under_its_own_address_is_kept(visitor: Visitor, style: str) -> None:
    assert kept(visitor, style) == (200, EVER)
    assert kept(visitor, style, Range="bytes=0-9") == (206, EVER)
    answer = visitor.client.get(style, base_url=HOME)
    answer.close()
    tag = answer.headers["ETag"]
    assert kept(visitor, style, **{"If-None-Match": tag}) == (304, EVER)


@pytest.mark.parametrize("version", ["1", "", "0" * 12, "../style.css"])
def test_another_version_is_never_kept(visitor: Visitor, style: str, version: str) -> None:
    assert kept(visitor, f"{style.partition('?')[0]}?v={version}") == (200, NEVER)
    assert kept(visitor, style.partition("?")[0]) == (200, NEVER)


@pytest.mark.parametrize("name", ["nope.css", "js/nope.js", "nope/style.css", "fonts", "", "..%2fapp.py"])
def test_what_is_not_there_is_never_kept(visitor: Visitor, style: str, name: str) -> None:
    version = style.partition("?v=")[2]
    for v in ("1", version):
        assert kept(visitor, f"/static/{name}?v={v}") == (404, NEVER)


def test_a_refused_part_is_never_kept(visitor: Visitor, style: str) -> None:
    assert kept(visitor, style, Range="bytes=9999999-") == (416, NEVER)


def test_a_file_that_an_update_changes_is_not_kept_under_its_old_address(app: Flask, tmp_path: Path) -> None:
    """The old process still runs while the new files are laid out."""
    file, assets = tmp_path / "wall.js", Assets(tmp_path)
    file.write_text("old", "utf-8")
    with app.test_request_context():
        old = assets("wall.js").partition("?v=")[2]
    assert assets.is_now("wall.js", old)

    file.write_text("newer", "utf-8")

    assert not assets.is_now("wall.js", old)
