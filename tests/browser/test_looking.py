"""The look itself: a page that is spoilt on purpose is found out, in every way that the look says it looks."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Walking

SPOILT = {
    "color-contrast": "document.querySelector('h1').style.color = '#e8e8e8'",
    "label": "document.querySelector('label').remove()",
    "at 320 px: wide": "document.querySelector('h1').style.inlineSize = '500px'",
    "covered": "document.querySelector('.top').style.cssText = 'position: fixed; inset: 0; z-index: 9'",
    "cut off": "document.querySelector('h1').style.cssText = 'inline-size: 5ch; overflow: hidden; white-space: nowrap'",
    "with text at 200 %: enlarged: 1": "document.querySelector('h1').style.inlineSize = '50rem'",
    "loose": "document.querySelector('h1').append(' 18 000 kr')",
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_spoilt_page_is_found_out(walk: Walking, fault: str) -> None:
    # axe may take letters that are joined for the picture of an icon, and looks at no colour of it then.
    with walk("sv" if fault == "color-contrast" else "ur", looks=True) as visit:
        visit.open("koll/")
        visit.page.evaluate("() => document.fonts.ready")
        visit.page.evaluate(SPOILT[fault])
        visit.look()

        assert fault in visit.tell()
        visit.faults.clear()


NOISE = {
    "console error: something": "console.error('something')",
    "a script failed": "setTimeout(() => { throw new Error('something') })",
    "a request to http://localhost:9/": "location.assign('http://localhost:9/')",
    "console error: Executing inline": "document.querySelector('h1').setAttribute('onclick', 'x()')",
}


@pytest.mark.parametrize("fault", NOISE)
def test_a_noise_in_the_browser_is_heard(walk: Walking, fault: str) -> None:
    with walk("sv") as visit:
        visit.open("om")
        visit.page.evaluate(f"() => {{ {NOISE[fault]} }}")
        visit.page.wait_for_timeout(200)

        assert fault in visit.tell()
        visit.faults.clear()
