"""The letter door: two choices to the right page, what it says, the day to count on, and the way on to the check."""

from __future__ import annotations

import re

import pytest

from report.library import Library
from tests.conftest import TODAY, Visit
from tests.page import Form
from tests.visitor import Visitor

SPACE = "\u00a0"
TEN = (
    "reminder", "collection", "payment_order", "state_debt", "court", "attachment", "lease_notice", "eviction",
    "power_cut", "payment_remark", "unopened",
)  # fmt: skip
HAS_TIME = {"collection", "payment_order", "state_debt", "lease_notice", "power_cut"}


def form_of(visitor: Visitor, ending: str) -> Form:
    return next(form for form in visitor.page.forms() if form.address.endswith(ending) and form.method == "post")


def tell(visitor: Visitor, letter: str, expect: int = 200, **typed: str) -> str:
    """Type on the page of a letter; what stands there then, with plain spaces."""
    visitor.open(f"/{visitor.language}/brev/{letter}")
    visitor.press(form_of(visitor, f"/brev/{letter}"), expect=expect, **typed)
    return visitor.page.main.replace(SPACE, " ")


def test_the_letters_are_those_of_the_instrument(library: Library) -> None:
    assert tuple(library.door.by_id) == TEN


@pytest.mark.parametrize("letter", TEN)
def test_two_choices_lead_from_the_start_to_the_letter(visitor: Visitor, library: Library, letter: str) -> None:
    visitor.start()
    visitor.follow("/brev/")
    page = visitor.follow(f"/brev/{letter}")
    known = library.door.by_id[letter]
    texts = (known.what, known.is_not, known.by_when, known.if_nothing, known.say)
    for words in (*texts, *(one.text for one in known.do)):
        assert " ".join(words.swedish.split()) in page.main
    assert page.h1 == known.name.swedish
    pictures = [image for image in page.tree.iter("img") if letter in image.get("src", "")]
    assert pictures and pictures[0].get("alt") == known.shows.swedish
    with visitor.client.get(pictures[0].get("src", ""), base_url="https://localhost") as drawing:
        assert drawing.status_code == 200


@pytest.mark.parametrize("code", ["en", "xr", "xx"])
@pytest.mark.parametrize("letter", TEN)
def test_every_letter_in_every_language(visit: Visit, code: str, letter: str, library: Library) -> None:
    """The audit of every page sees to digits, labels and headings; the words to say stand in Swedish too."""
    visitor = visit(code)
    tell(visitor, letter, stands="2026-12-01")
    assert library.door.by_id[letter].say.swedish in visitor.page.main


@pytest.mark.parametrize("letter", TEN)
def test_the_ladder_stands_only_with_letters_about_bills(visitor: Visitor, library: Library, letter: str) -> None:
    main = visitor.open(f"/sv/brev/{letter}").main.replace(SPACE, " ")
    at = library.door.by_id[letter].at_step
    assert ("2 620 kr" in main) is (at is not None) is (letter in ("reminder", "collection", "payment_order"))
    assert ("du är här" in main) is (at is not None)


def test_an_amount_of_one_s_own_changes_the_sums(visitor: Visitor) -> None:
    main = tell(visitor, "collection", amount="1 200,50")
    # 1 200,50 and 60, 180, 680, 600, 600
    assert all(sum_ in main for sum_ in ("1 260,50 kr", "1 440,50 kr", "2 120,50 kr", "2 720,50 kr", "3 320,50 kr"))


@pytest.mark.parametrize(
    ("letter", "came", "day"),
    [
        ("payment_order", "2026-11-16", "26 november 2026"),
        # ten days from the 18th is a Saturday
        ("payment_order", "2026-11-18", "27 november 2026"),
        ("collection", "2026-11-20", "27 november 2026"),
        ("state_debt", "2026-11-20", "4 december 2026"),
        ("lease_notice", "2026-11-20", "11 december 2026"),
        ("power_cut", "2026-11-15", "4 december 2026"),
    ],
)
def test_the_day_the_letter_came_gives_a_day_to_count_on(visitor: Visitor, letter: str, came: str, day: str) -> None:
    main = tell(visitor, letter, came=came)
    assert f"Räkna med senast {day}." in main
    assert "är det den som gäller" in main


def test_the_day_on_the_letter_rules(visitor: Visitor) -> None:
    main = tell(visitor, "payment_order", came="2026-11-16", stands="2026-12-09")
    assert "Sista dagen är 9 december 2026." in main and "Räkna med" not in main
    assert "Det är 16 dagar dit" in main


def test_a_day_that_has_gone_still_leads_to_a_call(visitor: Visitor) -> None:
    assert "Den dagen har gått. Ring ändå, i dag." in tell(visitor, "payment_order", came="2026-10-01")
    assert "Den dagen har gått. Ring ändå, i dag." in tell(visitor, "court", stands="2026-11-22")
    assert "Det är i dag. Ring nu." in tell(visitor, "court", stands=TODAY.isoformat())


@pytest.mark.parametrize("letter", TEN)
def test_a_day_is_only_worked_out_where_a_time_is_known(visitor: Visitor, letter: str) -> None:
    visitor.open(f"/sv/brev/{letter}")
    assert ("came" in form_of(visitor, f"/brev/{letter}").names()) is (letter in HAS_TIME)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"came": "2026-11-24"}, "har inte varit än"),
        ({"came": "2026-11-31"}, "datumet"),
        ({"stands": "snart"}, "datumet"),
        ({"amount": "-1"}, "utan minus"),
        ({"amount": "NaN"}, "Vi kan inte läsa beloppet"),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(visitor: Visitor, typed: dict[str, str], says: str) -> None:
    main = tell(visitor, "payment_order", expect=422, **typed)
    assert says in main
    fields = {one.get("name"): one.get("value") for one in visitor.page.tree.iter("input")}
    assert all(fields[name] == text for name, text in typed.items())


def test_the_letter_is_ticked_when_the_check_comes_to_it(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_order")
    page = visitor.press(form_of(visitor, "/payment_order/koll"))
    assert page.has("role")
    visitor.press(page.form("role"), role="self", age="26plus")
    while not visitor.page.address.endswith("/letters"):
        visitor.press(visitor.page.form("answer"), button="skip")
    ticked = [one.get("value") for one in visitor.page.tree.iter("input") if one.get("checked") is not None]
    assert ticked == ["payment_order"]
    visitor.press(visitor.page.form("answer"))
    assert visitor.page.address.endswith("/answered"), "the letter was taken as the answer"


def test_the_letter_joins_an_answer_that_was_given(visitor: Visitor) -> None:
    visitor.answer(letters=["nothing"], months_late="none")
    visitor.open("/sv/brev/court")
    visitor.press(form_of(visitor, "/court/koll"))
    assert visitor.page.address.endswith("/answered")
    visitor.press(visitor.page.form("answer"), answer="no")
    visitor.press(visitor.page.form("answer"), answer="right")
    visitor.open("/sv/koll/svar")
    visitor.result()
    assert "domstol" in visitor.page.main and visitor.page.h1 == "Gör en sak i dag"


def test_a_remark_is_no_answer_of_the_check(visitor: Visitor) -> None:
    visitor.open("/sv/brev/payment_remark")
    assert not any(form.address.endswith("/koll") for form in visitor.page.forms())
    token = visitor.page.token
    answer = visitor.client.post(
        "/sv/brev/payment_remark/koll", data={"csrf_token": token}, base_url="https://localhost"
    )
    assert answer.status_code == 404


def test_what_was_told_is_gone_when_it_is_cleared(visitor: Visitor) -> None:
    tell(visitor, "payment_order", came="2026-11-16")
    assert "Räkna med senast" in visitor.open("/sv/brev/payment_order").main
    visitor.follow("/rensa")
    visitor.press(form_of(visitor, "/rensa"))
    assert "Räkna med senast" not in visitor.open("/sv/brev/payment_order").main


def test_the_start_page_goes_on_at_the_letter(visitor: Visitor) -> None:
    tell(visitor, "collection", came="2026-11-20")
    visitor.start()
    assert visitor.page.link("/brev/collection")


def test_an_unknown_letter_is_not_found(visitor: Visitor) -> None:
    visitor.open("/sv/brev/finns-inte", expect=404)
    visitor.open("/sv/brev/svar/finns-inte.pdf", expect=404)
    visitor.open("/sv/brev/finns-inte.pdf", expect=404)


def test_no_text_of_the_door_writes_a_sum_of_money(library: Library) -> None:
    """Sums come from the figures, so that a new year changes them everywhere."""
    door = library.door
    from content.text import words_of  # noqa: PLC0415

    for part in (door.letters, door.form_letters, door.authorities, door.myths):
        for text in words_of(part):
            assert not re.search(r"\bkr\b", text.swedish) and "kronor" not in text.swedish, text.context


def test_a_letter_without_its_time_or_drawing_stops_the_start(library: Library) -> None:
    from content.problems import Problems  # noqa: PLC0415
    from report.library import _check_figures_of_letters  # noqa: PLC0415

    broken = library.door.letters[0].model_copy(update={"time": "reminder_fee", "figures": ("no_such",)})
    problems = Problems()
    _check_figures_of_letters(type(library.door)((broken,), (), (), ()), library.calculator, problems)
    assert {problem.key for problem in problems} == {"time", "figures"}
