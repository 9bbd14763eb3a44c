"""The national standard of income support: a yardstick for what is needed to live."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flask_babel import lazy_gettext as _l
from wtforms import Form

from calculator import minimum_standard as standard
from calculator.household import MOST_CHILDREN
from report.build import Report
from report.situation import standard_from_household
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
from web.sums.spec import Figures, InReport, Sum, Texts, Told

ADULTS = (
    ("1", _l("En vuxen")),
    ("2", _l("Två vuxna som lever ihop som ett par")),
)


MOST_OTHERS = standard.MOST_ADULTS - standard.A_COUPLE


class MinimumStandardRow(Form):
    """One child."""

    age = NumberField(_l("Ålder"), _l("I hela år. Ett barn under ett år är 0."), high=standard.OLDEST_CHILD)
    lunch_away = TickField(_l("Äter lunch i skolan eller förskolan"))
    part_time = TickField(_l("Bor här halva tiden"))


class MinimumStandardForm(TypedForm):
    """What the page asks."""

    adults = PickField(_l("Vuxna"), empty="1", choices=ADULTS)
    others = NumberField(
        _l("Andra vuxna i hemmet"),
        _l("Till exempel vuxna barn, föräldrar eller inneboende. Vi räknar inte med dem, men ni delar på kostnader."),
        empty=0,
        required=False,
        high=MOST_OTHERS,
    )
    children = RowsField(MinimumStandardRow, _l("Barn"), _l("Lägg till ett barn"), least=0, most=MOST_CHILDREN)


def _work(given: Values, day: datetime.date, figures: Figures) -> standard.MinimumStandard:
    children = tuple(standard.ChildAtHome(**child) for child in given["children"])
    own = int(given["adults"])
    asked = standard.MinimumStandardInput(
        day=day, adults=own + given["others"], couple=own == standard.A_COUPLE, children=children
    )
    return standard.minimum_standard(asked, figures)


def _told(found: standard.MinimumStandard) -> Iterator[Told]:
    yield Told(N_("Mat, kläder och annat för var och en"), money(found.personal, whole=False))
    if found.own_heads == found.heads:
        yield Told(N_("Det som hushållet delar på"), money(found.shared, whole=False))
        yield Told(N_("Riksnormen för hushållet i månaden"), money(found.total, whole=False), strong=True)
    else:
        yield Told(N_("Er del av det som alla i hemmet delar på"), money(found.shared, whole=False))
        yield Told(N_("Riksnormen i månaden, utan de andra vuxna"), money(found.total, whole=False), strong=True)


def _beforehand(visit: Visit, day: datetime.date) -> Texts:
    given = standard_from_household(visit.household, day)
    if given is None:
        return {}
    own = standard.A_COUPLE if given.is_couple else 1
    texts = {"adults": str(own)}
    texts |= {"others": str(given.adults - own)} if given.adults > own else {}
    for number, child in enumerate(given.children):
        texts[f"children-{number}-age"] = str(child.age)
        texts |= ticks(f"children-{number}", child)
    return texts


def _in_report(report: Report) -> InReport | None:
    found = report.standard
    return InReport(tuple(_told(found)), found.figures_used) if found else None


SUM = Sum(
    rule="minimum_standard",
    path="riksnorm",
    caution=N_("Det här är ett mått, inte ett beslut. Socialtjänsten räknar också med hyra och el."),
    form=MinimumStandardForm,
    title=N_("Riksnormen: ett mått på det viktigaste"),
    lead=N_(
        "Räcker pengarna inte till det här och till hyra och el? Då kan du ha rätt till försörjningsstöd. "
        "Socialtjänsten räknar och bestämmer."
    ),
    work=_work,
    told=_told,
    used=lambda found: found.figures_used,
    beforehand=_beforehand,
    near=lambda report: "BENEFITS" in report.flags,
    in_report=_in_report,
)
