"""The result as a page: its order, its crisis, its care for who may be looking, and what the sheet does not say."""

from __future__ import annotations

import pytest

from questionnaire.model import HeadlineId
from report.library import Library
from tests.visitor import HOME, Visitor, paper_text
from tests.web.plan.plan_page import order, titles, with_days

PRESSED = {"happened": ["pressed"]}
HELPLINES = ("112", "90101", "1177")


def test_the_order_of_the_page(visitor: Visitor, library: Library) -> None:
    visitor.answer(months_late="one", money_lasts="always", letters=["collection"], overview="roughly")
    main = visitor.result().main
    level = library.questions.book.headline_of["one_step"]
    wanted = (
        "Din plan",
        "Varför får jag de här råden?",
        level.title.swedish,
        "Det här fungerar redan",
        "Dina svar",
        "Kan någon annan se papperet?",
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
    level = library.questions.book.headline_of[headline]
    assert level.title.swedish in page.main and page.h1 != level.title.swedish, "the heading is the act"
    assert "skuldrådgiv" in page.main and "08-530\u00a0610\u00a000" in page.html.replace("\u2011", "-")
    assert not [number for number in HELPLINES if number not in page.text]
    assert "poäng" not in page.main.lower() and "överskuldsatt" not in page.main.lower()


def test_when_it_feels_hopeless_help_comes_first_and_alone(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", unpaid_now=["rent"], money_lasts="no_food", letters=["court"], answered="no")
    page = visitor.result()
    rest = next(one for one in page.tree.iter("details") if "När du orkar" in "".join(one.find("summary").itertext()))
    assert "open" not in rest.attrib
    folded = " ".join("".join(rest.itertext()).split())
    before = page.main[: page.main.index("När du orkar")]
    assert all(number in before for number in HELPLINES)
    assert "bråttom" not in before and "saker med sista dag" not in before
    for step in ("B13", "B23"):
        assert titles(visitor)[step] in before, "what is about the home and food stays to be seen, in one line"
    before = before[before.index("Prata med någon") :]
    assert titles(visitor)["B28"] not in before and titles(visitor)["B28"] in folded


def test_in_a_crisis_somebody_else_is_asked_to_make_the_call_that_cannot_wait(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", letters=["court"], answered="no")
    with_days(visitor, court={"last": "2026-11-24"})
    before = visitor.open("/sv/resultat").main.partition("När du orkar")[0]
    assert "Be någon ringa" in before and "åt dig i dag" in before
    with_days(visitor, court={"last": "2026-12-24"})
    assert "Be någon ringa" not in visitor.open("/sv/resultat").main


@pytest.mark.sampled(3)
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
