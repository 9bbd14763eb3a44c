"""A step as it is said to one person: the act, when and by which day, whom to call, which letter it is about."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from advice.contacts import Directory
from advice.model import Block, Said, When
from advice.place import Contact
from content.text import Text
from questionnaire.journey import Journey
from report.clocks import ticked_letters
from report.contacts import contacts_of_step
from report.plan import Placed


@dataclass(frozen=True, slots=True)
class Step:
    """One block of advice as it is said to this person: the act, when, by which day, whom to call."""

    block: Block
    title: Text
    short: Text
    """The act in a few words."""
    text: Text
    say: Text | None
    more: Text | None
    added: tuple[Text, ...]
    """Sentences added for this person."""
    folded: tuple[Text, ...]
    """Such sentences that are folded away with `more`."""
    contacts: tuple[Contact, ...]
    urgent: bool
    when: When
    last_day: datetime.date | None = None
    gone_by: bool = False
    letter: str | None = None
    """The option of the question `letters` whose page it opens."""
    form_letters: tuple[str, ...] = ()

    @property
    def first_contact(self) -> str | None:
        """Whom it says to call first; steps with the same one are one row on page and paper."""
        return self.contacts[0].id if self.contacts else None


def step_of(
    placed: Placed,
    walked: Journey,
    directory: Directory,
    facts: frozenset[str],
    age: int | None,
    day: datetime.date,
) -> Step:
    """The step of a block in its place; `facts` and `age` (in years) decide which contacts are for this person."""
    said, block = placed.chosen.said, placed.chosen.block
    return Step(
        block=block,
        title=said.title or block.title,
        short=said.short or said.title or block.short or block.title,
        text=said.text or block.text,
        say=said.say,
        more=said.more,
        added=tuple(addition.text for addition in placed.chosen.added if not addition.folded),
        folded=tuple(addition.text for addition in placed.chosen.added if addition.folded),
        contacts=contacts_of_step(said.contacts or (), directory, facts, age),
        urgent=placed.urgent,
        when=placed.when,
        last_day=placed.last_day,
        gone_by=placed.last_day is not None and placed.last_day < day,
        letter=placed.letter or _letter(said, walked),
        form_letters=_form_letters(said, walked),
    )


def _letter(said: Said, walked: Journey) -> str | None:
    """The first of the step's letters that was ticked, else the first."""
    letters, ticked = said.letters or (), ticked_letters(walked)
    return next((letter for letter in letters if letter in ticked), letters[0] if letters else None)


def _form_letters(said: Said, walked: Journey) -> tuple[str, ...]:
    ticked = ticked_letters(walked)
    own = (form for letter, form in (said.own_letter_forms or {}).items() if letter in ticked)
    return tuple(dict.fromkeys((*(said.form_letters or ()), *own)))
