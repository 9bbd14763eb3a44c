"""Who the adults are to each other, whose debt it is, and that a household is written as it is read."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from calculator.household import Household
from calculator.inputs import faults_of


def household(*adults: dict[str, Any], **more: Any) -> Household:
    return Household.model_validate({"adults": list(adults), "tenant": True} | more)


def of(*roles: str | None, **more: Any) -> Household:
    return household(*({"age": 30 + n} | ({"role": role} if role else {}) for n, role in enumerate(roles)), **more)


@pytest.mark.parametrize(
    ("roles", "others", "partner", "known"),
    [
        ((None,), [], False, True),
        (("me",), [], False, True),
        (("other_adult",), [], False, True),
        ((None, None), [31], False, False),
        (("me", None), [31], False, False),
        ((None, "me"), [30], False, False),
        (("me", "partner"), [31], True, True),
        ((None, "partner"), [31], True, True),
        (("partner", "me"), [30], True, True),
        (("partner", None), [30], True, True),
        (("me", "other_adult"), [31], False, True),
        (("me", "partner", "other_adult"), [31, 32], True, True),
        (("me", "partner", None), [31, 32], True, False),
        # nobody is said to be the one it is about: then it is the first
        (("other_adult", "partner"), [31], True, True),
        (("partner", "other_adult"), [31], False, True),
    ],
)
def test_who_the_others_are(roles: tuple[str | None, ...], others: list[int], partner: bool, known: bool) -> None:
    found = of(*roles)

    assert [adult.age for adult in found.others] == others
    assert (found.has_partner, found.roles_known) == (partner, known)


def test_children_alone_have_no_others() -> None:
    assert Household.model_validate({"children": [{"age": 17}], "tenant": True}).others == ()


@pytest.mark.parametrize(
    ("found", "whose"),
    [
        (of("me"), "me"),
        (of("me", "other_adult"), "me"),
        (of("me", "partner"), "unsure"),
        (of("me", "partner", debtor="me"), "me"),
        (of("me", "partner", debtor="both"), "both"),
        (of("me", "partner", debtor="partner"), "partner"),
        (of("me", "partner", debtor="unsure"), "unsure"),
        (of("me", debtor="unsure"), "unsure"),
    ],
)
def test_whose_debt(found: Household, whose: str) -> None:
    assert found.whose_debt == whose


def test_what_is_written_can_be_read_again() -> None:
    given = {
        "adults": [{"age": 38, "role": "me"}, {"age": 40, "role": "partner"}],
        "children": [{"age": 11, "part_time": True}],
        "tenant": False,
        "debtor": "both",
        "partner_income": "16000.50",
        "own_housing": "0.00",
    }
    found = Household.model_validate(given)

    assert (found.partner_income, found.own_housing) == (1_600_050, 0)
    assert found.model_dump(mode="json", exclude_defaults=True) == given
    assert Household.model_validate(found.model_dump(mode="json")) == found


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        ({"adults": [{"age": 38, "role": "me"}, {"age": 40, "role": "me"}]}, "(input)", "at most one adult"),
        ({"adults": [{"age": 38, "role": "partner"}, {"age": 40, "role": "partner"}]}, "(input)", "'partner'"),
        ({"adults": [{"age": 38, "role": "boss"}]}, "adults.0.role", "must be one of 'me'"),
        ({"debtor": "the bank"}, "debtor", "must be one of 'me'"),
        ({"partner_income": "-1"}, "partner_income", "below zero"),
        ({"partner_income": "1.234"}, "partner_income", "more than two decimals"),
        ({"partner_income": 12.5}, "partner_income", "is not an amount"),
        ({"own_housing": "10000000"}, "own_housing", "more than any month holds"),
    ],
)
def test_what_cannot_be_is_named(change: dict[str, Any], at: str, says: str) -> None:
    with pytest.raises(ValidationError) as error:
        Household.model_validate({"adults": [{"age": 38}], "tenant": True} | change)
    assert says in {fault.at: fault.says for fault in faults_of(error.value)}[at]
