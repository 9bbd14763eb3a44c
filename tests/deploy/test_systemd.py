"""The units of deploy/systemd: systemd understands them, and says how little they may do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from web.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "deploy" / "systemd"
INSTALLED = "/srv/itid/current"
MOST_EXPOSED = 15
"""Tenths, of `systemd-analyze security`: from 0, may do nothing, to 100. Debian's own nginx has 96."""


def analyze(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60
    )


def lines(unit: str, name: str) -> list[str]:
    """Every value that a unit gives that name; a line that goes on counts as one."""
    text = (UNITS / unit).read_text(encoding="utf-8").replace("\\\n", " ")
    return [value.strip() for key, _, value in (line.partition("=") for line in text.splitlines()) if key == name]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units as they are, with this project in the place of the installed one."""
    folder = tmp_path_factory.mktemp("units")
    for unit in UNITS.glob("itid*.[st]*"):
        text = unit.read_text(encoding="utf-8").replace(INSTALLED, str(ROOT))
        (folder / unit.name).write_text(text, encoding="utf-8")
    return folder


def test_systemd_understands_every_line(here: Path) -> None:
    done = analyze("verify", "--man=no", *sorted(here.iterdir()))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_line_that_is_misspelt_would_be_seen(here: Path, tmp_path: Path) -> None:
    wrong = (here / "itid.service").read_text(encoding="utf-8").replace("ProtectHome=yes", "ProtectHomes=yes")
    (tmp_path / "itid.service").write_text(wrong, encoding="utf-8")
    assert "ProtectHomes" in analyze("verify", "--man=no", tmp_path / "itid.service").stderr


@pytest.mark.parametrize("unit", ["itid.service", "itid-purge.service"])
def test_little_is_left_that_a_fault_could_be_used_for(unit: str) -> None:
    done = analyze("security", "--offline=true", f"--threshold={MOST_EXPOSED}", UNITS / unit)
    assert done.returncode == 0, done.stdout[-200:]


def test_the_units_start_what_the_project_has() -> None:
    (start,) = lines("itid.service", "ExecStart")
    assert start.startswith(f"{INSTALLED}/.venv/bin/gunicorn ") and start.endswith(" app:create_app()")
    (threads,) = re.findall(r"--threads \d+", (ROOT / "script" / "server").read_text())
    assert threads in start
    assert lines("itid-purge.service", "ExecStart") == [f"{INSTALLED}/.venv/bin/flask --app app purge"]


def test_what_is_set_in_the_example_is_a_setting_and_is_enough(tmp_path: Path) -> None:
    given = dict(line.split("=", 1) for line in (UNITS / "itid.conf").read_text().splitlines() if line[:1] not in "# ")
    key = tmp_path / "key"
    key.write_text("k" * 40)
    key.chmod(0o400)
    names = {str(field.validation_alias) for field in Settings.model_fields.values()}
    assert set(given) <= names | {"ITID_LIVE"}
    read = Settings.from_environment(given | {"SECRET_KEY_FILE": str(key)})
    assert read.production and read.hosts == ("itid.example.se",) and read.proxies == 1
    assert not {"SECRET_KEY", "SECRET_KEY_FALLBACKS"} & set(given), "no key stands in an environment"


def test_both_units_have_the_same_key_and_write_where_the_settings_say() -> None:
    for unit in ("itid.service", "itid-purge.service"):
        assert lines(unit, "LoadCredential") == ["secret_key:/etc/itid/secret_key"]
        assert "SECRET_KEY_FILE=%d/secret_key" in lines(unit, "Environment")
        assert lines(unit, "StateDirectory") == ["itid"] and lines(unit, "UMask") == ["0077"]
    conf = (UNITS / "itid.conf").read_text()
    assert "sqlite:////var/lib/itid/" in conf and "ITID_LIVE=/run/itid\n" in conf
