"""What a search engine asks for first: robots.txt, and the list of all pages that may be found."""

from __future__ import annotations

from collections.abc import Iterator

from flask import Blueprint, Response, abort, current_app, render_template, url_for

from web.found.head import address, alternates, public, read_by_people, to_find
from web.found.same_for_all import NOT_TO_BE_FOUND, SAME_FOR_ALL
from web.i18n.languages import Languages
from web.settings import Settings

bp = Blueprint("found", __name__)

PLACE = "/<lang>"
PAPER = "/*.pdf$"
"""Every paper: a crawler must not keep the processes busy that make them. Some crawlers do not know the star."""
NOTHING = "User-agent: *\nDisallow: /\n"


@bp.get("/robots.txt")
def robots() -> Response:
    """Where a crawler may go. Where nothing may be found: nowhere."""
    if not public():
        return Response(NOTHING, mimetype="text/plain")
    settings: Settings = current_app.extensions["itid_settings"]
    refused = "".join(f"Disallow: {one}\n" for one in (*_refused(), PAPER))
    where = f"https://{settings.hosts[0]}{url_for('.sitemap')}"
    return Response(f"User-agent: *\n{refused}\nSitemap: {where}\n", mimetype="text/plain")


@bp.get("/sitemap.xml")
def sitemap() -> Response:
    """Every page that may be found in every language that was read, each with its address in the others."""
    if not public():
        abort(404)
    pages = [(address(page, one), alternates(page)) for page in to_find() for one in read_by_people()]
    return Response(render_template("found/sitemap.xml", pages=pages), mimetype="application/xml")


def _refused() -> Iterator[str]:
    """The beginnings of all addresses that lead to no page to be found, for the languages that are offered.

    A beginning that such a page shares is not refused: its neighbours say `noindex` themselves. The style and the
    drawings are let through, as a search engine looks at a page as people do.
    """
    rules = [rule for rule in current_app.url_map.iter_rules() if PLACE in rule.rule]
    open_to_all = [rule.rule for rule in rules if rule.endpoint in SAME_FOR_ALL]
    begin = {rule.rule.replace(PLACE, "", 1).partition("<")[0] for rule in rules if rule.endpoint in NOT_TO_BE_FOUND}
    shared = {one for one in begin for rule in open_to_all if rule.replace(PLACE, "", 1).startswith(one)}
    kept = sorted(begin - shared)
    languages: Languages = current_app.extensions["languages"]
    for language in languages.offered:
        for one in kept:
            if not any(one != other and one.startswith(other) for other in kept):
                yield f"/{language.code}{one}"
