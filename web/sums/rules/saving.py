"""How long it takes to have something saved."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from calculator.saving import Saved, SavingPlan, saving
from content.money import ORE_IN_KRONA, Ore
from web.forms.rows import TypedForm, Values
from web.forms.typed import (
    KronorField,
    PercentField,
    PickField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.sums.shown import months
from web.sums.spec import Figures, Sum, Told

TIMES = (
    ("12", _l("i månaden")),
    ("26", _l("varannan vecka")),
    ("52", _l("i veckan")),
)


@dataclass(frozen=True, slots=True)
class SavingShown:
    """The plan, and when the goal is reached; None where it never is."""

    plan: SavingPlan
    saved: Saved | None

    @property
    def amount(self) -> Ore:
        """What is there then, whole kronor as öre."""
        return self.saved.kronor * ORE_IN_KRONA if self.saved else 0


class SavingForm(TypedForm):
    """What the page asks."""

    goal = KronorField(_l("Så mycket vill du ha"), _l("En månadshyra är ett bra första mål."), low=1)
    deposit = KronorField(_l("Så mycket lägger du undan varje gång"))
    times = PickField(_l("Hur ofta"), empty="12", choices=TIMES)
    start = KronorField(_l("Så mycket har du redan"), _l("Lämna tomt om du inte har något."), empty=0, required=False)
    rate = PercentField(
        _l("Ränta på sparkontot"),
        _l("Lämna tomt om du inte vet. Då räknar vi utan ränta."),
        empty=Decimal(0),
        required=False,
    )


def _work(given: Values, day: datetime.date, figures: Figures) -> SavingShown:
    plan = SavingPlan(
        goal=given["goal"],
        deposit=given["deposit"],
        deposits_per_year=int(given["times"]),
        start=given["start"],
        effective_rate_percent=given["rate"],
    )
    return SavingShown(plan, saving(plan))


def _told(found: SavingShown) -> Iterator[Told]:
    yield Told(N_("Målet"), money(found.plan.goal, whole=False))
    if found.saved is None:
        yield Told(N_("Då når du inte målet"), Markup("–"))
        return
    yield Told(N_("Så lång tid tar det"), months(found.saved.months), strong=True)
    yield Told(N_("Då har du"), money(found.amount))


SUM = Sum(
    rule="saving",
    path="spara",
    title=N_("Hur lång tid tar det att spara?"),
    form=SavingForm,
    lead=N_(
        "En buffert är pengar för det som händer. Också små summor hjälper. Om du har dyra skulder: betala dem först."
    ),
    work=_work,
    told=_told,
)
