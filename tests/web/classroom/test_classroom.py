"""A lesson page by page: opening, joining, both quizzes, what is told, and what a pupil's phone keeps."""

from __future__ import annotations

import re

import pytest

from report.library import Library
from tests.audit import words
from tests.visitor import HOME, Visitor
from tests.web.classroom.lesson import FALSE, REMOTE, SKIPPED, TRUE, UNSURE, Lesson, answer_quiz, form_to
from tests.web.conftest import BEGAN

MINUTE, HOUR = 60, 3600
NAME = "__Host-itid-klass"


def key_of(lesson: Lesson) -> str:
    return lesson.link.partition("nyckel=")[2]


def counts(lesson: Lesson, quiz: int = 0) -> bytes:
    return lesson.room.counts(quiz)


def test_t4_opening_leads_to_the_remote_and_the_key_is_on_no_page_before_it_is_asked_for(lesson: Lesson) -> None:
    pages = [lesson.teacher.page.html]
    for address in (REMOTE, "/sv/tavla", f"{REMOTE}/lank", f"{REMOTE}/resultat"):
        pages.append(lesson.teacher.open(address).html)
    key = key_of(lesson)
    assert len(key) == 24 and not any(key in page for page in pages)


def test_the_secret_link_opens_the_room_elsewhere_and_leaves_the_address(lesson: Lesson) -> None:
    other = lesson.visit("sv", lesson.app)
    other.open(lesson.link)
    assert other.page.address == REMOTE
    assert lesson.code in other.page.main


@pytest.mark.sampled(4)
@pytest.mark.parametrize("how", [str, str.lower, lambda code: code.replace(" ", ""), lambda code: f" {code}. "])
def test_a_code_is_read_as_it_is_typed(lesson: Lesson, how: object) -> None:
    pupil = lesson.visit("en", lesson.app)
    pupil.open("/en/klass/")
    pupil.press(form_to(pupil, "/klass/"), kod=how(lesson.code))  # type: ignore[operator]
    assert pupil.page.address == "/en/klass/med"


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["", "LIMA", "LIMA TOSA LIMA", "12345678", "LIMA TOS€", "x" * 5000])
def test_a_mistyped_code_is_told_kindly_and_kept(lesson: Lesson, code: str) -> None:
    pupil = lesson.visit("sv", lesson.app)
    pupil.open("/sv/klass/")
    pupil.press(form_to(pupil, "/klass/"), expect=422, kod=code)
    field = next(one for one in pupil.page.tree.iter("input") if one.get("name") == "kod")
    assert field.get("value") == code[:40]
    assert field.get("aria-invalid") == "true"


def test_a_quiz_is_counted_as_right_and_answered(lesson: Lesson, library: Library) -> None:
    pupils = [lesson.pupil(), lesson.pupil("en"), lesson.pupil()]
    lesson.begin()
    for pupil, says, trust in zip(pupils, (TRUE, UNSURE, SKIPPED), (0, 10, None), strict=True):
        answer_quiz(pupil, says, trust)
    sums = counts(lesson)
    for number, one in enumerate(library.classroom.quiz.statements):
        assert sums[2 * number : 2 * number + 2] == bytes((one.answer == "true", 2))
    assert sums[60:] == bytes((1, 0, 1))
    assert lesson.room.given1.bit_count() == 3


def test_in_the_second_quiz_every_statement_is_the_other_way_round(lesson: Lesson, library: Library) -> None:
    pupil = lesson.pupil()
    lesson.on_to("quiz2")
    answer_quiz(pupil, FALSE, when="efter")
    sums = counts(lesson, 1)
    for number, one in enumerate(library.classroom.quiz.statements):
        assert sums[2 * number] == (one.answer == "true")


def test_s5_a_second_press_back_an_old_cookie_and_a_second_tab_count_once(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    form, before = form_to(pupil, "/svar"), pupil.client.get_cookie(NAME, domain="localhost")
    for _ in range(3):
        pupil.press(form)
    once = counts(lesson)
    assert before is not None
    for _ in range(2):
        pupil.client.set_cookie(NAME, before.value, domain="localhost", secure=True)
        pupil.press(form)
        assert pupil.page.address.endswith("/vanta")
    assert counts(lesson) == once and lesson.room.given1.bit_count() == 1


def test_l6_each_press_is_kept_and_reload_back_and_another_language_lose_nothing(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    pupil.open("/sv/klass/quiz/fore/")
    for says in (TRUE, FALSE, UNSURE):
        pupil.press(pupil.page.form("says"), button=f"says={says}")
    assert pupil.page.address.endswith("/fore/4")
    for address in ("/sv/klass/quiz/fore/4", "/en/klass/quiz/fore/4"):
        pupil.language = address[1:3]
        pupil.open(address)
    pupil.language = "sv"
    for number, says in enumerate((TRUE, FALSE, UNSURE), 1):
        assert pupil.open(f"/sv/klass/quiz/fore/{number}").marked("says") == [says]
    pupil.open("/sv/klass/quiz/fore/svar")
    assert said(pupil)[:4] == ["Sant", "Falskt", "Vet inte", "inget svar"]


def said(pupil: Visitor) -> list[str]:
    """What "your answers" shows, statement by statement, and last the number."""
    lines = [
        one for one in pupil.page.tree.iter("li") if any(part.get("hidden") is not None for part in one.iter("span"))
    ]
    return [
        next(
            words(part)
            for part in one.iter("span")
            if part.tag == "span" and part.get("hidden") is None and part.get("class") is None
        )
        for one in lines
    ]


def test_l7_what_was_not_handed_in_is_not_counted_and_the_phone_says_so(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    form = form_to(pupil, "/svar")
    lesson.press("stang")
    pupil.press(form)
    assert "Quizet är stängt" in pupil.page.main and "räknades inte" in pupil.page.main
    assert not any(counts(lesson))
    lesson.press("angra")
    pupil.open("/sv/klass/vidare")
    pupil.press(form_to(pupil, "/svar"))
    assert lesson.room.given1.bit_count() == 1, "opened again, and nothing was lost"


@pytest.mark.parametrize("trust", ["01099", "0005000", "010" + "5" * 5000, "11", "-1", "٣", "1", "x"])
def test_t9_w10_a_number_that_is_no_button_counts_as_nothing(lesson: Lesson, trust: str) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    pupil.open("/sv/klass/quiz/fore/siffra")
    form = pupil.page.form("says")
    answer = pupil.client.post(form.address, data={**form.sent(), "says": trust}, base_url=HOME)
    # Two signs are read; what is no button is the page again.
    assert answer.status_code == (303 if trust[:2] in ("01", "00", "10", "11")[:3] else 422)
    assert not any(counts(lesson))


@pytest.mark.parametrize("size", ["0", "-1", "1000000000", "٣", "4", "61", "", "x" * 999])
def test_t9_a_size_that_is_no_class_is_told_kindly(lesson: Lesson, size: str) -> None:
    teacher = lesson.visit("sv", lesson.app)
    teacher.open("/sv/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"), expect=422, size=size)
    assert "Skriv" in teacher.page.main


def test_another_script_s_digits_are_a_size(lesson: Lesson) -> None:
    teacher = lesson.visit("sv", lesson.app)
    teacher.open("/sv/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"), size="٢٨")
    assert teacher.page.address == REMOTE


def test_l4_now_is_short_equal_for_all_and_sets_no_cookie(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(3)]
    lesson.begin()
    answer_quiz(pupils[0], TRUE, 3)
    answers = [one.client.get("/sv/klass/nu", base_url=HOME) for one in pupils]
    assert len({answer.data for answer in answers}) == 1
    for answer in answers:
        assert (answer.status_code, answer.mimetype) == (200, "text/plain")
        assert len(answer.data) <= 200 and re.fullmatch(rb"\d+ \d+ 3\n", answer.data)
        assert "Set-Cookie" not in answer.headers and answer.headers["Cache-Control"] == "no-store"
    turn = answers[0].data.split()[0]
    lesson.press("stang")
    assert pupils[0].client.get("/sv/klass/nu", base_url=HOME).data.split()[0] > turn
    stranger = lesson.visit("sv", lesson.app)
    assert stranger.client.get("/sv/klass/nu", base_url=HOME).status_code == 204


def test_d7_every_answer_of_a_phone_is_as_long_whatever_was_answered(lesson: Lesson) -> None:
    """Status, headers and length, of each press and of handing in; the token and the random bits aside."""
    ways = [(TRUE, 0), (FALSE, 10), (UNSURE, 5)]
    pupils = [lesson.pupil() for _ in ways]
    lesson.begin()
    seen = []
    for pupil, (says, trust) in zip(pupils, ways, strict=True):
        sizes = []
        pupil.open("/sv/klass/quiz/fore/1")
        for number in range(1, 15):
            form = next(form for form in pupil.page.forms() if "/quiz/fore" in form.address)
            said = {"says": f"{trust:02}" if number == 13 else says}
            answer = pupil.client.post(form.address, data={**form.sent(), **said}, base_url=HOME)
            headers = {name: len(value) for name, value in answer.headers if name != "Set-Cookie"}
            cookies = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith(NAME)]
            sizes.append((answer.status_code, headers, [len(one) for one in cookies]))
            sizes.append(len(pupil.open(answer.location).html))
        seen.append(sizes)
    assert seen[0] == seen[1] == seen[2]
    assert lesson.room.given1.bit_count() == 3


def test_d1_while_a_quiz_is_open_only_joined_and_done_are_told(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(4)]
    lesson.begin()
    for pupil in pupils[:3]:
        answer_quiz(pupil, TRUE, 9)
    assert "3 av 4 klara" in lesson.teacher.open(REMOTE).main
    assert "3 av 4 klara" in lesson.teacher.open("/sv/tavla").main
    assert "Inget quiz är slut än" in lesson.results()
    answer = lesson.teacher.client.get("/sv/tavla/nu", base_url=HOME)
    assert answer.data.split()[2:] == [b"4", b"3"] and "Set-Cookie" not in answer.headers


def sealed(lesson: Lesson, right: int, wrong: int) -> None:
    pupils = [lesson.pupil() for _ in range(right + wrong)]
    lesson.begin()
    for number, pupil in enumerate(pupils):
        answer_quiz(pupil, TRUE if number < right else FALSE, 9)
    lesson.on_to("reveal")


@pytest.mark.slow
def test_d2_d6_what_is_told_is_told_once_and_never_changes(lesson: Lesson) -> None:
    sealed(lesson, 5, 1)
    first = lesson.results()
    assert "5 av 6 svarade rätt" in first and "1 av 6 svarade rätt" in first
    stored = lesson.rooms.store.by_key([lesson.room.id], BEGAN)
    assert not any(counts(lesson)) and not lesson.room.given1
    for act in ("om", "angra", "stang"):
        assert not any(
            form.address.endswith(f"/fjarr/{act}")
            for form in lesson.teacher.open(REMOTE) and lesson.teacher.page.forms()
        )
    lesson.on_to("game")
    lesson.app.config["NOW"] = BEGAN + HOUR
    assert lesson.results() == first
    again = lesson.rooms.store.by_key([lesson.room.id], BEGAN)
    assert stored is not None and again is not None and again.told == stored.told


@pytest.mark.slow
def test_d2_of_four_nothing_is_told(lesson: Lesson) -> None:
    sealed(lesson, 4, 0)
    said = lesson.results()
    assert "4 av 4" not in said and "Alla 4" not in said and "För få har svarat" in said


def test_w7_a_quiz_seals_itself_a_minute_after_it_was_closed(lesson: Lesson) -> None:
    pupils = [lesson.pupil() for _ in range(5)]
    lesson.begin()
    for pupil in pupils:
        answer_quiz(pupil, TRUE, 2)
    lesson.press("stang")
    assert "Inget quiz" in lesson.results()
    lesson.app.config["NOW"] = BEGAN + MINUTE
    assert "Alla 5 visste det" in lesson.results()
    assert "/fjarr/angra" not in lesson.teacher.open(REMOTE).html
    lesson.press("vidare")
    assert lesson.room.at.phase == "reveal"


def test_l3_no_page_of_a_phone_tells_an_answer_before_its_beat(lesson: Lesson, library: Library) -> None:
    pupil = lesson.pupil()
    reasons = [" ".join(one.reason.swedish.split()) for one in library.classroom.quiz.statements]

    def walked() -> str:
        seen = []
        for address in (
            "",
            "lektion",
            "med",
            "vidare",
            "visas",
            "quiz/fore/",
            "quiz/efter/svar",
            "vanta",
            "fjarr/resultat",
            "nu",
        ):
            answer = pupil.client.get(f"/sv/klass/{address}", base_url=HOME, follow_redirects=True)
            seen.append(" ".join(answer.get_data(as_text=True).replace("\u00ad", "").split()))
        kit = pupil.client.get("/sv/klass/lektion.pdf", base_url=HOME)
        assert kit.mimetype == "text/html", "no kit"
        return " ".join(seen)

    for phase in ("join", "quiz1", "reveal", "game", "quiz2"):
        lesson.on_to(phase)
        assert not [reason for reason in reasons if reason in walked()], phase
    lesson.on_to("change")
    assert all(reason in walked() for reason in reasons)
    lesson.on_to("ended")
    assert pupil.open("/sv/klass/lektion").h1 != "Efter lektionen"


def test_l3_the_right_answer_is_on_the_phone_from_the_second_beat(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.on_to("reveal")
    assert "Rätt svar" not in pupil.open("/sv/klass/vidare").main
    lesson.press("vidare")
    assert "Rätt svar" in pupil.open("/sv/klass/vidare").main


def test_a5_w20_one_who_was_too_late_is_told_how_to_get_in_and_is_not_counted(lesson: Lesson) -> None:
    lesson.pupil()
    code = lesson.code
    lesson.begin()
    late = lesson.visit("sv", lesson.app)

    def tries() -> str:
        late.open("/sv/klass/")
        return late.press(form_to(late, "/klass/"), kod=code).main

    assert "Rummet är låst" in tries()
    lesson.press("slapp-in")
    assert lesson.code == code
    tries()
    assert late.page.address.endswith("/quiz/fore/1")
    assert lesson.room.joined == 2


def test_a1_a_full_room_says_so(lesson: Lesson, visit: object) -> None:
    lesson.rooms.alter(lesson.room, None, lambda one: type(one)(**{**_values(one), "seats": 1}))
    lesson.pupil()
    assert "1 av 1 platser" in lesson.pupil().page.main
    lesson.press("platser")
    assert lesson.pupil().page.address.endswith("/med")


def _values(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}  # type: ignore[attr-defined]


def test_a3_a_new_code_ends_the_seats_and_keeps_the_drafts(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    before = lesson.code
    lesson.begin()
    answer_quiz(pupil, TRUE, hand_in=False)
    lesson.press("ny-kod")
    assert lesson.code != before
    assert "Dina svar finns kvar" in pupil.open("/sv/klass/vidare").main
    pupil.open("/sv/klass/")
    pupil.press(form_to(pupil, "/klass/"), expect=422, kod=before)
    pupil.press(form_to(pupil, "/klass/"), kod=lesson.code)
    assert pupil.page.address.endswith("/quiz/fore/svar")
    assert said(pupil) == ["Sant"] * 12 + ["inget svar"]


def test_a3_a_quiz_begun_anew_is_handed_in_again(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    lesson.begin()
    answer_quiz(pupil, TRUE, 4)
    lesson.press("om")
    assert not any(counts(lesson))
    pupil.open("/sv/klass/vidare")
    assert "Läraren börjar om quizet" in pupil.page.main
    pupil.press(form_to(pupil, "/svar"))
    assert lesson.room.given1.bit_count() == 1


def test_w8_two_presses_from_two_remotes_move_one_step(lesson: Lesson) -> None:
    lesson.on_to("game")
    lesson.teacher.open(REMOTE)
    form = form_to(lesson.teacher, "/fjarr/vidare")
    colleague = lesson.visit("sv", lesson.app)
    colleague.open(lesson.link)
    other = form_to(colleague, "/fjarr/vidare")
    lesson.teacher.press(form)
    colleague.press(other)
    assert lesson.room.at.phase == "compare"


def test_w6_what_cannot_be_undone_is_asked_first(lesson: Lesson) -> None:
    lesson.pupil()
    for act in ("radera", "glom", "ny-kod"):
        before = lesson.room
        lesson.press(act, sure=False)
        assert "Nej, tillbaka" in lesson.teacher.page.main
        assert lesson.room == before
    lesson.press("las", sure=False, number="5")
    assert "1 har gått med" in lesson.teacher.page.main and lesson.room.at.phase == "join"
    lesson.press("las", sure=False, number="1")
    assert lesson.room.at.phase == "quiz1", "the number that has joined is not asked about"


def test_ending_is_undone_within_ten_minutes_and_erasing_never(lesson: Lesson) -> None:
    lesson.on_to("game")
    lesson.press("avsluta")
    assert lesson.room.at.phase == "ended"
    lesson.press("fortsatt")
    assert lesson.room.at.phase == "game"
    lesson.press("avsluta")
    lesson.app.config["NOW"] = BEGAN + 10 * MINUTE
    assert "/fjarr/fortsatt" not in lesson.teacher.open(REMOTE).html
    lesson.press("radera")
    assert "Allt är raderat" in lesson.teacher.page.main
    assert lesson.rooms.live.every() == [] and lesson.rooms.store.every(0) == []
    lesson.teacher.open(REMOTE, expect=404)


def wall_of(lesson: Lesson) -> Visitor:
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    wall = lesson.visit("sv", lesson.app)
    wall.open("/sv/tavla")
    wall.press(form_to(wall, "/tavla"), number=number)
    return wall


def test_w1_a_number_opens_the_wall_once(lesson: Lesson) -> None:
    wall = wall_of(lesson)
    code = lesson.code
    assert code in wall.page.main
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    for when, works in ((BEGAN, True), (BEGAN, False)):
        lesson.app.config["NOW"] = when
        other = lesson.visit("sv", lesson.app)
        other.open("/sv/tavla")
        other.press(form_to(other, "/tavla"), expect=200 if works else 422, number=number)
    lesson.press("tavla")
    number = next(one.text or "" for one in lesson.teacher.page.tree.iter("strong") if one.get("id") == "wall-number")
    lesson.app.config["NOW"] = BEGAN + 10 * MINUTE
    other.press(form_to(other, "/tavla"), expect=422, number=number)


def test_t5_a_wall_and_a_pupil_get_404_on_every_page_and_press_of_the_remote(lesson: Lesson) -> None:
    wall, pupil = wall_of(lesson), lesson.pupil()
    key, room = key_of(lesson), lesson.room
    posts = [form.address for form in lesson.teacher.open(REMOTE).forms() if "/fjarr/" in form.address]
    assert len(posts) > 5
    for one in (wall, pupil):
        assert key not in one.page.html
        for address in ("fjarr", "fjarr/lank", "fjarr/resultat", "fjarr/resultat.pdf"):
            assert one.client.get(f"/sv/klass/{address}", base_url=HOME).status_code == 404
        token = {"csrf_token": one.page.token, "turn": str(room.turn), "sure": "1", "number": "1"}
        for address in (*posts, "/sv/klass/fjarr/lank"):
            assert one.client.post(address, data=token, base_url=HOME).status_code == 404
    assert "Talet på lärarens telefon" in pupil.open("/sv/tavla").main
    assert lesson.room == room


def test_t9_a_press_from_another_site_does_nothing(lesson: Lesson) -> None:
    before = lesson.room
    for token in ({}, {"csrf_token": "x"}):
        lesson.teacher.client.post(
            "/sv/klass/fjarr/radera", data={"turn": str(before.turn), "sure": "1", **token}, base_url=HOME
        )
    assert lesson.room == before


def test_w1_a_second_room_is_asked_about(lesson: Lesson) -> None:
    lesson.teacher.open("/sv/klass/oppna")
    assert "Du har redan ett rum" in lesson.teacher.page.main


def test_l8_a_teacher_and_a_pupil_may_do_nothing_for_as_long_as_a_lesson(lesson: Lesson) -> None:
    pupil = lesson.pupil()
    resident = lesson.visit("sv", lesson.app)
    resident.open("/sv/koll/")
    interface = lesson.app.session_interface
    for one, lasts in ((pupil, 4 * HOUR), (lesson.teacher, 4 * HOUR), (resident, 2 * HOUR)):
        cookies = "; ".join(
            f"{name}={cookie.value}" for name in (NAME,) if (cookie := one.client.get_cookie(name, domain="localhost"))
        )
        with lesson.app.test_request_context("/sv/", headers={"Cookie": cookies}) as context:
            assert interface.open_session(lesson.app, context.request).encrypted.idle == lasts
