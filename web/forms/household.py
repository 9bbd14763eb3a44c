"""Who lives in the household, as a form: adults of each age band, who they are to each other, children, and the home.

Where Kronofogden is or may be involved it asks whose debt it is too. Everything may be left out.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from flask_babel import lazy_gettext as _l

from calculator.household import MOST_ADULTS, MOST_CHILDREN, Child, Household
from content.money import plain
from web.forms.fields import ChoiceField
from web.forms.household_fields import BANDS, ChildRow, CountField
from web.forms.rows import RowsField, TypedForm
from web.forms.typed import MonthlyField
from web.session.visit import Visit

USUAL_BAND = {"16_17": 16, "18_25": 18}
"""The band that is filled in beforehand for an age group of the self-check; 25–50 for every other."""
DEFAULT_BAND = 25
HOMES = (
    ("rent", _l("Jag hyr")),
    ("own", _l("Jag äger mitt hem")),
)
HOME_HINTS = {
    "rent": _l("Också andra hand, inneboende eller hemma hos dina föräldrar."),
    "own": _l("Bostadsrätt eller eget hus."),
}
OTHERS = (
    ("couple", _l("Ja, med en av dem")),
    ("no", _l("Nej, de är till exempel vuxna barn, föräldrar eller inneboende")),
    ("skip", _l("Vill inte svara")),
)
DEBTORS = (
    ("me", _l("Min")),
    ("partner", _l("Min partners")),
    ("both", _l("Vi har den båda två")),
    ("unsure", _l("Jag vet inte")),
)
OF_DEBT = ("debtor", "partner_income", "own_housing")
"""What is asked for one sum alone: what may be kept when Kronofogden takes of the income."""
OF_KRONOFOGDEN = frozenset({"payment_order", "state_debt", "decided_debt", "attachment", "seizure"})
"""Letters with which Kronofogden is involved, or may soon be."""
DEBT_AT_KRONOFOGDEN = "debt_kronofogden"


class HouseholdForm(TypedForm):
    """Children, and home; `household_form` adds the counts, and what is asked about a debt."""

    children = RowsField(ChildRow, _l("Barn"), _l("Lägg till ett barn"), most=MOST_CHILDREN, every=True)
    others = ChoiceField(OTHERS)
    home = ChoiceField(HOMES)

    @property
    def adults(self) -> list[CountField]:
        """One field for each age band."""
        return [field for field in self if isinstance(field, CountField)]

    @property
    def amounts(self) -> list[MonthlyField]:
        """The amounts that only the sum about a debt needs; none where there is no such debt."""
        return [field for field in self if isinstance(field, MonthlyField)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field, and that somebody lives there, but not too many for the sums."""
        good = bool(super().validate(extra_validators))
        persons = sum(field.data for field in self.adults)
        if persons > MOST_ADULTS:
            return self._refuse(_l("Det är fler vuxna än vi kan räkna med. Ta bort några."))
        if not persons and not self.children.entries:
            return self._refuse(_l("Välj minst en person."))
        return good

    def _refuse(self, says: Any) -> bool:
        field = self.adults[0]
        field.errors = [*field.errors, says]
        return False

    def household(self, visit: Visit) -> Household:
        """The household as the visit keeps it; what this page does not ask for stays as it was."""
        ages = [field.age for field in self.adults for _ in range(field.data)]
        roles = _roles(ages, self.others.data, _usual_band(visit.age_group))
        children = self.children.data
        given: dict[str, Any] = {
            "adults": [{"age": age} | ({"role": role} if role else {}) for age, role in zip(ages, roles, strict=True)],
            "children": [{key: value for key, value in child.items() if value is not False} for child in children],
            "tenant": self.home.data != "own",
        }
        of_debt = {name: value for name, value in self._of_debt(visit).items() if _fits(name, roles)}
        return Household.model_validate(given | of_debt)

    def _of_debt(self, visit: Visit) -> dict[str, Any]:
        if "debtor" not in self:
            kept = visit.household
            return kept.model_dump(mode="json", include=set(OF_DEBT), exclude_none=True) if kept else {}
        amounts = {field.name: plain(field.data) for field in self.amounts if field.data is not None}
        return amounts | ({"debtor": self["debtor"].data} if self["debtor"].data else {})


def household_form(kept: Household | None, visit: Visit) -> HouseholdForm:
    """The form that shows what is kept of the household, or what was just posted."""
    fields: dict[str, Any] = {f"adults-{age}": CountField(age) for age in BANDS}
    fields |= _fields_of_debt() if kronofogden_is_near(visit) else {}
    data: dict[str, Any] = {"children": _children_of(kept)}
    for age, count in _adults_of(kept, visit.age_group).items():
        data[f"adults-{age}"] = count
    if kept:
        data |= {"home": "rent" if kept.tenant else "own", "others": _others_of(kept)}
        data |= {name: getattr(kept, name) for name in OF_DEBT if getattr(kept, name) is not None}
    form: HouseholdForm = type("WholeHouseholdForm", (HouseholdForm,), fields)(data=data)
    return form


def kronofogden_is_near(visit: Visit) -> bool:
    """Whether a letter that was chosen, or a debt in the budget, says that Kronofogden is or may be involved."""
    letters = visit.answers.get("letters", ())
    chosen = {letters} if isinstance(letters, str) else set(letters)
    return not OF_KRONOFOGDEN.isdisjoint(chosen) or DEBT_AT_KRONOFOGDEN in visit.budget


def _fields_of_debt() -> dict[str, Any]:
    return {
        "debtor": ChoiceField(DEBTORS),
        "partner_income": MonthlyField(
            _l("Din partners inkomst efter skatt"),
            _l("Lämna tomt om du skriver den i budgeten eller inte vet."),
            required=False,
        ),
        "own_housing": MonthlyField(
            _l("Din del av hyran"),
            _l("Bara om fler vuxna bor hos er. Räkna med din partners del också."),
            required=False,
        ),
    }


def _roles(ages: list[int], others: str | None, usual: int) -> list[str | None]:
    """Who each adult is to the one it is about: the first of the usual age, and the next one is the partner."""
    roles: list[str | None] = [None] * len(ages)
    if len(ages) > 1 and others in ("couple", "no"):
        me = ages.index(usual) if usual in ages else 0
        roles = ["other_adult"] * len(ages)
        roles[me] = "me"
        if others == "couple":
            roles[roles.index("other_adult")] = "partner"
    return roles


def _fits(name: str, roles: list[str | None]) -> bool:
    """Whether what is asked about a debt has a meaning for these adults."""
    return "other_adult" in roles if name == "own_housing" else "partner" in roles


def _others_of(kept: Household) -> str | None:
    """The answer that says who they are; none where it is not known of each."""
    if not kept.others or not kept.roles_known:
        return None
    return "couple" if kept.has_partner else "no"


def _children_of(kept: Household | None) -> list[dict[str, Any]]:
    return [_plain(child) for child in kept.children] if kept else []


def _plain(child: Child) -> dict[str, Any]:
    return child.model_dump(exclude_defaults=True)


def _usual_band(age_group: str) -> int:
    return USUAL_BAND.get(age_group, DEFAULT_BAND)


def _adults_of(kept: Household | None, age_group: str) -> Counter[int]:
    """Band → how many; one adult before anything is given."""
    if kept is None:
        return Counter([_usual_band(age_group)])
    return Counter(max(band for band in BANDS if band <= max(adult.age, min(BANDS))) for adult in kept.adults)
