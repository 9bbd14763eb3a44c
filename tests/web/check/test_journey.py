"""The way from the first page to "check your answers": branches, back, skip, change, and what falls away."""

from __future__ import annotations

import pytest

from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor


def steps(visitor: Visitor) -> list[str]:
    """The questions that were opened, each once, in order."""
    found = (address.rpartition("/koll/")[2] for address in visitor.seen if "/koll/" in address)
    return [step for step in dict.fromkeys(found) if step not in ("", "svar", "fragor", "under-16", "vidare")]


def test_the_first_address_leads_to_the_readers_language(visitor: Visitor) -> None:
    for accepted, code in (("en-GB,en;q=0.9", "en"), ("sv", "sv"), ("de", "sv"), ("de, en;q=0.3", "en"), ("", "sv")):
        answer = visitor.client.get("/", base_url=HOME, headers={"Accept-Language": accepted})
        assert answer.location == f"/{code}/", accepted
        assert "Accept-Language" in answer.headers["Vary"]


def test_before_anything_else_it_is_said_that_one_is_anonymous(visitor: Visitor) -> None:
    page = visitor.start()
    assert page.main.index("Du är anonym. Inget sparas hos oss.") < page.main.index("Hur har jag det?")
    how = visitor.follow("/integritet").main
    for promise in ("krypterade", "Kronofogden, polisen, socialtjänsten", "hyresvärden"):
        assert promise in how


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("age", "questionnaire"), [(16, "youth"), (20, "youth"), (20, "adult"), (40, "adult")])
def test_every_question_is_asked_one_a_page(visitor: Visitor, library: Library, age: int, questionnaire: str) -> None:
    visitor.answer(questionnaire, age)
    questions = library.questions.questionnaires[questionnaire].questions
    assert steps(visitor) == [question.id for question in questions if question.when is None]
    assert visitor.page.main.count("Inget svar") == len(steps(visitor))


def test_a_legal_letter_opens_its_branch_and_without_it_the_answers_fall_away(visitor: Visitor) -> None:
    visitor.answer(letters=["court", "reminder"], answered="cannot_pay", claim_right="partly")
    assert steps(visitor)[:4] == ["letters", "answered", "claim_right", "unpaid_now"]
    visitor.press(visitor.open("/sv/koll/letters?change=1").form("answer"), answer=["reminder"])
    assert visitor.page.address == "/sv/koll/svar"
    assert "Svar på brevet" not in visitor.page.main
    visitor.press(visitor.open("/sv/koll/letters?change=1").form("answer"), answer=["court"])
    assert visitor.page.address == "/sv/koll/answered", "a question that opens anew is asked at once"
    assert not visitor.page.form("answer").sent().get("answer")


def test_going_back_shows_what_was_chosen(visitor: Visitor) -> None:
    visitor.start()
    visitor.follow("/koll/")
    visitor.press(visitor.page.form("age"), age="26plus")
    visitor.tick(visitor.page.form("answer"), ["power_cut"])
    visitor.tick(visitor.page.form("answer"), ["phone"])
    back = next(link for link in visitor.page.links() if link.endswith("/unpaid_now"))
    assert visitor.open(back).form("answer").sent()["answer"] == ["phone"]
    visitor.follow("/koll/letters")
    visitor.follow("/koll/")
    assert visitor.page.form("age").sent() == visitor.page.form("age").sent() | {"role": ["self"]}
    assert visitor.page.marked("age") == ["26plus"]


def test_every_question_says_why_it_is_asked_and_how_far_one_is(visitor: Visitor, library: Library) -> None:
    visitor.answer()
    asked = [one for one in library.questions.questionnaires["adult"].questions if one.when is None]
    for part, total in (("quick", 5), ("rest", 12)):
        for number, question in enumerate((one for one in asked if one.part == part), start=1):
            page = visitor.open(f"/sv/koll/{question.id}?change=1")
            assert question.why.swedish in page.main
            assert f"Fråga {number} av {total}" in page.main
            assert page.h1 == question.title.swedish
            shown = question.drawings or question.options
            assert [one.label.swedish for one in shown if one.label.swedish not in page.main] == []


def test_no_answer_at_all_is_asked_for_kindly(visitor: Visitor) -> None:
    visitor.answer(burden="some")
    page = visitor.press(visitor.open("/sv/koll/letters?change=1").form("answer"), answer=None, expect=422)
    assert page.title.startswith("Fel:")
    assert "Hoppa över" in page.main and "#answer-0" in page.html


def test_every_answer_can_be_changed_from_the_list(visitor: Visitor) -> None:
    visitor.answer(burden="some")
    changes = [link for link in visitor.page.links() if "change" in link]
    assert len(changes) == 17
    for link in changes:
        visitor.open(link)
        visitor.press(visitor.page.form("answer"), button="skip")
        assert visitor.page.address == "/sv/koll/svar"


def test_under_16_there_is_no_check_but_somebody_to_talk_to(visitor: Visitor) -> None:
    visitor.start()
    visitor.follow("/koll/")
    page = visitor.press(visitor.page.form("age"), age="u16")
    assert page.address == "/sv/koll/under-16"
    assert "Bris" in page.main and not page.has("answer")
    visitor.open("/sv/resultat", expect=404)


def test_an_older_check_is_gone_when_it_is_about_somebody_under_16(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless")
    visitor.open("/sv/koll/")
    visitor.press(visitor.page.form("age"), age="u16")
    visitor.open("/sv/resultat", expect=404)


def test_another_questionnaire_keeps_the_answers_both_know(visitor: Visitor) -> None:
    visitor.answer("youth", 20, money_lasts="often_not", asked_account="asked", letters=["reminder"])
    visitor.open("/sv/koll/fragor")
    visitor.press(visitor.page.form("questionnaire"), questionnaire="adult")
    assert visitor.open("/sv/koll/money_lasts?change=1").marked("answer") == ["often_not"]
    assert "asked_account" not in visitor.open("/sv/koll/svar").html
    visitor.open("/sv/koll/asked_account", expect=404)


def test_helping_somebody_is_told_in_the_result(visitor: Visitor, library: Library) -> None:
    block = next(block for block in library.advice.blocks if block.id == "B30")
    visitor.answer(role="someone", letters=["payment_order"], answered="no")
    assert block.title.swedish in visitor.result().main


def test_a_question_before_the_age_leads_to_the_first_page(visitor: Visitor) -> None:
    assert visitor.open("/sv/koll/money_lasts").address == "/sv/koll/"
    assert visitor.open("/sv/koll/svar").address == "/sv/koll/"
    assert visitor.open("/sv/koll/fragor").address == "/sv/koll/"


def test_an_open_question_is_named_on_the_result(visitor: Visitor) -> None:
    visitor.start()
    visitor.follow("/koll/")
    visitor.press(visitor.page.form("age"), age="26plus")
    visitor.tick(visitor.page.form("answer"), ["power_cut"])
    page = visitor.open("/sv/resultat")
    asked = [link for link in page.links() if "open=1" in link]
    assert [link.rpartition("/")[2] for link in asked[:4]] == [
        f"{question}?open=1" for question in ("unpaid_now", "money_lasts", "happened", "feeling")
    ]
    assert asked[4].endswith("months_late?open=1"), "the rest comes after the quick part"


def test_the_budget_tells_the_check_and_nothing_is_asked_twice(visitor: Visitor) -> None:
    visitor.answer(repay_share="none")
    lines = {
        "income": [{"id": "pay", "amount": "10000", "period": "month"}],
        "debts": [{"id": "card", "amount": "6000", "period": "month"}],
    }
    visitor.budget({"adults": [{"age": 40}], "children": [{"age": 0, "part_time": True}], "tenant": False}, lines)
    assert "Mer än hälften av inkomsten går till lån" in visitor.result().main
    visitor.open("/sv/koll/")
    visitor.open("/sv/budget/")
    sent = visitor.page.form("home").sent()
    assert (sent["home"], sent["children-0-age"], sent["children-0-part_time"], sent["adults-25"]) == (
        ["own"],
        ["0"],
        ["1"],
        ["1"],
    )


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["en", "xx", "xr"])
def test_the_whole_way_in_another_language(visit: Visit, code: str) -> None:
    visitor = visit(code)
    visitor.answer(money_lasts="no_food", letters=["court", "unopened"], answered="no", happened=["close_borrowed"])
    visitor.budget(
        {"adults": [{"age": 40}], "tenant": True}, {"costs": [{"id": "rent", "amount": "8 000", "period": "month"}]}
    )
    visitor.result()
    assert visitor.sheet().startswith(b"%PDF-1.")
