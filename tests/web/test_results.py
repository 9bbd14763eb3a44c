"""The result as a page: its order, its crisis, its care for who may be looking, and what the sheet does not say."""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

import pytest

from questionnaire.model import HeadlineId
from report.library import Library
from tests.visitor import HOME, Visitor, paper_text

PRESSED = {"happened": ["pressed"]}
HELPLINES = ("112", "90101", "1177")


def screen_of(visitor: Visitor) -> Element:
    """The main part of the result that is open as it is seen: without what only the browser's own printing shows."""
    main = deepcopy(next(visitor.page.tree.iter("main")))
    for parent in list(main.iter()):
        for child in [one for one in parent if "print-only" in (one.get("class") or "")]:
            parent.remove(child)
    return main


def said(element: Element) -> str:
    """Its words with single spaces."""
    return " ".join("".join(element.itertext()).split())


def titles(visitor: Visitor) -> dict[str, str]:
    """Block → its title."""
    library: Library = visitor.client.application.extensions["itid_library"]
    return {block.id: block.title.swedish for block in library.advice.blocks}


def with_days(visitor: Visitor, **days: dict[str, str]) -> None:
    """Type these days on the letters' own pages."""
    for letter, fields in days.items():
        form = visitor.open(f"/sv/brev/{letter}").form(next(iter(fields)))
        visitor.press_with(form, fields)


def order(page: str, *words: str) -> list[str]:
    """The words in the order they stand on the page; each must be there."""
    missing = [word for word in words if word not in page]
    assert not missing, missing
    return sorted(words, key=page.index)


def test_the_order_of_the_page(visitor: Visitor, library: Library) -> None:
    visitor.answer(months_late="one", money_lasts="always", letters=["collection"], overview="roughly")
    main = visitor.result().main
    level = library.questions.book.headline_of["one_step"]
    wanted = (
        level.title.swedish,
        "I dag",
        "Därför får du det här rådet",
        "Ta med dig det",
        "Om du mår dåligt",
        "Det här fungerar redan",
    )
    assert order(main, *wanted) == list(wanted)


@pytest.mark.parametrize(
    ("headline", "answers"),
    [
        ("stable", {}),
        ("one_step", {"months_late": "two"}),
        ("get_help", {"burden": "heavy"}),
        ("urgent", {"letters": ["power_cut"]}),
    ],
)
def test_every_headline_has_its_contacts_and_its_helplines(
    visitor: Visitor, library: Library, headline: HeadlineId, answers: dict[str, str | list[str]]
) -> None:
    calm = {question.id: question.best.id for question in library.questions.questionnaires["adult"].questions}
    visitor.answer(**calm | answers)  # type: ignore[arg-type]
    page = visitor.result()
    assert page.h1 == library.questions.book.headline_of[headline].title.swedish
    assert library.advice.directories["0127"].by_id["debt_adviser"].name.swedish in page.main
    assert not [number for number in HELPLINES if number not in page.main]
    assert "poäng" not in page.main.lower() and "överskuldsatt" not in page.main.lower()


def test_when_it_feels_hopeless_help_comes_first_and_alone(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", unpaid_now=["rent"], money_lasts="no_food", letters=["court"], answered="no")
    page = visitor.result()
    rest = next(one for one in page.tree.iter("details") if "När du orkar" in "".join(one.itertext()))
    assert "open" not in rest.attrib
    folded = " ".join("".join(rest.itertext()).split())
    before = page.main[: page.main.index("När du orkar")]
    assert all(number in before for number in HELPLINES)
    assert "bråttom" not in before and "saker med sista dag" not in before
    for step in ("B13", "B23"):
        assert titles(visitor)[step] in before, "what is about the home and food stays to be seen, in one line"
    assert titles(visitor)["B28"] not in before and titles(visitor)["B28"] in folded


def test_in_a_crisis_somebody_else_is_asked_to_make_the_call_that_cannot_wait(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", letters=["court"], answered="no")
    with_days(visitor, court={"last": "2026-11-24"})
    before = visitor.open("/sv/resultat").main.partition("När du orkar")[0]
    assert "Be någon ringa" in before and "åt dig i dag" in before
    with_days(visitor, court={"last": "2026-12-24"})
    assert "Be någon ringa" not in visitor.open("/sv/resultat").main


@pytest.mark.parametrize(
    "secret",
    [PRESSED, {"happened": ["close_decides"]}, {"happened": ["close_borrowed"]}, {"happened": ["threatened"]}, {}],
)
def test_the_title_and_the_way_to_paper_are_the_same_for_everybody(
    visitor: Visitor, secret: dict[str, list[str]]
) -> None:
    visitor.answer(**secret)  # type: ignore[arg-type]
    page = visitor.result()
    assert page.title == "I tid"
    assert not [form for form in page.forms() if form.address.endswith(".pdf")], "not before the question"
    visitor.follow("/resultat/ta-med")
    assert "Kan någon annan se papperet?" in visitor.page.main and visitor.page.h1 == "Ta med dig det"
    assert visitor.page.link("/lamna")
    assert visitor.sheet().startswith(b"%PDF")


def test_every_urgent_step_is_shown_unfolded_and_printed(visitor: Visitor, library: Library) -> None:
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


def test_what_stays_on_the_screen_says_so(visitor: Visitor) -> None:
    visitor.answer(happened=["stranger"])
    assert "kommer inte med på papperet" in visitor.result().main


@pytest.mark.parametrize("ticked", [False, True])
def test_the_answers_are_printed_only_when_that_is_ticked(visitor: Visitor, ticked: bool) -> None:
    visitor.answer(buffer="partly", happened=["close_decides"], gambling="affects", feeling="daily")
    visitor.result()
    visitor.follow("/resultat/ta-med")
    form = next(form for form in visitor.page.forms() if form.address.endswith(".pdf"))
    assert "answers" not in form.sent(), "it is not ticked beforehand"
    response = visitor.client.get(form.address, query_string={"answers": "1"} if ticked else {}, base_url=HOME)
    text = paper_text(response.data)
    assert ("Mina svar" in text) is ticked
    for secret in ("bestämmer över", "Saker som har hänt", "Spel", "spel", "Sover", "sover"):
        assert secret not in text


def test_the_sheet_says_what_kronofogden_does_and_where_to_call(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order"], answered="no")
    visitor.result()
    text = visitor.sheet_text()
    for wanted in (
        "0771-73 73 00",
        "08-530 610 00",
        "112",
        "23 november 2026",
        "betyder inte att du godkänner skulden",
    ):
        assert wanted in text, wanted


def test_a_calm_sheet_has_room_for_notes(visitor: Visitor) -> None:
    visitor.answer(months_late="one", unpaid_now=["nothing"], letters=["nothing"], overview="yes", buffer="yes")
    visitor.result()
    assert "Mina anteckningar" in visitor.sheet_text()


def test_a_budget_alone_gives_a_month_and_a_sheet(visitor: Visitor) -> None:
    visitor.start()
    lines = {
        "income": [{"id": "pay", "amount": "20 000", "period": "month"}],
        "costs": [
            {"id": "home_insurance", "amount": "1200", "period": "year"},
            {"id": "rent", "amount": "7:-", "period": "day"},
        ],
        "debts": [{"id": "card", "amount": "500", "period": "month"}],
    }
    visitor.budget(None, lines)
    page = visitor.result()
    assert page.h1 == "Din månad"
    # 1 200 a year is 100 a month; 7 kronor a day is 7 · 365 / 12 = 212,92; 20 000 − 312,92 = 19 687,08; less 500
    for sum_ in ("19\u00a0687\u00a0kr", "19\u00a0187\u00a0kr"):
        assert sum_ in page.html
    text = visitor.sheet_text()
    assert "19 687 kr" in text and "19 187 kr" in text


def test_own_lines_chosen_by_name_are_summed_too(visitor: Visitor, library: Library) -> None:
    own = library.calculator.own.lines[0]
    kind = library.calculator.kind_of(own.id)
    visitor.start()
    visitor.budget(None, {kind: [{"id": own.id, "amount": "350", "period": "month"}]})
    assert "350\u00a0kr" in visitor.result().html
