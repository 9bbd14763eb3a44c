"""What authorities do and do not do, and the myths: on their pages, and on the results where they fit."""

from __future__ import annotations

import pytest

from report.library import Library, load_library
from tests.conftest import Visit
from tests.visitor import Visitor

AUTHORITIES = tuple(load_library().door.authorities_by_id)


def test_they_are_those_that_people_meet() -> None:
    assert AUTHORITIES == ("kronofogden", "debt_adviser", "social_services", "landlord", "police")


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("code", ["sv", "en", "xr", "xx"])
def test_each_has_a_page(visit: Visit, library: Library, code: str, authority: str) -> None:
    visitor = visit(code)
    visitor.start()
    visitor.follow("/myndigheter/")
    page = visitor.follow(f"/myndigheter/{authority}")
    if code == "sv":
        known = library.door.authorities_by_id[authority]
        for point in (*known.does, *known.does_not, *known.good_to_know):
            assert " ".join(point.text.swedish.split()) in page.main


def test_every_myth_of_the_list_is_told_with_its_fact(visitor: Visitor, library: Library) -> None:
    main = visitor.open("/sv/myndigheter/").main
    assert len(library.door.myths) == 13
    for myth in library.door.myths:
        assert myth.myth.swedish in main and " ".join(myth.fact.swedish.split()) in main


@pytest.mark.parametrize(
    ("answers", "told", "not_told"),
    [
        ({"letters": ["attachment"]}, ["whole_pay", "everything_at_home", "takes_flat"], ["do_not_open"]),
        ({"letters": ["unopened"]}, ["do_not_open"], ["whole_pay"]),
        ({"letters": ["payment_order"], "answered": "no", "claim_right": "wrong"}, ["whole_pay"], ["takes_children"]),
        ({"letters": ["nothing"], "mail": "open"}, [], ["whole_pay", "do_not_open", "goes_away"]),
    ],
)  # fmt: skip
def test_a_result_tells_those_that_fit(
    visitor: Visitor, library: Library, answers: dict[str, list[str]], told: list[str], not_told: list[str]
) -> None:
    visitor.answer(**answers)
    main = visitor.result().main
    facts = {myth.id: " ".join(myth.fact.swedish.split()) for myth in library.door.myths}
    assert all(facts[name] in main for name in told)
    assert not any(facts[name] in main for name in not_told)
    assert sum(fact in main for fact in facts.values()) <= 3


def test_an_unknown_one_is_not_found(visitor: Visitor) -> None:
    visitor.open("/sv/myndigheter/finns-inte", expect=404)
