"""One name for each page, said wherever it is linked to, and the menu of six."""

from __future__ import annotations

from typing import Final

from flask import Flask
from flask_babel import gettext

from web.i18n.markers import N_

NAMES: Final[dict[str, str]] = {
    "letters.every": N_("Brev"),
    "check.who": N_("Hur har jag det?"),
    "results.result": N_("Din plan"),
    "budget.household": N_("Budget"),
    "debts.every": N_("Mina skulder"),
    "sums.every": N_("Räkna ut"),
    "pages.contacts": N_("Kontakter"),
    "authorities.every": N_("Vad myndigheter gör"),
    "events.every": N_("Träffa oss"),
    "pupil.front": N_("För skolan"),
    "paper.every": N_("Att skriva ut"),
    "saved.take_back": N_("Fortsätt från en fil"),
    "pages.about": N_("Om I tid"),
    "pages.method": N_("Så räknar vi"),
    "pages.privacy": N_("Så fungerar det"),
    "pages.accessibility": N_("Tillgänglighet"),
    "start.ask_to_clear": N_("Rensa allt"),
}
"""Endpoint → its name in the source language."""
MENU: Final = ("letters.every", "budget.household", "sums.every", "pages.contacts", "pupil.front", "pages.about")
KIOSK_MENU: Final = ("letters.every", "budget.household", "sums.every", "pages.contacts", "events.every", "pages.about")
"""A screen for visitors leads to no classroom, but to where people can be met."""


def name_of(endpoint: str) -> str:
    """The page's name in the language of the page."""
    return str(gettext(NAMES[endpoint]))


def give_names(app: Flask) -> None:
    """Let every template name a page, and draw the menu."""
    app.jinja_env.globals.update(name_of=name_of, menu=MENU, kiosk_menu=KIOSK_MENU)
