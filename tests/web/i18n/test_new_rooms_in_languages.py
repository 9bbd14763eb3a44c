"""The classroom, the kiosk and all paper in two languages that nobody speaks: nothing hard-coded, nothing turned."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from report.library import Library
from tests.conftest import Visit
from tests.visitor import HOME, Visitor, paper_text
from tests.web.classroom.lesson import form_to
from tests.web.i18n.test_languages import IN_BRACKETS, SAME_EVERYWHERE, WORD, bare_words, from_data
from translations.catalogues import FILE, FOLDER, entries, read_catalogue
from web.paper.forms_on_paper import INVITE, OFFER

CODES = ["xx", "xr"]
ADDRESSES = {"localhost", "klass"}
ARABIC = re.compile("[\u0600-\u06ff]")
"""The poster invites in the language from right to left as well."""
DRAWINGS = " ".join(path.read_text(encoding="utf-8") for path in Path("static/letters").glob("*.svg"))
INVITATIONS = (
    "Svenska English Oro för pengar? Svara på några frågor. Du får ett papper med vad du kan göra först, och vem du "
    "kan ringa. Du är anonym. Worried about money? Answer a few questions. You get a paper with what you can do first, "
    "and whom you can call. You are anonymous."
)
"""A poster says the same in every language there is: the Finnish words are those of its catalogue."""
FINNISH = [
    entry.said[0]
    for entry in entries(read_catalogue(FOLDER / "fi" / FILE, "fi"))
    if not entry.context and entry.swedish[0] in {INVITE, OFFER}
]
PAPER = (
    "papper/fragor",
    "papper/fragor-ung",
    "papper/budget",
    "papper/brev",
    "papper/affisch",
    *(f"klass/lektion-{file}" for file in ("larare", "grupp", "elev")),
)


def read(visitor: Visitor, library: Library) -> None:
    """Fail where a word on the page that is open was never given to a translator."""
    for element in visitor.page.tree.iter("meta"):
        if element.get("http-equiv") == "refresh":
            element.set("content", "")
    if visitor.language == "xx":
        assert not bare_words(visitor.page.tree, from_data(library) | ADDRESSES), visitor.page.address


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", CODES)
def test_a_lesson(visit: Visit, library: Library, code: str) -> None:
    teacher, pupil = visit(code), visit(code)
    for address in ("", "lektion", "lektion?minuter=90", "?kod=XXXX"):
        teacher.wander(f"/{code}/klass/{address}")
        read(teacher, library)
    said = opened(teacher, code)
    read_without_key(teacher, library)
    for address in ("klass/oppna", "klass/fjarr/lank", "klass/fjarr/resultat", "tavla"):
        teacher.open(f"/{code}/{address}")
        read_without_key(teacher, library)
    pupil.open(f"/{code}/klass/")
    pupil.press(form_to(pupil, "/klass/"), kod=said)
    read(pupil, library)
    for act in ("las", "stang", "vidare", "vidare"):
        if act == "stang":
            answered(pupil, library)
        press(teacher, act)
        read_without_key(teacher, library)
        for visitor, address in ((teacher, "tavla"), (pupil, "klass/vidare")):
            visitor.open(f"/{code}/{address}")
            read(visitor, library)
    press(teacher, "radera")
    read(teacher, library)
    pupil.open(f"/{code}/klass/med")
    read(pupil, library)


def opened(teacher: Visitor, code: str) -> str:
    """Open a room, and return its code."""
    teacher.open(f"/{code}/klass/oppna")
    teacher.press(form_to(teacher, "/klass/oppna"))
    return next(one.text for one in teacher.page.tree.iter("strong") if one.get("id") == "code") or ""


def press(teacher: Visitor, act: str) -> None:
    """Press a button of the remote, and say yes where it asks."""
    teacher.open(f"/{teacher.language}/klass/fjarr")
    teacher.press(form_to(teacher, f"/fjarr/{act}"))
    if teacher.page.has("sure"):
        teacher.press(teacher.page.form("sure"))


def answered(pupil: Visitor, library: Library) -> None:
    """One statement, the number, and "your answers"."""
    pupil.open(f"/{pupil.language}/klass/quiz/fore/12")
    for says in ("t", "03"):
        read(pupil, library)
        pupil.press(pupil.page.form("says"), button=f"says={says}")
    read(pupil, library)
    pupil.press(form_to(pupil, "/fore/svar"))
    read(pupil, library)


def read_without_key(visitor: Visitor, library: Library) -> None:
    """A room's code, and the address of its wall, are words to nobody."""
    for element in (*visitor.page.tree.iter("strong"), *visitor.page.tree.iter("p"), *visitor.page.tree.iter("span")):
        if (
            element.get("id") == "code"
            or (element.get("class") or "").startswith("wall-")
            or element.get("dir") == "ltr"
        ):
            element.text = ""
    read(visitor, library)


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["samira", "maria"])
def test_a_household(visit: Visit, library: Library, code: str, name: str) -> None:
    teacher = visit(code)
    said = opened(teacher, code)
    teacher.open(f"/{code}/klass/?kod={said}")
    teacher.open(f"/{code}/klass/hushall/")
    read(teacher, library)
    teacher.open(f"/{code}/klass/hushall/{name}")
    read(teacher, library)
    form = next(form for form in teacher.page.forms() if "gap" in form.names())
    teacher.press(form, expect=422, gap="")
    read(teacher, library)
    teacher.press(form, gap="100", sign="short")
    read(teacher, library)
    teacher.open(f"/{code}/klass/hushall/{name}/valj")
    form = form_to(teacher, "/valj")
    teacher.press(form, expect=422)
    read(teacher, library)
    teacher.press_with(form, {name: form.options(name)[0] for name in ("clock", "first_step", "contact")})
    read(teacher, library)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("code", CODES)
def test_the_kiosk(visit: Visit, library: Library, code: str) -> None:
    visitor = visit(code)
    visitor.open(f"/{code}/kiosk")
    read(visitor, library)
    visitor.press(form_to(visitor, "/kiosk/personal"), place="other", printer="yes")
    for address in ("kiosk", "kiosk/kvar", "kiosk/personal", "", "brev/reminder", "papper/"):
        visitor.open(f"/{code}/{address}")
        read(visitor, library)
    visitor.answer(burden="some")
    visitor.result()
    for address in ("resultat/ta-med", "resultat/las", "resultat/skriv-ut", "med", "traffa-oss"):
        if not address.endswith("skriv-ut"):
            visitor.open(f"/{code}/{address}")
            read(visitor, library)
    form = form_to(visitor, "/rensa")
    answer = visitor.client.post(form.address, data=form.sent(), base_url=HOME)
    assert answer.location == "/sv/kiosk", "the next visitor begins in the first language"


def of_lesson(library: Library) -> set[str]:
    """The letters of the month game, which stand in Swedish in every language, and the names of the files."""
    letters = [letter for one in library.classroom.households for letter in one.letters]
    lines = [text.swedish for one in letters for text in (one.sender, one.subject, one.text, one.more)]
    return {word for words in lines for word in WORD.findall(words)} | {
        "lektion",
        "larare",
        "grupp",
        "elev",
        "pdf",
        "Nov",
        "Dec",
    }


@pytest.mark.parametrize("code", CODES)
def test_the_month_game(visit: Visit, library: Library, code: str) -> None:
    group = visit(code)
    known = from_data(library) | ADDRESSES | of_lesson(library) | {"Novembro", "novembro", "Decembro", "decembro"}
    for page in ("", "maria/", "maria/brev/rent", "goran/brev/", "elias/manad", "ahmed/atgarder", "samira/samtal"):
        group.open(f"/{code}/klass/spel/{page}")
        assert code != "xx" or not bare_words(group.page.tree, known), page
    group.open(f"/{code}/klass/spel/maria/atgarder")
    group.press(form_to(group, "/atgarder"), measure="tell_income")
    group.press(form_to(group, "/kort"))
    group.follow("/samtal")
    group.press(form_to(group, "/samtal"), contact="landlord")
    group.follow("/februari")
    assert code != "xx" or not bare_words(group.page.tree, known | {"A", "B"})
    group.open(f"/{code}/klass/raknat")
    assert code != "xx" or not bare_words(group.page.tree, known)


def of_households() -> set[str]:
    """The words of the people of the game, all of which the translators were given."""
    said = polib.pofile(str(Path(__file__).resolve().parents[3] / "translations" / "messages.pot"))
    found = {word for one in said if (one.msgctxt or "").startswith("households.") for word in WORD.findall(one.msgid)}
    assert len(found) > 300
    return found


@pytest.mark.slow
@pytest.mark.parametrize("sheet", PAPER)
def test_paper_has_no_hard_coded_word(visit: Visit, library: Library, sheet: str) -> None:
    answer = visit("xx").client.get(f"/xx/{sheet}.pdf", base_url=HOME)
    outside = IN_BRACKETS.sub(" ", IN_BRACKETS.sub(" ", paper_text(answer.data)))
    months = {"de", "Novembro", "novembro"}
    known = from_data(library) | SAME_EVERYWHERE | months | {"localhost", "ou"}
    known |= {"aŭ"} | set(
        WORD.findall(DRAWINGS + (" ".join([INVITATIONS, "Suomi", *FINNISH]) if sheet.endswith("affisch") else ""))
    )
    if "lektion" in sheet:
        # Where a line ends inside a bracket depends on the order that was drawn for the group.
        known |= (
            of_lesson(library)
            | of_households()
            | {word for word in WORD.findall(outside) if re.fullmatch("[a-f]{1,6}", word)}
        )
    known |= {word for hook in library.classroom.lesson.hooks for word in WORD.findall(hook.source)}
    assert not {word for word in WORD.findall(outside) if word not in known and not ARABIC.search(word)}


@pytest.mark.slow
@pytest.mark.parametrize("sheet", PAPER)
def test_paper_from_right_to_left(visit: Visit, sheet: str) -> None:
    answer = visit("xr").client.get(f"/xr/{sheet}.pdf", base_url=HOME)
    text = paper_text(answer.data)
    assert re.search("[\u0600-\u06ff]{4}", text), "letters, and not empty boxes"
    assert "\ufffd" not in text
