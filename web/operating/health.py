"""Whether the process lives, and whether it can serve: for the operator's watch, without cookies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Blueprint, current_app

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

OWN_MACHINE = ("localhost", "127.0.0.1", "[::1]")
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


class AskedFromHere:
    """Lets the watch on this machine ask by its own names, whatever hosts the app answers to.

    A probe of systemd or a container asks 127.0.0.1 and names no other host. What is answered says nothing of anybody.
    """

    def __init__(self, app: WSGIApplication, host: str) -> None:
        self.app, self.host = app, host

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The request as if it had named the public host, where it is one of health by a name of this machine."""
        asked = str(environ.get("HTTP_HOST", ""))
        name = asked if asked.endswith("]") else asked.rpartition(":")[0] or asked
        if name.lower() in OWN_MACHINE and str(environ.get("PATH_INFO", "")).startswith(f"{bp.url_prefix}/"):
            environ["HTTP_HOST"] = self.host
        return self.app(environ, start_response)
