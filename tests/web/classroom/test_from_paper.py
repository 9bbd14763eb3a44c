"""Counted on paper: the sums typed in give what a room would tell, on the page and on paper, and nothing stays."""

from __future__ import annotations

import pytest

from classroom.from_paper import Counted, Row, counted, sealed
from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text
from tests.web.classroom.lesson import form_to


def typed(visitor: Visitor, values: dict[str, str], expect: int = 200) -> str:
    visitor.open(f"/{visitor.language}/klass/raknat")
    visitor.press_with(form_to(visitor, "/klass/raknat"), values, expect=expect)
    return " ".join(visitor.page.main.replace("\u00a0", " ").split())


def test_a_row_with_an_empty_box_is_not_told_and_one_of_four_neither() -> None:
    told = sealed(Counted((Row(3, 20), Row(3, None), Row(None, 20), Row(2, 4), Row(0, 5)), (0, 0, 27)))

    assert told is not None and not told.too_few
    assert [(fact.right, fact.answered) for fact in told.facts] == [(3, 20), (0, 0), (0, 0), (0, 0), (0, 5)]
    assert (told.trust.cut, told.trust.cells) == ("least_high", (22,))


def test_nothing_counted_is_nothing_told_and_four_sheets_are_too_few() -> None:
    assert sealed(Counted((Row(), Row(5, None)))) is None
    few = sealed(Counted((Row(4, 4), Row(0, 4))))
    assert few is not None and few.too_few and few.facts == ()
    with pytest.raises(ValueError, match="more were right"):
        sealed(Counted((Row(6, 5),)))


def test_the_boxes_are_read_by_their_names() -> None:
    found = counted({"a-right": 1, "a-answered": 7, "b-right": None, "mid": 12, "other": 3}, ["a", "b", "c"])

    assert found == Counted((Row(1, 7), Row(), Row()), (0, 12, 0))


def test_the_same_words_as_in_a_room(visit: Visit) -> None:
    text = typed(
        visit("sv"),
        {
            "before-neutral-right": "9", "before-neutral-answered": "24", "after-neutral-right": "19",
            "after-neutral-answered": "24", "before-prison-right": "0", "before-prison-answered": "24",
            "before-receipt-right": "24", "before-receipt-answered": "24", "before-furniture-right": "3",
            "before-furniture-answered": "4", "before-low": "1", "before-mid": "13", "before-high": "13",
        },
    )  # fmt: skip

    assert "9 av 24 svarade rätt." in text and "19 av 24 svarade rätt." in text
    assert "Det här visste ingen än." in text and "Alla 24 visste det." in text
    assert "För få har svarat. Därför visas bara det rätta svaret." in text
    assert "14 av 27 svarade 0–6." in text and "13 av 27 svarade 7–10." in text
    assert "3 av 4" not in text


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"before-neutral-right": "25", "before-neutral-answered": "24"}, "Rätt kan inte vara fler än svarade."),
        ({"after-prison-right": "1", "after-prison-answered": "0"}, "Rätt kan inte vara fler än svarade."),
        ({"before-neutral-answered": "många"}, "Skriv ett helt tal från 0 till 63."),
        ({"before-low": "-1"}, "Skriv ett helt tal från 0 till 63."),
        ({"before-low": "1000000000"}, "Skriv ett helt tal från 0 till 63."),
        ({"before-neutral-right": "2,5"}, "Skriv ett helt tal från 0 till 63."),
        ({}, "Skriv minst en rad."),
        ({"before-neutral-right": "5"}, "Skriv minst en rad."),
    ],
)
def test_a_fault_is_said_in_words_and_what_was_typed_stays(visit: Visit, values: dict[str, str], says: str) -> None:
    visitor = visit("sv")
    assert says in typed(visitor, values, expect=422)
    form = form_to(visitor, "/klass/raknat")
    assert {name: form.sent()[name][0] for name in values} == values


def test_digits_of_another_script_are_read(visit: Visit) -> None:
    text = typed(visit("sv"), {"before-neutral-right": "٣", "before-neutral-answered": "٢٠"})
    assert "3 av 20 svarade rätt." in text


def test_the_numbers_travel_and_are_kept_nowhere(visit: Visit, library: Library) -> None:
    visitor = visit("sv")
    typed(visitor, {"before-neutral-right": "9", "before-neutral-answered": "24"})
    form = form_to(visitor, "/klass/raknat")
    sent = {name: values[0] for name, values in form.sent().items()}
    assert sent["before-neutral-right"] == "9"
    assert visitor.client.get_cookie("__Host-itid-klass", domain="localhost") is None

    paper = visitor.client.post("/sv/klass/raknat", data=sent | {"pdf": "1"}, base_url=HOME)
    assert paper.mimetype == "application/pdf" and "9 av 24" in paper_text(paper.data).replace("\u00a0", " ")

    visitor.press_with(form, {}, button="change")
    again = form_to(visitor, "/klass/raknat")
    assert again.sent()["before-neutral-answered"] == ["24"]
    assert len([name for name in again.names() if "-right" in name]) == 2 * len(library.classroom.quiz.statements)
    visitor.open("/sv/klass/raknat")
    assert "before-neutral-answered" not in form_to(visitor, "/klass/raknat").sent() or form_to(
        visitor, "/klass/raknat"
    ).sent()["before-neutral-answered"] == [""]
