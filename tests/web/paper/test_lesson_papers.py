"""The lesson on paper: three files with their pages and copies, and no answer in what a pupil or a group is given."""

from __future__ import annotations

import re

import pytest

from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, paper_text
from tests.web.paper.test_letter_sheets import pages
from web.paper.lesson_papers import Class, pupils_of

FILES = ("larare", "grupp", "elev")


def printed(visit: Visit, file: str, code: str = "sv", size: str = "") -> bytes:
    address = f"/{code}/klass/lektion-{file}.pdf" + (f"?elever={size}" if size else "")
    answer = visit(code).client.get(address, base_url=HOME)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    return answer.data


def in_words(data: bytes) -> str:
    return " ".join(paper_text(data).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("typed", "pupils"),
    [
        *(("", 28), ("28", 28), ("5", 5), ("60", 60), ("4", 28), ("61", 28), ("0", 28), ("-1", 28), ("007", 28)),
        *(("1000000000", 28), ("٣٠", 28), ("30 ", 28), ("2.5", 28), ("x", 28), ("³", 28)),
    ],
)
def test_how_many_pupils_to_print_for(typed: str, pupils: int) -> None:
    assert pupils_of(typed) == pupils


@pytest.mark.parametrize(
    ("pupils", "groups", "slips", "copies"),
    [
        (30, 10, 15, [2, 2, 2, 2, 1, 1]),
        (28, 10, 14, [2, 2, 2, 2, 1, 1]),
        (5, 2, 3, [1, 1]),
        (16, 6, 8, [1, 1, 1, 1, 1, 1]),
        (60, 20, 30, [4, 4, 3, 3, 3, 3]),
    ],
)
def test_how_many_copies_of_what(library: Library, pupils: int, groups: int, slips: int, copies: list[int]) -> None:
    of = Class(pupils)

    assert (of.groups, of.slips) == (groups, slips)
    assert [number for _household, number in of.copies(library.classroom.households)] == copies
    assert sum(copies) == groups


@pytest.mark.slow
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_class_of_thirty_takes_no_more_paper_than_promised(visit: Visit, code: str) -> None:
    teacher, group, pupil = (pages(printed(visit, file, code, "30")) for file in FILES)

    assert teacher <= 10
    assert group == 6 * 3, "three pages a household"
    assert pupil == 3, "before, after, and two slips"
    assert 10 * 3 == 30 and 30 * 2 + 15 == 75


@pytest.mark.slow
@pytest.mark.parametrize("code", ["xr", "xx"])
def test_longer_words_keep_a_household_on_three_pages(visit: Visit, code: str) -> None:
    assert pages(printed(visit, "grupp", code, "30")) == 18


@pytest.mark.slow
def test_every_page_has_its_number_its_file_and_its_language(visit: Visit) -> None:
    for file, count in (("grupp", 18), ("elev", 3)):
        text = in_words(printed(visit, file))
        for number in range(1, count + 1):
            assert f"sida {number} av {count} · lektion-{file}.pdf · Svenska" in text
    assert "Skriv ut 1" in in_words(printed(visit, "larare"))
    pupil = in_words(printed(visit, "elev", size="25"))
    assert pupil.count("Skriv ut 25") == 2 and pupil.count("Skriv ut 13") == 1
    group = in_words(printed(visit, "grupp", size="12"))
    assert group.count("Skriv ut 1") == 4 and "Göran" not in group


@pytest.mark.slow
@pytest.mark.parametrize("file", ["grupp", "elev"])
def test_no_answer_stands_in_what_is_given_out(visit: Visit, library: Library, file: str) -> None:
    text, known = in_words(printed(visit, file)), library.classroom
    secret = [words for one in known.quiz.statements for words in (one.wall, one.act, one.talk, one.reason)]
    secret += [measure.feedback for one in known.households for measure in one.measures]
    secret += [option.feedback for one in known.households for option in one.contact.options]
    secret += [letter.signs for one in known.households for letter in one.letters if letter.signs]
    secret += [one.contact.say for one in known.households]

    assert len(secret) > 100
    assert [words.swedish for words in secret if " ".join(words.swedish.split()) in text] == []
    assert "acit" not in text
    assert "key" not in in_words(printed(visit, file, "en")).lower().replace("turkey", "")


@pytest.mark.slow
def test_the_key_stands_last_and_holds_everything(visit: Visit, library: Library) -> None:
    text = in_words(printed(visit, "larare"))
    before, mark, key = text.partition("Facit. Bara för läraren")
    known = library.classroom

    assert mark and "Räkneformulär" in before and "Kort A" in before
    for one in known.quiz.statements:
        for words in (one.before, one.wall, one.act, one.talk):
            assert " ".join(words.swedish.split()) in key, one.id
    for household in known.households:
        for measure in household.measures:
            assert f"{measure.text.swedish}" in key and measure.feedback.swedish in key, measure.id
        assert household.contact.say.swedish in key
    assert "abd (10 kr, februari −673 kr)" in key, "Maria with card B"
    assert "e Läg" not in before
    for rule in known.lesson.rules:
        assert rule.text.swedish in before
    for told in known.lesson.told:
        assert " ".join(told.text.swedish.split()) in before


@pytest.mark.slow
def test_the_tally_form_says_which_box_is_right(visit: Visit) -> None:
    text = in_words(printed(visit, "larare"))
    form = text[text.index("Räkneformulär") : text.index("När en elev berättar något")]
    rows = re.findall(r"(\d+) (Sant|Falskt)", form)

    true_before = {1, 4, 5, 7, 9, 12}
    assert [int(number) for number, _ in rows] == [*range(1, 13), *range(1, 13)]
    assert {int(number) for number, word in rows[:12] if word == "Sant"} == true_before
    # the order of the second form: eviction_who, loan_in_my_name, furniture, advice_free, neutral, lend_account, ...
    assert {int(number) for number, word in rows[12:] if word == "Sant"} == {3, 6, 8, 9, 11, 12}


def test_where_everything_was_one_file_leads_to_the_plan(visit: Visit) -> None:
    answer = visit("sv").client.get("/sv/klass/lektion.pdf", base_url=HOME)

    assert (answer.status_code, answer.location) == (301, "/sv/klass/lektion#print")


def test_the_plan_page_asks_how_many_and_names_three_files(visit: Visit) -> None:
    teacher = visit("sv")
    teacher.open("/sv/klass/lektion?minuter=45&elever=19")
    for file in FILES:
        assert teacher.page.link(f"/klass/lektion-{file}.pdf").endswith("?elever=19")
    teacher.open("/sv/klass/lektion?elever=mycket")
    assert teacher.page.link("/klass/lektion-elev.pdf").endswith("?elever=28")
