"""Days typed on the page of a letter: the last day that is shown, what is kept, and what cannot be."""

from __future__ import annotations

import datetime
import io
import json

import pytest
from flask import Flask

from calculator.letter_days import LetterDate
from report.build import build_report
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.visitor import HOME, Visitor
from tests.web.letters.test_letter_door import form_of, tell
from web.plan.transfer import written
from web.session import cookie
from web.session.as_case import case_of
from web.session.encryption import Encrypted
from web.session.letter_dates import plain as plain_date
from web.session.letter_dates import with_date
from web.session.reader import plain, read_visit
from web.session.visit import Visit as Kept

D = datetime.date
COUNTED = [
    # ten days from a Monday is a Thursday; from a Wednesday it is a Saturday, so the Friday
    ("payment_order", {"day": "2026-11-16"}, "26 november 2026"),
    ("payment_order", {"day": "2026-11-18"}, "27 november 2026"),
    ("payment_order", {"day": "2026-11-18", "days": "14"}, "2 december 2026"),
    # thirty days from 16 November is Wednesday 16 December
    ("payment_order", {"day": "2026-11-16", "european": "yes"}, "16 december 2026"),
    ("eviction_claim", {"day": "2026-11-20"}, "30 november 2026"),
    ("lease_notice", {"day": "2026-11-20"}, "11 december 2026"),
    ("seizure", {"day": "2026-11-02"}, "23 november 2026"),
    ("power_cut", {"day": "2026-11-15"}, "4 december 2026"),
    ("power_cut", {"day": "2026-11-15", "last": "2026-12-20"}, "4 december 2026"),
    ("decided_debt", {"day": "2026-11-12"}, "11 december 2026"),
    ("bank_notice", {"day": "2026-11-19"}, "17 december 2026"),
    ("court", {"day": "2026-11-20", "days": "14"}, "4 december 2026"),
]
PRINTED = [
    # a printed day is never moved, not from Christmas Day
    ("state_debt", {"last": "2026-12-25"}, "25 december 2026"),
    ("eviction_decided", {"last": "2026-12-06"}, "6 december 2026"),
    ("other_notice", {"last": "2027-02-28"}, "28 februari 2027"),
    ("collection", {"last": "2026-12-01"}, "1 december 2026"),
    ("reminder", {"last": "2026-12-01"}, "1 december 2026"),
    ("court", {"day": "2026-11-20", "days": "14", "last": "2026-12-11"}, "11 december 2026"),
    ("seizure", {"day": "2026-11-20", "last": "2026-12-14"}, "14 december 2026"),
    ("power_cut", {"day": "2026-11-15", "last": "2026-12-01"}, "1 december 2026"),
    ("bank_notice", {"day": "2026-11-20", "last": "2026-12-30"}, "30 december 2026"),
    ("decided_debt", {"day": "2026-11-12", "last": "2026-11-30"}, "30 november 2026"),
]


@pytest.mark.parametrize(("letter", "typed", "day"), COUNTED)
def test_a_counted_day_is_one_to_count_on(visitor: Visitor, letter: str, typed: dict[str, str], day: str) -> None:
    main = tell(visitor, letter, **typed)
    assert f"Räkna med senast {day}." in main and "Sista dagen är" not in main
    assert "Vi räknar från dagen du skrev." in main


@pytest.mark.parametrize(("letter", "typed", "day"), PRINTED)
def test_a_printed_day_is_shown_as_it_is(visitor: Visitor, letter: str, typed: dict[str, str], day: str) -> None:
    main = tell(visitor, letter, **typed)
    assert f"Sista dagen är {day}." in main and "Räkna med" not in main


@pytest.mark.parametrize(
    ("letter", "typed"), [("court", {"day": "2026-11-20"}), ("bank_notice", {"day": "2026-11-20"})]
)
def test_a_day_that_cannot_be_counted_from_is_said(visitor: Visitor, letter: str, typed: dict[str, str]) -> None:
    assert "Vi kan inte räkna ut sista dagen. Ring i dag och fråga." in tell(visitor, letter, **typed)


def test_a_decided_debt_has_two_days(visitor: Visitor) -> None:
    main = tell(visitor, "decided_debt", day="2026-11-13", last="2026-11-30")
    assert "Sista dagen är 30 november 2026." in main
    # a month from Friday 13 November is a Sunday
    assert "Återvinning ska vara framme senast: 11 december 2026" in main


def test_a_claim_on_eviction_may_begin_the_three_weeks(visitor: Visitor) -> None:
    main = tell(visitor, "eviction_claim", day="2026-11-20", days="14")
    assert "Räkna med senast 4 december 2026." in main
    assert "Betala hela hyresskulden senast: 11 december 2026" in main
    tell(visitor, "lease_notice", day="2026-11-09")
    visitor.press(form_of(visitor, "/brev/lease_notice"), button="plan")
    main = visitor.open("/sv/brev/eviction_claim").main.replace("\u00a0", " ")
    assert "Betala hela hyresskulden senast: 30 november 2026" in main, "the notice came earlier"


@pytest.mark.parametrize(
    ("letter", "typed", "says"),
    [
        ("payment_order", {"day": "2026-11-24"}, "har inte varit än"),
        ("payment_order", {"day": "2026-11-31"}, "datumet"),
        ("payment_order", {"days": "0"}, "Skriv ett helt tal från 1 till 365"),
        ("payment_order", {"days": "tio"}, "Skriv ett helt tal"),
        ("payment_order", {"day": "2026-11-20", "days": "10", "european": "yes"}, "ger 30 dagar"),
        ("court", {"day": "2026-11-20", "last": "snart"}, "datumet"),
        ("collection", {"last": "31/2 2026"}, "datumet"),
        ("collection", {"last": "2026-12-01", "amount": "NaN"}, "Vi kan inte läsa beloppet"),
        ("reminder", {"amount": "-1"}, "utan minus"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_kept(
    visitor: Visitor, letter: str, typed: dict[str, str], says: str
) -> None:
    main = tell(visitor, letter, expect=422, **typed)
    assert says in main
    fields = {one.get("name"): one for one in visitor.page.tree.iter("input")}
    assert all(fields[name].get("value") == text for name, text in typed.items() if name in fields)
    assert any(one.get("aria-invalid") == "true" for one in fields.values())
    assert "Räkna med" not in visitor.open(f"/sv/brev/{letter}").main, "nothing of it was kept"


def test_days_can_be_taken_away_again(visitor: Visitor) -> None:
    tell(visitor, "payment_order", day="2026-11-16", days="12")
    assert "Räkna med" not in tell(visitor, "payment_order", day="", days="")


def test_the_fields_show_what_is_kept(visitor: Visitor) -> None:
    tell(visitor, "payment_order", day="16/11 2026", european="yes")
    sent = form_of(visitor, "/brev/payment_order").sent()
    assert (sent["day"], sent["european"], sent["days"]) == (["2026-11-16"], ["yes"], [""])
    tell(visitor, "payment_order", day="2026-11-16", days="12", european="")
    sent = form_of(visitor, "/brev/payment_order").sent()
    assert (sent["days"], sent["european"]) == (["12"], [""])


def test_the_day_of_a_letter_stands_on_its_step(visitor: Visitor, library: Library) -> None:
    tell(visitor, "payment_order", day="2026-11-18")
    visitor.press(form_of(visitor, "/brev/payment_order"), button="plan")
    visitor.answer(letters=["payment_order"], answered="no", claim_right="wrong", months_late="none")
    with visitor.client:
        visitor.open("/sv/koll/svar")
        case = case_of(cookie.read())
    assert case.letters_dates == {"payment_order": LetterDate(D(2026, 11, 18))}
    steps = {step.block.id: step for step in build_report(library, case, TODAY).first_steps}
    assert steps["B10"].last_day == D(2026, 11, 27) and steps["B10"].letter == "payment_order"


def test_a_day_of_a_letter_that_was_not_chosen_is_not_in_the_case(visitor: Visitor) -> None:
    tell(visitor, "court", last="2026-12-01")
    visitor.answer(letters=["reminder"], months_late="none")
    with visitor.client:
        visitor.open("/sv/koll/svar")
        assert not case_of(cookie.read()).letters_dates


OLDER = {
    "payment_order": {"came": "16/11 2026", "stands": "", "check": "1"},
    "collection": {"stands": "2026-12-01", "amount": "800"},
    "lease_notice": {"came": "2026-11-09", "stands": "2027-01-31"},
    "eviction": {"stands": "2026-12-24", "check": "1"},
    "court": {"stands": "no day"},
    "a_letter_of_last_year": {"came": "2026-11-01"},
}


def test_an_older_visit_keeps_its_days(visit: Visit, app: Flask) -> None:
    visitor = visit()
    encrypted: Encrypted = app.session_interface.encrypted  # type: ignore[attr-defined]
    encrypted_text = encrypted.encrypt({"visit": {"letters": OLDER}}, cookie.time.time())
    visitor.client.set_cookie("__Host-itid", encrypted_text, domain="localhost", secure=True)
    assert "Räkna med senast 26 november 2026." in visitor.open("/sv/brev/payment_order").main.replace("\u00a0", " ")
    main = visitor.open("/sv/brev/collection").main.replace("\u00a0", " ")
    assert "Sista dagen är 1 december 2026." in main and "2 920 kr" in main
    tell(visitor, "power_cut", day="2026-11-15")
    main = visitor.open("/sv/brev/lease_notice").main.replace("\u00a0", " ")
    assert "Räkna med senast 30 november 2026." in main, "a day to have moved is no day to pay"
    for letter in ("court", "eviction_claim"):
        assert "Sista dagen är" not in visitor.open(f"/sv/brev/{letter}").main


def test_what_is_kept_is_the_case_format() -> None:
    given = LetterDate(D(2026, 11, 20), 14, D(2026, 12, 3))
    kept = with_date(Kept(), "payment_order", given)
    assert plain(kept) == {"letters_dates": {"payment_order": {"day": "2026-11-20", "days": 14, "last": "2026-12-03"}}}
    assert kept.letters_dates == {"payment_order": given}
    assert with_date(kept, "payment_order", LetterDate()).letters_dates == {}
    assert plain_date(LetterDate(last=D(2026, 12, 3))) == {"last": "2026-12-03"}


@pytest.mark.parametrize(
    "known",
    [{"day": 20261120}, {"day": "2026-13-01"}, {"days": 14}, {"days": "14"}, {"last": None}, [], "2026-11-20", None],
)
def test_what_cannot_be_read_of_a_visit_falls_away(library: Library, known: object) -> None:
    kept = {"letters_dates": {"reminder": known, "unopened": {"day": "2026-11-01"}}}
    assert read_visit(kept, library).letters_dates == {}


def test_the_two_names_of_a_printed_day_are_one(library: Library) -> None:
    kept = {"letters_dates": {"reminder": {"day": "2026-12-03"}, "collection": {"last": "2026-12-04", "days": 3}}}
    assert read_visit(kept, library).letters_dates == {
        "reminder": LetterDate(last=D(2026, 12, 3)),
        "collection": LetterDate(last=D(2026, 12, 4)),
    }


def test_the_days_of_letters_go_along_in_the_saved_file_and_come_back(visitor: Visitor, visit: Visit) -> None:
    tell(visitor, "payment_order", day="2026-11-18", days="14")
    tell(visitor, "collection", last="2026-12-01", amount="800")
    tell(visitor, "court", last="2026-12-09")
    visitor.answer(letters=["payment_order", "collection"], answered="no", claim_right="wrong", months_late="none")
    saved = visitor.client.get("/sv/spara/min-manad.json", base_url=HOME)
    days = json.loads(saved.data)["letters_dates"]
    assert days == {"payment_order": {"day": "2026-11-18", "days": 14}, "collection": {"last": "2026-12-01"}}
    other = visit()
    other.open("/sv/oppna")
    form = next(one for one in other.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "file": (io.BytesIO(saved.data), "min-manad.json")}
    other.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
    assert "Räkna med senast 2 december 2026." in other.open("/sv/brev/payment_order").main.replace("\u00a0", " ")
    assert "Sista dagen är 1 december 2026." in other.open("/sv/brev/collection").main.replace("\u00a0", " ")


def test_the_days_of_letters_go_along_to_one_s_own_phone(visitor: Visitor, visit: Visit) -> None:
    tell(visitor, "lease_notice", day="2026-11-09")
    visitor.answer(letters=["lease_notice"], months_late="none")
    with visitor.client:
        visitor.open("/sv/koll/svar")
        carried = written(cookie.read())
    phone = visit()
    phone.open("/sv/med")
    phone.press(phone.page.form("carried"), carried=carried)
    assert "Räkna med senast 30 november 2026." in phone.open("/sv/brev/lease_notice").main.replace("\u00a0", " ")
