"""What an ordinary life costs, by Konsumentverket."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Form

from calculator.household import MOST_ADULTS, MOST_CHILDREN, Person
from calculator.reference_costs import ReferenceCosts, reference_costs
from web.forms.rows import RowsField, TypedForm, Values
from web.forms.typed import (
    NumberField,
    PickField,
    TickField,
)
from web.i18n.formats import money
from web.i18n.markers import N_
from web.session.visit import Visit
from web.sums.shown import ticks
from web.sums.spec import CannotSum, Figures, Sum, Texts, Told

HOMES = (
    ("rent", _l("Jag hyr")),
    ("own", _l("Jag äger mitt hem")),
)


OLDEST_PERSON = 120


class ReferenceCostsRow(Form):
    """One person."""

    age = NumberField(_l("Ålder"), _l("I hela år. Ett barn under ett år är 0."), high=OLDEST_PERSON)
    lunch_away = TickField(_l("Äter lunch någon annanstans på vardagar"))
    part_time = TickField(_l("Bor här halva tiden"))


class ReferenceCostsForm(TypedForm):
    """What the page asks."""

    people = RowsField(
        ReferenceCostsRow, _l("Person"), _l("Lägg till en person"), least=1, most=MOST_ADULTS + MOST_CHILDREN, shown=2
    )
    home = PickField(_l("Hur bor du?"), empty="rent", choices=HOMES)


def _work(given: Values, day: datetime.date, figures: Figures) -> ReferenceCosts:
    if not given["people"]:
        raise CannotSum("people-0-age", _("Skriv åldern på minst en person."))
    people = [Person(**person) for person in given["people"]]
    return reference_costs(day, people, given["home"] == "rent", figures)


def _told(found: ReferenceCosts) -> Iterator[Told]:
    yield Told(N_("Mat"), money(found.food, whole=False))
    yield Told(N_("Kläder, fritid, hygien och annat för var och en"), money(found.individual, whole=False))
    yield Told(N_("Det som hushållet delar på"), money(found.shared, whole=False))
    yield Told(N_("Tillsammans i månaden, utan boende och resor"), money(found.total, whole=False), strong=True)


def _beforehand(visit: Visit, day: datetime.date) -> Texts:
    household = visit.household
    if household is None:
        return {}
    texts = {"home": "rent" if household.tenant else "own"}
    for number, person in enumerate(household.people):
        texts[f"people-{number}-age"] = str(person.age)
        texts |= ticks(f"people-{number}", person)
    return texts


SUM = Sum(
    rule="reference_costs",
    path="vanligt-liv",
    title=N_("Vad kostar ett vanligt liv?"),
    form=ReferenceCostsForm,
    lead=N_(
        "Konsumentverket räknar ut vad mat, kläder och hem brukar kosta. Det är en hjälp att gissa, inte ett facit."
    ),
    work=_work,
    told=_told,
    used=lambda found: found.figures_used,
    beforehand=_beforehand,
)
