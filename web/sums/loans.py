"""What borrowed money really costs: a loan, and a purchase that is paid later."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.credit_caps import Caps, credit_caps
from calculator.effective_rate import NoRate
from calculator.loan import Loan, LoanSums, loan_sums
from calculator.loan_rules import MOST_MONTHS
from calculator.pay_later import PayLater
from calculator.reference_costs import Used
from content.money import Ore
from web.i18n.languages import money
from web.i18n.markers import N_
from web.sums.ask import KRONOR, PER_MONTH, PERCENT_SIGN, Ask, Values
from web.sums.shown import one_decimal
from web.sums.spec import CannotSum, Figures, Sum, Told

KINDS = (
    ("annuity", _l("Lika mycket varje månad")),
    ("straight", _l("Mest i början: lika stor amortering varje månad")),
)
EVERY = (
    ("month", _l("varje månad")),
    ("thirty_days", _l("var trettionde dag")),
    ("two_weeks", _l("varannan vecka")),
    ("week", _l("varje vecka")),
)
MOST_TIMES = 260


@dataclass(frozen=True, slots=True)
class LoanShown:
    """A loan, what it comes to, and the ceilings of the law."""

    loan: Loan
    sums: LoanSums
    caps: Caps | None


@dataclass(frozen=True, slots=True)
class PayLaterShown:
    """A purchase that is paid later, its yearly rate as shown, and the ceilings of the law."""

    plan: PayLater
    rate: str


def _loan(given: Values, day: datetime.date, figures: Figures) -> LoanShown:
    if given["setup_fee"] >= given["amount"]:
        raise CannotSum("setup_fee", _("Avgiften måste vara mindre än lånet."))
    loan = Loan(**given)
    try:
        return LoanShown(loan, loan_sums(loan), credit_caps(loan, day, figures))
    except NoRate:
        raise CannotSum("monthly_fee", _("Avgifterna är för stora för att räkna med.")) from None


def _loan_told(found: LoanShown) -> Iterator[Told]:
    sums = found.sums
    if found.loan.kind == "annuity":
        yield Told(N_("Att betala varje månad"), money(sums.first_payment, whole=False))
    else:
        yield Told(N_("Att betala första månaden"), money(sums.first_payment, whole=False))
        yield Told(N_("Att betala sista månaden"), money(sums.last_payment, whole=False))
    yield Told(N_("Det du lånar kostar, utöver lånet"), money(sums.cost, whole=False), strong=True)
    yield Told(N_("Allt du betalar tillbaka"), money(sums.total, whole=False))
    yield Told(N_("Effektiv ränta om året"), one_decimal(sums.effective_rate_percent), strong=True)


def _loan_used(found: LoanShown) -> tuple[Used, ...]:
    return found.caps.figures_used if found.caps else ()


def _pay_later(given: Values, day: datetime.date, figures: Figures) -> PayLaterShown:
    plan = PayLater(**given)
    if plan.setup_fee >= plan.amount:
        raise CannotSum("setup_fee", _("Avgiften måste vara mindre än beloppet."))
    if plan.cost < 0:
        raise CannotSum("payment", _("Betalningarna blir mindre än beloppet. Kolla hur många de är."))
    try:
        return PayLaterShown(plan, one_decimal(plan.effective_rate_percent()))
    except NoRate:
        raise CannotSum("payment", _("Betalningarna är för stora för att räkna med.")) from None


def _pay_later_told(found: PayLaterShown) -> Iterator[Told]:
    yield Told(N_("Allt du betalar"), money(found.plan.total, whole=False))
    yield Told(N_("Det kostar att vänta med att betala"), money(found.plan.cost, whole=False), strong=True)
    yield Told(N_("Effektiv ränta om året"), found.rate, strong=True)  # type: ignore[arg-type]


SMALLEST: Ore = 1
LOAN = Sum(
    rule="loan",
    path="lan",
    title=N_("Vad kostar ett lån?"),
    lead=N_("Räntan är bara en del. Här ser du allt du betalar, också avgifterna."),
    asks=(
        Ask("amount", "amount", _l("Så mycket lånar du"), after=KRONOR, low=SMALLEST),
        Ask(
            "nominal_rate_percent",
            "percent",
            _l("Ränta"),
            _l("Den ränta som står först, utan avgifter."),
            after=PERCENT_SIGN,
        ),
        Ask("months", "number", _l("Hur många månader"), _l("Ett år är 12 månader."), low=1, high=MOST_MONTHS),
        Ask(
            "monthly_fee",
            "amount",
            _l("Avgift varje månad"),
            _l("Till exempel aviavgift. Lämna tomt om det inte finns någon."),
            empty=0,
            required=False,
            after=PER_MONTH,
        ),
        Ask(
            "setup_fee",
            "amount",
            _l("Avgift i början"),
            _l("Till exempel uppläggningsavgift. Lämna tomt om det inte finns någon."),
            empty=0,
            required=False,
            after=KRONOR,
        ),
        Ask("kind", "choice", _l("Så betalar du tillbaka"), empty="annuity", required=False, choices=KINDS),
    ),
    work=_loan,
    told=_loan_told,
    used=_loan_used,
)
PAY_LATER = Sum(
    rule="effective_rate",
    path="kopa-nu",
    title=N_("Vad kostar det att köpa nu och betala sen?"),
    lead=N_("Små avgifter kan bli en hög ränta. Här ser du vad det kostar att dela upp ett köp eller ta ett snabblån."),
    asks=(
        Ask("amount", "amount", _l("Priset, eller så mycket som du får låna"), after=KRONOR, low=SMALLEST),
        Ask(
            "payment",
            "amount",
            _l("Att betala varje gång"),
            _l("Räkna med avgiften, om det finns en."),
            after=KRONOR,
            low=SMALLEST,
        ),
        Ask("times", "number", _l("Hur många gånger"), low=1, high=MOST_TIMES),
        Ask(
            "every",
            "choice",
            _l("Hur ofta"),
            _l("Den första betalningen kommer efter så lång tid."),
            empty="month",
            required=False,
            choices=EVERY,
        ),
        Ask(
            "setup_fee",
            "amount",
            _l("Avgift första dagen"),
            _l("Lämna tomt om det inte finns någon."),
            empty=0,
            required=False,
            after=KRONOR,
        ),
    ),
    work=_pay_later,
    told=_pay_later_told,
)
