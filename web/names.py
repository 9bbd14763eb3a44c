"""One name for each page, said wherever it is linked to, and the menu of six."""

from __future__ import annotations

from typing import Final

from flask import Flask
from flask_babel import gettext

from web.fit import both

NAMES: Final[dict[str, str]] = {
    "letters.every": both("Brev"),
    "check.who": both("Hur har jag det?"),
    "results.result": both("Din plan"),
    "budget.household": both("Budget"),
    "sums.every": both("Räkna ut"),
    "pages.contacts": both("Kontakter"),
    "authorities.every": both("Vad myndigheter gör"),
    "events.every": both("Träffa oss"),
    "pupil.front": both("För skolan"),
    "paper.every": both("Att skriva ut"),
    "saved.take_back": both("Fortsätt från en fil"),
    "pages.about": both("Om I tid"),
    "pages.method": both("Så räknar vi"),
    "pages.privacy": both("Så fungerar det"),
    "pages.accessibility": both("Tillgänglighet"),
    "start.ask_to_clear": both("Rensa allt"),
}
"""Endpoint → its name in the source language."""
MENU: Final = ("letters.every", "budget.household", "sums.every", "pages.contacts", "pupil.front", "pages.about")
KIOSK_MENU: Final = ("letters.every", "budget.household", "sums.every", "pages.contacts", "events.every", "pages.about")
"""A screen for visitors leads to no classroom, but to where people can be met."""


def name_of(endpoint: str) -> str:
    """The page's name in the language of the page."""
    return gettext(NAMES[endpoint])


def give_names(app: Flask) -> None:
    """Let every template name a page, and draw the menu."""
    app.jinja_env.globals.update(name_of=name_of, menu=MENU, kiosk_menu=KIOSK_MENU)
