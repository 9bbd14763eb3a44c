"""Everything that can be set from outside, read once from the environment and checked at start."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATABASES = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""What a database's address may begin with, and the driver it is opened with."""


class SettingsError(Exception):
    """A setting is missing or cannot be used; the message says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from the environment by `from_environment`; `docs/operate.md` explains each.

    `idle_minutes` and `longest_minutes` bound a visit; `renderers` is the number of processes that make PDFs.
    """

    secret_key: str = field(default_factory=lambda: secrets.token_urlsafe(48), repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)
    municipality: str = "0127"
    municipalities: Path | None = None
    languages: tuple[str, ...] = ()
    exit_url: str = "https://www.smhi.se/"
    database_url: str = f"sqlite:///{ROOT / '.data' / 'class.sqlite3'}"
    demo_http: bool = False
    proxies: int = 0
    renderers: int = 2
    idle_minutes: int = 120
    longest_minutes: int = 720

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Raises `SettingsError`. Without SECRET_KEY visits end when the process does; in production it is demanded."""
        read = _Reader(environment)
        given = {
            "secret_key": read.secret(),
            "secret_key_fallbacks": read.fallbacks(),
            "municipality": environment.get("ITID_MUNICIPALITY"),
            "municipalities": read.folder("ITID_MUNICIPALITIES"),
            "languages": read.words("ITID_LANGUAGES"),
            "exit_url": read.https("ITID_EXIT_URL"),
            "database_url": read.database(),
            "demo_http": environment.get("ITID_DEMO_HTTP") == "1",
            "proxies": read.number("ITID_PROXIES", 0, 5),
            "renderers": read.number("ITID_RENDERERS", 1, 16),
            "idle_minutes": read.number("ITID_IDLE_MINUTES", 3, 240),
        }
        return cls(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Reader:
    environment: Mapping[str, str]

    def secret(self) -> str | None:
        key = self.environment.get("SECRET_KEY")
        if not key and self.environment.get("ITID_ENV") == "production":
            raise SettingsError(f"SECRET_KEY is not set. Make one: {MAKE_ONE}")
        if key and len(key) < SHORTEST_KEY:
            raise SettingsError(f"SECRET_KEY is shorter than {SHORTEST_KEY} characters")
        return key or None

    def fallbacks(self) -> tuple[str, ...] | None:
        """Older keys open visits as well as the key does, so a short one is as bad."""
        keys = self.words("SECRET_KEY_FALLBACKS")
        if keys and min(map(len, keys)) < SHORTEST_KEY:
            raise SettingsError(f"SECRET_KEY_FALLBACKS: each must have at least {SHORTEST_KEY} characters")
        return keys

    def https(self, name: str) -> str | None:
        """An address of the web that is read encrypted, and nothing else that a browser would do."""
        value = self.environment.get(name)
        if value and not HTTPS.fullmatch(value):
            raise SettingsError(f"{name}: must be an address that begins with https://, not {value!r}")
        return value or None

    def database(self) -> str | None:
        """The address of the counts; PostgreSQL's own form of it is understood too."""
        value = self.environment.get("DATABASE_URL")
        if not value:
            return None
        scheme, colon, rest = value.partition("://")
        name = DATABASES.get(scheme)
        if not colon or name is None:
            raise SettingsError(f"DATABASE_URL: must begin with one of {', '.join(DATABASES)}, not {scheme!r}")
        return f"{name}://{rest}"

    def words(self, name: str) -> tuple[str, ...] | None:
        value = self.environment.get(name)
        return tuple(value.split()) if value else None

    def folder(self, name: str) -> Path | None:
        value = self.environment.get(name)
        if value and not Path(value).is_dir():
            raise SettingsError(f"{name}: there is no folder {value}")
        return Path(value) if value else None

    def number(self, name: str, lowest: int, highest: int) -> int | None:
        value = self.environment.get(name)
        if not value:
            return None
        if not value.isdecimal() or not lowest <= int(value) <= highest:
            raise SettingsError(f"{name}: must be a whole number from {lowest} to {highest}, not {value!r}")
        return int(value)


SHORTEST_KEY = 32
HTTPS = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][!-~]*)?")
MAKE_ONE = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
