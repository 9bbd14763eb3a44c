"""What may be told of a quiz (D2, D3): facts plainly, trust so that nobody can be singled out; and the stored bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.counts import NO_COUNTS, Counts, Given, added, read_counts
from classroom.sealing import NOTHING_TOLD, Fact, Sealed, Trust, floor, read, seal, trust, with_wave, written

Triple = tuple[int, int, int]
KNOWN = [one for one in product(range(5), repeat=3) if sum(one) <= 4]
"""Up to four answers that somebody knows: their own and three that were bought."""


@pytest.mark.parametrize(
    ("groups", "cut", "cells"),
    [
        ((1, 13, 13), "low_and_mid", (14, 13)),
        ((13, 13, 1), "mid_and_high", (13, 14)),
        ((0, 0, 27), "least_high", (22,)),
        ((0, 5, 22), "least_high", (22,)),
        ((0, 6, 21), "low_and_mid", (6, 21)),
        ((9, 9, 9), "three", (9, 9, 9)),
        ((5, 6, 7), "low_and_mid", (11, 7)),
        ((2, 3, 10), "least_high", (10,)),
        ((4, 4, 4), "none", ()),
        ((4, 3, 5), "none", ()),
        ((27, 0, 0), "least_low", (22,)),
        ((1, 25, 1), "least_mid", (22,)),
        ((0, 0, 0), "none", ()),
        ((0, 0, 11), "none", ()),
        ((6, 6, 0), "mid_and_high", (6, 6)),
    ],
)
def test_d3_vectors(groups: Triple, cut: str, cells: tuple[int, ...]) -> None:
    told = trust(*groups)
    assert (told.n, told.cut, told.cells) == (sum(groups), cut, cells)


def triples(n: int) -> Iterator[Triple]:
    return ((low, mid, n - low - mid) for low in range(n + 1) for mid in range(n + 1 - low))


@pytest.mark.sampled(13)
@pytest.mark.parametrize("n", range(12, 64))
def test_d3_nobody_can_be_singled_out_with_four_known_answers(n: int) -> None:
    """Of all that may have been, given what is told and known: not surely all alike, not surely one who differs."""
    worlds: dict[Trust, list[Triple]] = defaultdict(list)
    for one in triples(n):
        worlds[trust(*one)].append(one)
    for told, possible in worlds.items():
        for known in KNOWN:
            others = [
                tuple(all_ - mine for all_, mine in zip(one, known, strict=True))
                for one in possible
                if all(all_ >= mine for all_, mine in zip(one, known, strict=True))
            ]
            if not others:
                continue
            left = n - sum(known)
            for group in range(3):
                in_it = {one[group] for one in others}
                assert in_it != {left}, (told, known, "surely all of them")
                assert in_it != {1}, (told, known, "surely one of them")


def test_d3_would_not_hold_with_five_known_answers() -> None:
    """The bound is the bound: the test above can fail."""
    others = {(high - 5) for low, mid, high in triples(12) if trust(low, mid, high) == trust(6, 0, 6)}
    assert 1 in others


def counts_of(*pairs: tuple[int, int], groups: Triple = (0, 0, 0)) -> Counts:
    return Counts(tuple(one for one, _ in pairs), tuple(one for _, one in pairs), groups)


@pytest.mark.parametrize(("joined", "least"), [(0, 5), (5, 5), (10, 5), (11, 6), (24, 12), (25, 13), (63, 32)])
def test_d2_so_many_must_have_given_a_quiz(joined: int, least: int) -> None:
    assert floor(joined) == least
    counts = counts_of((3, least), groups=(0, 0, least))
    assert not seal(counts, least, joined).too_few
    assert seal(counts, least - 1, joined) == Sealed(0, (), Trust())


def test_d2_facts_are_told_plainly_and_never_under_five() -> None:
    counts = counts_of((0, 24), (24, 24), (1, 24), (4, 5), (4, 4), (0, 0))
    told = seal(counts, 24, 24)
    assert told.facts == (Fact(0, 24), Fact(24, 24), Fact(1, 24), Fact(4, 5), Fact(), Fact())
    assert [fact.told for fact in told.facts] == [True, True, True, True, False, False]


def test_dont_know_is_answered_and_not_right_and_skipped_is_neither() -> None:
    sums = NO_COUNTS
    for one in (Given((True, False, None), 2), Given((True, None, None), None), Given((False, False, None), 0)):
        sums = added(sums, one)
    assert read_counts(sums, 3) == Counts((2, 0, 0), (3, 2, 0), (1, 0, 1))
    assert len(sums) == len(NO_COUNTS)


def test_s3_what_is_stored_is_always_as_long_and_holds_what_is_told_and_no_more() -> None:
    assert written([None, None]) == NOTHING_TOLD
    few = seal(counts_of((3, 4), groups=(1, 1, 2)), 4, 8)
    assert sum(written([few, None])) == 2, "a flag, and zeros"
    told = seal(counts_of((18, 24), (3, 4), groups=(1, 2, 21)), 24, 26)
    stored = with_wave(written([few, None]), 1, told)
    assert len(stored) == len(NOTHING_TOLD) == 256
    assert read(stored, 0, 2) == few and read(stored, 1, 2) == told
    assert read(NOTHING_TOLD, 0, 2) is None


@given(
    st.lists(st.integers(0, 63).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=30),
    st.integers(0, 63),
    st.integers(0, 63),
    st.integers(0, 1),
)
def test_what_was_sealed_is_read_back(pairs: list[tuple[int, int]], low: int, high: int, number: int) -> None:
    told = seal(counts_of(*pairs, groups=(low, 0, min(high, 63 - low))), 63, 63)
    other = written([None, None])
    assert read(with_wave(other, number, told), number, len(pairs)) == told
    assert read(with_wave(other, number, told), 1 - number, len(pairs)) is None
