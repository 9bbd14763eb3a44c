"""What it costs to buy now and pay later, as one yearly rate."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator.effective_rate import NoRate
from calculator.pay_later import PayLater
from web.forms.rows import TypedForm, Values
from web.forms.typed import (
    KronorField,
    NumberField,
    PickField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.sums.shown import one_decimal
from web.sums.spec import CannotSum, Figures, Sum, Told

EVERY = (
    ("month", _l("varje månad")),
    ("thirty_days", _l("var trettionde dag")),
    ("two_weeks", _l("varannan vecka")),
    ("week", _l("varje vecka")),
)


MOST_TIMES = 260


@dataclass(frozen=True, slots=True)
class Shown:
    """A purchase that is paid later, its yearly rate as shown, and the ceilings of the law."""

    plan: PayLater
    rate: str


class EffectiveRateForm(TypedForm):
    """What the page asks."""

    amount = KronorField(_l("Priset, eller så mycket som du får låna"), low=1)
    payment = KronorField(_l("Att betala varje gång"), _l("Räkna med avgiften, om det finns en."), low=1)
    times = NumberField(_l("Hur många gånger"), low=1, high=MOST_TIMES)
    every = PickField(
        _l("Hur ofta"), _l("Den första betalningen kommer efter så lång tid."), empty="month", choices=EVERY
    )
    setup_fee = KronorField(
        _l("Avgift första dagen"), _l("Lämna tomt om det inte finns någon."), empty=0, required=False
    )


def _work(given: Values, day: datetime.date, figures: Figures) -> Shown:
    plan = PayLater(**given)
    if plan.setup_fee >= plan.amount:
        raise CannotSum("setup_fee", _("Avgiften måste vara mindre än beloppet."))
    if plan.cost < 0:
        raise CannotSum("payment", _("Betalningarna blir mindre än beloppet. Kolla hur många de är."))
    try:
        return Shown(plan, one_decimal(plan.effective_rate_percent()))
    except NoRate:
        raise CannotSum("payment", _("Betalningarna är för stora för att räkna med.")) from None


def _told(found: Shown) -> Iterator[Told]:
    yield Told(N_("Allt du betalar"), money(found.plan.total, whole=False))
    yield Told(N_("Det kostar att vänta med att betala"), money(found.plan.cost, whole=False), strong=True)
    yield Told(N_("Effektiv ränta om året"), found.rate, strong=True)  # type: ignore[arg-type]


SUM = Sum(
    rule="effective_rate",
    path="kopa-nu",
    title=N_("Vad kostar det att köpa nu och betala sen?"),
    form=EffectiveRateForm,
    lead=N_("Små avgifter kan bli en hög ränta. Här ser du vad det kostar att dela upp ett köp eller ta ett snabblån."),
    work=_work,
    told=_told,
    steps=("B04",),
)
