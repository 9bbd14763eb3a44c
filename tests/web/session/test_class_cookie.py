"""What belongs to a class lies in a cookie of its own: another purpose, another end, and gone when all is cleared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask import Flask, g

from classroom.households import CHOICES, changeable
from report.library import Library
from tests.conftest import KEY
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import Lesson, form_to
from web.classroom.seat import Pupil, keep, pupil
from web.session import class_cookie
from web.session.class_cookie import LARGEST, LASTS, PURPOSE, ClassTooLarge
from web.session.cookie import PURPOSE as OF_THE_VISIT
from web.session.encryption import Encrypted

NAME, VISIT = "__Host-itid-klass", "__Host-itid"


def value(visitor: Visitor, name: str = NAME) -> str:
    kept = visitor.client.get_cookie(name, domain="localhost")
    return kept.value if kept else ""


def parts(visitor: Visitor) -> dict[str, Any]:
    return Encrypted([KEY], LASTS, LASTS, PURPOSE).decrypt(value(visitor)).values


def test_a_seat_and_a_key_are_no_part_of_a_visit(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    assert parts(pupil).keys() == {"class", "browser"} and parts(lesson.teacher).keys() == {"teacher", "browser"}
    for one in (pupil, lesson.teacher):
        visit = Encrypted([KEY], LASTS, LASTS, OF_THE_VISIT)
        assert visit.decrypt(value(one, VISIT)).values.keys() == {"csrf_token"}
        assert visit.decrypt(value(one)).values == {}, "one cookie never stands for the other"


def test_it_is_the_browsers_own_and_ends_with_it(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    kept = pupil.client.get_cookie(NAME, domain="localhost")
    assert kept is not None and kept.secure and kept.http_only and kept.same_site == "Lax"
    assert kept.max_age is None and kept.expires is None and kept.path == "/"


def test_clearing_takes_it_too(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    pupil.open("/sv/rensa")
    pupil.press(form_to(pupil, "/rensa"))
    assert value(pupil) == ""


def test_a_page_of_no_class_does_not_write_it(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    answer = pupil.client.get("/sv/koll/", base_url=HOME)
    assert NAME + "=" not in "".join(answer.headers.getlist("Set-Cookie"))


@pytest.mark.parametrize("text", ["", "nonsense", "A" * 1200])
def test_what_was_tampered_with_is_no_seat(visitor: Visitor, text: str) -> None:
    visitor.client.set_cookie(NAME, text, domain="localhost", secure=True)
    assert visitor.client.get("/sv/klass/hushall/", base_url=HOME).status_code in (302, 303, 404)


def test_every_household_fits_as_it_is_typed(lesson: Lesson, library: Library) -> None:
    """All six households with three lines changed each, as a lesson asks for, beside two drafts."""
    tried = {
        household.id: {
            "gap": "12 345",
            "sign": "short",
            "changes": {line.id: "9 876,50" for line in changeable(household)[:3]},
            **{name: getattr(household, name).options[-1].id for name in CHOICES},
        }
        for household in library.classroom.households
    }
    one = Pupil("f" * 64, 62, 12, 2**31, "tfu-" * 3, "tfu-" * 3, "10", "10", 12, 12, 71, tried)
    with lesson.app.test_request_context("/sv/klass/"):
        keep(one)
        kept = pupil()
        assert len(class_cookie._encrypted().encrypt(g.class_kept.parts, 1, packed=False)) <= LARGEST
        assert replace(kept, tried={}) == replace(one, tried={})
        assert list(kept.tried.items()) == list(tried.items())[-len(kept.tried) :], "the newest stay"
        assert len(kept.tried) >= 4


def test_too_much_is_refused_and_nothing_is_lost(app: Flask) -> None:
    with app.test_request_context("/sv/klass/"):
        class_cookie.write_part(class_cookie.PUPIL, {"code": "A"})
        with pytest.raises(ClassTooLarge):
            class_cookie.write_part(class_cookie.PUPIL, {"code": "x" * 2000})
        assert class_cookie.part(class_cookie.PUPIL) == {"code": "A"}
