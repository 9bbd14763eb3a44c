"""What a loan really costs, and the ceilings of the law."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.credit_caps import Caps, credit_caps
from calculator.effective_rate import NoRate
from calculator.loan import MOST_MONTHS, Loan, LoanSums, loan_sums
from calculator.reference_costs import Used
from web.forms.rows import TypedForm, Values
from web.forms.typed import (
    KronorField,
    MonthlyField,
    NumberField,
    PercentField,
    PickField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.sums.shown import one_decimal
from web.sums.spec import CannotSum, Figures, Sum, Told

KINDS = (
    ("annuity", _l("Lika mycket varje månad")),
    ("straight", _l("Mest i början (lika stor amortering varje månad)")),
)


@dataclass(frozen=True, slots=True)
class LoanShown:
    """A loan, what it comes to, and the ceilings of the law."""

    loan: Loan
    sums: LoanSums
    caps: Caps | None


class LoanForm(TypedForm):
    """What the page asks."""

    amount = KronorField(_l("Så mycket lånar du"), low=1)
    nominal_rate_percent = PercentField(_l("Ränta"), _l("Den ränta som står först, utan avgifter."))
    months = NumberField(_l("Hur många månader"), _l("Ett år är 12 månader."), low=1, high=MOST_MONTHS)
    monthly_fee = MonthlyField(
        _l("Avgift varje månad"),
        _l("Till exempel aviavgift. Lämna tomt om det inte finns någon."),
        empty=0,
        required=False,
    )
    setup_fee = KronorField(
        _l("Avgift i början"),
        _l("Till exempel uppläggningsavgift. Lämna tomt om det inte finns någon."),
        empty=0,
        required=False,
    )
    kind = PickField(_l("Så betalar du tillbaka"), empty="annuity", choices=KINDS)


def _work(given: Values, day: datetime.date, figures: Figures) -> LoanShown:
    if given["setup_fee"] >= given["amount"]:
        raise CannotSum("setup_fee", _("Avgiften måste vara mindre än lånet."))
    loan = Loan(**given)
    try:
        return LoanShown(loan, loan_sums(loan), credit_caps(loan, day, figures))
    except NoRate:
        raise CannotSum("monthly_fee", _("Avgifterna är för stora för att räkna med.")) from None


def _told(found: LoanShown) -> Iterator[Told]:
    sums = found.sums
    if found.loan.kind == "annuity":
        yield Told(N_("Att betala varje månad"), money(sums.first_payment, whole=False))
    else:
        yield Told(N_("Att betala första månaden"), money(sums.first_payment, whole=False))
        yield Told(N_("Att betala sista månaden"), money(sums.last_payment, whole=False))
    yield Told(N_("Det du lånar kostar, utöver lånet"), money(sums.cost, whole=False), strong=True)
    yield Told(N_("Allt du betalar tillbaka"), money(sums.total, whole=False))
    yield Told(N_("Effektiv ränta om året"), one_decimal(sums.effective_rate_percent), strong=True)


def _used(found: LoanShown) -> tuple[Used, ...]:
    return found.caps.figures_used if found.caps else ()


SUM = Sum(
    rule="loan",
    path="lan",
    title=N_("Vad kostar ett lån?"),
    form=LoanForm,
    lead=N_("Räntan är bara en del. Här ser du allt du betalar, också avgifterna."),
    work=_work,
    told=_told,
    used=_used,
)
