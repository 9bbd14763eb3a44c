"""Whom to call: the contacts of a step that are for this person, and those of the whole report, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from advice.contacts import Directory
from advice.place import Contact
from report.case import ADULT, Case

FOR_THE_YOUNGEST = ("bris", "school_counsellor", "health_1177", "debt_adviser")
"""Whom someone under 16 can talk to."""
ADVISER = "debt_adviser"
LANDLORD, ASSOCIATION = "landlord", "housing_association"


class HasContacts(Protocol):
    """A step, as far as its contacts are concerned."""

    @property
    def contacts(self) -> tuple[Contact, ...]: ...


def contacts_of_step(
    ids: Iterable[str], directory: Directory, facts: frozenset[str], age: int | None = None
) -> tuple[Contact, ...]:
    """The contacts that are for this person, in the block's order; who comes first by age stands first."""
    wanted = [ASSOCIATION if one == LANDLORD and "owns_home" in facts else one for one in ids]
    fitting = [contact for contact in directory.pick(wanted) if is_for(contact, facts, age)]
    first = [contact for contact in fitting if _comes_first(contact, age)]
    return tuple([*first, *(contact for contact in fitting if contact not in first)])


def contacts_of_report(first: Sequence[HasContacts], directory: Directory, case: Case) -> tuple[Contact, ...]:
    """Whom to call: those of the first steps, each once, and always the municipality's adviser."""
    if case.too_young:
        return directory.pick(FOR_THE_YOUNGEST)
    named = [contact.id for step in first for contact in step.contacts]
    return directory.pick([*named, ADVISER])


def is_for(contact: Contact, facts: frozenset[str], age: int | None) -> bool:
    """Whether a contact is there for somebody of this age (anybody, where it is not known) with these facts."""
    if age is not None:
        group = "under_18" if age < ADULT else "adult"
        too_young = contact.from_age is not None and age < contact.from_age
        too_old = contact.to_age is not None and age > contact.to_age
        if group not in contact.for_ages or too_young or too_old:
            return False
    return (not contact.needs or not facts.isdisjoint(contact.needs)) and facts.isdisjoint(contact.not_with)


def _comes_first(contact: Contact, age: int | None) -> bool:
    return contact.first_from_age is not None and age is not None and age >= contact.first_from_age
