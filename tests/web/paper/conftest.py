"""A case's report for paper, its sheet as HTML, and as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from report.build import Report, paper_report
from report.case_format import Setting, parse_case
from report.library import Library
from tests.web.paper.read_back import DAY, Sheet
from web.i18n.languages import use_language
from web.paper.press.pdf import Renderers
from web.paper.sheet import sheet_html


@pytest.fixture(scope="module")
def report(library: Library) -> Callable[[dict[str, Any]], Report]:
    setting = Setting(library, DAY, "0127", ("sv", "en"))

    def of(case: dict[str, Any]) -> Report:
        return paper_report(library, parse_case({"municipality": "0127", **case}, setting).case, DAY)

    return of


@pytest.fixture
def sheet(app: Flask, report: Callable[[dict[str, Any]], Report]) -> Sheet:
    """The HTML of a case's sheet."""

    def of(case: dict[str, Any], language: str = "sv", **options: bool) -> str:
        with app.test_request_context(), use_language(language, app.extensions["languages"]):
            return sheet_html(report(case), **options)

    return of


@pytest.fixture
def printed(app: Flask, sheet: Sheet) -> Callable[..., bytes]:
    """The PDF of a case's sheet."""
    renderers: Renderers = app.extensions["itid_renderers"]

    def of(case: dict[str, Any], language: str = "sv", **options: bool) -> bytes:
        return renderers.render(sheet(case, language, **options))

    return of
