"""`ITID_HOSTS`: the app answers to these names only, and the first is the address that others are given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.audit import faults_of, parsed
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
@pytest.mark.parametrize("address", ["/", "/sv/", "/sv/koll", "/nowhere", "/static/style.css", "/halsa"])
def test_any_other_is_refused_and_never_repeated(named: Flask, host: str, address: str) -> None:
    answer = named.test_client().get(address, base_url=f"https://{host}")
    assert answer.status_code == 400
    assert "evil" not in answer.text and "evil" not in str(answer.headers)
    assert answer.headers["Content-Security-Policy"]
    assert "Adressen är fel" in answer.text and "112" in answer.text and answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("host", ["evil.example", f"www.{PUBLIC}", "localhost.evil.example", "127.0.0.1.evil.example"])
@pytest.mark.parametrize("address", ["/halsa/live", "/halsa/redo"])
def test_a_foreign_name_may_not_ask_how_it_is(named: Flask, host: str, address: str) -> None:
    assert named.test_client().get(address, base_url=f"https://{host}").status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000", "[::1]"])
def test_the_watch_on_this_machine_may_ask_how_it_is_and_nothing_else(named: Flask, host: str) -> None:
    client = named.test_client()
    assert client.get("/halsa/live", base_url=f"http://{host}").status_code == 200
    assert client.get("/sv/", base_url=f"http://{host}").status_code == 400


@pytest.mark.parametrize("code", ["sv", "en"])
def test_the_page_of_a_foreign_name_is_a_whole_page_in_the_readers_language(named: Flask, code: str) -> None:
    answer = named.test_client().get("/", base_url="https://evil.example", headers={"Accept-Language": code})
    tree, faults = parsed(answer.text)
    assert not faults and answer.mimetype == "text/html"
    assert not list(faults_of(tree, code, "ltr"))
    own = [link.get("href", "") for link in tree.iter("a")]
    assert own and all(one.startswith("tel:") for one in own), "no link leads to a name that was claimed"


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
