"""How a bill grows that is not paid, with the dates when each step can come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.inputs import InputError
from calculator.late_bill import LateBill, LateBillInput, StepName, earliest_dates, late_bill
from calculator.reference_costs import Used
from content.money import Ore
from web.forms.rows import TypedForm, Values
from web.forms.typed import (
    DayField,
    KronorField,
)
from web.i18n.formats import day as shown_day
from web.i18n.formats import money
from web.i18n.markers import N_
from web.sums.spec import CannotSum, Figures, Sum, Told, chosen

STEP_NAMES: dict[StepName, str] = {
    "bill": N_("Räkningen"),
    "reminder": N_("Påminnelse"),
    "collection": N_("Inkassokrav"),
    "payment_order": N_("Betalningsföreläggande hos Kronofogden"),
    "enforcement": N_("Kronofogden driver in skulden"),
    "second_year": N_("Fortfarande obetald ett år senare"),
}
"""Every step by the name of the letter that comes with it."""


EXAMPLE: Ore = 500_00
"""What the letter door shows where no amount is given."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps with their names, their earliest dates, and how high each stands in percent of the highest."""

    bill: LateBill
    rungs: tuple[Rung, ...]
    amount: Ore


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder, for the picture and the table."""

    step: StepName
    name: str
    added: Ore
    total: Ore
    law: str
    earliest: datetime.date
    passed: bool
    share: int


class LateBillForm(TypedForm):
    """What the page asks."""

    amount = KronorField(_l("Räkningens belopp"), low=1)
    due = DayField(_l("Dag den skulle betalas"), _l("Dagen står på räkningen."))


def ladder(amount: Ore, due: datetime.date, day: datetime.date, figures: Figures) -> Ladder:
    """The whole ladder of a bill in öre."""
    found = late_bill(LateBillInput(amount=amount, due=due, day=day), figures)
    dates = earliest_dates(due, day, figures)
    highest = found.steps[-1].total or 1
    rungs = tuple(
        Rung(
            step=one.step,
            name=STEP_NAMES[one.step],
            added=one.added,
            total=one.total,
            law=one.law,
            earliest=dates[one.step],
            passed=dates[one.step] <= day,
            share=max(1, 100 * one.total // highest),
        )
        for one in found.steps
    )
    return Ladder(found, rungs, amount)


def _work(given: Values, day: datetime.date, figures: Figures) -> Ladder:
    try:
        return ladder(given["amount"], given["due"], day, figures)
    except InputError:
        raise CannotSum("due", _("Så långt tillbaka har vi inga räntor. Skriv en senare dag.")) from None


def _told(found: Ladder) -> Iterator[Told]:
    for rung in found.rungs:
        yield Told(rung.name, money(rung.total, whole=False))
    yield Told(N_("Dröjsmålsränta till i dag"), money(found.bill.interest, whole=False), strong=True)
    yield Told(N_("Räkningen skulle betalas"), shown_day(found.rungs[0].earliest))


def _used(found: Ladder) -> tuple[Used, ...]:
    return found.bill.figures_used


SUM = Sum(
    rule="late_bill",
    path="sen-rakning",
    title=N_("Så växer en räkning som inte betalas"),
    form=LateBillForm,
    lead=N_("Se vad varje steg kostar och när det kan komma. Det gäller vanliga räkningar, inte lån och krediter."),
    work=_work,
    told=_told,
    used=_used,
    steps=("B06", "B27"),
    near=lambda report: chosen(report, "letters.reminder", "letters.collection", "letters.payment_order"),
)
