"""The month game on a phone without scripts and without a room: each press is kept, and nothing can be smuggled in."""

from __future__ import annotations

from typing import ClassVar

import pytest
from flask import Flask

from classroom.model import ClassHousehold
from classroom.month import state as game
from classroom.month import sums
from report.library import Library, load_library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import form_to
from web.classroom.game.place import EXTENSION, Alone

HOUSEHOLDS = load_library().classroom.households
MOST_WORDS = 60


def play(visitor: Visitor, name: str, page: str = "") -> None:
    visitor.open(f"/{visitor.language}/klass/spel/{name}/{page}")


def shown(visitor: Visitor) -> str:
    return " ".join(visitor.page.main.replace("\u00a0", " ").replace("\u00ad", "").split())


def lay(visitor: Visitor, household: ClassHousehold, **piles: str) -> None:
    for letter, pile in piles.items():
        play(visitor, household.id, f"brev/{letter}")
        visitor.press(form_to(visitor, f"/brev/{letter}"), pile=pile)


def switch(visitor: Visitor, *measures: str) -> None:
    for measure in measures:
        visitor.press(form_to(visitor, "/atgarder"), measure=measure)


def pressed_on(visitor: Visitor) -> list[str]:
    return [one.get("value", "") for one in visitor.page.tree.iter("button") if one.get("aria-pressed") == "true"]


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_a_household_from_the_first_letter_to_february(visit: Visit, one: ClassHousehold) -> None:
    group = visit("sv")
    group.open("/sv/klass/spel/")
    group.follow(f"/klass/spel/{one.id}/")
    assert one.story.swedish in group.page.main

    group.follow(f"/brev/{one.letters[0].id}")
    for letter in one.letters:
        assert all(words.swedish in shown(group) for words in (letter.sender, letter.subject, letter.text, letter.more))
        assert "Påhittat brev för lektionen" in shown(group)
        group.press(form_to(group, f"/brev/{letter.id}"), pile=letter.pile)
    group.press(form_to(group, "/brev/"))
    assert shown(group).count("Ja:") == 3 and "Titta" not in shown(group)

    group.follow("/manad")
    group.press(form_to(group, "/manad"), guess="right")
    group.follow("/atgarder")
    least = next(chosen for chosen in sums.holding(one, "A") if chosen in sums.holding(one, "B"))
    switch(group, *sorted(least))
    assert sorted(pressed_on(group)) == sorted(least)
    group.press(form_to(group, "/kort"))
    assert "Det går ihop" in shown(group)

    group.follow("/samtal")
    group.press(form_to(group, "/samtal"), contact=one.contact.options[0].id)
    assert one.contact.say.swedish in shown(group)
    group.follow("/februari")
    assert shown(group).startswith("Tre månader senare Breven ligger rätt ja Månaden går ihop ja Februari håller ja")
    for measure in one.measures:
        assert (measure.feedback.swedish in shown(group)) is (measure.id in least)


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_every_dear_or_locked_measure_and_every_wrong_pile_gives_its_words(visit: Visit, one: ClassHousehold) -> None:
    group = visit("sv")
    for letter in one.letters:
        wrong = "keep" if letter.pile != "keep" else "today"
        lay(group, one, **{letter.id: wrong})
    group.press(form_to(group, "/brev/"))
    assert shown(group).count("Titta en gång till") == 3 and "Det avslöjar" not in shown(group)
    group.press(form_to(group, "/brev/"))
    for letter in one.letters:
        assert not letter.signs or letter.signs.swedish in shown(group)
    assert shown(group).count("ista dag") >= sum(letter.pile != "away" for letter in one.letters)

    for measure in one.measures:
        if measure.kind == "ok":
            continue
        play(group, one.id, "atgarder")
        switch(group, measure.id)
        if measure.kind == "locked":
            assert measure.feedback.swedish in shown(group) and measure.id not in pressed_on(group)
        else:
            play(group, one.id, "februari")
            assert measure.feedback.swedish in shown(group)
            assert "Februari håller inte än" in shown(group)


@pytest.mark.parametrize("which", ["right", "sign", "first"])
def test_any_answer_to_what_is_left_shows_how_it_is_reckoned(visit: Visit, which: str) -> None:
    group = visit("sv")
    play(group, "maria", "manad")
    assert {"Det fattas 10 620 kr", "Det går ihop, med 10 620 kr kvar", "Det går ihop, med 340 kr kvar"} <= {
        " ".join("".join(one.itertext()).replace("\u00a0", " ").split()) for one in group.page.tree.iter("button")
    }
    group.press(form_to(group, "/manad"), guess=which)

    assert "340 kr" in shown(group) and "−10 960 kr" in shown(group) and "Det fattas 10 620 kr" in shown(group)
    assert "Nästan" not in shown(group)


def test_what_was_pressed_outlives_reload_another_language_and_another_household(visit: Visit) -> None:
    group = visit("sv")
    play(group, "goran", "atgarder")
    switch(group, "pay_in_parts", "contest", "cheaper_tv")
    assert sorted(pressed_on(group)) == ["cheaper_tv", "contest"]
    play(group, "elias", "atgarder")
    switch(group, "pause_gym")

    group.language = "en"
    play(group, "goran", "atgarder")
    assert sorted(pressed_on(group)) == ["cheaper_tv", "contest"]
    assert "It adds up, with 30 kr left" in shown(group)
    play(group, "elias", "atgarder")
    assert pressed_on(group) == ["pause_gym"]


def test_all_six_drafts_fit_in_the_cookie(visit: Visit) -> None:
    group = visit("sv")
    for one in HOUSEHOLDS:
        play(group, one.id, "atgarder")
        switch(group, *(measure.id for measure in one.measures if measure.kind == "ok"))
    for one in HOUSEHOLDS:
        play(group, one.id, "atgarder")
        assert len(pressed_on(group)) == sum(measure.kind == "ok" for measure in one.measures)
    cookie = group.client.get_cookie("__Host-itid-klass", domain="localhost")
    assert cookie is not None and len(cookie.value) < 1200


def test_a_card_stays_when_it_is_drawn(visit: Visit) -> None:
    group = visit("sv")
    play(group, "maria", "atgarder")
    draw = form_to(group, "/kort")
    group.press(draw)
    first = "Tvättmaskinen" in shown(group)
    assert first is not ("vinterskor" in shown(group))
    for _ in range(8):
        group.press(draw)
        assert ("Tvättmaskinen" in shown(group)) is first


@pytest.mark.parametrize(
    ("page", "field", "value"),
    [
        ("brev/rent", "pile", "burn"),
        ("brev/rent", "pile", ""),
        ("manad", "guess", "-10620"),
        ("atgarder", "measure", "pause_gym"),
        ("atgarder", "measure", "'; drop table"),
        ("samtal", "contact", "csn"),
    ],
)
def test_what_is_no_button_of_the_page_changes_nothing(visit: Visit, page: str, field: str, value: str) -> None:
    group = visit("sv")
    play(group, "maria", page)
    group.press_with(form_to(group, f"/{page}"), {field: value}, expect=422)
    play(group, "maria", page)
    assert pressed_on(group) == []


@pytest.mark.parametrize("address", ["nobody/", "maria/brev/forged", "maria/brev/RENT", "nobody/atgarder", "maria/x"])
def test_what_is_not_there_is_not_found(visit: Visit, address: str) -> None:
    visit("sv").open(f"/sv/klass/spel/{address}", expect=404)


def test_a_press_from_elsewhere_does_not_count(visit: Visit) -> None:
    group = visit("sv")
    for address in ("atgarder", "brev/rent", "kort", "samtal"):
        sent = {"measure": "no_clothes", "pile": "today", "contact": "landlord", "csrf_token": "x"}
        group.client.post(f"/sv/klass/spel/maria/{address}", data=sent, base_url=HOME)
    play(group, "maria", "atgarder")
    assert pressed_on(group) == [] and "Det fattas 10 620 kr" in shown(group)


@pytest.mark.parametrize("one", HOUSEHOLDS, ids=lambda one: one.id)
def test_a_groups_page_has_few_words(visit: Visit, one: ClassHousehold) -> None:
    group = visit("sv")
    pages = ("", "brev/", "manad", "atgarder", "samtal", *(f"brev/{letter.id}" for letter in one.letters))
    for page in pages:
        play(group, one.id, page)
        folded = [one for one in group.page.tree.iter("details") if "kept" in one.get("class", "")]
        words = len(group.page.main.replace("\u00a0", "").split())
        words -= sum(len("".join(one.itertext()).split()) for one in folded)
        assert words <= MOST_WORDS, (page, words)


def test_no_page_of_a_group_leads_to_the_answers(visit: Visit, library: Library) -> None:
    group = visit("sv")
    for page in ("", "brev/", "brev/rent", "manad", "atgarder", "samtal", "februari"):
        play(group, "maria", page)
        assert not [link for link in group.page.links() if "lektion" in link or "larare" in link]
    play(group, "maria", "brev/rent")
    assert "in_time" not in group.page.text.replace('value="in_time"', "") and "10 960" in shown(group)


class Room(Alone):
    """A room that opens some steps, and where the card is drawn on the wall."""

    steps: ClassVar[set[str]] = {"letters"}

    def is_open(self, step: str) -> bool:
        return step in self.steps

    def card(self) -> game.Card | None:
        return "A"

    def draws(self) -> bool:
        return False


def test_a_room_decides_what_is_open_and_which_card_is_drawn(app: Flask, visit: Visit) -> None:
    group = visit("sv")
    app.extensions[EXTENSION] = Room()
    try:
        play(group, "maria", "brev/rent")
        for page in ("manad", "atgarder", "samtal", "februari"):
            play(group, "maria", page)
            assert "Inte än. Titta på tavlan." in shown(group)
            assert group.page.response.headers["Refresh"] == "5"
        Room.steps.add("month")
        play(group, "maria", "atgarder")
        assert "Tvättmaskinen går sönder" in shown(group) and "Dra kort" not in shown(group)
    finally:
        del app.extensions[EXTENSION]
