"""Until my next pay: money a day and a week. What is typed is answered on the page and kept nowhere."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask_babel import lazy_gettext as _l

from calculator.until_pay import USUAL_DAY, next_pay, until_pay
from web.extensions import today
from web.forms.posts import Answer, counts, form_page
from web.forms.rows import TypedForm
from web.forms.typed import KronorField, NumberField

bp = Blueprint("until_pay", __name__)

LAST_DAY = 31


class UntilPayForm(TypedForm):
    """What the page asks."""

    account = KronorField(_l("Så mycket pengar har jag nu"))
    bills = KronorField(
        _l("Räkningar att betala före lönen"), _l("Lämna tomt om det inte finns några."), empty=0, required=False
    )
    pay_day = NumberField(
        _l("Vilken dag i månaden kommer pengarna?"),
        _l("Lämna tomt om det är den 25."),
        empty=USUAL_DAY,
        required=False,
        low=1,
        high=LAST_DAY,
    )


@bp.route("/budget/till-lon", methods=["GET", "POST"])
def until() -> Answer:
    """The page, and the answer where it was asked for."""
    form = UntilPayForm()
    if not counts(form):
        return form_page("budget/until_pay.html", form, found=None, pay=next_pay(today()))
    given = form.values
    pay = next_pay(today(), given["pay_day"])
    found = until_pay(today(), pay, given["account"], given["bills"])
    return render_template("budget/until_pay.html", form=form, found=found, pay=pay)
