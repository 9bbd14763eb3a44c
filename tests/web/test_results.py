"""The result as a page: its order, its crisis, its care for who may be looking, and what the sheet does not say."""

from __future__ import annotations

import pytest

from report.library import Library
from tests.visitor import Visitor

PRESSED = {"happened": ["pressed"]}
HELPLINES = ("112", "90101", "1177")


def order(page: str, *words: str) -> list[str]:
    """The words in the order they stand on the page; each must be there."""
    missing = [word for word in words if word not in page]
    assert not missing, missing
    return sorted(words, key=page.index)


def test_the_order_of_the_page(visitor: Visitor, library: Library) -> None:
    visitor.answer(months_late="one", money_lasts="always", letters=["collection"], overview="roughly")
    main = visitor.result().main
    wanted = (
        "Det här fungerar redan",
        "Därför säger vi så",
        "Gör det här först",
        "De här kan du ringa",
        "Om du mår dåligt",
    )
    assert order(main, *wanted) == list(wanted)
    level = library.questions.book.levels[1]
    assert main.index(level.sentence.swedish) < main.index("Därför säger vi så")


@pytest.mark.parametrize(
    ("level", "answers"),
    [
        (1, {"money_lasts": "always", "months_late": "none", "unpaid_now": ["nothing"], "letters": ["nothing"]}),
        (2, {"months_late": "two"}),
        (3, {"burden": "heavy"}),
        (4, {"letters": ["power_cut"]}),
    ],
)
def test_every_level_has_its_words_its_contacts_and_its_helplines(
    visitor: Visitor, library: Library, level: int, answers: dict[str, str | list[str]]
) -> None:
    visitor.answer(**answers)  # type: ignore[arg-type]
    page = visitor.result()
    assert page.h1 == library.questions.book.levels[level - 1].title.swedish
    assert library.advice.directories["0127"].by_id["debt_adviser"].name.swedish in page.main
    assert not [number for number in HELPLINES if number not in page.main]
    assert "poäng" not in page.main.lower() and "överskuldsatt" not in page.main.lower()


def test_when_it_feels_hopeless_help_comes_first_and_alone(visitor: Visitor) -> None:
    visitor.answer(feeling="hopeless", unpaid_now=["rent"])
    page = visitor.result()
    rest = next(one for one in page.tree.iter("details"))
    assert "open" not in rest.attrib
    folded = "".join(rest.itertext())
    before = page.main[: page.main.index("När du orkar")]
    assert all(number in before for number in HELPLINES)
    assert "hyresvärden" not in before and "hyresvärden" in folded


@pytest.mark.parametrize(
    "secret",
    [PRESSED, {"happened": ["close_decides"]}, {"happened": ["close_borrowed"]}, {"happened": ["threatened"]}],
)
def test_where_somebody_may_be_looking_the_title_says_nothing_and_saving_is_asked_about(
    visitor: Visitor, secret: dict[str, list[str]]
) -> None:
    visitor.answer(**secret)  # type: ignore[arg-type]
    page = visitor.result()
    assert page.title == "I tid"
    assert not [form for form in page.forms() if form.address.endswith(".pdf")], "not before the question"
    visitor.follow("/resultat/ta-med")
    assert "säkert att spara" in visitor.page.h1
    assert visitor.page.link("/lamna")
    assert visitor.sheet().startswith(b"%PDF")


def test_what_stays_on_the_screen_says_so(visitor: Visitor) -> None:
    visitor.answer(happened=["stranger"])
    assert "kommer inte med på pappret" in visitor.result().main


@pytest.mark.parametrize("ticked", [False, True])
def test_the_answers_are_printed_only_when_that_is_ticked(visitor: Visitor, ticked: bool) -> None:
    visitor.answer(buffer="partly", happened=["close_decides"], gambling="affects", feeling="daily")
    visitor.result()
    visitor.follow("/resultat/ta-med")
    form = next(form for form in visitor.page.forms() if form.address.endswith(".pdf"))
    assert "answers" not in form.sent(), "it is not ticked beforehand"
    form.element.find(".//input[@name='answers']").set("checked", "")  # type: ignore[union-attr]
    tick = form.element.find(".//input[@name='answers']")
    if not ticked and tick is not None:
        del tick.attrib["checked"]
    text = visitor.sheet_text()
    assert ("Om en stor räkning kommer" in text or "Mina svar" in text) is ticked
    for secret in ("bestämmer över", "Saker som har hänt", "Spel", "spel", "Sover", "sover"):
        assert secret not in text


def test_the_sheet_says_what_kronofogden_does_and_where_to_call(visitor: Visitor) -> None:
    visitor.answer(letters=["payment_order"], answered="no")
    visitor.result()
    text = visitor.sheet_text()
    for wanted in ("0771-73 73 00", "08-530 610 00", "112", "23 november 2026", "inte att säga ja till skulden"):
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
