"""An app whose municipality has days to come, for the tests."""

from __future__ import annotations

import json
from dataclasses import replace

from flask import Flask

from advice.contacts import Directory
from advice.place import Event
from content.text import named
from tests.conftest import make_app

DAYS = (
    {
        "id": "coming",
        "title": "Öppet hus",
        "place": "Biblioteket",
        "area": "Hallunda",
        "address": "Torget 1",
        "day": "2026-12-03",
        "starts": "13:00",
        "ends": "17:00",
        "who": "Kronofogden och kommunens rådgivare",
        "languages": "Svenska, arabiska och somaliska",
    },
    {
        "id": "whole_day",
        "title": "112-dagen",
        "place": "Kyrkan",
        "area": "Fittja",
        "day": "2027-02-11",
        "who": "Polisen",
    },
    {"id": "later", "title": "Vårdagen", "place": "Torget", "area": "Tumba", "day": "2027-05-02", "who": "Polisen"},
    {"id": "today", "title": "Dagens träff", "place": "Skolan", "area": "Alby", "day": "2026-11-23", "who": "Polisen"},
    {"id": "yesterday", "title": "Gårdagen", "place": "Skolan", "area": "Alby", "day": "2026-11-22", "who": "Polisen"},
)


def app_with_events() -> Flask:
    """The app of the tests, with five days of which one has passed."""
    made = make_app()
    library = made.extensions["itid_library"]
    events = tuple(named(Event.model_validate_json(_json(one)), f"municipality_0127.{one['id']}") for one in DAYS)
    place = library.advice.municipalities["0127"].model_copy(update={"events": events})
    directory = Directory(place, library.advice.directories["0127"].by_id)
    advice = replace(
        library.advice,
        municipalities={**library.advice.municipalities, "0127": place},
        directories={**library.advice.directories, "0127": directory},
    )
    made.extensions["itid_library"] = replace(library, advice=advice)
    return made


def _json(one: dict[str, str]) -> str:

    return json.dumps({**one, "confidence": "known", "source": "Testernas eget"})
