"""How figures are shown: their amounts, their units, how sure they are, and every value in the order of time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from markupsafe import Markup

from calculator.figure import Dated, DatedValue, Figure, FigureMissing, Number
from content.money import ore_of
from web.i18n.formats import isolated, money, number_span, percent

CONFIDENCE = {
    "law": _l("läst i lagen"),
    "seen_page": _l("läst på en sida hos den som bestämmer eller svarar"),
    "seen_news": _l("läst i en nyhet – inte kontrollerat hos källan"),
    "second_hand": _l("läst i andra hand – inte kontrollerat hos källan"),
    "inferred": _l("uträknat av oss från andra uppgifter"),
    "known": _l("allmänt känt – inte kontrollerat hos källan"),
    "unverified": _l("inte hittat hos källan ännu"),
}
UNITS = {
    "kr": _l("kronor"),
    "kr/month": _l("kronor i månaden"),
    "kr/year": _l("kronor om året"),
    "percent": _l("procent"),
    "percent/year": _l("procent om året"),
    "days": _l("dagar"),
    "months": _l("månader"),
    "years": _l("år"),
    "index": _l("indextal"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A figure's value from one day until another; `state` is how it stands today, `rows` what it is for whom."""

    value: DatedValue
    until: datetime.date | None
    state: str
    rows: tuple[tuple[Any, Any], ...]


def stretches(figure: Figure, on: datetime.date) -> Iterator[Stretch]:
    """Every value of a figure in the order of time."""
    for value in figure.values:
        dated = figure.on(value.from_)
        yield Stretch(value, dated.until, _state(figure, dated, on), tuple(_rows(figure, value)))


def _state(figure: Figure, dated: Dated, on: datetime.date) -> str:
    try:
        counts = figure.on(on)
    except FigureMissing:
        return "coming"
    if counts.value is dated.value:
        return counts.state
    return "coming" if dated.from_ > on else "replaced"


def _rows(figure: Figure, value: DatedValue) -> Iterator[tuple[Any, Any]]:
    """The numbers of a value, each with whom it is for; empty of that where the figure is one number."""
    if value.amount is not None:
        yield None, figure_amount(figure, value.amount)
    for key, number in (value.table or {}).items():
        yield _for_whom(figure, key), figure_amount(figure, number)


def figure_amount(figure: Figure, number: Number) -> Markup:
    """A number of a figure as it is written: `180 kr`, `22 %`; a time without its unit."""
    if figure.unit.startswith("kr"):
        return money(ore_of(number), whole=False)
    if figure.unit.startswith("percent"):
        return percent(number)
    return number_span(str(number).replace(".", ","))


def _for_whom(figure: Figure, key: str) -> tuple[str, Any]:
    """What a table's key counts (`persons`, `children`, `age`), or `name` for a word, and how it is shown."""
    return figure.by, number_span(key.replace("-", "–"))


def figure_said(figure: Figure, number: Number) -> Markup:
    """A number of a figure with its unit, also where it is a time: `21 dagar`."""
    if figure.unit in TIMES:
        return isolated(TIMES[figure.unit](int(number)))
    return figure_amount(figure, number)


TIMES: dict[str, Callable[[int], str]] = {
    "days": lambda number: ngettext("%(num)s dag", "%(num)s dagar", number),
    "months": lambda number: ngettext("%(num)s månad", "%(num)s månader", number),
    "years": lambda number: ngettext("%(num)s år", "%(num)s år", number),
}
