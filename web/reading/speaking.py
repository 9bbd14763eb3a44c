"""Who speaks the language of the page, and the one Swedish line to say to everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask import Flask
from flask_babel import gettext

from advice.place import Contact, Spoken
from web.i18n.fallback import OPEN
from web.i18n.languages import SOURCE, Language, current
from web.i18n.markers import N_

# translators: how "Jag talar … . Kan ni ringa med tolk?" sounds, with your language's Swedish name in it, in letters
# that your reader knows. In English: "yahg TAH-lar ENG-el-ska. kan nee RING-a med tolk?"
SOUNDS = N_("Så låter det på svenska när du ber om tolk")
EMERGENCY = "emergency"
"""Nobody asks it to call back: there one says which language one speaks."""
One = TypeVar("One", bound=Spoken)


@dataclass(frozen=True, slots=True)
class Line:
    """What to say in Swedish, and how it sounds for the reader; the second is empty where nobody has written it."""

    swedish: str
    sounds: str


def speaks(one: Spoken, language: Language) -> bool:
    """Whether somebody there speaks the language, and has said so; nobody needs to be told of Swedish."""
    return language is not SOURCE and language.code in one.speaks_now


def speaks_here(one: Spoken) -> bool:
    """The same for the language of the page."""
    return speaks(one, current())


def speaking_first(found: Iterable[One]) -> tuple[One, ...]:
    """The same ones, those who speak the language of the page before the others."""
    return tuple(sorted(found, key=lambda one: not speaks_here(one)))


def line_to_say(contact: Contact) -> Line | None:
    """What a reader of the page's language says to this contact; None where no such line is needed."""
    if current() is SOURCE or speaks_here(contact) or EMERGENCY in (contact.id, contact.via):
        return None
    sounds = gettext(SOUNDS)
    return Line(
        f"Jag talar {current().swedish_name}. Kan ni ringa med tolk?",
        "" if OPEN in sounds or sounds == SOUNDS else sounds,
    )


def load_speaking(app: Flask) -> None:
    """Give templates what they ask of a contact or a day."""
    app.jinja_env.globals.update(speaks_here=speaks_here, line_to_say=line_to_say)
    app.jinja_env.filters["speaking_first"] = speaking_first
