"""Pages of the test server only: the parts that pages are put together from, side by side and with real words."""

from __future__ import annotations

import datetime
from pathlib import Path

from flask import Blueprint, Flask, abort, current_app, render_template

from report.library import Library
from web.extensions import today

PARTS = Path(__file__).with_name("parts")
SHOWN = tuple(sorted(path.stem for path in PARTS.glob("*.html")))
room = Blueprint("shown", __name__, template_folder=str(PARTS))


def show_parts(app: Flask) -> None:
    """Open `/<language>/delar/<name>`."""
    app.register_blueprint(room, url_prefix="/<lang>/delar")


@room.get("/<name>")
def parts(name: str) -> str:
    """One of the pages in `parts/`."""
    if name not in SHOWN:
        abort(404)
    library: Library = current_app.extensions["itid_library"]
    questions = {one.id: one for one in library.questions.questionnaires["adult"].questions}
    return render_template(
        f"{name}.html",
        blocks={block.id: block for block in library.advice.blocks},
        question=questions["mail"],
        letters=questions["letters"],
        last=today() + datetime.timedelta(days=7),
    )
