"""The letter door: two choices to the right page, what it says, its last day, and the way on to the check."""

from __future__ import annotations

import re

import pytest

from calculator.letter_days import GIVES_DAYS, PRINTED_ONLY, WITH_A_CLOCK
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.page import Form
from tests.visitor import HOME, Visitor
from web.session import cookie

SPACE = "\u00a0"
OPTIONS = (
    "unopened", "payment_order", "state_debt", "decided_debt", "attachment", "seizure", "lease_notice", "other_notice",
    "eviction_claim", "eviction_decided", "bank_notice", "court", "power_cut", "collection", "reminder",
)  # fmt: skip
NO_OPTIONS = (
    "payment_remark",
)  # fmt: skip
"""Letters that the check does not ask about."""
KINDS = OPTIONS + NO_OPTIONS
READ_FIRST = {"payment_order", "state_debt", "decided_debt", "court", "collection"}
FIRST = "Är du under 18, är det någon som har dött, eller har du god man? Läs det här först."
NOT_DECIDED = "Står det ”Vi har inte tagit ställning”? Då är inget bestämt än."
LADDER = ("decided_debt", "payment_order", "collection", "reminder")


def form_of(visitor: Visitor, ending: str) -> Form:
    return next(form for form in visitor.page.forms() if form.address.endswith(ending) and form.method == "post")


def tell(visitor: Visitor, letter: str, expect: int = 200, **typed: str) -> str:
    """Type on the page of a letter; what stands there then, with plain spaces."""
    visitor.open(f"/{visitor.language}/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), expect=expect, **typed)
    return visitor.page.main.replace(SPACE, " ")


def test_the_letters_are_those_of_the_check_and_the_others_last(library: Library) -> None:
    assert tuple(library.door.by_id) == KINDS
    for questionnaire in library.questions.questionnaires.values():
        asked = {option.id for option in questionnaire.by_id["letters"].options} - {"nothing"}
        assert asked == set(OPTIONS)
    assert all(letter.option == letter.id for letter in library.door.letters if letter.id not in NO_OPTIONS)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("letter", KINDS)
def test_two_choices_lead_from_the_start_to_the_letter(visitor: Visitor, library: Library, letter: str) -> None:
    visitor.start()
    visitor.follow("/brev/")
    page = visitor.follow(f"/brev/{letter}")
    known = library.door.by_id[letter]
    texts = (known.what, known.is_not, known.by_when, known.if_nothing, known.say)
    for words in (*texts, *(one.text for one in known.do)):
        assert " ".join(words.swedish.split()) in page.main
    assert page.h1 == known.name.swedish
    pictures = [image for image in page.tree.iter("img") if f"/{known.picture}.svg" in image.get("src", "")]
    assert pictures and pictures[0].get("alt") == known.shows.swedish
    with visitor.client.get(pictures[0].get("src", ""), base_url=HOME) as drawing:
        assert drawing.status_code == 200


@pytest.mark.sampled(5)
@pytest.mark.parametrize("code", ["en", "xr", "xx"])
@pytest.mark.parametrize("letter", KINDS)
def test_every_letter_in_every_language(visit: Visit, code: str, letter: str, library: Library) -> None:
    """The audit of every page sees to digits, labels and headings; the words to say stand in Swedish too."""
    visitor = visit(code)
    visitor.open(f"/{code}/brev/{letter}")
    if library.door.by_id[letter].clock:
        field = "last" if letter in PRINTED_ONLY else "day"
        tell(visitor, letter, **{field: "2026-11-16"})
    assert library.door.by_id[letter].say.swedish in visitor.page.main


@pytest.mark.parametrize("letter", KINDS)
def test_the_ladder_stands_only_with_letters_about_bills(visitor: Visitor, library: Library, letter: str) -> None:
    main = visitor.open(f"/sv/brev/{letter}").main.replace(SPACE, " ")
    at = library.door.by_id[letter].at_step
    assert ("2 620 kr" in main) is (at is not None) is (letter in LADDER)
    assert ("du är här" in main) is (at is not None)


def test_an_amount_of_one_s_own_changes_the_sums(visitor: Visitor) -> None:
    main = tell(visitor, "collection", amount="1 200,50")
    # 1 200,50 and 60, 180, 680, 600, 600
    assert all(sum_ in main for sum_ in ("1 260,50 kr", "1 440,50 kr", "2 120,50 kr", "2 720,50 kr", "3 320,50 kr"))


@pytest.mark.parametrize("letter", KINDS)
def test_what_is_another_matter_is_said_first_where_it_is(visitor: Visitor, letter: str) -> None:
    main = visitor.open(f"/sv/brev/{letter}").main
    assert (FIRST in main) is (letter in READ_FIRST)
    assert ("Skulden hör till dödsboet." in main) is (letter in READ_FIRST)
    assert ("Böter, skadestånd och skatt kan du behöva betala ändå." in main) is (letter == "state_debt")


@pytest.mark.parametrize("letter", KINDS)
def test_one_letter_alone_says_that_nothing_is_decided_yet(visitor: Visitor, letter: str) -> None:
    main = visitor.open(f"/sv/brev/{letter}").main
    assert (NOT_DECIDED in main) is (letter == "eviction_claim")
    assert ("inget bestämt än" in main) is (letter == "eviction_claim")


def test_what_may_never_be_promised_is_not(library: Library) -> None:
    """A payment order gives days and no date; paying the rent does not always end it; a landlord decides nothing."""
    said = {letter.id: _words(letter) for letter in library.door.letters}
    for gives_days in ("payment_order", "eviction_claim"):
        assert "Sista dagen står" not in said[gives_days] and "dagar" in said[gives_days]
    assert "ränta och avgifter" in said["payment_order"] and "tar tillbaka ansökan" in said["payment_order"]
    assert "oftast" in said["lease_notice"] and "betalat sent flera gånger" in said["lease_notice"]
    assert "Det är inte ett beslut" in said["lease_notice"] and "Det är inte ett beslut" in said["other_notice"]
    assert "fast det kan stå Skuld att betala" in said["decided_debt"]
    assert "kan gälla en skuld till ett företag" in said["state_debt"]


def test_an_older_address_of_an_eviction_leads_to_the_first_letter(visitor: Visitor) -> None:
    for address, to in (("/sv/brev/eviction", "/sv/brev/eviction_claim"),
                        ("/sv/brev/eviction.pdf?beside=1", "/sv/brev/eviction_claim.pdf")):  # fmt: skip
        answer = visitor.client.get(address, base_url=HOME)
        assert (answer.status_code, answer.location) == (301, to)
    assert visitor.open("/sv/brev/eviction").h1 == "Någon vill att du flyttar (avhysning)"


@pytest.mark.parametrize(
    ("letter", "drawing"),
    [
        ("payment_order", "kronofogden_asks"),
        ("decided_debt", "kronofogden_demands"),
        ("seizure", "kronofogden_takes"),
        ("eviction_decided", "may_have_to_move"),
    ],
)
def test_the_letter_is_ticked_when_the_check_comes_to_it(visitor: Visitor, letter: str, drawing: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan")
    visitor.open("/sv/koll/")
    visitor.press(visitor.page.form("role"), role="self", age="26plus")
    assert visitor.page.address.endswith("/koll/letters"), "somebody may have more letters than the one"
    form = visitor.page.form("answer")
    assert form.sent()["answer"] == [drawing]
    visitor.press(form)
    with visitor.client:
        visitor.open("/sv/koll/letters?change=1")
        assert cookie.read().answers["letters"] == [letter], "the letter was taken as the answer"


@pytest.mark.parametrize("letter", ["court", "decided_debt", "eviction_claim"])
def test_the_letter_joins_an_answer_that_was_given(visitor: Visitor, letter: str) -> None:
    visitor.answer(letters=["reminder"], months_late="none")
    visitor.open(f"/sv/brev/{letter}")
    assert visitor.press(form_of(visitor, f"/brev/{letter}"), button="plan").address.endswith("/resultat")
    with visitor.client:
        visitor.open("/sv/resultat")
        assert set(cookie.read().answers["letters"]) == {letter, "reminder"}


def test_a_remark_is_no_answer_of_the_check(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_remark")
    assert not [one for one in visitor.page.tree.iter("button") if one.get("name") == "plan"]
    sent = {"csrf_token": visitor.page.token, "plan": "1"}
    answer = visitor.client.post("/sv/brev/payment_remark", data=sent, base_url=HOME)
    assert answer.location.endswith("/brev/payment_remark#by-when"), "it leads to no plan"


def test_what_was_told_is_gone_when_it_is_cleared(visitor: Visitor) -> None:
    tell(visitor, "payment_order", day="2026-11-16")
    assert "Räkna med senast" in visitor.open("/sv/brev/payment_order").main
    visitor.follow("/rensa")
    visitor.press(form_of(visitor, "/rensa"))
    assert "Räkna med senast" not in visitor.open("/sv/brev/payment_order").main


def test_the_start_page_goes_on_at_the_letter(visitor: Visitor) -> None:
    tell(visitor, "collection", last="2026-11-20")
    tell(visitor, "court", day="2026-11-20")
    visitor.start()
    assert visitor.page.link("/brev/court")


def test_an_unknown_letter_is_not_found(visitor: Visitor) -> None:
    visitor.open("/sv/brev/finns-inte", expect=404)
    visitor.open("/sv/brev/svar/finns-inte.pdf", expect=404)
    visitor.open("/sv/brev/finns-inte.pdf", expect=404)


@pytest.mark.parametrize("letter", KINDS)
def test_the_fields_are_those_of_the_clock(visitor: Visitor, library: Library, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    names = {name for form in visitor.page.forms() if form.address.endswith(f"/brev/{letter}") for name in form.names()}
    counted = letter in WITH_A_CLOCK - PRINTED_ONLY
    assert ("day" in names) is counted
    assert ("days" in names) is (letter in GIVES_DAYS)
    assert ("european" in names) is (letter == "payment_order")
    assert ("last" in names) is (
        letter in PRINTED_ONLY | {"decided_debt", "seizure", "bank_notice", "court", "power_cut"}
    )
    assert (library.door.by_id[letter].clock is not None) is (letter in WITH_A_CLOCK)


def test_no_text_of_the_door_writes_a_sum_of_money(library: Library) -> None:
    """Sums come from the figures, so that a new year changes them everywhere."""
    door = library.door
    from content.text import words_of  # noqa: PLC0415

    for part in (door.letters, door.form_letters, door.authorities, door.myths):
        for text in words_of(part):
            assert not re.search(r"\bkr\b", text.swedish) and "kronor" not in text.swedish, text.context


def test_a_letter_without_its_figures_or_its_clock_stops_the_start(library: Library) -> None:
    from content.problems import ContentError, Problems  # noqa: PLC0415
    from report.library import _check_figures_of_letters  # noqa: PLC0415
    from web.factory import _check_letters  # noqa: PLC0415

    broken = library.door.letters[0].model_copy(update={"figures": ("no_such",), "picture": "no_such"})
    without = library.door.by_id["court"].model_copy(update={"clock": None})
    door = type(library.door)((broken, without), (), (), ())
    problems = Problems()
    _check_figures_of_letters(door, library.calculator, problems)
    assert {problem.key for problem in problems} == {"figures"}
    from dataclasses import replace  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    with pytest.raises(ContentError) as stopped:
        _check_letters(replace(library, door=door), Path("static"))
    assert {problem.key for problem in stopped.value.problems} == {"picture", "clock"}


def test_the_days_are_said_as_they_stand(visitor: Visitor) -> None:
    assert "Den dagen har gått. Ring ändå i dag." in tell(visitor, "payment_order", day="2026-10-01")
    assert "Den dagen har gått. Ring ändå i dag." in tell(visitor, "court", last="2026-11-22")
    assert "Det är i dag. Ring nu." in tell(visitor, "court", last=TODAY.isoformat())
    assert "Det är 1 dag dit." in tell(visitor, "collection", last="2026-11-24")


def _words(letter: object) -> str:
    from content.text import words_of  # noqa: PLC0415

    return " ".join(text.swedish for text in words_of(letter))
