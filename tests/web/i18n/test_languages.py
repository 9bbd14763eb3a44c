"""No word is hard-coded and no number is turned around: every page is read in two languages that nobody speaks."""

from __future__ import annotations

import datetime
import re
from collections import deque
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from babel.dates import format_date
from babel.messages.pofile import read_po

from advice.choose import FACTS
from report.library import Library
from tests import pseudo
from tests.conftest import Visit
from tests.shown_text import visible
from tests.visitor import Visitor
from translations import check
from translations.core import read_core
from translations.extract import TEMPLATE, gather
from web.i18n.languages import LANGUAGES, Language, offer
from web.settings import SettingsError

IN_BRACKETS = re.compile(f"{pseudo.OPEN}[^{pseudo.OPEN}{pseudo.CLOSE}]*{pseudo.CLOSE}")
WORD = re.compile(r"[^\W\d_]{2,}")
READ_ALOUD = ("alt", "aria-label", "title", "placeholder", "content")
SAME_EVERYWHERE = {
    "kr", "Xx", "Xr", "Svenska", "English", "PDF", "width", "device", "initial", "scale", "noindex", "light",
    "EN", "WCAG", "imy", "digg", "tdosanmalan",
}  # fmt: skip
"""The currency, the names of languages in themselves, what a browser is told, standards, and authorities."""
NOT_TRANSLATED = ("code", "cite", "time")
"""Ids for those who check the content, publications by their titles, and dates in the language's own way."""
NO_PAGES = ("/lamna", ".pdf", ".json", ".xlsx", ".ics", "min-manad.html")
"""What leads away or is a file."""
EVERY_ROAD = {
    "adult": {
        "letters": ["payment_order", "eviction_decided", "power_cut", "collection"],
        "answered": "no", "claim_right": "wrong",
        "unpaid_now": ["rent", "state", "home_loan"], "money_lasts": "no_food", "mail": "avoid", "shock": "several",
        "happened": ["close_borrowed", "stranger", "pressed", "threatened"], "feeling": "daily", "gambling": "affects",
    },
    "youth": {
        "letters": ["court", "reminder"], "answered": "contested", "asked_account": "asked", "name_used": "as_child",
        "burden": "hopeless", "support": "no", "credits": "4_plus",
    },
}  # fmt: skip
BUDGET = {
    "income": [{"id": "pay", "amount": "1000,50", "period": "month"}],
    "costs": [{"id": "rent", "amount": "8000", "period": "month"}],
    "debts": [{"id": "card", "amount": "500", "period": "week"}],
}
HOUSEHOLD = {"adults": [{"age": 38}], "children": [{"age": 6, "lunch_away": True}], "tenant": True}


def from_data(library: Library) -> set[str]:
    """What is written the same way in every language: names of places, publications, laws and addresses."""
    directory = library.advice.directories["0127"]
    place = directory.municipality
    said = [place.name, place.short, place.url]
    said += [part for one in directory.by_id.values() for part in (one.url, one.email, one.source) if part]
    said += [part for one in library.questions.book.sources for part in (one.citation, one.url)]
    said += [source for block in library.advice.blocks for source in block.sources]
    said += [part for note in library.calculator.notes for part in (note.source, note.link)]
    values = [value for figure in library.calculator.figures.values() for value in figure.values]
    said += [part for value in values for part in (value.source, value.link)]
    said += [format_date(datetime.date(2026, month, 1), "LLL", "sv").rstrip(".").upper() for month in range(1, 13)]
    return {word for one in said for word in WORD.findall(one)}


def ids(library: Library) -> set[str]:
    """The page of how the questions hang together names everything by its id, for those who check the content."""
    asked = [question for one in library.questions.questionnaires.values() for question in one.questions]
    every = {question.id for question in asked} | {option for question in asked for option in question.by_id}
    every |= {rule.key for rule in library.questions.book.rules} | {*FACTS, *library.questions.questionnaires, "skip"}
    return {word for one in every for word in WORD.findall(one.replace("_", " "))}


def bare_words(tree: Element, known: set[str]) -> set[str]:
    """Words on a page that stand outside the brackets of a translation."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    found = set()
    texts = [(element, text) for part in ("head/title", "body") for element, text in visible(tree.find(part))]  # type: ignore[arg-type]
    for element in tree.iter():
        texts += [(element, element.get(name, "")) for name in READ_ALOUD if element.get(name)]
    whole: dict[Element, str] = {}
    for element, text in texts:
        chain = [element]
        while chain[-1] in parents:
            chain.append(parents[chain[-1]])
        # Swedish for want of a translation is what is looked for here, though it is marked as Swedish.
        chain = [one for one in chain if one.get("class") != "untranslated"]
        foreign = any(one.get("lang") not in (None, "xx", "xr") for one in chain)
        if foreign or any(one.tag in NOT_TRANSLATED for one in chain):
            continue
        whole[element] = f"{whole.get(element, '')} {text}"
    for text in whole.values():
        outside = IN_BRACKETS.sub(" ", IN_BRACKETS.sub(" ", text))  # a translated name may stand inside a sentence
        found |= {word for word in WORD.findall(outside) if word not in known | SAME_EVERYWHERE}
    return found


def crawl(visitor: Visitor) -> dict[str, Any]:
    """Every page that a link leads to from the start, in the visitor's language."""
    waiting, pages = deque([f"/{visitor.language}/"]), {}
    while waiting:
        address = waiting.popleft()
        path = urlsplit(address).path
        if address in pages or not path.startswith(f"/{visitor.language}/") or path.endswith(NO_PAGES):
            continue
        pages[address] = visitor.open(address)
        waiting.extend(visitor.page.links())
    return pages


def walked(visit: Visit, code: str, questionnaire: str) -> Visitor:
    visitor = visit(code)
    visitor.answer(questionnaire, 20 if questionnaire == "youth" else 38, **EVERY_ROAD[questionnaire])
    visitor.budget(HOUSEHOLD, BUDGET)
    return visitor


@pytest.mark.slow
@pytest.mark.parametrize("questionnaire", ["adult", "youth"])
def test_no_page_has_a_word_that_no_translator_was_given(visit: Visit, library: Library, questionnaire: str) -> None:
    visitor = walked(visit, "xx", questionnaire)
    pages, known = crawl(visitor), from_data(library)
    asked = library.questions.questionnaires[questionnaire].questions
    reached = {urlsplit(address).path.rpartition("/")[2] for address in pages}
    assert {question.id for question in asked} <= reached
    assert {"resultat", "svar", "kontakter", "om", "sa-raknar-vi", "integritet", "tillganglighet"} <= reached
    drawn = known | ids(library)
    words = {one: bare_words(page.tree, drawn if one.endswith("/flode") else known) for one, page in pages.items()}
    bare = {address: sorted(some) for address, some in words.items() if some}
    assert not bare, "\n".join(f"{address}: {some}" for address, some in bare.items())


@pytest.mark.slow
@pytest.mark.parametrize("questionnaire", ["adult", "youth"])
def test_every_page_from_right_to_left(visit: Visit, questionnaire: str) -> None:
    """The Visitor's audit asks that every digit stands where it cannot be turned around."""
    assert len(crawl(walked(visit, "xr", questionnaire))) > 30


FAULTY = ["/koll/", "/koll/money_lasts?change=1", "/koll/letters?change=1", "/budget/", "/budget/home"]


@pytest.mark.sampled(3)
@pytest.mark.parametrize("code", ["xx", "xr"])
@pytest.mark.parametrize("address", FAULTY)
def test_faults_are_said_in_the_language_too(visit: Visit, library: Library, code: str, address: str) -> None:
    visitor = visit(code)
    visitor.answer(burden="some")
    page = visitor.open(f"/{code}{address}")
    form = next(form for form in page.forms() if form.names() & {"answer", "home", "update", "age"})
    wrong = {"answer": "x", "home": "x", "age": "x", "amount-rent": "x1x"}
    page = visitor.press_with(form, {name: value for name, value in wrong.items() if name in form.names()}, expect=422)
    if code == "xx":
        assert not bare_words(page.tree, from_data(library))


@pytest.mark.parametrize("code", ["xx", "xr"])
@pytest.mark.parametrize(
    ("address", "status"), [("/nowhere", 404), ("/resultat", 404), ("/rensa", 200), ("/kvar", 200)]
)
def test_pages_that_no_link_leads_to(visit: Visit, library: Library, code: str, address: str, status: int) -> None:
    page = visit(code).open(f"/{code}{address}", expect=status)
    if code == "xx":
        assert not bare_words(page.tree, from_data(library))


def test_the_sheet_has_no_hard_coded_word(visit: Visit, library: Library) -> None:
    visitor = walked(visit, "xx", "adult")
    visitor.result()
    visitor.follow("/resultat/ta-med")
    form = next(form for form in visitor.page.forms() if form.address.endswith(".pdf"))
    for tick in form.element.iter("input"):
        if tick.get("name") == "beside":
            tick.attrib.pop("checked", None)
    text = visitor.sheet_text()
    outside = IN_BRACKETS.sub(" ", text)
    months = {"de", "Novembro"}
    swedish_to_show = {"Jag", "behöver", "tolk", "talar", "esperanto"}
    known = from_data(library) | SAME_EVERYWHERE | months | swedish_to_show
    assert not {word for word in WORD.findall(outside) if word not in known}


@pytest.mark.sampled(2)
@pytest.mark.parametrize("questionnaire", ["adult", "youth"])
def test_the_sheet_from_right_to_left(visit: Visit, questionnaire: str) -> None:
    visitor = walked(visit, "xr", questionnaire)
    visitor.result()
    text = visitor.sheet_text()
    assert re.search("[\u0600-\u06ff]{4}", text), "letters, and not empty boxes"
    for number in ("08-530 610 00", "112", "2026"):
        assert number in text


def test_the_words_are_all_gathered(library: Library) -> None:
    """What stands in messages.pot is what the app says today: script/check asks the same of every catalogue."""
    words = {(message.context, message.id) for message in gather(library.words()) if message.id}
    with TEMPLATE.open("rb") as file:
        kept = {(message.context, message.id) for message in read_po(file) if message.id}
    assert words <= kept


def test_every_offered_language_is_whole_where_somebody_needs_it() -> None:
    """The rest may be Swedish, and is marked so: `translations.check` tells what is missing and what is wrong."""
    offered = {one.locale.partition("_")[0] for one in LANGUAGES if one.code != "sv" and one.state != "drafted"}
    assert {"en", "ar", "fi"} <= offered
    faulty = {name: [*check.faults(TEMPLATE.parent / name, "offered", read_core())][:20] for name in offered}
    assert not any(faulty.values()), faulty


DRAFT = Language("et", "et", "Eesti")


def test_a_draft_is_offered_to_nobody() -> None:
    assert DRAFT.state == "drafted" and not DRAFT.reviewed
    assert "et" not in offer((), [DRAFT]).by_code
    with pytest.raises(SettingsError, match="draft"):
        offer(("sv", "et"), [DRAFT])


def test_a_draft_can_be_looked_at_while_it_is_made() -> None:
    assert list(offer(("et",), [DRAFT], drafts=True).by_code) == ["sv", "et"]
