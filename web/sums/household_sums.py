"""Two sums about a household: the national standard, and what an ordinary life costs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator import minimum_standard as standard
from calculator.household import MOST_ADULTS, MOST_CHILDREN, Person
from calculator.reference_costs import ReferenceCosts, reference_costs
from report.situation import standard_from_household
from web.i18n.languages import money
from web.i18n.markers import N_
from web.session.visit import Visit
from web.sums.ask import Ask, Rows, Texts, Values
from web.sums.spec import CannotSum, Figures, Sum, Told

ADULTS = (
    ("1", _l("En vuxen")),
    ("2", _l("Två vuxna som lever ihop som ett par")),
)
HOMES = (
    ("rent", _l("Jag hyr")),
    ("own", _l("Jag äger mitt hem")),
)
OLDEST_PERSON = 120
MOST_OTHERS = standard.MOST_ADULTS - standard.A_COUPLE
LUNCH_AWAY, HALF_THE_TIME = _l("Äter lunch i skolan eller förskolan"), _l("Bor här halva tiden")


def _age(oldest: int) -> Ask:
    return Ask("age", "number", _l("Ålder"), _l("I hela år. Ett barn under ett år är 0."), high=oldest)


def _standard(given: Values, day: datetime.date, figures: Figures) -> standard.MinimumStandard:
    children = tuple(standard.ChildAtHome.model_construct(**child) for child in given["children"])
    own = int(given["adults"])
    asked = standard.MinimumStandardInput.model_construct(
        day=day, adults=own + given["others"], couple=own == standard.A_COUPLE, children=children
    )
    return standard.minimum_standard(asked, figures)


def _standard_told(found: standard.MinimumStandard) -> Iterator[Told]:
    yield Told(N_("Mat, kläder och annat för var och en"), money(found.personal, whole=False))
    if found.own_heads == found.heads:
        yield Told(N_("Det som hushållet delar på"), money(found.shared, whole=False))
        yield Told(N_("Riksnormen för hushållet i månaden"), money(found.total, whole=False), strong=True)
    else:
        yield Told(N_("Er del av det som alla i hemmet delar på"), money(found.shared, whole=False))
        yield Told(N_("Riksnormen i månaden, utan de andra vuxna"), money(found.total, whole=False), strong=True)


def _standard_beforehand(visit: Visit, day: datetime.date) -> Texts:
    given = standard_from_household(visit.household, day)
    if given is None:
        return {}
    own = standard.A_COUPLE if given.is_couple else 1
    texts = {"adults": str(own)}
    texts |= {"others": str(given.adults - own)} if given.adults > own else {}
    for number, child in enumerate(given.children):
        texts[f"children-{number}-age"] = str(child.age)
        texts |= _ticks(f"children-{number}", child)
    return texts


def _ticks(row: str, person: Person | standard.ChildAtHome) -> Texts:
    return {f"{row}-{tick}": "1" for tick in ("lunch_away", "part_time") if getattr(person, tick)}


def _costs(given: Values, day: datetime.date, figures: Figures) -> ReferenceCosts:
    if not given["people"]:
        raise CannotSum("people-0-age", _("Skriv åldern på minst en person."))
    people = [Person.model_construct(**person) for person in given["people"]]
    return reference_costs(day, people, given["home"] == "rent", figures)


def _costs_told(found: ReferenceCosts) -> Iterator[Told]:
    yield Told(N_("Mat"), money(found.food, whole=False))
    yield Told(N_("Kläder, fritid, hygien och annat för var och en"), money(found.individual, whole=False))
    yield Told(N_("Det som hushållet delar på"), money(found.shared, whole=False))
    yield Told(N_("Tillsammans i månaden, utan boende och resor"), money(found.total, whole=False), strong=True)


def _costs_beforehand(visit: Visit, day: datetime.date) -> Texts:
    household = visit.household
    if household is None:
        return {}
    texts = {"home": "rent" if household.tenant else "own"}
    for number, person in enumerate(household.people):
        texts[f"people-{number}-age"] = str(person.age)
        texts |= _ticks(f"people-{number}", person)
    return texts


STANDARD = Sum(
    rule="minimum_standard",
    path="riksnorm",
    caution=N_("Det här är ett mått, inte ett beslut. Socialtjänsten räknar också med hyra och el."),
    title=N_("Riksnormen: ett mått på det viktigaste"),
    lead=N_(
        "Räcker pengarna inte till det här, och till hyra och el? Då kan du ha rätt till försörjningsstöd. "
        "Det är socialtjänsten som räknar och bestämmer."
    ),
    asks=(
        Ask("adults", "choice", _l("Vuxna"), empty="1", required=False, choices=ADULTS),
        Ask(
            "others",
            "number",
            _l("Andra vuxna i hemmet"),
            _l("Till exempel vuxna barn, föräldrar eller inneboende. De räknas inte med, men ni delar på kostnader."),
            empty=0,
            required=False,
            high=MOST_OTHERS,
        ),
        Rows(
            "children",
            _l("Barn"),
            _l("Lägg till ett barn"),
            (
                _age(standard.OLDEST_CHILD),
                Ask("lunch_away", "tick", LUNCH_AWAY, required=False),
                Ask("part_time", "tick", HALF_THE_TIME, required=False),
            ),
            least=0,
            most=MOST_CHILDREN,
        ),
    ),
    work=_standard,
    told=_standard_told,
    used=lambda found: found.figures_used,
    beforehand=_standard_beforehand,
)
COSTS = Sum(
    rule="reference_costs",
    path="vanligt-liv",
    title=N_("Vad kostar ett vanligt liv?"),
    lead=N_(
        "Konsumentverket räknar ut vad mat, kläder och hem brukar kosta. "
        "Det är till hjälp när du gissar, inte ett facit."
    ),
    asks=(
        Rows(
            "people",
            _l("Person"),
            _l("Lägg till en person"),
            (
                _age(OLDEST_PERSON),
                Ask("lunch_away", "tick", _l("Äter lunch någon annanstans på vardagar"), required=False),
                Ask("part_time", "tick", HALF_THE_TIME, required=False),
            ),
            least=1,
            most=MOST_ADULTS + MOST_CHILDREN,
            shown=2,
        ),
        Ask("home", "choice", _l("Hur bor du?"), empty="rent", required=False, choices=HOMES),
    ),
    work=_costs,
    told=_costs_told,
    used=lambda found: found.figures_used,
    beforehand=_costs_beforehand,
)
