"""Who lives in the household, who they are to each other, and whose debt it is; as far as the sums need it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, PlainSerializer, model_validator

from calculator.given import Given
from calculator.inputs import Amount
from content.money import MOST_TYPED, Ore, plain

MOST_ADULTS = 10
MOST_CHILDREN = 15

Age = Annotated[int, Field(ge=0, le=120)]
Role = Literal["me", "partner", "other_adult"]
"""Who an adult is to the person the case is about: that person, the partner, or a grown child, parent or lodger."""
Debtor = Literal["me", "partner", "both", "unsure"]


def _in_a_month(amount: Ore) -> Ore:
    if amount > MOST_TYPED:
        raise ValueError("is more than any month holds")
    return amount


Monthly = Annotated[Amount, AfterValidator(_in_a_month), PlainSerializer(plain)]
"""Öre a month, read from kronor and written as kronor again."""


class Adult(Given):
    """A grown-up of the household; `role` is None where it is not known."""

    age: Age
    role: Role | None = None


class Person(Given):
    """Somebody who eats and is clothed in the household.

    `part_time`: lives here half of the time. Half of the person's food and individual costs count; the costs that
    the household shares are those of a household where the person is at home, since the home is kept for them.
    """

    age: Age
    lunch_away: bool = False
    part_time: bool = False


class Child(Person):
    """A child of the household."""


class Household(Given):
    """Adults, children, whether the home is rented (water is then inside the rent), and whose debt it is.

    `partner_income` is after tax, in öre a month; `own_housing` is the part of the rent that the one it is about (and
    a partner) pays where there are other adults, in öre a month. In JSON both are kronor.
    """

    adults: Annotated[tuple[Adult, ...], Field(strict=False, max_length=MOST_ADULTS)] = ()
    children: Annotated[tuple[Child, ...], Field(strict=False, max_length=MOST_CHILDREN)] = ()
    tenant: bool
    debtor: Debtor | None = None
    partner_income: Monthly | None = None
    own_housing: Monthly | None = None

    @model_validator(mode="after")
    def _somebody(self) -> Household:
        if not self.adults and not self.children:
            raise ValueError("a household needs at least one person")
        return self

    @model_validator(mode="after")
    def _one_of_each(self) -> Household:
        roles = [adult.role for adult in self.adults]
        for role in ("me", "partner"):
            if roles.count(role) > 1:
                raise ValueError(f"at most one adult has the role {role!r}")
        return self

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, the adults first."""
        return tuple(Person(age=adult.age) for adult in self.adults) + self.children

    @property
    def me(self) -> Adult | None:
        """The adult it is about: the one whose role says so, else the first without a role, else the first; or none."""
        place = self._place_of_me
        return None if place is None else self.adults[place]

    @property
    def others(self) -> tuple[Adult, ...]:
        """The adults but the one it is about."""
        return tuple(adult for place, adult in enumerate(self.adults) if place != self._place_of_me)

    @property
    def _place_of_me(self) -> int | None:
        places = range(len(self.adults))
        said = [place for place in places if self.adults[place].role == "me"]
        open_ = [place for place in places if self.adults[place].role is None]
        return next(iter([*said, *open_, *places]), None)

    @property
    def has_partner(self) -> bool:
        """Whether one of the others is said to be a couple with the one it is about."""
        return any(adult.role == "partner" for adult in self.others)

    @property
    def roles_known(self) -> bool:
        """Whether it is known of each of the others who they are."""
        return all(adult.role is not None for adult in self.others)

    @property
    def whose_debt(self) -> Debtor:
        """As it was given; left out it is not known where there is a partner, and else one's own."""
        return self.debtor or ("unsure" if self.has_partner else "me")
