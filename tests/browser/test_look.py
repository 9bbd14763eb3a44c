"""The look: what is in the first view, what can be pressed, that no word is broken, and that the parts fit together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Walking
from tests.browser.kiosk_screen import start_kiosk
from tests.browser.parts_shown import SHOWN

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
PHONE = {"width": 360, "height": 740}
SMALL_PHONE = {"width": 360, "height": 640}
WIDTHS = (320, 360, 1280)
FIRST_VIEW, FIRST_ACT = 740, 480
MOST_WORDS = 90
LANGUAGES = ("sv", "en", "ur")
PARTS = tuple(f"delar/{name}" for name in SHOWN)
PRESSED = (
    "",
    "brev/",
    "koll/",
    "rakna/",
    "myndigheter/",
    "rensa",
    "klass/",
    "klass/spel/maria/brev/rent",
    "klass/spel/samira/atgarder",
    *PARTS,
)
READ = (
    "", "brev/", "koll/", "kontakter", "om", "integritet", "tillganglighet", "sa-raknar-vi", "myndigheter/",
    "myndigheter/kronofogden", "rakna/", "rakna/sen-rakning", "rakna/behalla", "rakna/manaden", "budget/",
    "budget/manad", "budget/till-lon", "budget/income", "budget/home", "budget/debts", "budget/summering", "papper/",
    "klass/", "klass/lektion", "klass/spel/", "klass/spel/maria/", "klass/spel/maria/brev/rent",
    "klass/spel/goran/brev/order", "klass/spel/lena_johan/brev/", "klass/spel/lena_johan/manad",
    "klass/spel/samira/atgarder",
    "klass/spel/ahmed/samtal", "klass/spel/elias/februari",
    "traffa-oss", "oppna", "spara", "rensa", "kvar", "koll/under-16", "resultat", "resultat/ta-med", "finns-inte",
    *PARTS,
)  # fmt: skip
LETTERS = (
    "unopened", "payment_order", "state_debt", "decided_debt", "attachment", "seizure", "lease_notice", "other_notice",
    "eviction_claim", "eviction_decided", "bank_notice", "court", "power_cut", "collection", "reminder",
    "payment_remark",
)  # fmt: skip


def told(page: Page, question: str) -> Any:
    """What a function of measure.js says of the page."""
    return page.evaluate(f"() => {{ {MEASURE}; return {question} }}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_is_a_promise_three_doors_and_the_languages(walk: Walking, language: str) -> None:
    with walk(language, viewport=PHONE) as visit:
        visit.open()
        expect(visit.page.locator(".doors .door")).to_have_count(3)
        assert told(visit.page, "box('.promise').top") > 0
        assert told(visit.page, "box('.doors').bottom") <= FIRST_VIEW
        assert told(visit.page, "box('.sprak').bottom") <= FIRST_VIEW
        names = visit.page.locator(".sprak .langs a")
        assert names.count() >= 3
        assert all(names.nth(one).get_attribute("lang") for one in range(names.count()))
        if language != "ur":
            assert told(visit.page, "wordsIn('main')") <= MOST_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_act_its_day_and_its_call_are_seen_first(walk: Walking, language: str) -> None:
    with walk(language, viewport=PHONE) as visit:
        visit.open("delar/plan")
        # The made-up words of `ur` need a second line where a real language needs one.
        room = FIRST_ACT if language != "ur" else FIRST_ACT + 60
        for part in (".act h1", ".act .when", ".act .button.call"):
            assert told(visit.page, f"box('{part}').bottom") <= room, part
        assert (
            visit.page.locator(".sos-bar.stay").evaluate("bar => innerHeight - bar.getBoundingClientRect().bottom") == 0
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PARTS)
def test_the_parts_fit_together(walk: Walking, place: str, language: str) -> None:
    with walk(language, looks=True) as visit:
        visit.open(place)
        visit.look()


@pytest.mark.parametrize("language", ["sv", "ur"])
def test_what_is_pressed_is_large_enough(walk: Walking, language: str) -> None:
    with walk(language, viewport=PHONE) as visit:
        for place in PRESSED:
            visit.open(place)
            assert told(visit.page, "small()") == [], place


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [320, 360])
def test_no_word_is_broken(walk: Walking, width: int, language: str) -> None:
    found: dict[str, list[str]] = {}
    with walk(language, viewport={"width": width, "height": 640}) as visit:
        for place in (*READ, *(f"brev/{letter}" for letter in LETTERS)):
            visit.open(place)
            visit.page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true })")
            words = told(visit.page, "broken()")
            if words:
                found[place] = words
    assert found == {}


def test_a_broken_word_is_found_out(walk: Walking) -> None:
    with walk("sv", viewport=PHONE) as visit:
        visit.open("om")
        visit.page.evaluate(
            "() => { document.querySelector('h1').textContent = 'Obegripligtlångtordutanslut'.repeat(3) }"
        )
        assert told(visit.page, "broken()")
        visit.page.evaluate("() => { document.querySelector('.foot a').style.minBlockSize = '10px' }")
        assert told(visit.page, "small()")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_scrolls_sideways(walk: Walking, language: str) -> None:
    with walk(language) as visit:
        for place in READ:
            visit.open(place)
            for width in WIDTHS:
                visit.page.set_viewport_size({"width": width, "height": 740})
                assert visit.page.evaluate("() => document.scrollingElement.scrollWidth") <= width, (place, width)


@pytest.mark.parametrize("place", ["delar/plan", "delar/letters"])
def test_the_bars_leave_room_for_the_focus(walk: Walking, place: str) -> None:
    """Three bars may be stuck to the edges of a small phone, also with letters of double size."""
    layout = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
    with walk("sv", viewport=SMALL_PHONE) as visit:
        visit.open(place)
        for size in ("", "200%"):
            visit.page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            assert visit.page.evaluate(f"() => {{ {layout}; return covered() }}") == [], size


def test_shapes_stay_where_colours_are_forced(walk: Walking) -> None:
    with walk("sv", forced_colors="active", viewport=PHONE) as visit:
        visit.open("delar/plan")
        for part in (".chip", ".leaf span", ".strip .end"):
            style = visit.page.locator(part).first.evaluate("one => getComputedStyle(one).borderTopStyle")
            assert style == "solid", part
        chosen = visit.page.locator('[aria-pressed="true"] > .box').first
        assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_where_that_is_asked_for(walk: Walking, motion: str, moves: bool) -> None:
    with walk("sv", reduced_motion=motion) as visit:
        visit.open()
        lasts = visit.page.locator(".door").first.evaluate(
            "one => parseFloat(getComputedStyle(one).transitionDuration)"
        )
        assert (lasts > 0) is moves


@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920), (1920, 1080)])
def test_the_kiosk_fills_its_screen(screen: Walking, size: tuple[int, int]) -> None:
    width, height = size
    with screen("sv", viewport={"width": width, "height": height}) as visit:
        start_kiosk(visit)
        root = visit.page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert root >= 19, "letters grow with the screen"
        assert told(visit.page, "box('.kiosk-foot').bottom") <= height
        assert told(visit.page, "box('.invites').bottom") >= 0.8 * height
        assert visit.page.evaluate("() => document.scrollingElement.scrollHeight") <= height
        pressed = visit.page.locator(":is(a, button):visible:not(.skip)").count()
        assert pressed == visit.page.locator(".invites a").count() + 1, "the languages, and the way in for staff"


def test_a_menu_of_languages_opens_without_a_script(walk: Walking) -> None:
    with walk("sv", viewport=PHONE, java_script_enabled=False) as visit:
        visit.open("om")
        expect(visit.page.locator(".speech .langs a").first).to_be_hidden()
        visit.page.locator(".speech summary").click()
        visit.press('.speech a[lang="en"]')
        expect(visit.page.locator("html")).to_have_attribute("lang", "en")


def test_what_is_secret_is_not_printed(walk: Walking) -> None:
    with walk("sv") as visit:
        visit.open("delar/plan")
        visit.page.locator(".fold.secret summary").click()
        expect(visit.page.locator(".kept-secret")).to_be_visible()
        visit.page.emulate_media(media="print")
        expect(visit.page.locator(".kept-secret")).to_be_hidden()
        for part in (".top", ".foot", ".sos-bar", "ul.take", ".tick", ".finish"):
            expect(visit.page.locator(part).first).to_be_hidden()
