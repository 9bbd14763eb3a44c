"""A fictional household on a pupil's phone: the letters, the month, three things to change, three to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from classroom.households import CHOICES, Month, changeable, choices, month
from classroom.model import ClassHousehold
from classroom.store import Room
from content.money import ORE_IN_KRONA, Ore
from web.classroom.pupil import joined
from web.classroom.rooms import Pupil, content, count, keep_pupil
from web.forms.amounts import as_typed
from web.forms.fields import TokenForm
from web.forms.switching import switching
from web.i18n.languages import spoken
from web.sums.ask import PER_MONTH, Ask
from web.sums.form import SumForm, texts_of

bp = Blueprint("household", __name__)

Answer = str | Response | tuple[str, int]
CHANGES = 3


@bp.get("/klass/hushall/")
@joined
def every(one: Pupil, found: Room) -> Answer:
    """Six households: one for each group, or the one that is chosen."""
    return render_template("classroom/households.html", households=content().households, pupil=one)


@bp.route("/klass/hushall/<name>", methods=["GET", "POST"])
@joined
def read(one: Pupil, found: Room, name: str) -> Answer:
    """Who it is, the letters on the table, the month; and the gap to find."""
    household = _household(name)
    tried = one.tried.get(name, {})
    if request.method != "POST":
        return _page("classroom/household.html", household, tried=tried, fault="")
    answer = {"gap": request.form.get("gap", "")[:20], "sign": request.form.get("sign", "")[:10]}
    if switching():
        return _page("classroom/household.html", household, tried={**tried, **answer}, fault="")
    if not TokenForm().validate_on_submit():
        return _page("classroom/household.html", household, tried=tried, fault=too_long()), 422
    if not answer["gap"].strip():
        fault = _("Skriv hur mycket du tror. Det gör inget om det blir fel.")
        return _page("classroom/household.html", household, tried={**tried, **answer}, fault=fault), 422
    keep_pupil(replace(one, tried={**one.tried, name: {**tried, **answer}}))
    return redirect(url_for(".change", name=name), 303)


@bp.route("/klass/hushall/<name>/andra", methods=["GET", "POST"])
@joined
def change(one: Pupil, found: Room, name: str) -> Answer:
    """Whether the gap was found, and three things to change while the sum follows."""
    household, tried = _household(name), one.tried.get(name, {})
    asks = tuple(
        Ask(line.id, "amount", spoken(line.label), required=False, empty=None, after=PER_MONTH)
        for line in changeable(household)
    )
    if request.method != "POST":
        texts = {line.id: as_typed(int(line.amount * ORE_IN_KRONA)) for line in changeable(household)}
        return _change(household, tried, SumForm(asks, {**texts, **tried.get("changes", {})}))
    form = SumForm(asks, texts_of(request.form, asks), submitted=not switching())
    if switching():
        return _change(household, tried, form)
    if not TokenForm().validate_on_submit():
        form.page_was_open_too_long = True
        return _change(household, tried, form), 422
    if form.read() is None:
        return _change(household, tried, form), 422
    keep_pupil(replace(one, tried={**one.tried, name: {**tried, "changes": _changed(household, form)}}))
    stay = "update" in request.form
    return redirect(url_for(".change" if stay else ".choose", name=name, _anchor="balance" if stay else None), 303)


@bp.route("/klass/hushall/<name>/valj", methods=["GET", "POST"])
@joined
def choose(one: Pupil, found: Room, name: str) -> Answer:
    """The letter on a clock, the first step, and whom to call."""
    household, part = _household(name), f"household.{name}"
    chosen = {key: request.form.get(key, "") for key in CHOICES}
    if request.method != "POST":
        return _page("classroom/choose.html", household, chosen=one.tried.get(name, {}), fault="")
    if switching():
        return _page("classroom/choose.html", household, chosen=chosen, fault="")
    if not TokenForm().validate_on_submit():
        return _page("classroom/choose.html", household, chosen=chosen, fault=too_long()), 422
    given = dict(choices(household, chosen))
    if len(given) < len(CHOICES):
        return _page("classroom/choose.html", household, chosen=chosen, fault=_("Välj ett svar på varje fråga.")), 422
    count(one, found, part, given.items())
    tried = {**one.tried.get(name, {}), **chosen}
    keep_pupil(replace(one, done=[*dict.fromkeys([*one.done, part])], tried={**one.tried, name: tried}))
    return redirect(url_for(".answered", name=name), 303)


@bp.get("/klass/hushall/<name>/svar")
@joined
def answered(one: Pupil, found: Room, name: str) -> Answer:
    """What was chosen, with the reasons."""
    household, tried = _household(name), one.tried.get(name, {})
    if f"household.{name}" not in one.done:
        return redirect(url_for(".read", name=name))
    return _page("classroom/answered.html", household, tried=tried, changed=_month(household, tried))


def gap_is_right(household: ClassHousehold, tried: Mapping[str, Any]) -> bool | None:
    """Whether what was typed is what is left when everything is paid; None where it cannot be read."""
    ask = Ask("gap", "amount", "")
    try:
        typed = ask.read(str(tried.get("gap", "")).lstrip("-−–"))
    except ValueError:
        return None
    left = _ore(month(household).left_after_debts)
    return bool(typed == abs(left)) and (tried.get("sign") == "short") is (left < 0)


def _changed(household: ClassHousehold, form: SumForm) -> dict[str, str]:
    before = {line.id: int(line.amount * ORE_IN_KRONA) for line in changeable(household)}
    return {
        entry.name: entry.typed for entry in form if entry.value is not None and entry.value != before[entry.ask.name]
    }


def _month(household: ClassHousehold, tried: Mapping[str, Any]) -> Month:
    amounts: dict[str, Decimal] = {}
    for name, text in (tried.get("changes") or {}).items():
        try:
            amounts[name] = Decimal(Ask(name, "amount", "").read(text)) / ORE_IN_KRONA
        except ValueError:
            continue
    return month(household, amounts)


def _ore(kronor: Decimal | int) -> Ore:
    return int(kronor * ORE_IN_KRONA)


def _household(name: str) -> ClassHousehold:
    found = content().by_id.get(name)
    if found is None:
        abort(404)
    return found


def _change(household: ClassHousehold, tried: Mapping[str, Any], form: SumForm) -> str:
    lines = changeable(household)
    signs = {line.id: 1 if line in household.income else -1 for line in lines}
    return _page(
        "classroom/change.html",
        household,
        tried=tried,
        form=form,
        faulty=form.is_submitted(),
        changed=_month(household, tried),
        right=gap_is_right(household, tried),
        signs=signs,
        others=_ore(month(household).left_after_debts) - sum(signs[line.id] * _ore(line.amount) for line in lines),
        wanted=CHANGES,
    )


def _page(template: str, household: ClassHousehold, **values: Any) -> str:
    values.setdefault("faulty", bool(values.get("fault")))
    return render_template(template, household=household, month=month(household), ore=_ore, **values)


def too_long() -> str:
    """What is said where the token of a page has run out."""
    return str(_("Sidan var öppen länge. Tryck på knappen en gång till."))
