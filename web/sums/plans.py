"""Two plans: to be free of debts, and to have something saved."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from calculator.loan_rules import MOST_DEBTS
from calculator.repayment import Debt, Order, Repayment, repayment
from calculator.saving import Saved, SavingPlan, saving
from content.money import ORE_IN_KRONA, Ore
from web.i18n.languages import money
from web.i18n.markers import N_
from web.sums.ask import KRONOR, PER_MONTH, PERCENT_SIGN, Ask, Rows, Values
from web.sums.shown import months
from web.sums.spec import CannotSum, Figures, Sum, Told

ORDERS: tuple[tuple[Order, str], ...] = (
    ("highest_rate", N_("Högst ränta först")),
    ("smallest_first", N_("Minsta skulden först")),
)
MORE: Ore = 200_00
"""What a little more a month does."""
SHOWN_DEBTS = 10
"""So many debts the page takes; the command line takes more."""
TIMES = (
    ("12", _l("i månaden")),
    ("26", _l("varannan vecka")),
    ("52", _l("i veckan")),
)


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


def _ways(given: Values, day: datetime.date, figures: Figures) -> Ways:
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


def _ways_told(found: Ways) -> Iterator[Told]:
    for way in found.ways:
        if way.plan.months is None:
            yield Told(
                N_("Med så mycket i månaden tar skulderna aldrig slut. Det fattas minst"),
                money(way.plan.short_by or 0, whole=False),
            )
            return
        yield Told(way.name, months(way.plan.months), strong=True)
        yield Told(N_("Ränta du betalar då"), money(way.plan.total_interest or 0, whole=False))


@dataclass(frozen=True, slots=True)
class SavingShown:
    """The plan, and when the goal is reached; None where it never is."""

    plan: SavingPlan
    saved: Saved | None

    @property
    def amount(self) -> Ore:
        """What is there then, whole kronor as öre."""
        return self.saved.kronor * ORE_IN_KRONA if self.saved else 0


def _saving(given: Values, day: datetime.date, figures: Figures) -> SavingShown:
    plan = SavingPlan(
        goal=given["goal"],
        deposit=given["deposit"],
        deposits_per_year=int(given["times"]),
        start=given["start"],
        effective_rate_percent=given["rate"],
    )
    return SavingShown(plan, saving(plan))


def _saving_told(found: SavingShown) -> Iterator[Told]:
    yield Told(N_("Målet"), money(found.plan.goal, whole=False))
    if found.saved is None:
        yield Told(N_("Med så mycket nås inte målet"), Markup("–"))
        return
    yield Told(N_("Så lång tid tar det"), months(found.saved.months), strong=True)
    yield Told(N_("Då har du"), money(found.amount))


REPAYMENT = Sum(
    rule="repayment",
    path="bli-skuldfri",
    title=N_("En plan för att bli skuldfri"),
    lead=N_(
        "Skriv dina skulder och vad du kan betala i månaden. Du ser två sätt bredvid varandra, och hur lång tid de tar."
    ),
    asks=(
        Ask(
            "per_month",
            "amount",
            _l("Så mycket kan du betala på skulderna"),
            _l("Allt tillsammans."),
            after=PER_MONTH,
            low=1,
        ),
        Rows(
            "debts",
            _l("Skuld"),
            _l("Lägg till en skuld"),
            (
                Ask("balance", "amount", _l("Kvar att betala"), after=KRONOR, low=1),
                Ask(
                    "nominal_rate_percent",
                    "percent",
                    _l("Ränta"),
                    _l("Skriv 0 om det inte är någon ränta."),
                    after=PERCENT_SIGN,
                ),
                Ask(
                    "minimum",
                    "amount",
                    _l("Det minsta du måste betala"),
                    _l("Lämna tomt om du inte vet."),
                    empty=0,
                    required=False,
                    after=PER_MONTH,
                ),
            ),
            least=1,
            most=min(SHOWN_DEBTS, MOST_DEBTS),
            shown=2,
        ),
    ),
    work=_ways,
    told=_ways_told,
)
SAVING = Sum(
    rule="saving",
    path="spara",
    title=N_("Hur lång tid tar det att spara?"),
    lead=N_(
        "En buffert är pengar för det som händer. Också små summor blir något. Har du dyra skulder: betala dem först."
    ),
    asks=(
        Ask(
            "goal",
            "amount",
            _l("Så mycket vill du ha"),
            _l("En månadshyra är ett bra första mål."),
            after=KRONOR,
            low=1,
        ),
        Ask("deposit", "amount", _l("Så mycket lägger du undan varje gång"), after=KRONOR),
        Ask("times", "choice", _l("Hur ofta"), empty="12", required=False, choices=TIMES),
        Ask(
            "start",
            "amount",
            _l("Så mycket har du redan"),
            _l("Lämna tomt om du inte har något."),
            empty=0,
            required=False,
            after=KRONOR,
        ),
        Ask(
            "rate",
            "percent",
            _l("Ränta på sparkontot"),
            _l("Lämna tomt om du inte vet. Då räknar vi utan ränta."),
            empty=Decimal(0),
            required=False,
            after=PERCENT_SIGN,
        ),
    ),
    work=_saving,
    told=_saving_told,
)
