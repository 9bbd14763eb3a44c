"""`ITID_HOSTS`: the app answers to these names only, and the first is the address that others are given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.conftest import Visit, make_app, settings_of
from tests.visitor import paper_text

PUBLIC, OTHER = "itid.example.se", "itid.internal"


@pytest.fixture(scope="module")
def named() -> Iterator[Flask]:
    made = make_app(settings_of(hosts=(PUBLIC, OTHER)))
    yield made
    made.extensions["itid_renderers"].close()


@pytest.mark.parametrize("host", [PUBLIC, OTHER, f"{PUBLIC}:8443", PUBLIC.upper()])
@pytest.mark.parametrize("address", ["/sv/", "/halsa/live"])
def test_a_name_of_the_app_is_answered(named: Flask, host: str, address: str) -> None:
    assert named.test_client().get(address, base_url=f"https://{host}").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", f"{PUBLIC}.evil.example", f"www.{PUBLIC}", "localhost", "127.0.0.1:8000", f"{PUBLIC}."]
)
@pytest.mark.parametrize("address", ["/", "/sv/", "/sv/koll", "/nowhere", "/halsa/live", "/static/style.css"])
def test_any_other_is_refused_and_never_repeated(named: Flask, host: str, address: str) -> None:
    answer = named.test_client().get(address, base_url=f"https://{host}")
    assert answer.status_code == 400
    assert "evil" not in answer.text and "evil" not in str(answer.headers)
    assert answer.headers["Content-Security-Policy"]


def test_a_form_that_is_sent_to_another_name_is_refused(named: Flask) -> None:
    assert named.test_client().post("/sv/rensa", base_url="https://evil.example").status_code == 400


@pytest.mark.sampled(2)
@pytest.mark.parametrize("host", [PUBLIC, OTHER])
def test_whole_addresses_are_the_public_one(named: Flask, host: str) -> None:
    client = named.test_client()
    poster = client.get("/sv/papper/affisch.pdf", base_url=f"https://{host}")
    assert PUBLIC in paper_text(poster.data) and OTHER not in paper_text(poster.data)
    moved = client.get("/sv/brev", base_url=f"https://{host}")
    assert moved.status_code == 308 and moved.location == f"https://{PUBLIC}/sv/brev/"


def test_without_the_setting_any_name_is_answered(app: Flask, visit: Visit) -> None:
    assert app.test_client().get("/sv/", base_url="https://whatever.example").status_code == 200


def test_the_command_line_knows_the_public_address(named: Flask) -> None:
    with named.app_context():
        assert named.url_for("start.start", lang="sv", _external=True) == f"https://{PUBLIC}/sv/"
        told = named.test_cli_runner().invoke(args=["content-check"])
    assert told.exit_code == 0
