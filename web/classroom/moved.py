"""Addresses of the class room's first edition, and where their pages are now."""

from __future__ import annotations

from flask import Blueprint, redirect, request, url_for

from web.forms.posts import Answer

bp = Blueprint("class_moved", __name__)

MOVED = 301
NOW_AT = {
    "/klass/larare/": "remote.show",
    "/klass/larare/antal": "remote.show",
    "/klass/larare/lank": "remote.link",
    "/klass/larare/radera": "remote.show",
    "/klass/larare/stang": "remote.show",
    "/klass/larare/resultat": "remote.results",
    "/klass/larare/resultat.pdf": "remote.results_sheet",
    "/klass/quiz/fore/klart": "quiz.wait",
    "/klass/quiz/efter/klart": "quiz.wait",
}


def moved() -> Answer:
    """To the page that does the same now."""
    path = "/" + request.path.split("/", 2)[2]
    return redirect(url_for(NOW_AT[path]), MOVED)


for old in NOW_AT:
    bp.add_url_rule(old, view_func=moved, methods=["GET", "POST"])


@bp.route("/klass/quiz/<any(fore, efter):when>", methods=["GET", "POST"])
def to_quiz(when: str) -> Answer:
    """To the quiz, which has a statement a page now."""
    return redirect(url_for("quiz.begin", when=when), MOVED)
