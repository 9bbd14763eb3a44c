"""What the authorities do and do not do, and what many believe of them."""

from __future__ import annotations

from flask import Blueprint, abort, render_template

from web.extensions import library, whom_to_call

bp = Blueprint("authorities", __name__)


@bp.get("/myndigheter/")
def every() -> str:
    """Those people meet, and the myths with what is true."""
    door = library().door
    return render_template("letters/authorities.html", authorities=door.authorities, myths=door.myths)


@bp.get("/myndigheter/<authority>")
def one(authority: str) -> str:
    """One of them: what they do, what they do not do, whom to call."""
    door = library().door
    found = door.authorities_by_id.get(authority)
    if found is None:
        abort(404)
    directory = whom_to_call()
    return render_template(
        "letters/authority.html",
        authority=found,
        contacts=directory.pick(found.contacts),
        myths=[myth for myth in door.myths if myth.authority == found.id],
    )
