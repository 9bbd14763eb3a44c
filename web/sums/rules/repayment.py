"""A plan to be free of debts: two orders side by side, and what a little more a month does."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form

from calculator.loan_rules import MOST_DEBTS
from calculator.repayment import Debt, Order, Repayment, repayment
from content.money import Ore
from web.forms.reading import as_typed
from web.forms.rows import RowsField, TypedForm, Values
from web.forms.typed import (
    KronorField,
    MonthlyField,
    PercentField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.session.visit import Visit
from web.sums.shown import months
from web.sums.spec import CannotSum, Figures, Sum, Texts, Told

ORDERS: tuple[tuple[Order, str], ...] = (
    ("highest_rate", N_("Högst ränta först")),
    ("smallest_first", N_("Minsta skulden först")),
)


MORE: Ore = 200_00
"""What a little more a month does."""


SHOWN_DEBTS = 10
"""So many debts the page takes; the command line takes more."""


@dataclass(frozen=True, slots=True)
class Way:
    """One order, how it goes, and how it goes with a little more a month."""

    order: Order
    name: str
    plan: Repayment
    with_more: Repayment
    debts: tuple[int, ...]
    """The number of each debt in the order they are paid, the first debt of the form being 1."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Both orders side by side, and what there is a month."""

    ways: tuple[Way, ...]
    per_month: Ore
    more: Ore

    @property
    def ends(self) -> bool:
        """Whether the debts are ever paid."""
        return all(way.plan.months is not None for way in self.ways)

    @property
    def cheaper(self) -> Way | None:
        """The order that costs less interest; None where they cost the same."""
        first, second = self.ways
        if first.plan.total_interest == second.plan.total_interest:
            return None
        return min(self.ways, key=lambda way: way.plan.total_interest or 0)


class RepaymentRow(Form):
    """One debt."""

    balance = KronorField(_l("Kvar att betala"), low=1)
    nominal_rate_percent = PercentField(_l("Ränta"), _l("Skriv 0 om det inte är någon ränta."))
    minimum = MonthlyField(_l("Det minsta du måste betala"), _l("Lämna tomt om du inte vet."), empty=0, required=False)


class RepaymentForm(TypedForm):
    """What the page asks."""

    per_month = MonthlyField(_l("Så mycket kan du betala på skulderna"), _l("Allt tillsammans."), low=1)
    debts = RowsField(
        RepaymentRow, _l("Skuld"), _l("Lägg till en skuld"), least=1, most=min(SHOWN_DEBTS, MOST_DEBTS), shown=2
    )


def _work(given: Values, day: datetime.date, figures: Figures) -> Ways:
    debts = [Debt(str(number), **debt) for number, debt in enumerate(given["debts"], start=1)]
    if not debts:
        raise CannotSum("debts-0-balance", _("Skriv minst en skuld."))
    per_month = given["per_month"]
    ways = tuple(_way(order, name, debts, per_month) for order, name in ORDERS)
    return Ways(ways, per_month, MORE)


def _way(order: Order, name: str, debts: list[Debt], per_month: Ore) -> Way:
    plan = repayment(debts, per_month, order)
    paid = tuple(int(done.id) for done in sorted(plan.done, key=lambda done: done.month))
    return Way(order, name, plan, repayment(debts, per_month + MORE, order), paid)


def _beforehand(visit: Visit, day: datetime.date) -> Texts:
    """The debts of the visit's own list, those that are contested left out."""
    debts = [debt for debt in visit.debts if debt.owed and not debt.wrong][:SHOWN_DEBTS]
    texts: dict[str, str] = {}
    for number, debt in enumerate(debts):
        typed = {
            "balance": as_typed(debt.owed or 0),
            "nominal_rate_percent": "" if debt.rate is None else f"{debt.rate.normalize():f}".replace(".", ","),
            "minimum": as_typed(debt.minimum) if debt.minimum else "",
        }
        texts |= {f"debts-{number}-{name}": text for name, text in typed.items() if text}
    return texts


def _told(found: Ways) -> Iterator[Told]:
    for way in found.ways:
        if way.plan.months is None:
            yield Told(
                N_("Med så mycket i månaden tar skulderna aldrig slut. Så mycket saknas minst"),
                money(way.plan.short_by or 0, whole=False),
            )
            return
        yield Told(way.name, months(way.plan.months), strong=True)
        yield Told(N_("Ränta du betalar då"), money(way.plan.total_interest or 0, whole=False))


SUM = Sum(
    rule="repayment",
    path="bli-skuldfri",
    title=N_("En plan för att bli skuldfri"),
    form=RepaymentForm,
    lead=N_("Skriv dina skulder och vad du kan betala i månaden. Du ser två sätt och hur lång tid de tar."),
    work=_work,
    told=_told,
    beforehand=_beforehand,
    filled_from="debts",
    near=lambda report: bool(report.sums and report.sums.debts),
)
