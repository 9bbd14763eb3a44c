"""Every address that was once printed, saved or linked to leads somewhere: it is there, or says where it went."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound
from werkzeug.routing import RequestRedirect

PROMISED = (
    ("/", "GET"),
    ("/<lang>/", "GET"),
    ("/<lang>/brev/", "GET"),
    ("/<lang>/brev/<letter>", "GET, POST"),
    ("/<lang>/brev/<letter>.pdf", "GET"),
    ("/<lang>/brev/<letter>/koll", "POST"),
    ("/<lang>/brev/svar/<form_letter>.pdf", "GET"),
    ("/<lang>/budget/", "GET, POST"),
    ("/<lang>/budget/<group>", "GET, POST"),
    ("/<lang>/budget/manad", "GET, POST"),
    ("/<lang>/budget/summering", "GET"),
    ("/<lang>/budget/tank-om", "GET, POST"),
    ("/<lang>/budget/till-lon", "GET, POST"),
    ("/<lang>/budget/utskrift", "GET"),
    ("/<lang>/flode", "GET"),
    ("/<lang>/integritet", "GET"),
    ("/<lang>/kiosk", "GET"),
    ("/<lang>/kiosk/kvar", "GET"),
    ("/<lang>/kiosk/personal", "GET, POST"),
    ("/<lang>/kiosk/rensad", "GET"),
    ("/<lang>/klass/", "GET, POST"),
    ("/<lang>/klass/fjarr", "GET"),
    ("/<lang>/klass/fjarr/<act>", "POST"),
    ("/<lang>/klass/fjarr/lank", "GET"),
    ("/<lang>/klass/fjarr/lank", "POST"),
    ("/<lang>/klass/fjarr/resultat", "GET"),
    ("/<lang>/klass/fjarr/resultat.pdf", "GET"),
    ("/<lang>/klass/hushall/", "GET"),
    ("/<lang>/klass/hushall/<name>", "GET, POST"),
    ("/<lang>/klass/hushall/<name>/andra", "GET, POST"),
    ("/<lang>/klass/hushall/<name>/svar", "GET"),
    ("/<lang>/klass/hushall/<name>/tavlan", "POST"),
    ("/<lang>/klass/hushall/<name>/valj", "GET, POST"),
    ("/<lang>/klass/larare/", "GET"),
    ("/<lang>/klass/larare/antal", "GET"),
    ("/<lang>/klass/larare/lank", "GET"),
    ("/<lang>/klass/larare/radera", "POST"),
    ("/<lang>/klass/larare/resultat", "GET"),
    ("/<lang>/klass/larare/resultat.pdf", "GET"),
    ("/<lang>/klass/larare/stang", "POST"),
    ("/<lang>/klass/lektion", "GET"),
    ("/<lang>/klass/lektion.pdf", "GET"),
    ("/<lang>/klass/lektion-<any(larare, grupp, elev):file>.pdf", "GET"),
    ("/<lang>/klass/med", "GET"),
    ("/<lang>/klass/nu", "GET"),
    ("/<lang>/klass/oppna", "POST"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>", "GET, POST"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>/", "GET"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>/<int:number>", "GET, POST"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>/klart", "GET"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>/siffra", "GET, POST"),
    ("/<lang>/klass/quiz/<any(fore, efter):when>/svar", "GET, POST"),
    ("/<lang>/klass/quiz/efter/klart", "GET, POST"),
    ("/<lang>/klass/quiz/fore/klart", "GET, POST"),
    ("/<lang>/klass/raknat", "GET, POST"),
    ("/<lang>/klass/spel/", "GET"),
    ("/<lang>/klass/spel/<name>/", "GET"),
    ("/<lang>/klass/spel/<name>/atgarder", "GET, POST"),
    ("/<lang>/klass/spel/<name>/brev/", "GET, POST"),
    ("/<lang>/klass/spel/<name>/brev/<letter>", "GET, POST"),
    ("/<lang>/klass/spel/<name>/februari", "GET"),
    ("/<lang>/klass/spel/<name>/kort", "POST"),
    ("/<lang>/klass/spel/<name>/manad", "GET, POST"),
    ("/<lang>/klass/spel/<name>/samtal", "GET, POST"),
    ("/<lang>/klass/vanta", "GET"),
    ("/<lang>/klass/vidare", "GET"),
    ("/<lang>/klass/visas", "GET"),
    ("/<lang>/koll/", "GET, POST"),
    ("/<lang>/koll/<step>", "GET, POST"),
    ("/<lang>/koll/fragor", "GET, POST"),
    ("/<lang>/koll/svar", "GET"),
    ("/<lang>/koll/under-16", "GET"),
    ("/<lang>/koll/vidare", "GET"),
    ("/<lang>/kontakter", "GET"),
    ("/<lang>/kvar", "GET"),
    ("/<lang>/kvar", "POST"),
    ("/<lang>/lamna", "GET"),
    ("/<lang>/med", "GET, POST"),
    ("/<lang>/myndigheter/", "GET"),
    ("/<lang>/myndigheter/<authority>", "GET"),
    ("/<lang>/om", "GET"),
    ("/<lang>/oppna", "GET, POST"),
    ("/<lang>/papper/", "GET"),
    ("/<lang>/papper/<sheet>.pdf", "GET"),
    ("/<lang>/rakna/", "GET"),
    ("/<lang>/rakna/<path>", "GET, POST"),
    ("/<lang>/rensa", "GET"),
    ("/<lang>/rensa", "POST"),
    ("/<lang>/rensat", "GET"),
    ("/<lang>/resultat", "GET"),
    ("/<lang>/resultat.pdf", "GET"),
    ("/<lang>/resultat/kalender.ics", "GET"),
    ("/<lang>/resultat/klart", "POST"),
    ("/<lang>/resultat/las", "GET"),
    ("/<lang>/resultat/skriv-ut", "GET"),
    ("/<lang>/resultat/ta-med", "GET"),
    ("/<lang>/resultat/utan-namn.pdf", "GET"),
    ("/<lang>/sa-raknar-vi", "GET"),
    ("/<lang>/spara", "GET"),
    ("/<lang>/spara/min-manad.html", "GET"),
    ("/<lang>/spara/min-manad.json", "GET"),
    ("/<lang>/spara/min-manad.xlsx", "GET"),
    ("/<lang>/skulder", "GET"),
    ("/<lang>/skulder", "POST"),
    ("/<lang>/skulder/<int:number>", "GET, POST"),
    ("/<lang>/skulder/<int:number>/ta-bort", "POST"),
    ("/<lang>/skulder/min-manad.pdf", "GET"),
    ("/<lang>/skulder/ny", "GET, POST"),
    ("/<lang>/skulder/till-radgivaren", "GET"),
    ("/<lang>/tavla", "GET, POST"),
    ("/<lang>/tavla/nu", "GET"),
    ("/<lang>/tillganglighet", "GET"),
    ("/<lang>/traffa-oss", "GET"),
    ("/<lang>/traffa-oss.ics", "GET"),
    ("/<lang>/traffa-oss/<event>.ics", "GET"),
    ("/halsa/live", "GET"),
    ("/halsa/redo", "GET"),
    ("/robots.txt", "GET"),
    ("/sitemap.xml", "GET"),
    ("/static/<path:filename>", "GET"),
)
"""Each address and its methods, written out: a row is never taken away, only added."""
MOVED = 301
PERMANENT = {MOVED, 308}
EXAMPLES = {
    "<any(fore, efter):when>": "fore",
    "<any(larare, grupp, elev):file>": "elev",
    "<authority>": "landlord",
    "<act>": "vidare",
    "<event>": "open_house",
    "<form_letter>": "ask_balance",
    "<group>": "income",
    "<int:number>": "3",
    "<lang>": "sv",
    "<letter>": "payment_order",
    "<name>": "elias",
    "<path:filename>": "style.css",
    "<path>": "sen-rakning",
    "<sheet>": "budget",
    "<step>": "letters",
}


def example_of(rule: str) -> str:
    """An address of this rule, with every part filled in."""
    for part, value in EXAMPLES.items():
        rule = rule.replace(part, value)
    assert "<" not in rule, rule
    return rule


@pytest.mark.parametrize(("rule", "methods"), PROMISED, ids=[rule for rule, _ in PROMISED])
def test_an_old_address_stays_or_says_where_it_went(app: Flask, rule: str, methods: str) -> None:
    address = example_of(rule)
    for method in methods.split(", "):
        bound = app.url_map.bind("localhost")
        try:
            endpoint, _ = bound.match(address, method=method)
        except RequestRedirect as moved:
            assert moved.code in PERMANENT, address
            continue
        except NotFound:
            pytest.fail(f"{method} {address} leads nowhere")
        answer = app.test_client().open(address, method=method) if method == "GET" and _moves(endpoint) else None
        if answer is not None:
            assert answer.status_code == MOVED and urlsplit(answer.location).path != address


def _moves(endpoint: str) -> bool:
    """Whether this endpoint only tells of a new address; such ones are named `moved`, in their room."""
    return endpoint.endswith(".moved")


def test_no_address_was_forgotten_here(app: Flask) -> None:
    """A new page is promised too, from the day it is there."""
    known = {rule for rule, _ in PROMISED}
    assert {rule.rule for rule in app.url_map.iter_rules()} <= known
