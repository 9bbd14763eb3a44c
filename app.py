"""Creates the app: reads the settings, loads the library, registers every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flask import Flask

from report.library import load_library
from web import factory
from web.i18n.languages import Language, offer
from web.i18n.words import load_languages
from web.security import guard
from web.session.cookie import EncryptedCookie
from web.settings import Settings

ROOT = Path(__file__).parent


def create_app(
    config: Mapping[str, Any] | None = None,
    settings: Settings | None = None,
    extra_languages: Sequence[Language] = (),
    extra_catalogues: Sequence[Path] = (),
) -> Flask:
    """The app. Raises `ContentError` or `SettingsError` with every fault when it cannot start.

    `extra_languages` and their catalogues serve the pseudo-languages of the tests.
    """
    settings = settings or Settings.from_environment()
    app = Flask(__name__, root_path=str(ROOT))
    app.config.update(SECRET_KEY=settings.secret_key, **(config or {}))
    app.session_interface = EncryptedCookie(settings)
    guard(app, secure=not settings.demo_http, hosts=settings.hosts)
    load_languages(
        app,
        offer(settings.languages, extra_languages, drafts=not settings.production),
        [ROOT / "translations", *extra_catalogues],
    )
    factory.register(app, settings, load_library(settings.municipalities))
    return app
