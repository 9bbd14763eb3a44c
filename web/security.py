"""Headers on every answer, a bound on what is taken in, and the names the app answers to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import Flask, Response, current_app, request

from web.assets import Assets

PORT = re.compile(r":[0-9]+$")
LARGEST_BODY = 64 * 1024
MOST_FIELDS = 400
YEAR = 365 * 24 * 60 * 60

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
WHOLE = (200, 206, 304)
"""Answers that hold the file that was asked for, a part of it, or say that the browser has it."""


def guard(app: Flask, *, secure: bool, hosts: Sequence[str] = ()) -> None:
    """Bound what comes in, and put the headers on what goes out. With `hosts`, a request for another host is 400."""
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY, MAX_FORM_PARTS=MOST_FIELDS)
    # The token lives as long as the visit does: a slow reader is not thrown out after an hour. The referrer is not
    # asked for, since strict checking of it fails in browsers that send none.
    app.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)

    if hosts:
        # Flask compares without the port. Whole addresses, as on the wall of a class, are made of the first name.
        app.config.update(TRUSTED_HOSTS=[PORT.sub("", host) for host in hosts], SERVER_NAME=hosts[0])
        app.config["PREFERRED_URL_SCHEME"] = "https" if secure else "http"

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.extend(HEADERS)
        if secure:
            response.headers["Strict-Transport-Security"] = f"max-age={YEAR}"
        if response.status_code in WHOLE and _as_named():
            response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
        else:
            response.headers["Cache-Control"] = "no-store"
        return response


def _as_named() -> bool:
    """Whether this is a file of `static/` under the address that only its present content has."""
    if request.endpoint != "static":
        return False
    assets: Assets = current_app.extensions["itid_assets"]
    return assets.is_now((request.view_args or {})["filename"], request.args.get("v", ""))
