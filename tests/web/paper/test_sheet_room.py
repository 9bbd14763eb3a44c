"""The sheet's pages: what holds on page one, how large it stands there, and the two columns side by side."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from report.build import Report
from report.rows import HELPING
from tests.eight_lives import EIGHT
from tests.lives import Life, every_life
from tests.web.paper.read_back import A4, HARD, MANY_URGENT, joined, pages, words_at
from web.paper.printed import called, on_paper

LIVES = {life.id: life for life in every_life()}
IN_WORDS = {"sv": "Så gör du", "en": "What to do"}
MOST_WITH_WORDS = 4
"""With so many urgent steps all their words stand on page one."""
WORDS_ON_THE_NEXT = ("four clocks", "crisis")
"""In two languages the rows of these have no room for their words on page one: the next page has them."""
MOST_WITH_CONTACTS = 6
"""With more urgent steps than these the contacts may go on to a second page; eight steps still stand on the first."""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_life_has_one_page_and_one_more_for_its_budget(
    printed: Callable[..., bytes], report: Callable[..., Report], life: Life, language: str
) -> None:
    """With so many urgent steps that their words find no room on page one, these have the next page."""
    found = pages(printed(life.case, language))
    urgent = [step for step in report(life.case).urgent_steps if step.block.id != HELPING]
    crowded = len(urgent) > MOST_WITH_CONTACTS
    in_words = any(page.lstrip().startswith(IN_WORDS[language]) for page in found)
    assert len(found) - ("budget" in life.case) <= 1 + in_words + 2 * crowded
    assert not in_words or len(urgent) > MOST_WITH_WORDS
    assert crowded or "020-50 50 50" in found[0], "page one ends on page one"
    assert found[0].count("☐") >= min(len(urgent), 8)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_hardest_life_has_one_page_and_one_for_its_budget(printed: Callable[..., bytes], language: str) -> None:
    assert len(pages(printed(HARD, language))) == 2


@pytest.mark.parametrize("language", ["sv", "en"])
def test_eight_urgent_steps_stand_on_page_one(
    printed: Callable[..., bytes], report: Callable[..., Report], language: str
) -> None:
    urgent = report(MANY_URGENT).urgent_steps
    first = joined(pages(printed(MANY_URGENT, language))[0])
    assert len(urgent) == 8 and first.count("☐") >= 8
    if language == "sv":
        assert not [step.title.swedish for step in urgent if step.title.swedish not in first]


@pytest.mark.parametrize(("language", "options"), [("sv", {}), ("en", {"beside": True}), ("xr", {"beside": True})])
@pytest.mark.parametrize(("case", "least"), [("hard", 10.0), ("many", 10.0), ("calm", 10.5)])
def test_nothing_is_printed_smaller_than_ten_points(
    printed: Callable[..., bytes], language: str, options: dict[str, bool], case: str, least: float
) -> None:
    found = printed({"hard": HARD, "many": MANY_URGENT, "calm": EIGHT["calm"]}[case], language, **options)
    # Noto Sans stands 1.362 times its size high, Naskh more
    assert min(bottom - top for _left, top, _right, bottom, _word in words_at(found)) >= least * 1.36


@pytest.mark.parametrize("case", [name for name in EIGHT if name not in ("calm", "nothing known")])
def test_the_act_its_day_and_its_number_stand_large_in_the_first_third(
    printed: Callable[..., bytes], report: Callable[..., Report], case: str
) -> None:
    act = on_paper(report(EIGHT[case])).act
    assert act is not None
    first = called(act).first
    assert first is not None and first.phone
    step, found = act.steps[0], list(words_at(printed(EIGHT[case])))
    wanted = [step.title.swedish.split()[0], first.phone.split()[0]]
    wanted += [str(step.last_day.day)] if step.last_day and not step.gone_by else []
    for one in wanted:
        large = [bottom for _left, top, _right, bottom, word in found if word == one and bottom - top >= 16 * 1.36]
        assert large and large[0] <= A4 / 3, one


@pytest.mark.sampled(3)
@pytest.mark.parametrize("language", ["sv", "en", "xr"])
def test_no_number_stands_twice_on_page_one(printed: Callable[..., bytes], language: str) -> None:
    for case in EIGHT.values():
        page = joined(pages(printed(case, language, beside=True))[0]).partition("berätta det för")[0]
        foot = "08-530 610 00"  # the contact centre is whom to call, and whom to tell of a fault
        numbers = [one for one in re.findall(r"\b0\d{1,3}-\d[\d ]{4,}\d", page) if one != foot]
        assert sorted(numbers) == sorted(set(numbers))


@pytest.mark.parametrize("language", ["en", "xr"])
@pytest.mark.parametrize("life", EIGHT)
def test_two_columns_hold_on_one_page_and_one_for_the_budget(
    printed: Callable[..., bytes], report: Callable[..., Report], life: str, language: str
) -> None:
    case = EIGHT[life]
    found = pages(printed(case, language, beside=True))
    assert len(found) == 1 + ("budget" in case) + (life in WORDS_ON_THE_NEXT)
    for step in (one for one in report(case).first_steps if one.urgent and one.block.id != HELPING):
        assert all(word in found[0] for word in step.title.swedish.split()), step.title.swedish


def test_the_two_columns_are_in_the_order_of_the_page(printed: Callable[..., bytes]) -> None:
    case = EIGHT["rent and unopened letters"]
    for language, mine_first in (("en", True), ("xr", False)):
        found = list(words_at(printed(case, language, beside=True)))
        swedish = next(left for left, _top, _right, _bottom, word in found if word == "hyresvärden")
        assert (swedish > 300) is mine_first
