"""Who lives in the household, as far as the sums need it: ages, school lunches, and whether the home is rented."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

MOST_ADULTS = 10
MOST_CHILDREN = 15

Age = Annotated[int, Field(ge=0, le=120)]


class Given(BaseModel):
    """What a person or a file gives us: frozen, strict, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Adult(Given):
    """A grown-up of the household."""

    age: Age


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
    """Adults, children, and whether the home is rented (water is then inside the rent)."""

    adults: Annotated[tuple[Adult, ...], Field(strict=False, max_length=MOST_ADULTS)] = ()
    children: Annotated[tuple[Child, ...], Field(strict=False, max_length=MOST_CHILDREN)] = ()
    tenant: bool

    @model_validator(mode="after")
    def _somebody(self) -> Household:
        if not self.adults and not self.children:
            raise ValueError("a household needs at least one person")
        return self

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, the adults first."""
        return tuple(Person(age=adult.age) for adult in self.adults) + self.children
