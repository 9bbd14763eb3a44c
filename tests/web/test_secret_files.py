"""A key or a password may stand in a file, and one that others can read, or that is none, stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from web.settings import Settings, SettingsError

KEY = "k" * 40


def kept(folder: Path, text: str | bytes, mode: int = 0o600) -> str:
    file = folder / "secret"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    file.chmod(mode)
    return str(file)


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o440])
def test_a_key_and_an_address_of_a_database_are_read_from_their_files(tmp_path: Path, mode: int) -> None:
    (tmp_path / "other").mkdir()
    address = kept(tmp_path / "other", "postgres://itid:a-password@host/itid\n", mode)
    read = Settings.from_environment(
        {"SECRET_KEY_FILE": kept(tmp_path, f"{KEY}\n", mode), "DATABASE_URL_FILE": address}
    )
    assert read.secret_key == KEY
    assert read.database_url == "postgresql+psycopg://itid:a-password@host/itid"


def test_older_keys_stand_in_one_file(tmp_path: Path) -> None:
    both = kept(tmp_path, f"{'a' * 32}\n{'b' * 32}\n")
    assert Settings.from_environment({"SECRET_KEY_FALLBACKS_FILE": both}).secret_key_fallbacks == ("a" * 32, "b" * 32)


def test_in_production_a_file_is_enough(tmp_path: Path) -> None:
    given = {"ITID_ENV": "production", "ITID_HOSTS": "itid.example.se", "SECRET_KEY_FILE": kept(tmp_path, KEY)}
    assert Settings.from_environment(given).secret_key == KEY


@pytest.mark.parametrize(
    ("text", "mode", "says"),
    [
        (KEY, 0o644, "can be read or written by others; chmod 600"),
        (KEY, 0o604, "can be read or written by others; chmod 600"),
        (KEY, 0o620, "can be read or written by others; chmod 600"),
        ("", 0o600, "is empty"),
        (" \n", 0o600, "is empty"),
        (b"\xff" * 40, 0o600, "is not text"),
        ("a-password" * 1000, 0o600, "has more than 4096 bytes"),
    ],
)
def test_a_file_that_is_no_key_stops_the_start(tmp_path: Path, text: str | bytes, mode: int, says: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({"SECRET_KEY_FILE": kept(tmp_path, text, mode)})
    assert str(error.value).startswith("SECRET_KEY_FILE: ") and says in str(error.value)
    assert KEY not in str(error.value) and "a-password" not in str(error.value)


def test_a_short_key_in_a_file_is_told_as_a_short_key(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="SECRET_KEY: must have at least 32 characters"):
        Settings.from_environment({"SECRET_KEY_FILE": kept(tmp_path, "short")})


def test_a_file_that_is_not_there_and_a_setting_given_twice_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_environment(
            {
                "SECRET_KEY": KEY, "SECRET_KEY_FILE": kept(tmp_path, KEY),
                "DATABASE_URL_FILE": str(tmp_path / "nowhere"), "ITID_RENDERERS": "99",
            }
        )  # fmt: skip
    lines = str(error.value).splitlines()
    assert lines[0] == "SECRET_KEY_FILE: set SECRET_KEY or SECRET_KEY_FILE, not both"
    assert lines[1].startswith("DATABASE_URL_FILE: ") and "cannot be read" in lines[1]
    assert lines[2].startswith("ITID_RENDERERS: ") and len(lines) == 3
