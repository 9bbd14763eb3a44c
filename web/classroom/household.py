"""A fictional household on a pupil's phone: the letters, the month, three things to change, three to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for

from classroom.board import MOST_GROUPS, Group, groups, put, take_off
from classroom.households import CHOICES, Month, changeable, month
from classroom.live_room import LiveRoom
from classroom.model import ClassHousehold
from content.money import ORE_IN_KRONA, Ore
from web.classroom.forms import GapForm, PressForm, change_form, choose_form
from web.classroom.rooms import content, rooms
from web.classroom.seat import NO_GROUP, Pupil, keep, seated
from web.forms.fields import TokenForm
from web.forms.posts import Answer, counts, form_page, pressed_any
from web.forms.reading import Unreadable, amount_of, as_typed
from web.forms.rows import TypedForm, filled
from web.forms.typed import TypedField

bp = Blueprint("household", __name__)

CHANGES = 3


@bp.get("/klass/hushall/")
@seated
def every(one: Pupil, room: LiveRoom) -> Answer:
    """Six households: one for each group, or the one that is chosen."""
    return render_template("classroom/households.html", households=content().households, pupil=one, room=room)


@bp.route("/klass/hushall/<name>", methods=["GET", "POST"])
@seated
def read(one: Pupil, room: LiveRoom, name: str) -> Answer:
    """Who it is, the letters on the table, the month; and the gap to find."""
    household = _household(name)
    tried = one.tried.get(name, {})
    form = GapForm(data=tried)
    if not counts(form):
        return _page("classroom/household.html", household, form, fault=form.fault, room=room)
    answer = {"gap": form.gap.data, "sign": form.sign.data}
    keep(replace(one, tried={**one.tried, name: {**tried, **answer}}))
    return redirect(url_for(".change", name=name), 303)


@bp.route("/klass/hushall/<name>/andra", methods=["GET", "POST"])
@seated
def change(one: Pupil, room: LiveRoom, name: str) -> Answer:
    """Whether the gap was found, and three things to change while the sum follows."""
    household, tried = _household(name), one.tried.get(name, {})
    asks = change_form(household)
    if request.method != "POST":
        texts = {line.id: as_typed(int(line.amount * ORE_IN_KRONA)) for line in changeable(household)}
        return _change(household, tried, filled(asks, {**texts, **tried.get("changes", {})}), room)
    form = asks()
    if not counts(form):
        return _change(household, tried, form, room)
    keep(replace(one, tried={**one.tried, name: {**tried, "changes": _changed(household, form)}}))
    stay = pressed_any("update")
    return redirect(url_for(".change" if stay else ".choose", name=name, _anchor="balance" if stay else None), 303)


@bp.route("/klass/hushall/<name>/valj", methods=["GET", "POST"])
@seated
def choose(one: Pupil, room: LiveRoom, name: str) -> Answer:
    """The letter on a clock, the first step, and whom to call."""
    household = _household(name)
    form = choose_form(household, one.tried.get(name, {}))
    if not counts(form):
        return _page("classroom/choose.html", household, form, fault=form.fault, room=room)
    chosen = {key: form[key].data for key in CHOICES}
    tried = {**one.tried.get(name, {}), **chosen}
    keep(replace(one, tried={**one.tried, name: tried}))
    return redirect(url_for(".answered", name=name), 303)


@bp.get("/klass/hushall/<name>/svar")
@seated
def answered(one: Pupil, room: LiveRoom, name: str) -> Answer:
    """What was chosen, with the reasons."""
    household, tried = _household(name), one.tried.get(name, {})
    if not all(tried.get(key) for key in CHOICES):
        return redirect(url_for(".read", name=name))
    return render_template(
        "classroom/answered.html",
        household=household,
        month=month(household),
        ore=_ore,
        tried=tried,
        changed=_month(household, tried),
        room=room,
        shown=_group(one, room, name),
    )


@bp.post("/klass/hushall/<name>/tavlan")
@seated
def show(one: Pupil, room: LiveRoom, name: str) -> Answer:
    """Put the group's choices on the wall: asked first, since the whole class sees them. Or take them off again."""
    household, tried, form = _household(name), one.tried.get(name, {}), PressForm()
    back = redirect(url_for(".answered", name=name), 303)
    if not counts(form) or room.at.phase not in ("game", "compare"):
        return back
    chosen = chosen_numbers(household, tried)
    if mine := _group(one, room, name):
        rooms().alter(room, None, lambda there: replace(there, groups=take_off(there.groups, mine.place)))
        keep(replace(one, group=NO_GROUP))
        return back
    if chosen is None:
        return back
    if not form.sure.data:
        options = chosen_options(household, chosen)
        return render_template("classroom/show.html", household=household, options=options, room=room)
    number = content().households.index(household)

    def shown(there: LiveRoom) -> tuple[LiveRoom, Group | None]:
        board, group = put(there.groups, number, chosen, there.joined)
        return replace(there, groups=board), group

    group = rooms().live.change(room.id, shown)
    if group is None:
        return render_template("classroom/no_place.html", room=room)
    keep(replace(one, group=number * MOST_GROUPS + group.place))
    return back


def chosen_numbers(household: ClassHousehold, tried: Mapping[str, Any]) -> tuple[int, ...] | None:
    """What was chosen, as the numbers of the options; None where something is not chosen yet."""
    known = [[option.id for option in getattr(household, name).options] for name in CHOICES]
    chosen = [tried.get(name) for name in CHOICES]
    if any(one not in options for one, options in zip(chosen, known, strict=True)):
        return None
    return tuple(options.index(one) for one, options in zip(chosen, known, strict=True))


def chosen_options(household: ClassHousehold, chosen: tuple[int, ...]) -> list[tuple[Any, Any]]:
    """Each question, and the option with the number that was chosen."""
    questions = [getattr(household, name) for name in CHOICES]
    return [
        (one, one.options[number]) for one, number in zip(questions, chosen, strict=True) if number < len(one.options)
    ]


def _group(one: Pupil, room: LiveRoom, name: str) -> Group | None:
    """This phone's group on the wall, where it has put this household there."""
    number, place = divmod(one.group, MOST_GROUPS)
    there = (group for group in groups(room.groups) if one.group != NO_GROUP and group.place == place)
    group = next(there, None)
    mine = group is not None and group.household == number and content().households[number].id == name
    return group if mine else None


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


def _change(household: ClassHousehold, tried: Mapping[str, Any], form: TypedForm, room: LiveRoom) -> Answer:
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
        room=room,
    )


def _page(template: str, household: ClassHousehold, form: TokenForm, **values: Any) -> Answer:
    return form_page(template, form, household=household, month=month(household), ore=_ore, **values)
