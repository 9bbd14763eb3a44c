"""What is told of a class: nothing under five, no cell of one or two, and none that can be worked out either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.disclosure import Told, folded, said_while_open

Cells = list[tuple[str, int]]

NAMES = "abcdef"


def told(*numbers: int) -> Told:
    """What is told where so many chose `a`, so many `b`, and so on."""
    options = NAMES[: len(numbers)]
    return folded(options, dict(zip(options, numbers, strict=True)))


def cells(*numbers: int) -> Cells:
    """The same in short: `("ab", 3)` is a cell of two options that three chose."""
    made = told(*numbers).cells
    assert made is not None
    return [("".join(cell.options), cell.n) for cell in made]


@pytest.mark.parametrize("numbers", [(0, 0, 0), (1, 0, 0), (4, 0, 0), (0, 2, 2), (1, 1, 1, 1), (3, 1), (4,)])
def test_under_five_answers_nothing_is_told(numbers: tuple[int, ...]) -> None:
    made = told(*numbers)

    assert made.cells is None
    assert made.sealed
    assert made.alone("a") is None


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((5, 0, 0), [("a", 5), ("b", 0), ("c", 0)]),
        ((3, 3, 3), [("a", 3), ("b", 3), ("c", 3)]),
        ((0, 12, 13), [("a", 0), ("b", 12), ("c", 13)]),
    ],
)
def test_from_five_on_what_is_large_enough_is_told_as_it_is(numbers: tuple[int, ...], expected: Cells) -> None:
    assert cells(*numbers) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        # one or two together with the next smallest that somebody chose
        ((20, 2, 1), [("a", 20), ("bc", 3)]),
        ((1, 20, 3), [("ac", 4), ("b", 20)]),
        ((9, 0, 2, 6), [("a", 9), ("b", 0), ("cd", 8)]),
        # until it is three or more
        ((1, 1, 9, 4), [("abd", 6), ("c", 9)]),
        ((1, 2, 2, 9), [("abc", 5), ("d", 9)]),
        # at the end one cell may hold all that somebody chose
        ((4, 1, 0), [("ab", 5), ("c", 0)]),
        ((24, 1, 1), [("abc", 26)]),
        # two of one size are never told apart by who stands first
        ((3, 3, 2), [("abc", 8)]),
        ((12, 2, 12), [("abc", 26)]),
        ((2, 5, 5, 9), [("abc", 12), ("d", 9)]),
        # three that come to three are one each, and two equal twos with a three beside them are two each
        ((1, 1, 1, 5), [("abcd", 8)]),
        ((3, 2, 2), [("abc", 7)]),
    ],
)
def test_small_cells_are_put_together(numbers: tuple[int, ...], expected: Cells) -> None:
    assert cells(*numbers) == expected


def test_the_cells_stand_in_the_order_of_the_options() -> None:
    assert [names for names, _ in cells(7, 1, 8, 2, 9)] == ["a", "bd", "c", "e"]


def test_who_is_told_alone() -> None:
    made = told(20, 2, 1, 0)

    assert [made.alone(option) for option in "abcd"] == [20, None, None, 0]
    assert (made.total, made.sealed) == (23, False)


def test_what_is_no_option_is_not_counted() -> None:
    assert folded("ab", {"a": 4, "postcard": 40}).sealed
    assert folded("ab", {"a": 5}).total == 5


@pytest.mark.parametrize(("given_", "said"), [(0, None), (1, None), (4, None), (5, 5), (6, 6), (40, 40)])
def test_while_the_room_is_open_a_number_is_said_from_five_on(given_: int, said: int | None) -> None:
    assert said_while_open(given_) == said


NUMBERS = st.lists(st.one_of(st.integers(0, 3), st.integers(0, 40)), min_size=1, max_size=6)


@given(NUMBERS)
def test_every_option_is_told_once_and_all_cells_come_to_the_total(numbers: list[int]) -> None:
    made = told(*numbers)

    assert made.total == sum(numbers)
    if made.cells is not None:
        assert sum(cell.n for cell in made.cells) == sum(numbers)
        assert sorted(option for cell in made.cells for option in cell.options) == list(NAMES[: len(numbers)])
        for cell in made.cells:
            assert cell.n == sum(numbers[NAMES.index(option)] for option in cell.options)
            assert list(cell.options) == sorted(cell.options)


@given(NUMBERS)
def test_no_cell_that_is_told_is_one_or_two(numbers: list[int]) -> None:
    assert all(cell.n not in (1, 2) for cell in told(*numbers).cells or ())


@given(NUMBERS)
def test_no_option_can_be_read_to_be_one_or_two(numbers: list[int]) -> None:
    """Another class that chose otherwise gets to see the very same: so nobody can say which of the two it was."""
    made = told(*numbers)
    for cell in made.cells or ():
        places = [NAMES.index(option) for option in cell.options]
        for place in places:
            if numbers[place] in (1, 2):
                others = (other for other in _others(numbers, places) if other[place] != numbers[place])
                assert any(told(*other) == made for other in others), NAMES[place]


def _others(numbers: list[int], places: list[int]) -> Iterator[list[int]]:
    """The numbers of one cell given to its options in another way, or shared out otherwise."""
    within = [numbers[place] for place in places]
    lopsided = [1] * (len(within) - 1) + [sum(within) - len(within) + 1]
    for kind in (within, lopsided):
        for turned in set(permutations(kind)):
            other = list(numbers)
            for place, number in zip(places, turned, strict=True):
                other[place] = number
            yield other


@pytest.mark.parametrize(("options", "most"), [(2, 20), (3, 20), (4, 14), (5, 11)])
def test_whoever_knows_the_rule_and_tries_every_class_reads_no_one_and_no_two(options: int, most: int) -> None:
    """Every class there can be, sorted by what is told of it."""
    classes: dict[Told, list[tuple[int, ...]]] = defaultdict(list)
    for numbers in _every(options, most):
        if not (made := told(*numbers)).sealed:
            classes[made].append(numbers)

    assert len(classes) > most
    for made, those in classes.items():
        for place in range(options):
            assert {numbers[place] for numbers in those} not in ({1}, {2}), (made, those)


def _every(options: int, most: int) -> Iterator[tuple[int, ...]]:
    """All numbers that come to `most` at the highest."""
    if not options:
        yield ()
        return
    for number in range(most + 1):
        for rest in _every(options - 1, most - number):
            yield (number, *rest)
