"""Whom to call, as the sheet prints it: each number once, with everybody who is reached there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advice.place import Contact
from report.build import Report


@dataclass(frozen=True, slots=True)
class Call:
    """A number, and everybody who is reached there. `through` answers where it is none of them."""

    phone: str | None
    through: Contact | None
    contacts: tuple[Contact, ...]
    first: bool
    """Whether the first step needs it."""


def grouped(report: Report) -> Iterator[Call]:
    """Each number once, in the order it is first met; those without one alone. The helplines have their own place."""
    directory = report.directory
    urgent = set(report.first_steps[0].contacts) if report.first_steps else set()
    by_number: dict[str, list[Contact]] = {}
    for contact in (one for one in report.contacts if one not in report.helplines):
        by_number.setdefault(directory.phone_of(contact) or contact.id, []).append(contact)
    for members in by_number.values():
        phone, first = directory.phone_of(members[0]), not urgent.isdisjoint(members)
        answering = next((one for one in members if one.phone), None) or directory.standing_in(members[0])
        others = tuple(one for one in members if one is not answering)
        alone = answering is None or not others
        yield Call(phone, None, tuple(members), first) if alone else Call(phone, answering, others, first)
