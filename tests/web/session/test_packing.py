"""Packing against a dictionary: it is versioned, never changed, and made from the ids of the content."""

from __future__ import annotations

import hashlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.library import Library
from script.dictionary import words
from web.session.packing import FOLDER, LARGEST_UNPACKED, NEWEST, pack, unpack

IN_USE = {1: "8e571c9b6b43e2b8a394830c4a4c598e2dbf60131552ee3450f1bacf93d83a99"}
"""A dictionary that visits were packed against may never change: they could not be opened any more."""


def test_no_dictionary_that_was_in_use_has_changed() -> None:
    found = {int(path.stem): hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.txt")}
    assert found == IN_USE and max(found) == NEWEST


def test_a_dictionary_is_within_what_deflate_looks_back(library: Library) -> None:
    assert all(path.stat().st_size < 32_768 for path in FOLDER.glob("*.txt"))
    assert len(words(library).encode()) < 32_768


def test_the_dictionary_holds_every_id_a_visit_can(library: Library) -> None:
    written = words(library)
    ids = [
        *library.calculator.lines,
        *library.calculator.own_lines,
        *library.door.by_id,
        *(name for one in library.questions.questionnaires.values() for name in one.by_id),
        *(name for one in library.questions.questionnaires.values() for q in one.questions for name in q.by_id),
    ]
    assert not [name for name in ids if f'"{name}"' not in written]


@given(st.binary(max_size=2000))
def test_what_was_packed_is_unpacked_the_same(written: bytes) -> None:
    assert unpack(pack(written)) == written
    assert pack(written)[0] == NEWEST


def test_what_was_packed_without_a_dictionary_still_opens() -> None:
    assert unpack(zlib.compress(b"an older visit", 9)) == b"an older visit"


@pytest.mark.parametrize(
    "packed", [b"", b"\x00", b"\xff" * 20, bytes([NEWEST + 1]) + b"x", b"\x78", bytes([NEWEST]) + b"\xff\xff"]
)
def test_what_was_never_packed_is_refused(packed: bytes) -> None:
    with pytest.raises((ValueError, zlib.error)):
        if not unpack(packed):
            raise ValueError("nothing came of it")


@pytest.mark.parametrize("bomb", [pack(b"a" * (LARGEST_UNPACKED + 10)), zlib.compress(b"a" * (LARGEST_UNPACKED + 10))])
def test_there_is_a_bound(bomb: bytes) -> None:
    with pytest.raises(ValueError, match="larger"):
        unpack(bomb)
