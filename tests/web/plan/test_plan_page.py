"""The plan on the result: every urgent step, headings once, one row a call, each number once, days, what to ask."""

from __future__ import annotations

from tests.visitor import Visitor
from tests.web.plan.plan_page import order, said, screen_of, titles, with_days


def test_every_urgent_step_is_shown_unfolded_and_printed(visitor: Visitor) -> None:
    visitor.answer(letters=["lease_notice", "payment_order", "court", "power_cut", "unopened"], answered="no")
    page = visitor.result()
    headings = [one for fold in page.tree.iter("details") for name in ("h3", "h4") for one in fold.iter(name)]
    folded = "".join("".join(one.itertext()) for one in headings)
    text = visitor.sheet_text()
    for block in ("B13", "B10", "B28", "B15", "B25"):
        title = titles(visitor)[block]
        assert title in page.main and title not in folded, block
        assert title in text, block


def test_each_heading_of_the_plan_stands_once_and_in_order(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order", "collection"], answered="no", shock="one", unpaid_now=["nothing"])
    headings = [" ".join("".join(one.itertext()).split()) for one in visitor.result().tree.iter("h2")]
    assert [one for one in headings if one in ("I dag", "Den här veckan", "Sedan")] == ["I dag", "Den här veckan"]


def test_steps_with_the_same_first_call_are_one_row_with_one_number(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order", "decided_debt", "seizure"], answered="no", claim_right="right")
    visitor.result()
    main = said(screen_of(visitor))
    assert "Ring Kronofogden: 3 brev" in main and main.count("0771-73 73 00") == 1
    assert "Ring Kronofogden: 3 brev" in visitor.sheet_text()


def test_no_telephone_number_stands_twice(visitor: Visitor) -> None:
    letters = ["lease_notice", "payment_order", "court", "power_cut"]
    visitor.answer(letters=letters, answered="no", money_lasts="no_food")
    visitor.result()
    called = [href for link in screen_of(visitor).iter("a") if (href := link.get("href") or "").startswith("tel:")]
    assert len(called) == len(set(called)) and called


def test_with_many_urgent_rows_nobody_needs_to_do_all_of_it(visitor: Visitor) -> None:
    visitor.answer(letters=["lease_notice", "payment_order", "court", "power_cut"], answered="no")
    visitor.result()
    wanted = [titles(visitor)["B13"], "Du behöver inte göra allt själv", titles(visitor)["B28"]]
    assert order(said(screen_of(visitor)), *wanted) == wanted


def test_with_two_letters_it_is_not_said_that_it_is_too_much(visitor: Visitor) -> None:
    visitor.answer(letters=["lease_notice", "court"], answered="no")
    assert "Du behöver inte göra allt själv" not in visitor.result().main


def test_a_last_day_stands_on_its_step_and_sorts(visitor: Visitor) -> None:
    visitor.answer(letters=["court", "power_cut"], answered="no", unpaid_now=["nothing"])
    with_days(visitor, court={"last": "2026-12-10"}, power_cut={"last": "2026-11-30"})
    visitor.open("/sv/resultat")
    main = said(screen_of(visitor))
    wanted = ["Sista dag 30 november 2026. 7 dagar kvar.", "Sista dag 10 december 2026. 17 dagar kvar."]
    assert "Du har 2 saker med sista dag." in main and order(main, *wanted) == wanted
    with_days(visitor, court={"last": "2026-11-20"})
    assert "Sista dagen var 20 november 2026. Ring ändå i dag." in visitor.open("/sv/resultat").main


def test_where_nothing_is_known_the_three_questions_that_help_most_are_offered(visitor: Visitor) -> None:
    visitor.answer()
    page = visitor.result()
    assert page.h1 == "Vi vet för lite än"
    asked = [link.partition("/koll/")[2] for link in page.links() if "open=1" in link]
    assert asked == ["letters?open=1", "unpaid_now?open=1", "money_lasts?open=1"]


def test_whoever_helps_is_told_so_over_the_plan(visitor: Visitor) -> None:
    visitor.answer(role="someone", letters=["court"], answered="no")
    visitor.result()
    main = said(screen_of(visitor))
    assert order(main, titles(visitor)["B30"], titles(visitor)["B28"])[0] == titles(visitor)["B30"]
    assert main.count(titles(visitor)["B30"]) == 1
