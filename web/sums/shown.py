"""How the results of sums are written: rates, months, and the days of a chart."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from calculator.household import Person
from calculator.minimum_standard import ChildAtHome
from calculator.saving import MONTHS_IN_YEAR
from web.i18n.formats import NO_BREAK, isolated, number_span

TENTH = Decimal("0.1")


def one_decimal(percent: Decimal) -> Markup:
    """A rate with one decimal, half up, as directive 2008/48/EC annex I asks for: `1 355,2 %`."""
    rounded = percent.quantize(TENTH, ROUND_HALF_UP)
    return number_span(f"{rounded:,}".replace(",", NO_BREAK).replace(".", ",") + " %")


def months(count: int) -> Markup:
    """`1 år och 4 månader`, in the language of the page."""
    years, rest = divmod(count, MONTHS_IN_YEAR)
    said_years = ngettext("%(num)s år", "%(num)s år", years)
    said_rest = ngettext("%(num)s månad", "%(num)s månader", rest)
    if years and rest:
        return isolated(_("%(years)s och %(months)s", years=said_years, months=said_rest))
    return isolated(said_years if years else said_rest)


def ticks(row: str, person: Person | ChildAtHome) -> dict[str, str]:
    """The boxes of a row that are ticked for this person, as a browser sends them."""
    return {f"{row}-{tick}": "1" for tick in ("lunch_away", "part_time") if getattr(person, tick)}
