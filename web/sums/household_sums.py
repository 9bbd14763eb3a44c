"""Three sums about a household: what may be kept, the national standard, and what an ordinary life costs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from calculator import minimum_standard as standard
from calculator import protected_amount as protected
from calculator.household import MOST_ADULTS, MOST_CHILDREN, Person
from calculator.reference_costs import ReferenceCosts, reference_costs
from report.situation import protected_from_budget
from web.amounts import as_typed
from web.cookie import Visit
from web.fit import both
from web.languages import money
from web.sums.ask import PER_MONTH, Ask, Rows, Texts, Values
from web.sums.spec import CannotSum, Figures, Sum, Told
from web.visit import budget_of, household_of, library

ADULTS = (
    ("1", _l("En vuxen")),
    ("2", _l("Två vuxna som lever ihop")),
)
HOMES = (
    ("rent", _l("Jag hyr")),
    ("own", _l("Jag äger mitt hem")),
)
OLDEST_PERSON = 120
LUNCH_AWAY = _l("Äter lunch i skolan eller förskolan")


def _adults() -> Ask:
    return Ask("adults", "choice", _l("Vuxna i hushållet"), empty="1", required=False, choices=ADULTS)


def _age(oldest: int) -> Ask:
    return Ask("age", "number", _l("Ålder"), _l("I hela år. Ett barn under ett år är 0."), high=oldest)


def _protected(given: Values, day: datetime.date, figures: Figures) -> protected.ProtectedAmount:
    children = tuple(protected.ChildWithBenefits.model_construct(**child) for child in given["children"])
    amounts = {name: given[name] for name in ("net_income", "housing", "housing_allowance", "extras")}
    asked = protected.ProtectedAmountInput.model_construct(
        day=day, adults=int(given["adults"]), children=children, **amounts
    )
    return protected.protected_amount(asked, figures)


def _protected_told(found: protected.ProtectedAmount) -> Iterator[Told]:
    yield Told(both("Normalbelopp, det som ska räcka till allt utom hemmet"), money(found.normal_amount, whole=False))
    yield Told(both("Ungefär så mycket får du behålla i månaden"), money(found.keep, whole=False), strong=True)
    yield Told(both("Ungefär så mycket kan Kronofogden ta i månaden"), money(found.could_be_taken, whole=False))


def _protected_beforehand(visit: Visit, day: datetime.date) -> Texts:
    given = protected_from_budget(household_of(visit), budget_of(visit, library().calculator), day)
    if given is None:
        return {}
    texts = {
        "adults": str(given.adults),
        **{name: as_typed(getattr(given, name)) for name in ("net_income", "housing", "housing_allowance")},
    }
    for number, child in enumerate(given.children):
        texts |= {f"children-{number}-age": str(child.age), f"children-{number}-benefits": as_typed(child.benefits)}
    return texts


def _standard(given: Values, day: datetime.date, figures: Figures) -> standard.MinimumStandard:
    children = tuple(standard.ChildAtHome.model_construct(**child) for child in given["children"])
    asked = standard.MinimumStandardInput.model_construct(day=day, adults=int(given["adults"]), children=children)
    return standard.minimum_standard(asked, figures)


def _standard_told(found: standard.MinimumStandard) -> Iterator[Told]:
    yield Told(both("Mat, kläder och annat för var och en"), money(found.personal, whole=False))
    yield Told(both("Det som hushållet delar på"), money(found.shared, whole=False))
    yield Told(both("Riksnormen för hushållet i månaden"), money(found.total, whole=False), strong=True)


def _standard_beforehand(visit: Visit, day: datetime.date) -> Texts:
    household = household_of(visit)
    if household is None or not 1 <= len(household.adults) <= 2:  # noqa: PLR2004 - one, or a couple
        return {}
    texts = {"adults": str(len(household.adults))}
    for number, child in enumerate(household.children):
        texts[f"children-{number}-age"] = str(child.age)
        texts |= {f"children-{number}-lunch_away": "1"} if child.lunch_away else {}
    return texts


def _costs(given: Values, day: datetime.date, figures: Figures) -> ReferenceCosts:
    if not given["people"]:
        raise CannotSum("people-0-age", _("Skriv åldern på minst en person."))
    people = [Person.model_construct(part_time=False, **person) for person in given["people"]]
    return reference_costs(day, people, given["home"] == "rent", figures)


def _costs_told(found: ReferenceCosts) -> Iterator[Told]:
    yield Told(both("Mat"), money(found.food, whole=False))
    yield Told(both("Kläder, fritid, hygien och annat för var och en"), money(found.individual, whole=False))
    yield Told(both("Det som hushållet delar på"), money(found.shared, whole=False))
    yield Told(both("Tillsammans i månaden, utan boende och resor"), money(found.total, whole=False), strong=True)


def _costs_beforehand(visit: Visit, day: datetime.date) -> Texts:
    household = household_of(visit)
    if household is None:
        return {}
    texts = {"home": "rent" if household.tenant else "own"}
    for number, person in enumerate(household.people):
        texts[f"people-{number}-age"] = str(person.age)
        texts |= {f"people-{number}-lunch_away": "1"} if person.lunch_away else {}
    return texts


PROTECTED = Sum(
    rule="protected_amount",
    path="behalla",
    title=both("Vad får du behålla om Kronofogden tar en del av lönen?"),
    lead=both("Du får alltid behålla pengar till hemmet och till att leva. Här ser du ungefär hur mycket."),
    asks=(
        _adults(),
        Ask(
            "net_income",
            "amount",
            _l("Inkomst efter skatt"),
            _l(
                "Lön, sjukpenning, a-kassa, pension. Är ni två vuxna: bådas tillsammans. "
                "Räkna inte med barnbidrag, underhåll och bostadsbidrag."
            ),
            after=PER_MONTH,
        ),
        Ask(
            "housing",
            "amount",
            _l("Hyra, eller ränta och drift för hemmet"),
            _l("Räkna med värmen. El i hemmet ingår i normalbeloppet."),
            after=PER_MONTH,
        ),
        Ask(
            "housing_allowance",
            "amount",
            _l("Bostadsbidrag eller bostadstillägg"),
            _l("Lämna tomt om du inte har det."),
            empty=0,
            required=False,
            after=PER_MONTH,
        ),
        Ask(
            "extras",
            "amount",
            _l("Annat som Kronofogden kan lägga till"),
            _l("Till exempel barnomsorg, resor till jobbet eller medicin. Lämna tomt om du inte vet."),
            empty=0,
            required=False,
            after=PER_MONTH,
        ),
        Rows(
            "children",
            _l("Barn"),
            _l("Lägg till ett barn"),
            (
                _age(protected.OLDEST_CHILD),
                Ask(
                    "benefits",
                    "amount",
                    _l("Pengar som kommer för barnet"),
                    _l("Barnbidrag, underhåll, studiehjälp."),
                    empty=0,
                    required=False,
                    after=PER_MONTH,
                ),
            ),
            least=0,
            most=MOST_CHILDREN,
        ),
    ),
    work=_protected,
    told=_protected_told,
    used=lambda found: found.figures_used,
    beforehand=_protected_beforehand,
)
STANDARD = Sum(
    rule="minimum_standard",
    path="riksnorm",
    title=both("Riksnormen: ett mått på det viktigaste"),
    lead=both(
        "Räcker pengarna inte till det här, och till hyra och el? Då kan du ha rätt till försörjningsstöd. "
        "Det är socialtjänsten som räknar och bestämmer."
    ),
    asks=(
        _adults(),
        Rows(
            "children",
            _l("Barn"),
            _l("Lägg till ett barn"),
            (
                _age(standard.OLDEST_CHILD),
                Ask("lunch_away", "tick", LUNCH_AWAY, required=False),
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
    title=both("Vad kostar ett vanligt liv?"),
    lead=both(
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
