"""A kiosk's screen in a real browser: how staff start it, what a visitor answers there, and what it still knows."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.lives import CALM
from tests.browser.walk import CHOSEN, Walk
from web.session.cookie import PURPOSE
from web.session.encryption import Encrypted
from web.session.kiosk_mode import KIOSK_IDLE

LIFE = {**CALM, "feeling": "hopeless", "letters": ["payment_order"], "answered": "no", "claim_right": "wrong"}
TELLING = ("Hopplöst", "hopplöst", "Betalningsföreläggande", "betalningsföreläggande", "7\u00a0531", "7531")
"""Words and an amount of this life that stand on no page that is opened without its answers."""
PAGES_BACK = 12
KIOSK = "that it is a kiosk"
COOKIE, KIOSK_COOKIE = "__Host-itid", "__Host-itid-kiosk"
KEY = "a key of the kiosk, long enough for anybody"
ENCRYPTED = Encrypted((KEY,), KIOSK_IDLE, KIOSK_IDLE, PURPOSE)


def start_kiosk(visit: Walk, printer: str = "yes", place: str = "other") -> None:
    """Staff start it."""
    visit.open("kiosk/personal")
    visit.tick("place", place)
    visit.tick("printer", printer)
    visit.press()
    assert visit.place == "kiosk"


def answer_everything(visit: Walk) -> None:
    """A visitor from the invitation to the result."""
    visit.press('.invites a[lang="sv"]')
    assert visit.place == ""
    visit.press(".check-door")
    visit.tick("role", "self")
    visit.press('button[name="age"][value="26plus"]')
    visit.answer(LIFE)
    visit.open("budget/income")
    visit.type("pay", "7531")
    visit.press()
    visit.open("resultat")
    assert told(visit)


def answer_a_little(visit: Walk) -> None:
    """One question: there is a result already."""
    visit.begin("26plus")
    visit.open("koll/money_lasts")
    visit.open("koll/money_lasts")
    visit.choose("often_not")


def told(visit: Walk) -> list[str]:
    """What the page tells of this life."""
    visit.page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    shown = visit.page.inner_text("body").replace("\u00ad", "")
    return [word for word in TELLING if word in shown]


def kept(visit: Walk) -> set[str]:
    """What the visit's cookie holds, besides the token of every form; and that the screen is a kiosk."""
    cookies = {one["name"]: one["value"] for one in visit.page.context.cookies()}
    values = ENCRYPTED.decrypt(cookies[COOKIE]).values if COOKIE in cookies else {}
    return ({*values} - {"csrf_token"}) | ({KIOSK} if KIOSK_COOKIE in cookies else set())


def see_that_it_forgot(visit: Walk) -> None:
    """Nothing is left in the browser but that it is a kiosk, and nothing is shown on the way back."""
    assert kept(visit) == {KIOSK}
    for _ in range(PAGES_BACK):
        visit.page.go_back(wait_until="load")
        typed = visit.page.locator("input[inputmode]").evaluate_all("all => all.map((one) => one.value).join('')")
        chosen = visit.page.locator(CHOSEN).count()
        assert (told(visit), typed, chosen) == ([], "", 0), visit.page.url
    visit.open("resultat")
    expect(visit.page.locator("h1")).to_have_text("Här finns inget att visa än")
