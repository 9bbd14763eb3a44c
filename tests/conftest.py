"""One app for all tests, on a day that does not move, and the visitors who open its pages."""

from __future__ import annotations

import datetime
import gc
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import gettext
from hypothesis import settings

from app import create_app
from report.library import Library, load_library
from tests import pseudo
from tests.visitor import Visitor
from web.i18n.languages import use_language
from web.settings import Settings

TODAY = datetime.date(2026, 11, 23)
KEY = "a key of the tests, long enough for anybody"

# Derived from the test itself: a run that was green stays green, and the slow machine of CI is no fault.
settings.register_profile("tests", deadline=None, derandomize=True, database=None)
settings.load_profile("tests")

# Thousands of tests are kept in memory until the end: to look through them for what is unused takes time.
gc.set_threshold(100_000, 50, 100)

Visit = Callable[..., Visitor]
MANY_VALUES, ONE_OF = 3, 6
"""From so many values on, a test of the pages or of words is quick with one of so many, and slow with the others."""
WHERE_MANY = ("tests/web/", "tests/docs/", "tests/content/", "tests/advice/", "tests/classroom/", "tests/real_content/")

_COUNTS = tempfile.TemporaryDirectory(prefix="itid-tests-")
"""Where the tests keep what classes give; gone when they end."""
_LIVE = tempfile.TemporaryDirectory(prefix="itid-tests-", dir="/dev/shm")
"""Where their lessons go on: in memory, as it must be."""


def settings_of(**more: object) -> Settings:
    """The settings of the tests: a key that stays, and counts that are nobody else's."""
    return Settings(
        **{
            "secret_key": KEY,
            "database_url": f"sqlite:///{Path(_COUNTS.name) / 'class.sqlite3'}",
            "live": Path(_LIVE.name),
            **more,
        }
    )  # type: ignore[arg-type]


def make_app(given: Settings | None = None, **more: object) -> Flask:
    """An app as operated: with tokens, with encryption, and on the tests' day."""
    return create_app({"TODAY": TODAY}, given or settings_of(), **more)  # type: ignore[arg-type]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where a test is tried with many values, an answer within a minute takes some of them."""
    tests = [item.nodeid.partition("[")[0] for item in items]
    values, seen = Counter(tests), Counter[str]()
    for item, test in zip(items, tests, strict=True):
        sampled = item.get_closest_marker("sampled")
        many = ONE_OF if test.startswith(WHERE_MANY) and values[test] >= MANY_VALUES else 1
        if seen[test] % (sampled.args[0] if sampled else many):
            item.add_marker(pytest.mark.slow)
        seen[test] += 1


def pytest_collection_finish() -> None:
    """What is there now stays to the end."""
    gc.freeze()


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Swedish, English, and the two pseudo-languages: `xx` with every word bracketed, `xr` from right to left."""
    folder = pseudo.write_catalogues(tmp_path_factory.mktemp("pseudo"))
    made = make_app(extra_languages=pseudo.LANGUAGES, extra_catalogues=[folder])
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture
def visit(app: Flask) -> Visit:
    """Makes a visitor with a browser of their own, who reads the language asked for."""

    def make(code: str = "sv", of: Flask = app) -> Visitor:
        languages = of.extensions["languages"]
        with of.test_request_context(), use_language(code, languages):
            fault = gettext("Fel:")
        return Visitor(of.test_client(), code, languages.by_code[code].direction, fault)

    return make


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    """Somebody who reads Swedish."""
    return visit()
