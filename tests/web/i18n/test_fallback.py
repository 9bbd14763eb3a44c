"""What a catalogue lacks stands in Swedish, and is marked as Swedish wherever a reader can meet it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from flask import Flask
from flask_babel import gettext, ngettext

from tests.conftest import Visit, make_app, settings_of
from tests.visitor import HOME
from web.i18n.fallback import BEGINS, CLOSE, ENDS, NOTICE, OPEN, has_swedish, marked_up, mostly_swedish, unmarked
from web.i18n.languages import Language, use_language

SAID = {
    "Språk": "שפה",
    "I tid": "בזמן",
    "Fel:": "טעות:",
    "Den här sidan är mest på svenska än så länge.": "הדף הזה ברובו בשוודית.",
}
DRAFT = Language("he", "he", "עברית", "rtl")
ADDRESSES = ("", "koll/", "koll/burden", "kontakter", "om", "brev/", "rakna/", "budget/", "budget/home", "resultat")
SIGNS = re.compile(f"[{OPEN}{CLOSE}{NOTICE}]")


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An app with a language that has four sentences, read from right to left."""
    folder = tmp_path_factory.mktemp("words")
    catalog = Catalog(locale="he", fuzzy=False)
    for swedish, said in SAID.items():
        catalog.add(swedish, said)
    path = folder / "he" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog)
    made = make_app(settings_of(languages=("en", "he")), extra_languages=[DRAFT], extra_catalogues=[folder])
    yield made
    made.extensions["itid_renderers"].close()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_marks_its_swedish(draft: Flask, visit: Visit, address: str) -> None:
    visitor = visit("he", draft)
    visitor.answer(burden="some")
    page = visitor.client.get(f"/he/{address}", base_url=HOME, follow_redirects=True).get_data(as_text=True)
    assert not SIGNS.search(page)
    main = page.partition("<main")[2].partition("</main>")[0]
    assert main.count(BEGINS) > 2
    assert SAID["Den här sidan är mest på svenska än så länge."] in main
    assert not re.search(r'="[^"]*<span', page), "no element stands in an attribute"
    assert SAID["Språk"] in page


def test_a_page_in_a_whole_language_is_as_it_was(app: Flask, visit: Visit) -> None:
    page = visit("en").open("/en/")
    assert not [one for one in page.tree.iter() if one.get("class") == "untranslated"]


def test_a_title_says_itself_that_it_is_swedish(draft: Flask, visit: Visit) -> None:
    page = visit("he", draft).client.get("/he/om", base_url=HOME).get_data(as_text=True)
    assert re.search("<title>[^<]*– בזמן</title>", page), "only half of it is Swedish"
    assert marked_up(f"<title>{OPEN}Om{CLOSE}</title>") == '<title lang="sv" dir="ltr">Om</title>'
    said = marked_up(f'<option value="a">{OPEN}Ja{CLOSE}</option><option>כן</option>')
    assert said == '<option value="a" lang="sv" dir="ltr">Ja</option><option>כן</option>'


def test_files_hold_no_sign(draft: Flask, visit: Visit) -> None:
    visitor = visit("he", draft)
    visitor.answer(letters=["payment_order"])
    for name in ("budget/min-manad.xlsx", "spara/min-manad.html", "spara/min-manad.json", "resultat/kalender.ics"):
        answer = visitor.client.get(f"/he/{name}", base_url=HOME)
        content = answer.get_data()
        if name.endswith("xlsx") and answer.status_code == 200:
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                content = b"".join(book.read(part) for part in book.namelist())
        assert not SIGNS.search(content.decode()), name


def test_the_sheet_marks_its_swedish(draft: Flask, visit: Visit) -> None:
    visitor = visit("he", draft)
    visitor.answer(letters=["payment_order"])
    visitor.result()
    text = visitor.sheet_text()
    assert "Kronofogden" in text
    assert not SIGNS.search(text)


@pytest.mark.parametrize(
    ("page", "made"),
    [
        (f"<p>{OPEN}Hej{CLOSE}</p>", f"<p>{BEGINS}Hej{ENDS}</p>"),
        (f"<p>{OPEN}Ring {OPEN}Kronofogden{CLOSE} nu{CLOSE}</p>", f"<p>{BEGINS}Ring Kronofogden nu{ENDS}</p>"),
        (f"<p>{OPEN}Ring <a>{OPEN}oss{CLOSE}</a>{CLOSE}!</p>", f"<p>{BEGINS}Ring <a>oss</a>{ENDS}!</p>"),
        (f'<a title="{OPEN}Hej{CLOSE}">שלום</a>', '<a title="Hej">שלום</a>'),
        (f'<img src="a" alt="{OPEN}Ett brev{CLOSE}">', '<img lang="sv" src="a" alt="Ett brev">'),
        (f'<img lang="en" alt="{OPEN}Brev{CLOSE}">', '<img lang="en" alt="Brev">'),
        (
            f"<svg><title>{OPEN}Brev{CLOSE}</title></svg>{OPEN}a{CLOSE}",
            f'<svg><title lang="sv" dir="ltr">Brev</title></svg>{BEGINS}a{ENDS}',
        ),
        (f"<script>{OPEN}a{CLOSE}</script>", "<script>a</script>"),
        ("<p>שלום</p>", "<p>שלום</p>"),
        ("", ""),
    ],
)
def test_the_signs_become_elements(draft: Flask, page: str, made: str) -> None:
    with draft.test_request_context("/he/"), use_language("he", draft.extensions["languages"]):
        assert marked_up(page) == made


@pytest.mark.parametrize(
    ("main", "mostly"),
    [
        (f"{OPEN}Hej på dig{CLOSE}", True),
        (f"{OPEN}Hej{CLOSE} שלום שלום שלום", False),
        (f'<p title="{OPEN}Det här är en lång titel{CLOSE}">שלום</p>', False),
        ("", False),
        ("  ", False),
    ],
)
def test_mostly_swedish(main: str, mostly: bool) -> None:
    outside = f"{OPEN}Meny Kontakter Om oss Lämna snabbt{CLOSE}"
    assert mostly_swedish(f"<body>{outside}<main id=m>{main}</main>{outside}</body>") is mostly


def test_many_and_one_and_none(draft: Flask) -> None:
    with draft.test_request_context("/he/"), use_language("he", draft.extensions["languages"]):
        assert unmarked(ngettext("%(num)s dag", "%(num)s dagar", 1)) == "1 dag"
        assert unmarked(ngettext("%(num)s dag", "%(num)s dagar", 3)) == "3 dagar"
        assert gettext("Språk") == SAID["Språk"]
        assert gettext("") == ""


@pytest.mark.parametrize(
    ("said", "swedish", "has"),
    [
        ("Kruununvouti (Kronofogden)", "Kronofogden", True),
        ("הרשות (socialtjänsten)", "Socialtjänsten", True),
        ("CSN", "CSN", True),
        ("Kruununvouti", "Kronofogden", False),
        ("Kirje (inkassokrav)", "Inkasso", False),
    ],
)
def test_what_has_the_swedish_in_it(said: str, swedish: str, has: bool) -> None:
    assert has_swedish(said, swedish) is has


def test_swedish_itself_is_never_marked(draft: Flask, visit: Visit) -> None:
    assert "untranslated" not in visit("sv", draft).client.get("/sv/om", base_url=HOME).get_data(as_text=True)
