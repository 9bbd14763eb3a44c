"""Whom to call: what is local wins, and nobody is named twice."""

from __future__ import annotations

import datetime

import pytest

from advice.contacts import Directory
from advice.place import Contact, Municipality
from content.text import Text
from report.contacts import contacts_of_step, is_for
from report.library import Library

DAY = datetime.date(2026, 11, 23)


def contact(name: str, where: str, **more: object) -> Contact:
    words = {"name": Text(name), "what": Text("Hjälper."), "where": Text(where)}
    return Contact(id=name, **words, confidence="known", source="a test", checked=DAY, **more)  # type: ignore[arg-type]


def place(*contacts: Contact) -> Municipality:
    return Municipality(
        code="0127",
        name="Provkommun",
        short="Prov",
        url="https://example.org",
        contact_centre="centre",
        contacts=contacts,
    )


def test_a_local_contact_stands_in_for_the_national_one() -> None:
    directory = Directory.of(
        [contact("bank", "the country's"), contact("court", "the country's")], place(contact("bank", "ours"))
    )
    assert [one.where.swedish for one in directory.pick(["bank", "court", "bank"]) if one.where] == [
        "ours",
        "the country's",
    ]


def test_the_association_is_called_instead_of_the_landlord_where_the_home_is_owned(library: Library) -> None:
    directory = library.advice.directories["0127"]
    for facts, first in ((frozenset({"tenant"}), "landlord"), (frozenset({"owns_home"}), "housing_association")):
        found = contacts_of_step(["landlord", "social_services"], directory, facts, 38)
        assert [one.id for one in found] == [first, "social_services"]


@pytest.mark.parametrize(
    ("name", "age", "named"),
    [
        ("bris", 17, True),
        ("bris", 18, False),
        ("spelpaus", 17, False),
        ("spelpaus", 18, True),
        ("mens_line", 17, False),
        ("csn", 67, False),
        ("unemployment_fund", 67, False),
        ("unemployment_fund", 40, True),
        ("pensionsmyndigheten", 66, True),
    ],
)
def test_a_contact_is_named_for_those_it_is_there_for(library: Library, name: str, age: int, named: bool) -> None:
    contact_ = library.advice.directories["0127"].by_id[name]
    facts = {"up_to_30" if age <= 30 else "", "from_66" if age >= 66 else "", "tenant"}
    assert is_for(contact_, frozenset(facts), age) is named


def test_whoever_is_66_is_told_of_the_pension_first(library: Library) -> None:
    block = next(one for one in library.advice.blocks if one.id == "B09")
    ids = [*block.contacts, "pensionsmyndigheten"]
    found = contacts_of_step(ids, library.advice.directories["0127"], frozenset({"from_66", "tenant"}), 70)
    assert found[0].id == "pensionsmyndigheten"
