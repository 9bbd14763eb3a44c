"""What somebody who runs the app sets, and what tells them that something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Visit, make_app, settings_of
from tests.visitor import HOME
from tests.web.classroom.lesson import Lesson, form_to
from web.settings import Settings, SettingsError

LONG = "an-old-key-of-the-tests-and-long-enough"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "http://www.smhi.se/", "//www.smhi.se/", "www.smhi.se", "https://", "https:///path",
        "https://a b/", "https://smhi.se/\r\nSet-Cookie: a=b", "data:text/html,x", "HTTPS:x", "https://user@evil.example/",
    ],
)  # fmt: skip
def test_leaving_leads_to_an_encrypted_page_only(address: str) -> None:
    with pytest.raises(SettingsError, match="ITID_EXIT_URL"):
        Settings.from_environment({"ITID_EXIT_URL": address})


@pytest.mark.parametrize("address", ["https://www.smhi.se/", "https://smhi.se", "https://smhi.se:8443/a?b=c#d"])
def test_an_encrypted_page_is_taken(address: str) -> None:
    assert Settings.from_environment({"ITID_EXIT_URL": address}).exit_url == address


@pytest.mark.parametrize("keys", ["x", f"{LONG} short", f"{LONG} {'y' * 31}"])
def test_an_old_key_that_is_short_stops_the_start(keys: str) -> None:
    with pytest.raises(SettingsError, match="SECRET_KEY_FALLBACKS") as error:
        Settings.from_environment({"SECRET_KEY_FALLBACKS": keys})
    assert not [key for key in keys.split() if key in str(error.value)], "a key is not for the log"


def test_old_keys_that_are_long_are_taken() -> None:
    assert Settings.from_environment({"SECRET_KEY_FALLBACKS": f"{LONG} {'y' * 32}"}).secret_key_fallbacks == (
        LONG,
        "y" * 32,
    )


@pytest.mark.parametrize(
    "where",
    [
        "sqlite:///{folder}/nowhere/class.sqlite3",
        "sqlite:///{folder}/not_a_folder/class.sqlite3",
        "sqlite:///{folder}/no_database",
        "postgresql+psycopg://itid:a-password@127.0.0.1:9/itid",
    ],
)
def test_purge_that_cannot_reach_its_database_says_so(tmp_path: Path, where: str) -> None:
    (tmp_path / "not_a_folder").touch()
    (tmp_path / "no_database").write_text("not a database, and longer than a header of one " * 40, "utf-8")
    app = make_app(settings_of(database_url=where.format(folder=tmp_path)))

    told = app.test_cli_runner().invoke(args=["purge"])

    assert told.exit_code == 1
    assert "DATABASE_URL" in told.output and "erased" not in told.output
    assert "a-password" not in told.output


def test_purge_that_reaches_it_exits_well(lesson: Lesson) -> None:
    told = lesson.app.test_cli_runner().invoke(args=["purge"])
    assert (told.exit_code, told.output) == (0, "erased: 0\n")


@pytest.mark.slow
def test_head_answers_as_get_everywhere(app: Flask, lesson: Lesson) -> None:
    """Monitors, link checkers and chat programs ask with HEAD first."""
    pupil, tried = lesson.pupil(), []
    for rule in lesson.app.url_map.iter_rules():
        if (
            "GET" not in (rule.methods or ())
            or (rule.arguments - {"lang", "name", "when", "number"})
            or "lamna" in rule.rule
        ):
            continue
        values = {"lang": "sv", "name": "samira", "when": "fore", "number": 1}
        address = rule.build({name: values[name] for name in rule.arguments})[1]  # type: ignore[index]
        if address.endswith(".pdf"):
            continue
        got, head = (pupil.client.open(address, base_url=HOME, method=one) for one in ("GET", "HEAD"))
        tried.append(address)
        assert (head.status_code, head.location) == (got.status_code, got.location), address
        assert head.data == b""
    assert {"/sv/klass/", "/sv/med", "/sv/oppna", "/sv/klass/quiz/fore/"} <= set(tried)


def test_a_kiosk_is_not_ended_without_a_token(visit: Visit) -> None:
    staff = visit()
    staff.open("/sv/kiosk")
    staff.press(form_to(staff, "/kiosk/personal"), place="other", printer="yes")

    for sent in ({"end": "1"}, {"end": "1", "csrf_token": "of another page"}):
        answer = staff.client.post("/sv/kiosk/personal", data=sent, base_url=HOME)
        assert answer.status_code == 422
        assert staff.client.get_cookie("__Host-itid-kiosk", domain="localhost")

    staff.open("/sv/kiosk/personal")
    staff.press(form_to(staff, "/kiosk/personal"), button="end")
    assert not staff.client.get_cookie("__Host-itid-kiosk", domain="localhost")


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("ITID_PROXIES", "6", "a whole number from 0 to 5, not '6'"),
        ("ITID_RENDERERS", "0", "a whole number from 1 to 16, not '0'"),
        ("ITID_IDLE_MINUTES", "long", "a whole number from 3 to 240, not 'long'"),
        ("ITID_MUNICIPALITIES", "nowhere/at/all", "there is no folder nowhere/at/all"),
        ("DATABASE_URL", "mysql://itid:a-password@host/itid", "must begin with one of sqlite, postgresql"),
        ("ITID_CLASS_SOURCES", "0", "a whole number from 1 to 100, not '0'"),
        ("ITID_HOSTS", "https://itid.example.se/", "names of hosts such as itid.example.se"),
        ("ITID_HOSTS", "itid.example.se .example.se", "names of hosts such as itid.example.se"),
        ("ITID_DEMO_HTTP", "perhaps", "valid boolean"),
        ("SECRET_KEY", "a-password", "must have at least 32 characters"),
    ],
)
def test_a_setting_that_cannot_be_used_stops_the_start(setting: str, value: str, says: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({setting: value})
    assert str(error.value).startswith(f"{setting}: ") and says in str(error.value)
    assert "a-password" not in str(error.value)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({"ITID_PROXIES": "many", "ITID_RENDERERS": "99", "ITID_EXIT_URL": "x"})
    assert [line.partition(":")[0] for line in str(error.value).splitlines()] == [
        "ITID_EXIT_URL",
        "ITID_PROXIES",
        "ITID_RENDERERS",
    ]


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ITID_HOSTS"])
def test_in_production_a_key_and_the_hosts_are_demanded(missing: str) -> None:
    needed = {"ITID_ENV": "production", "SECRET_KEY": LONG, "ITID_HOSTS": "itid.example.se"}
    assert Settings.from_environment(needed).hosts == ("itid.example.se",)
    with pytest.raises(SettingsError, match=f"{missing} is not set"):
        Settings.from_environment(needed | {missing: ""})


def test_settings_are_read_as_they_are_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ITID_HOSTS", "Itid.Example.se  [::1]:8000")
    monkeypatch.setenv("ITID_LANGUAGES", "sv en")
    monkeypatch.setenv("ITID_MUNICIPALITIES", str(tmp_path))
    monkeypatch.setenv("ITID_DEMO_HTTP", "1")
    monkeypatch.setenv("DATABASE_URL", "postgres://itid:a-password@host/itid")
    monkeypatch.setenv("ITID_PROXIES", "")
    read = Settings.from_environment()
    assert (read.hosts, read.languages) == (("itid.example.se", "[::1]:8000"), ("sv", "en"))
    assert (read.municipalities, read.demo_http, read.proxies) == (tmp_path, True, 0)
    assert read.database_url == "postgresql+psycopg://itid:a-password@host/itid"
    assert "a-password" not in repr(read) and read.secret_key not in repr(read)


def test_without_a_key_each_start_has_its_own() -> None:
    keys = {Settings.from_environment({}).secret_key for _ in range(2)}
    assert len(keys) == 2 and all(len(key) >= 32 for key in keys)
