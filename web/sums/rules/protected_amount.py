"""What the one who owes may keep when Kronofogden takes of the income: its page, and its lines on result and sheet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form

from calculator import protected_amount as protected
from calculator.household import MOST_CHILDREN
from calculator.protected_amount import ProtectedAmount, ProtectedAmountInput
from report.build import Report
from report.whose_debt import KeptOfDebt, Owner, Unsure, kept_of_debt
from web.extensions import library
from web.forms.reading import as_typed
from web.forms.rows import RowsField, TypedForm, Values
from web.forms.typed import (
    MonthlyField,
    NumberField,
    PickField,
    TickField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.session.as_case import budget_of
from web.session.visit import Visit
from web.sums.shown import one_decimal
from web.sums.spec import CannotSum, Figures, InReport, Sum, Texts, Told, chosen

COUPLE = (
    ("no", _l("Nej")),
    ("yes", _l("Ja")),
)


AMOUNTS = ("debtor_income", "other_income", "partner_income", "housing", "housing_allowance", "maintenance_paid")


KEEPS: dict[Owner, str] = {
    "me": N_("Ungefär så mycket får du behålla i månaden"),
    "partner": N_("Ungefär så mycket får din partner behålla i månaden"),
}


TAKEN: dict[Owner, str] = {
    "me": N_("Ungefär så mycket kan Kronofogden ta av din inkomst i månaden"),
    "partner": N_("Ungefär så mycket kan Kronofogden ta av din partners inkomst i månaden"),
}


CAUTION = N_("Det här är ungefärligt. Kronofogden räknar på just dig och bestämmer.")


WHY_UNSURE: dict[Unsure, str] = {
    "role": N_("Vi vet inte vilka de andra vuxna i hemmet är för dig."),
    "debtor": N_("Vi vet inte vem av er som har skulden."),
    "partner_income": N_("Vi vet inte vad din partner har för inkomst."),
    "own_housing": N_("Vi vet inte hur stor din del av hyran är."),
    "kind_of_income": N_("Vi vet inte hur Kronofogden räknar med en av dina inkomster."),
    "too_little": N_("Vi vet för lite om inkomsten och om vad hemmet kostar."),
}
"""Why there is no number. Nothing is guessed where somebody may count on it."""


OF_THE_HOUSEHOLD = frozenset({"role", "debtor", "partner_income", "own_housing"})
"""What the page of the household asks for."""


class ProtectedAmountRow(Form):
    """One child."""

    age = NumberField(_l("Ålder"), _l("I hela år. Ett barn under ett år är 0."), high=protected.OLDEST_CHILD)
    benefits = MonthlyField(
        _l("Pengar som kommer för barnet"), _l("Barnbidrag, underhåll, studiehjälp."), empty=0, required=False
    )
    part_time = TickField(_l("Bor här halva tiden"))


class ProtectedAmountForm(TypedForm):
    """What the page asks."""

    couple = PickField(
        _l("Lever du ihop med någon som ett par?"),
        _l("Ett vuxet barn, en förälder eller en inneboende räknas inte."),
        empty="no",
        choices=COUPLE,
    )
    debtor_income = MonthlyField(
        _l("Din inkomst efter skatt"),
        _l(
            "Lön, sjukpenning, föräldrapenning, a-kassa och pension. Räkna inte med studiemedel, barnbidrag, "
            "underhåll och bostadsbidrag."
        ),
    )
    other_income = MonthlyField(
        _l("Annan egen inkomst, som Kronofogden inte kan ta"),
        _l("Lämna tomt om du inte har det."),
        empty=0,
        required=False,
    )
    partner_income = MonthlyField(
        _l("Din partners inkomst efter skatt"),
        _l("Bara om ni är ett par. Skriv 0 om din partner inte har någon inkomst."),
        required=False,
    )
    housing = MonthlyField(
        _l("Hyra, eller ränta och drift för hemmet"),
        _l(
            "Räkna med värmen. El i hemmet ingår i normalbeloppet. "
            "Om fler vuxna bor i hemmet: skriv bara din och din partners del."
        ),
    )
    housing_allowance = MonthlyField(
        _l("Bostadsbidrag eller bostadstillägg"), _l("Lämna tomt om du inte har det."), empty=0, required=False
    )
    extras = MonthlyField(
        _l("Annat som Kronofogden kan lägga till"),
        _l("Till exempel barnomsorg, resor till jobbet eller medicin. Lämna tomt om du inte vet."),
        empty=0,
        required=False,
    )
    maintenance_paid = MonthlyField(
        _l("Underhåll som du betalar"),
        _l("Till ett barn som bor hos någon annan. Lämna tomt om du inte betalar något."),
        empty=0,
        required=False,
    )
    children = RowsField(ProtectedAmountRow, _l("Barn"), _l("Lägg till ett barn"), least=0, most=MOST_CHILDREN)


def told(found: ProtectedAmount, whose: Owner = "me") -> Iterator[Told]:
    """The lines of one who owes; a couple's need is told before the own part of it."""
    whole = found.share_percent == 100  # noqa: PLR2004 - percent
    if whose == "me":
        yield Told(N_("Normalbelopp, det som ska räcka till allt utom hemmet"), money(found.normal_amount, whole=False))
    if whose == "me" and not whole:
        yield Told(N_("Det som hushållet behöver, med hemmet"), money(found.need, whole=False))
        yield Told(N_("Din del av det, efter inkomst"), one_decimal(found.share_percent))
    yield Told(KEEPS[whose], money(found.keep, whole=False), strong=True)
    yield Told(TAKEN[whose], money(found.could_be_taken, whole=False), strong=True)


def told_of_debt(found: KeptOfDebt) -> Iterator[Told]:
    """The lines of everybody who owes, each with whose it is."""
    for part in found.parts:
        yield from told(part.amount, part.whose)


def kept_in(visit: Visit, day: datetime.date) -> KeptOfDebt | None:
    """What the visit's household and budget say of it."""
    content = library().calculator
    return kept_of_debt(visit.household, budget_of(visit, content), day, content.figures)


def _work(given: Values, day: datetime.date, figures: Figures) -> ProtectedAmount:
    couple = given["couple"] == "yes"
    if couple and given["partner_income"] is None:
        raise CannotSum("partner_income", _("Skriv partnerns inkomst eller 0. Utan den kan vi inte räkna."))
    if couple and not given["debtor_income"] + given["other_income"] + given["partner_income"]:
        raise CannotSum("debtor_income", _("Skriv minst en inkomst som är mer än noll."))
    children = tuple(protected.ChildWithBenefits(**child) for child in given["children"])
    amounts = {name: given[name] for name in (*AMOUNTS, "extras")}
    asked = ProtectedAmountInput(day=day, couple=couple, children=children, **amounts)
    return protected.protected_amount(asked, figures)


def _beforehand(visit: Visit, day: datetime.date) -> Texts:
    found = kept_in(visit, day)
    if found is None or not found.parts:
        return {}
    given = found.parts[0].given
    texts = {"couple": "yes" if given.couple else "no"}
    texts |= {name: as_typed(amount) for name in AMOUNTS if (amount := getattr(given, name)) is not None}
    for number, child in enumerate(given.children):
        texts |= {f"children-{number}-age": str(child.age), f"children-{number}-benefits": as_typed(child.benefits)}
        texts |= {f"children-{number}-part_time": "1"} if child.part_time else {}
    return texts


def _unsure(visit: Visit, day: datetime.date) -> str:
    """Why nothing is filled in beforehand, where a household and a budget are there."""
    found = kept_in(visit, day)
    return WHY_UNSURE[found.unsure] if found and found.unsure else ""


def _in_report(report: Report) -> InReport | None:
    found = report.protected
    if found is None:
        return None
    if found.unsure:
        return InReport(unsure=WHY_UNSURE[found.unsure], of_household=found.unsure in OF_THE_HOUSEHOLD)
    return InReport(tuple(told_of_debt(found)), found.figures_used)


SUM = Sum(
    rule="protected_amount",
    path="behalla",
    title=N_("Vad får du behålla om Kronofogden tar en del av lönen?"),
    form=ProtectedAmountForm,
    lead=N_(
        "Du får alltid behålla pengar till hemmet och till att leva. Här ser du ungefär hur mycket. "
        "Fyll i för den som har skulden."
    ),
    caution=CAUTION,
    unsure=_unsure,
    work=_work,
    told=told,
    used=lambda found: found.figures_used,
    beforehand=_beforehand,
    steps=("B16",),
    near=lambda report: chosen(report, "letters.attachment"),
    in_report=_in_report,
)
