"""A fictional household on a pupil's phone: the letters, the month, three things to change, three to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from classroom.households import CHOICES, Month, changeable, choices, month
from classroom.model import ClassHousehold
from classroom.store import Room
from content.money import ORE_IN_KRONA, Ore
from web.classroom.forms import GapForm, change_form, choose_form
from web.classroom.pupil import joined
from web.classroom.rooms import Pupil, content, count, keep_pupil
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.forms.reading import Unreadable, amount_of, as_typed
from web.forms.rows import TypedForm, filled
from web.forms.typed import TypedField

bp = Blueprint("household", __name__)

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
    form = GapForm(data=tried)
    if not counts(form):
        return _page("classroom/household.html", household, form, fault=form.fault)
    answer = {"gap": form.gap.data, "sign": form.sign.data}
    keep_pupil(replace(one, tried={**one.tried, name: {**tried, **answer}}))
    return redirect(url_for(".change", name=name), 303)


@bp.route("/klass/hushall/<name>/andra", methods=["GET", "POST"])
@joined
def change(one: Pupil, found: Room, name: str) -> Answer:
    """Whether the gap was found, and three things to change while the sum follows."""
    household, tried = _household(name), one.tried.get(name, {})
    asks = change_form(household)
    if request.method != "POST":
        texts = {line.id: as_typed(int(line.amount * ORE_IN_KRONA)) for line in changeable(household)}
        return _change(household, tried, filled(asks, {**texts, **tried.get("changes", {})}))
    form = asks()
    if not counts(form):
        return _change(household, tried, form)
    keep_pupil(replace(one, tried={**one.tried, name: {**tried, "changes": _changed(household, form)}}))
    stay = pressed_any("update")
    return redirect(url_for(".change" if stay else ".choose", name=name, _anchor="balance" if stay else None), 303)


@bp.route("/klass/hushall/<name>/valj", methods=["GET", "POST"])
@joined
def choose(one: Pupil, found: Room, name: str) -> Answer:
    """The letter on a clock, the first step, and whom to call."""
    household, part = _household(name), f"household.{name}"
    form = choose_form(household, one.tried.get(name, {}))
    if not counts(form):
        return _page("classroom/choose.html", household, form, fault=form.fault)
    chosen = {key: form[key].data for key in CHOICES}
    count(one, found, part, dict(choices(household, chosen)).items())
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
    return render_template(
        "classroom/answered.html",
        household=household,
        month=month(household),
        ore=_ore,
        tried=tried,
        changed=_month(household, tried),
    )


def gap_is_right(household: ClassHousehold, tried: Mapping[str, Any]) -> bool | None:
    """Whether what was typed is what is left when everything is paid; None where it cannot be read."""
    typed = _ore_of(str(tried.get("gap", "")).lstrip("-−–"))
    if typed is None:
        return None
    left = _ore(month(household).left_after_debts)
    return typed == abs(left) and (tried.get("sign") == "short") is (left < 0)


def _changed(household: ClassHousehold, form: TypedForm) -> dict[str, str]:
    before = {line.id: int(line.amount * ORE_IN_KRONA) for line in changeable(household)}
    return {
        field.name: field.typed
        for field in form.leaves
        if isinstance(field, TypedField) and field.data is not None and field.data != before[field.name]
    }


def _month(household: ClassHousehold, tried: Mapping[str, Any]) -> Month:
    amounts: dict[str, Decimal] = {}
    for name, text in (tried.get("changes") or {}).items():
        if (ore := _ore_of(str(text))) is not None:
            amounts[name] = Decimal(ore) / ORE_IN_KRONA
    return month(household, amounts)


def _ore_of(typed: str) -> Ore | None:
    """Öre a month; None for nothing, and for what cannot be read."""
    try:
        read = amount_of(typed)
    except Unreadable:
        return None
    return read.monthly if read else None


def _ore(kronor: Decimal | int) -> Ore:
    return int(kronor * ORE_IN_KRONA)


def _household(name: str) -> ClassHousehold:
    found = content().by_id.get(name)
    if found is None:
        abort(404)
    return found


def _change(household: ClassHousehold, tried: Mapping[str, Any], form: TypedForm) -> Answer:
    lines = changeable(household)
    signs = {line.id: 1 if line in household.income else -1 for line in lines}
    return _page(
        "classroom/change.html",
        household,
        form,
        tried=tried,
        changed=_month(household, tried),
        right=gap_is_right(household, tried),
        signs=signs,
        others=_ore(month(household).left_after_debts) - sum(signs[line.id] * _ore(line.amount) for line in lines),
        wanted=CHANGES,
    )


def _page(template: str, household: ClassHousehold, form: TokenForm, **values: Any) -> Answer:
    return form_page(template, form, household=household, month=month(household), ore=_ore, **values)
