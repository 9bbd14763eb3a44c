"""A language in letters that no page has had: one line and one folder, and nothing else of the project is touched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest
from flask import Flask

from tests import pseudo
from tests.conftest import Visit, make_app, settings_of
from tests.visitor import HOME, Visitor
from translations.catalogues import FOLDER, entries, read_catalogue
from translations.core import read_core
from web.i18n.languages import Language

LINE = Language("ti", "ti", "ትግርኛ")
HALF = Language("am", "am", "አማርኛ")
"""The same, with no more than what a language must have before it is offered."""
ETHIOPIC = re.compile("[\u1200-\u1357]{3}")
DAY = re.compile("\\d+ [\u1200-\u1357]+ \\d{4} \\(\\d{4}-\\d\\d-\\d\\d\\)")
LATER = re.compile(
    r"advice\..*\.more|letters\..*\.more|form_letters\.|myths\.|figures\.|templates/parts/(myths|figures)"
    r"|web/reading/figures|templates/paper/budget|web/sums/rules/minimum_standard"
)
ABOUT_FIGURES = re.compile(r"Gäller från|Källa:|\d+ dagar$")
TERM = re.compile('<span lang="sv" dir="ltr" translate="no">([^<]*)</span>')
CORE_PAGES = (
    "", "rensa", "kvar", "koll/", "koll/under-16", "koll/svar", "koll/letters?change=1", "koll/money_lasts?change=1",
    "kontakter", "brev/", "brev/payment_order", "brev/lease_notice", "budget/", "budget/manad", "resultat",
    "resultat/ta-med", "traffa-oss", "spara", "oppna", "nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("words")
    pseudo.write_catalogue(folder, LINE, pseudo.ethiopic)
    pseudo.write_catalogue(folder, HALF, pseudo.ethiopic, read_core())
    made = make_app(settings_of(languages=("en", "ti", "am")), extra_languages=[LINE, HALF], extra_catalogues=[folder])
    yield made
    made.extensions["itid_renderers"].close()


@pytest.fixture(scope="module")
def later() -> set[str]:
    """The Swedish of what may come after the core: what is below the fold, and where figures come from."""
    said = entries(read_catalogue(FOLDER / "messages.pot", "sv"))
    where = [entry for entry in said if LATER.match(entry.context or " ".join(entry.places))]
    return {swedish for entry in where for swedish in entry.swedish}


@pytest.fixture
def reader(drafted: Flask, visit: Visit) -> Visitor:
    return visit("ti", drafted)


def plain(words: str) -> str:
    """The words of a span, without what stands around their numbers and inside long words."""
    return html.unescape(re.sub("<[^>]*>", "", words)).replace("\u00ad", "")


def sheet_alone(visitor: Visitor) -> str:
    """The words of the sheet without the Swedish beside."""
    visitor.result()
    visitor.follow("/resultat/ta-med")
    form = next(form for form in visitor.page.forms() if form.address.endswith(".pdf"))
    for tick in form.element.iter("input"):
        if tick.get("name") == "beside":
            tick.attrib.pop("checked", None)
    return " ".join(visitor.sheet_text().split())


def test_it_is_walked_from_the_start_to_the_sheet(reader: Visitor) -> None:
    reader.answer(letters=["payment_order"], unpaid_now=["rent"])
    page = reader.result()
    assert page.tree.get("lang") == "ti"
    assert ETHIOPIC.search("".join(page.tree.itertext()))
    text = reader.sheet_text()
    assert "\ufffd" not in text
    assert "08-530 610 00" in text.replace("\u00a0", " ")


def test_what_can_be_drawn_out_of_the_sheet_is_what_was_said(reader: Visitor) -> None:
    """What a screen reader finds in the PDF, word by word, and no empty boxes."""
    reader.answer(letters=["payment_order"])
    text = sheet_alone(reader)
    for swedish in ("Gör det här först", "Mina anteckningar", "Översättningen är inte granskad"):
        assert pseudo.ethiopic(swedish) in text, swedish


def test_a_day_has_its_figures_beside_the_month(reader: Visitor) -> None:
    """The month's name is also that of another month, in the calendar of Ethiopia."""
    reader.answer(letters=["payment_order"])
    assert DAY.search(sheet_alone(reader))


def test_it_brings_its_letters_and_says_what_it_is(reader: Visitor) -> None:
    page = reader.open("/ti/")
    assert any(one.get("href", "").startswith("/static/fonts/Ethi.css") for one in page.tree.iter("link"))
    assert pseudo.ethiopic("Översättningen är inte granskad. Svenskan gäller.") in "".join(page.tree.itertext())


@pytest.mark.sampled(4)
@pytest.mark.parametrize("address", CORE_PAGES)
def test_the_core_is_enough_for_the_pages_it_is_for(
    drafted: Flask, visit: Visit, later: set[str], address: str
) -> None:
    """With nothing but `core.toml` translated, what somebody in need meets has Swedish only where it may come later."""
    half = visit("am", drafted)
    half.answer(letters=["payment_order"], unpaid_now=["rent"], money_lasts="no_food")
    answer = half.client.get(f"/am/{address}", base_url=HOME, follow_redirects=True)
    page = TERM.sub(r"\1", answer.get_data(as_text=True))
    swedish = re.findall(r'class="untranslated">(.*?)</span>', page, re.DOTALL)
    left = {said for one in swedish if (said := plain(one)) not in later and not ABOUT_FIGURES.match(said)}
    assert not left, sorted(left)[:20]


def test_the_core_is_enough_for_the_sheet(drafted: Flask, visit: Visit) -> None:
    half = visit("am", drafted)
    half.answer(letters=["payment_order"], unpaid_now=["rent"])
    swedish = {"kommun", "Kronofogden", "se", "https", "Jag", "behöver", "tolk", "talar", "amhariska", "Botkyrka"}
    assert not {word for word in re.findall("[a-zåäöA-ZÅÄÖ]{3,}", sheet_alone(half))} - swedish
