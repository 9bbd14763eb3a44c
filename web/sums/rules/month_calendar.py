"""When in the month the money runs out: what comes and goes on which day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form

from calculator.budget import Line
from calculator.month_calendar import Event, MonthCalendarInput, month_calendar
from content.money import Ore, rounded
from web.extensions import library
from web.forms.reading import as_typed
from web.forms.rows import RowsField, TypedForm, Values
from web.forms.typed import (
    KronorField,
    MonthField,
    NumberField,
    PickField,
    TickField,
)
from web.i18n.formats import day as shown_day
from web.i18n.formats import money
from web.i18n.markers import N_
from web.session.as_case import budget_of
from web.session.visit import Visit
from web.sums.month_line import MonthShown
from web.sums.spec import CannotSum, Figures, Sum, Texts, Told

LAST_DAY = 31


WEEKS = (1, 8, 15, 22)


MOST_EVENTS = 15


@dataclass(frozen=True, slots=True)
class Usual:
    """Something that comes or goes each month: its sign, and the day it mostly falls on."""

    name: Any
    sign: int
    day: int
    banking_day: bool = False
    lines: tuple[str, ...] = ()
    """The lines of the budget that it is filled in from."""


KINDS: dict[str, Usual] = {
    "pay": Usual(_l("In: lön"), 1, 25, True, ("pay", "pay_partner", "extra_job", "own_business")),
    "child_benefit": Usual(_l("In: barnbidrag"), 1, 20, True, ("child_benefit",)),
    "benefit": Usual(
        _l("In: pengar från Försäkringskassan, CSN eller a-kassan"),
        1,
        25,
        True,
        (
            "sickness_benefit",
            "disability_benefit",
            "parental_benefit",
            "care_allowance",
            "housing_allowance",
            "study_support",
            "study_grant",
            "unemployment_benefit",
            "activity_support",
            "maintenance_received",
        ),
    ),
    "pension": Usual(_l("In: pension"), 1, 18, True, ("pension", "pension_housing", "pension_support")),
    "other_in": Usual(_l("In: annat"), 1, 25, False, ("income_support", "help_from_relatives", "other_income")),
    "rent": Usual(
        _l("Ut: hyra eller avgift för hemmet"),
        -1,
        LAST_DAY,
        True,
        ("rent", "home_fee", "home_loan_interest", "home_loan_repayment"),
    ),
    "bills": Usual(_l("Ut: räkningar"), -1, LAST_DAY, True),
    "debts": Usual(_l("Ut: lån och skulder"), -1, LAST_DAY, True),
    "living": Usual(
        _l("Ut: mat och annat, delat på fyra veckor"),
        -1,
        1,
        False,
        ("food", "eating_out", "consumables", "local_transport", "food_sum", "travel_sum"),
    ),
    "other_out": Usual(_l("Ut: annat"), -1, 15),
}
"""What can be chosen. For most, pay comes on the 25th, child benefit on the 20th, and rent on the last banking day."""


FIRST_KINDS = ("pay", "child_benefit", "rent", "living")


class MonthCalendarRow(Form):
    """Something that comes or goes."""

    kind = PickField(_l("Vad är det?"), empty="pay", choices=tuple(((name, one.name) for name, one in KINDS.items())))
    amount = KronorField(_l("Belopp"), low=1)
    day = NumberField(
        _l("Vilken dag i månaden"),
        _l("Lämna tomt för den vanliga dagen. Det är lön den 25, barnbidrag den 20 och hyra sista bankdagen."),
        required=False,
        low=1,
        high=LAST_DAY,
    )


class MonthCalendarForm(TypedForm):
    """What the page asks."""

    month = MonthField(_l("Månad"))
    opening = KronorField(
        _l("Så mycket finns på kontot när månaden börjar"), _l("Lämna tomt om det är noll."), empty=0, required=False
    )
    below = TickField(_l("Det är minus på kontot"))
    events = RowsField(MonthCalendarRow, _l("Rad"), _l("Lägg till en rad"), least=1, most=MOST_EVENTS, shown=4)


def _work(given: Values, day: datetime.date, figures: Figures) -> MonthShown:
    events: list[Event] = []
    names: dict[str, tuple[Any, Ore]] = {}
    if not given["events"]:
        raise CannotSum("events-0-amount", _("Skriv minst ett belopp som kommer eller går."))
    for number, row in enumerate(given["events"]):
        kind = KINDS[row["kind"]]
        for event in _events(f"{number}", row, kind):
            events.append(event)
            names[event.id] = (kind.name, event.amount)
    opening = -given["opening"] if given["below"] else given["opening"]
    asked = MonthCalendarInput(month=given["month"], opening=opening, events=tuple(events))
    return MonthShown(month_calendar(asked), names, opening, given["month"])


def _events(name: str, row: Values, kind: Usual) -> Iterator[Event]:
    """One event, or one a week, whose parts come to the whole."""
    amount, own_day = kind.sign * row["amount"], row["day"]
    if row["kind"] == "living" and own_day is None:
        part = abs(amount) // len(WEEKS)
        rest = abs(amount) - part * len(WEEKS)
        for week, day in enumerate(WEEKS):
            more = rest if week == 0 else 0
            yield Event(id=f"{name}-{week}", amount=-(part + more), day=day, banking_day=False)
        return
    day = own_day or kind.day
    yield Event(id=name, amount=amount, day=day, banking_day=kind.banking_day)


def _told(found: MonthShown) -> Iterator[Told]:
    lowest = found.month.lowest
    yield Told(N_("Dagen med minst pengar"), shown_day(lowest.date), strong=True)
    yield Told(N_("Då finns det"), money(lowest.balance, whole=False), strong=True)
    if found.month.short_from is not None:
        yield Told(N_("Från och med den här dagen räcker pengarna inte"), shown_day(found.month.short_from))
    yield Told(N_("Kvar när månaden är slut"), money(found.month.days[-1].balance, whole=False))


def _beforehand(visit: Visit, day: datetime.date) -> Texts:
    texts = {"month": f"{day:%Y-%m}"}
    budget = budget_of(visit, library().calculator)
    if budget is None:
        return texts | {f"events-{number}-kind": kind for number, kind in enumerate(FIRST_KINDS)}
    for number, (kind, amount) in enumerate(_from_budget(list(budget))):
        texts |= {f"events-{number}-kind": kind, f"events-{number}-amount": as_typed(amount)}
    return texts


def _from_budget(lines: list[Line]) -> Iterator[tuple[str, Ore]]:
    """The lines of the budget by the kinds above; what no kind names are bills, debts and other income."""
    known = library().calculator
    named = {line: kind for kind, usual in KINDS.items() for line in usual.lines}
    rest = {"income": "other_in", "costs": "bills", "debts": "debts"}
    sums: dict[str, Ore] = {}
    for line in lines:
        kind = named.get(line.id) or rest[known.kind_of(line.id)]
        sums[kind] = sums.get(kind, 0) + rounded(line.monthly)
    yield from ((kind, sums[kind]) for kind in KINDS if sums.get(kind))


SUM = Sum(
    rule="month_calendar",
    path="manaden",
    title=N_("När i månaden tar pengarna slut?"),
    form=MonthCalendarForm,
    lead=N_("Skriv vad som kommer, vad som går och vilken dag. Du ser dag för dag hur mycket som är kvar."),
    work=_work,
    told=_told,
    beforehand=_beforehand,
    near=lambda report: report.sums is not None,
)
