"""The plan on the result: every urgent step, headings once, one row a call, each number once, days, what to ask."""

from __future__ import annotations

from report.library import Library
from tests.visitor import HOME, Visitor
from tests.web.plan.plan_page import order, said, screen_of, seen_numbers, titles, with_days


def test_every_urgent_step_is_shown_unfolded_and_printed(visitor: Visitor, library: Library) -> None:
    visitor.answer(letters=["lease_notice", "payment_order", "court", "power_cut", "unopened"], answered="no")
    page = visitor.result()
    shown = " ".join("".join(one.itertext()) for name in ("h1", "summary") for one in page.tree.iter(name))
    shorts = {block.id: (block.short or block.title).swedish for block in library.advice.blocks}
    text = visitor.sheet_text()
    for block in ("B13", "B10", "B28", "B15", "B25"):
        title = "Betala hela hyresskulden i tid" if block == "B13" else titles(visitor)[block]
        assert title in page.main and (title in shown or shorts[block] in shown), block
        assert title in text, block


def test_each_heading_of_the_plan_stands_once_and_in_order(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order", "collection"], answered="no", shock="one", unpaid_now=["nothing"])
    visitor.result()
    headings = [said(one) for one in screen_of(visitor).iter("h3")]
    found = [one for one in headings if one in ("I dag", "Den här veckan", "Sedan")]
    assert found == ["Den här veckan"], "what is for now is the act above them"


def test_steps_with_the_same_first_call_are_one_row_with_one_number(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order", "decided_debt", "seizure"], answered="no", claim_right="right")
    visitor.result()
    main = said(screen_of(visitor))
    assert "Ring Kronofogden: 3 brev" in main and len(seen_numbers(visitor)) == len(set(seen_numbers(visitor)))
    assert "tel:0771737300" in seen_numbers(visitor)
    assert "Ring Kronofogden: 3 brev" in visitor.sheet_text()


def test_no_telephone_number_stands_twice(visitor: Visitor) -> None:
    letters = ["lease_notice", "payment_order", "court", "power_cut"]
    visitor.answer(letters=letters, answered="no", money_lasts="no_food")
    visitor.result()
    called = seen_numbers(visitor)
    assert len(called) == len(set(called)) and called


def test_with_many_urgent_rows_nobody_needs_to_do_all_of_it(visitor: Visitor) -> None:
    visitor.answer(letters=["lease_notice", "payment_order", "court", "power_cut"], answered="no")
    visitor.result()
    wanted = [titles(visitor)["B13"], "Du behöver inte göra allt själv", "Svara domstolen"]
    assert order(said(screen_of(visitor)), *wanted) == wanted


def test_with_two_letters_it_is_not_said_that_it_is_too_much(visitor: Visitor) -> None:
    visitor.answer(letters=["lease_notice", "court"], answered="no")
    assert "Du behöver inte göra allt själv" not in visitor.result().main


def test_a_last_day_stands_on_its_step_and_sorts(visitor: Visitor) -> None:
    visitor.answer(letters=["court", "power_cut"], answered="no", unpaid_now=["nothing"])
    with_days(visitor, court={"last": "2026-12-10"}, power_cut={"last": "2026-11-30"})
    visitor.open("/sv/resultat")
    main = said(screen_of(visitor))
    wanted = ["Senast måndag 30 november7 dagar kvar", "Senast torsdag 10 december"]
    assert "Du har 2 saker med sista dag." in main and order(main, *wanted) == wanted
    with_days(visitor, court={"last": "2026-11-20"})
    assert "Sista dagen var fredag 20 novemberRing ändå i dag" in visitor.open("/sv/resultat").main


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
    wanted = [titles(visitor)["B28"], titles(visitor)["B30"], "Varför får jag de här råden?"]
    assert order(main, *wanted) == wanted, "the act, the line for who helps, the plan"
    assert main.count(titles(visitor)["B30"]) == 1


def test_a_tick_is_kept_and_the_next_step_becomes_the_act(visitor: Visitor) -> None:
    visitor.answer(letters=["court", "power_cut"], answered="no", unpaid_now=["nothing"])
    page = visitor.result()
    first = page.h1
    assert visitor.press(page.form("done"), button="done=B28").address == "/sv/resultat"
    assert first == titles(visitor)["B28"] and visitor.page.h1 == titles(visitor)["B15"]
    assert "B28" in visitor.page.marked("done"), "it stays in the plan, ticked"
    row = next(form for form in visitor.page.forms() if form.options("done") == ["B28"])
    assert visitor.press(row, button="done=B28").h1 == first


def test_a_tick_of_no_step_and_a_tick_from_elsewhere_change_nothing(visitor: Visitor) -> None:
    visitor.answer(letters=["court"], answered="no", unpaid_now=["nothing"])
    page = visitor.result()
    first = page.h1
    assert visitor.press(page.form("done"), button="done=B99").h1 == first
    answer = visitor.client.post("/sv/resultat/klart", data={"done": "B28"}, base_url=HOME)
    assert answer.status_code == 303 and visitor.open("/sv/resultat").h1 == first


def test_every_step_has_a_short_name_for_its_row(library: Library) -> None:
    for block in library.advice.blocks:
        for said_of in (block, *(one for one in block.variants if one.title)):
            assert said_of.short, (block.id, said_of.id)
            assert 2 <= len(said_of.short.swedish.split()) <= 5 and len(said_of.short.swedish) <= 31, (
                said_of.short.swedish
            )


def test_what_is_folded_away_can_be_opened(visitor: Visitor, library: Library) -> None:
    """A sentence that is folded away stands with what else is folded, also where the block has nothing else."""
    block = next(one for one in library.advice.blocks if one.id == "B23")
    folded = next(one.text.swedish for one in block.also if one.folded and one.when is None)
    visitor.answer(money_lasts="no_food")
    visitor.result()
    assert folded in said(screen_of(visitor))
