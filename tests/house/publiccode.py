"""The publiccode.yml standard, as far as we use it: the fields, the words they may hold and how long texts may be.

Read in the standard (publiccodeyml/publiccode.yml, `docs/standard/`) and in its parser, whose limits are stricter. A
key that is not here is refused, so that a misspelt one is seen.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

NotEmpty = Annotated[str, Field(min_length=1)]
CATEGORIES = Literal[
    "accounting", "budgeting", "data-collection", "digital-citizenship", "document-management", "educational-content",
    "financial-reporting", "help-desk", "knowledge-management", "learning-management-system", "survey", "other",
]  # fmt: skip
SCOPES = Literal[
    "agriculture", "culture", "defence", "education", "emergency-services", "employment", "energy", "environment",
    "finance-and-economic-development", "foreign-affairs", "government", "healthcare", "infrastructures", "justice",
    "local-authorities", "manufacturing", "research", "science-and-technology", "security", "society", "sport",
    "tourism", "transportation", "welfare",
]  # fmt: skip
"""The scopes are all there are; of the categories, those that come near."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Audience(_Part):
    countries: list[Annotated[str, Field(pattern="^([a-z]{2}|[A-Z]{2})$")]] = []
    scope: list[SCOPES] = []


class Description(_Part):
    """In one language."""

    localisedName: str | None = None
    genericName: Annotated[str, Field(max_length=35)]
    shortDescription: Annotated[str, Field(min_length=1, max_length=150)]
    longDescription: Annotated[str, Field(min_length=150, max_length=10_000)]
    documentation: HttpUrl | None = None
    features: Annotated[list[NotEmpty], Field(min_length=1)]
    screenshots: list[str] = []


class Legal(_Part):
    license: NotEmpty
    mainCopyrightOwner: str | None = None


class Contact(_Part):
    name: NotEmpty
    email: str | None = None
    affiliation: str | None = None


class Maintenance(_Part):
    type: Literal["internal", "contract", "community", "none"]
    contacts: list[Contact] | None = None

    @model_validator(mode="after")
    def _somebody_where_promised(self) -> Self:
        if self.type in ("internal", "community") and not self.contacts:
            raise ValueError("who maintains it must be named")
        return self


class Localisation(_Part):
    localisationReady: bool
    availableLanguages: Annotated[list[Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")]], Field(min_length=1)]


class Dependency(_Part):
    name: NotEmpty
    versionMin: str | None = None
    versionMax: str | None = None
    version: str | None = None
    optional: bool | None = None


class DependsOn(_Part):
    open: list[Dependency] = []
    proprietary: list[Dependency] = []
    hardware: list[Dependency] = []


class PublicCode(_Part):
    """The whole file."""

    publiccodeYmlVersion: Literal["0", "0.7", "0.7.0"]
    name: NotEmpty
    url: HttpUrl
    landingURL: HttpUrl | None = None
    softwareVersion: str
    releaseDate: datetime.date
    platforms: Annotated[list[NotEmpty], Field(min_length=1)]
    categories: list[CATEGORIES] = []
    developmentStatus: Literal["concept", "development", "beta", "stable", "obsolete"]
    softwareType: Literal[
        "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
        "standalone/other", "addon", "library", "configurationFiles",
    ]  # fmt: skip
    intendedAudience: Audience | None = None
    description: Annotated[
        dict[Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Z]{2})?$")], Description], Field(min_length=1)
    ]
    legal: Legal
    maintenance: Maintenance
    localisation: Localisation
    dependsOn: DependsOn | None = None


def read_publiccode(path: Path) -> PublicCode:
    """The file as its standard takes it. Raises `ValidationError` with every fault."""
    return PublicCode.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
