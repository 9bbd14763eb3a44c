"""Everything that can be set from outside, read once from the environment and checked at start."""

from __future__ import annotations

import os
import re
import secrets
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar, Self

from annotated_types import Ge, Le
from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from web.operating.secret_files import read_secret_files

ROOT = Path(__file__).resolve().parent.parent
DATABASES = {
    "sqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
"""What a database's address may begin with, and the driver it is opened with."""
PRODUCTION = "production"
SHORTEST_KEY = 32
HTTPS = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#][!-~]*)?")
HOST = re.compile(r"([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(:[0-9]{1,5})?")
MAKE_ONE = "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"


class SettingsError(Exception):
    """One or more settings are missing or cannot be used; the message says which and how to mend each."""


def _new_key() -> str:
    return secrets.token_urlsafe(48)


def _key(key: str) -> str:
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"must have at least {SHORTEST_KEY} characters")
    return key


def _https(address: str) -> str:
    """An address of the web that is read encrypted, and nothing else that a browser would do."""
    if not HTTPS.fullmatch(address):
        raise ValueError(f"must be an address that begins with https://, not {address!r}")
    return address


def _host(name: str) -> str:
    if not HOST.fullmatch(name.lower()):
        raise ValueError(f"must be names of hosts such as itid.example.se, not {name!r}")
    return name.lower()


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError(f"there is no folder {path}")
    return path


def _database(address: str) -> str:
    """With the driver that is installed; PostgreSQL's own form of an address is understood too."""
    scheme, colon, rest = address.partition("://")
    name = DATABASES.get(scheme)
    if not colon or name is None:
        raise ValueError(f"must begin with one of {', '.join(DATABASES)}, not {scheme!r}")
    return f"{name}://{rest}"


def _words(value: object) -> object:
    return tuple(value.split()) if isinstance(value, str) else value


Key = Annotated[str, AfterValidator(_key)]
Host = Annotated[str, AfterValidator(_host)]
Words = (NoDecode, BeforeValidator(_words))
"""A list written with spaces between; without this, pydantic-settings would read JSON."""


class Settings(BaseSettings):
    """Read from the environment, where an empty variable is one that is not set; `docs/operate.md` explains each.

    `longest_minutes` bounds a visit as `idle_minutes` does, and cannot be set.
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_ignore_empty=True, populate_by_name=True)
    longest_minutes: ClassVar[int] = 720

    environment: str = Field("", validation_alias="ITID_ENV")
    secret_key: Key = Field(default_factory=_new_key, validation_alias="SECRET_KEY", repr=False)
    """Without one visits end when the process does; in production it is demanded."""
    secret_key_fallbacks: Annotated[tuple[Key, ...], *Words] = Field(
        (), validation_alias="SECRET_KEY_FALLBACKS", repr=False
    )
    """Older keys. They open visits as well as the key does, so a short one is as bad."""
    hosts: Annotated[tuple[Host, ...], *Words] = Field((), validation_alias="ITID_HOSTS")
    """The names the app is asked for by, the public one first; any where none is named."""
    municipality: str = Field("0127", validation_alias="ITID_MUNICIPALITY")
    municipalities: Annotated[Path, AfterValidator(_folder)] | None = Field(
        None, validation_alias="ITID_MUNICIPALITIES"
    )
    languages: Annotated[tuple[str, ...], *Words] = Field((), validation_alias="ITID_LANGUAGES")
    exit_url: Annotated[str, AfterValidator(_https)] = Field("https://www.smhi.se/", validation_alias="ITID_EXIT_URL")
    database_url: Annotated[str, AfterValidator(_database)] = Field(
        f"sqlite:///{ROOT / '.data' / 'class.sqlite3'}", validation_alias="DATABASE_URL", repr=False
    )
    live: Path | None = Field(None, validation_alias="ITID_LIVE")
    """A folder on a memory file system, where the lessons of class rooms go on."""
    class_sources: int = Field(1, validation_alias="ITID_CLASS_SOURCES", ge=1, le=100)
    """How many schools share an address: what one may do so often, these may together."""
    host_name: str = Field(default_factory=socket.gethostname, validation_alias="ITID_HOST_NAME")
    """Of this machine, where several share a PostgreSQL: each class room belongs to one."""
    demo_http: bool = Field(False, validation_alias="ITID_DEMO_HTTP")
    proxies: int = Field(0, validation_alias="ITID_PROXIES", ge=0, le=5)
    renderers: int = Field(2, validation_alias="ITID_RENDERERS", ge=1, le=16)
    """How many processes make PDFs."""
    idle_minutes: int = Field(120, validation_alias="ITID_IDLE_MINUTES", ge=3, le=240)

    @classmethod
    def from_environment(cls, more: Mapping[str, str] | None = None) -> Settings:
        """What is set from outside, with `more` over it. Raises `SettingsError` with every fault; it repeats no key."""
        names = {str(field.validation_alias) for field in cls.model_fields.values()}
        from_files, faults = read_secret_files({**os.environ, **(more or {})})
        given: dict[str, Any] = {name: value for name, value in (more or {}).items() if name in names and value}
        try:
            found = cls(**(from_files | given))
        except ValidationError as error:
            faults += _told(error)
        if faults:
            raise SettingsError("\n".join(faults)) from None
        return found

    @property
    def production(self) -> bool:
        """Whether others are served, and not only whoever tries it."""
        return self.environment == PRODUCTION

    @property
    def public(self) -> bool:
        """Whether everybody may find the app at its first host: never a trial, a demonstration or other environment."""
        return self.production and bool(self.hosts) and not self.demo_http

    @model_validator(mode="after")
    def _enough_for_production(self) -> Self:
        if self.production and "secret_key" not in self.model_fields_set:
            raise ValueError(f"SECRET_KEY is not set. Make one: {MAKE_ONE}")
        if self.production and not self.hosts:
            raise ValueError("ITID_HOSTS is not set. Name the hosts the app is asked for by, the public one first")
        return self


def _told(error: ValidationError) -> Iterator[str]:
    """A sentence for every fault, in our own words where there are some."""
    for fault in error.errors(include_url=False, include_context=True):
        name = str(fault["loc"][0]) if fault["loc"] else ""
        says = str(fault.get("ctx", {}).get("error", "")) or _whole_number(name, fault) or fault["msg"]
        yield f"{name}: {says}" if name else says


def _whole_number(name: str, fault: ErrorDetails) -> str:
    """What a number must be; empty where the fault is not about one."""
    field = next((one for one in Settings.model_fields.values() if one.validation_alias == name), None)
    lowest, highest = (
        next((getattr(one, which) for one in (field.metadata if field else ()) if isinstance(one, kind)), None)
        for kind, which in ((Ge, "ge"), (Le, "le"))
    )
    if highest is None:
        return ""
    return f"must be a whole number from {lowest} to {highest}, not {fault['input']!r}"
