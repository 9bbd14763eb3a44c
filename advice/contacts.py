"""Whom to call: the national contacts and one municipality's own, as one directory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advice.place import Contact, Municipality


@dataclass(frozen=True, slots=True)
class Directory:
    """Every contact that can be shown in one municipality, by id. A local contact stands in for a national one."""

    municipality: Municipality
    by_id: Mapping[str, Contact]

    @classmethod
    def of(cls, national: Iterable[Contact], municipality: Municipality) -> Directory:
        """The national contacts with the municipality's own on top."""
        merged = {contact.id: contact for contact in national}
        merged |= {contact.id: contact for contact in municipality.contacts}
        return cls(municipality, merged)

    @property
    def feedback(self) -> Contact:
        """Whom a reader tells that a piece of advice is wrong."""
        return self.by_id[self.municipality.feedback or self.municipality.contact_centre]

    def pick(self, ids: Iterable[str]) -> tuple[Contact, ...]:
        """The contacts of these ids, each once, in this order."""
        return tuple(self.by_id[one] for one in dict.fromkeys(ids))

    def standing_in(self, contact: Contact) -> Contact | None:
        """The contact whose number is given because this one's own was not seen at its source."""
        return self.by_id[contact.via] if contact.via else None

    def phone_of(self, contact: Contact) -> str | None:
        """The number to call: the contact's own, or that of the one standing in; None where there is none."""
        through = self.standing_in(contact)
        return contact.phone or (through.phone if through else None)

    def helplines(self, under_18: bool) -> tuple[Contact, ...]:
        """The lines that stand on every result, for this age."""
        age = "under_18" if under_18 else "adult"
        return tuple(contact for contact in self.by_id.values() if contact.helpline and age in contact.for_ages)
