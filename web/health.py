"""Whether the process lives, and whether it can serve: for the operator's watch, without cookies."""

from __future__ import annotations

from flask import Blueprint, current_app

bp = Blueprint("health", __name__, url_prefix="/halsa")


@bp.get("/live")
def live() -> tuple[str, dict[str, str]]:
    """The process answers."""
    return "ok\n", {"Content-Type": "text/plain"}


@bp.get("/redo")
def ready() -> tuple[str, int, dict[str, str]]:
    """Content is loaded (the app would not have started otherwise) and a PDF process can be reached."""
    good = current_app.extensions["itid_renderers"].ready()
    return ("ok\n" if good else "no renderer\n"), (200 if good else 503), {"Content-Type": "text/plain"}
