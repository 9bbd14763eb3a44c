"""Where there is a public address, a search engine that keeps the rules has just the pages that are alike for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask

from report.library import Library
from tests import pseudo
from tests.audit import parsed
from tests.conftest import Visit, make_app, settings_of
from tests.page import Page
from tests.shown_text import words
from tests.visitor import HOME
from tests.web.found.crawler import Crawler
from web.found.same_for_all import NOT_TO_BE_FOUND, SAME_FOR_ALL
from web.sums.registry import SUMS

SITE = "https://itid.example.se"
PUBLIC = {"environment": "production", "hosts": ("itid.example.se", "itid.internal")}
LETTER = "payment_order"
READ, UNREAD = (replace(one, state=state) for one, state in zip(pseudo.LANGUAGES, ("reviewed", "offered"), strict=True))
"""A language that somebody has read, and one that nobody has."""
Made = Callable[..., Flask]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Makes apps with these settings, with two more languages, of which one has been read."""
    folder = pseudo.write_catalogues(tmp_path_factory.mktemp("pseudo"))
    apps: list[Flask] = []

    def make(**settings: object) -> Flask:
        apps.append(make_app(settings_of(**settings), extra_languages=(READ, UNREAD), extra_catalogues=[folder]))
        return apps[-1]

    yield make
    for one in apps:
        one.extensions["itid_renderers"].close()


@pytest.fixture(scope="module")
def public(made: Made) -> Flask:
    return made(**PUBLIC)


@pytest.fixture(scope="module")
def found(public: Flask) -> Crawler:
    """What a search engine has of the public app."""
    return Crawler(public.test_client(), SITE).run()


@pytest.fixture(scope="module")
def expected(library: Library) -> set[str]:
    """Every page that is the same for all, without its language, named by hand as the addresses are typed."""
    pages = {"", "brev/", "myndigheter/", "rakna/", "kontakter", "klass/", "om"}
    pages |= {f"brev/{one.id}" for one in library.door.letters}
    pages |= {f"myndigheter/{one.id}" for one in library.door.authorities}
    return pages | {f"rakna/{one.path}" for one in SUMS}


def test_every_endpoint_stands_on_one_of_the_two_sides(app: Flask) -> None:
    every = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert every == set(SAME_FOR_ALL) | NOT_TO_BE_FOUND
    assert not set(SAME_FOR_ALL) & NOT_TO_BE_FOUND


def test_the_crawler_keeps_just_the_pages_that_are_the_same_for_all(found: Crawler, expected: set[str]) -> None:
    assert set(found.kept) == {f"{SITE}/{code}/{page}" for code in ("sv", READ.code) for page in expected}
    assert set(found.listed) == set(found.kept)


def test_it_saw_the_others_and_left_them(found: Crawler) -> None:
    """The proof that the rules are kept by the answers, and not by a page that nobody links to."""
    assert {f"{SITE}/en/kontakter", f"{SITE}/en/brev/{LETTER}", f"{SITE}/{UNREAD.code}/"} <= found.visited
    seen = [urlsplit(one).path for one in found.visited]
    refused = ("/koll/", "/integritet", "/traffa-oss", "/lamna", "/oppna", "/papper/", ".pdf")
    assert not [one for one in seen if any(part in one for part in refused)]


def test_what_robots_refuse_says_so_itself(public: Flask) -> None:
    """An address that a crawler heard of elsewhere is not kept either."""
    client = public.test_client()
    rules = [rule for rule in public.url_map.iter_rules() if rule.endpoint in NOT_TO_BE_FOUND]
    paths = {rule.rule.replace("<lang>", "sv") for rule in rules if "GET" in (rule.methods or ())}
    opened = [
        one for one in sorted(paths) if "<" not in one and not one.endswith((".pdf", "robots.txt", "sitemap.xml"))
    ]
    assert len(opened) > 30
    for path in opened:
        answer = client.get(path, base_url=SITE)
        assert answer.headers["X-Robots-Tag"] == "noindex", path
        assert answer.mimetype != "text/html" or answer.location or 'name="robots" content="noindex"' in answer.text


def test_each_page_has_a_name_and_a_description_of_its_own_in_its_language(found: Crawler) -> None:
    for where, page in found.kept.items():
        assert where.startswith(f"{SITE}/{page.language}/")
        assert page.title not in ("I tid", "") and 20 <= len(page.description) <= 320, (where, page.description)
        assert (pseudo.OPEN in page.description) is (page.language == READ.code), where
    for code in ("sv", READ.code):
        of_one = [page for page in found.kept.values() if page.language == code]
        assert len({page.title for page in of_one}) == len({page.description for page in of_one}) == len(of_one)


def test_hreflang_names_only_what_may_be_found_and_both_ways(found: Crawler) -> None:
    for where, page in found.kept.items():
        assert set(page.others) == {"sv", READ.code, "x-default"}
        assert set(page.others.values()) <= set(found.kept)
        assert page.others[page.language] == where and page.others["x-default"] == page.others["sv"]
        assert all(found.kept[other].others == page.others for other in page.others.values())
        assert found.listed[where] == page.others


def test_another_name_of_the_app_calls_the_public_one_its_own(public: Flask, found: Crawler) -> None:
    other = Crawler(public.test_client(), "https://itid.internal").run()
    assert set(other.kept) and set(other.kept) <= set(found.kept)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"environment": "staging", "hosts": ("stage.example.se",)},
        {"hosts": ("itid.example.se",)},
        {**PUBLIC, "demo_http": True},
    ],
    ids=["trial", "staging", "a name and no production", "demonstration"],
)
def test_elsewhere_nothing_is_found(made: Made, settings: dict[str, object]) -> None:
    one = made(**settings)
    hosts = settings.get("hosts")
    site = f"https://{hosts[0]}" if isinstance(hosts, tuple) else HOME
    crawler = Crawler(one.test_client(), site).run()
    assert not crawler.visited and not crawler.kept and not crawler.listed
    client = one.test_client()
    assert client.get("/sitemap.xml", base_url=site).status_code == 404
    for path in ("/sv/", f"/sv/brev/{LETTER}", "/sv/kontakter"):
        answer = client.get(path, base_url=site)
        assert answer.headers["X-Robots-Tag"] == "noindex" and 'content="noindex"' in answer.text
        assert "canonical" not in answer.text and 'hreflang="x-default"' not in answer.text


BEFORE = {
    "a check that was begun": ("/sv/koll/", "/koll/", {"role": "self", "age": "26plus"}),
    "a letter with a day": (f"/sv/brev/{LETTER}", f"/{LETTER}", {"day": "2026-11-20"}),
    "a kiosk": ("/sv/kiosk/personal", "/personal", {"place": "other", "printer": "no"}),
    "a class": ("/sv/klass/oppna", "/klass/oppna", {}),
}
"""What somebody did in this browser → the page, the end of the form's address, and what was typed."""


@pytest.mark.parametrize("done", BEFORE)
def test_with_an_open_visit_nothing_is_kept(public: Flask, done: str) -> None:
    client = public.test_client()
    path, ending, values = BEFORE[done]
    page = Page(client.get(path, base_url=SITE))
    form = next(one for one in page.forms() if one.address.endswith(ending))
    assert client.post(form.address, base_url=SITE, data=form.sent() | values).status_code == 303
    crawler = Crawler(client, SITE).run()
    assert len(crawler.visited) > 100 and not crawler.kept


def test_what_shows_a_visit_says_so_in_its_headers(public: Flask) -> None:
    client = public.test_client()
    for path in ("/sv/koll/", "/sv/resultat", "/sv/nowhere", "/sv/brev/nowhere", "/sv/traffa-oss.ics", "/en/"):
        assert client.get(path, base_url=SITE).headers["X-Robots-Tag"] == "noindex", path
    assert "X-Robots-Tag" not in client.get("/sv/", base_url=SITE).headers
    assert client.get("/sv/klass/?kod=LIMATOSA", base_url=SITE).headers["X-Robots-Tag"] == "noindex"
    assert 'content="noindex"' in client.get("/sv/brev/nowhere", base_url=SITE).text


def test_the_history_has_a_page_s_name_only_while_there_is_no_visit(visit: Visit, library: Library) -> None:
    visitor = visit()
    name = library.door.by_id[LETTER].name.swedish
    pages = {f"/sv/brev/{LETTER}": name, "/sv/kontakter": "Kontakter", "/sv/": "Oro för pengar?", "/sv/om": "Om I tid"}
    for path, title in pages.items():
        assert visitor.open(path).title == f"{title} – I tid"
    visitor.open("/sv/koll/")
    visitor.press(visitor.page.form("role"), role="self", age="26plus")
    for path in (*pages, "/sv/integritet", "/sv/budget/", "/sv/rensa"):
        assert visitor.open(path).title == "I tid", path
    assert visitor.open("/sv/nowhere", expect=404).title == "I tid"


def test_what_is_said_of_the_site_is_plain_truth(public: Flask, library: Library) -> None:
    client = public.test_client()
    start = client.get("/sv/", base_url=SITE).text
    assert 'itemtype="https://schema.org/WebSite"' in start and f'itemprop="url" href="{SITE}/sv/"' in start
    about = client.get("/sv/om", base_url=SITE).text
    place = library.advice.directories["0127"].municipality
    tree, _ = parsed(about)
    body = next(one for one in tree.iter() if one.get("itemtype") == "https://schema.org/GovernmentOrganization")
    said = {one.get("itemprop"): one.get("href") or words(one) for one in body.iter() if one.get("itemprop")}
    assert said == {"name": place.name, "url": place.url}


def test_robots_and_sitemap_carry_no_cookie(public: Flask) -> None:
    for path in ("/robots.txt", "/sitemap.xml"):
        assert "Set-Cookie" not in public.test_client().get(path, base_url=SITE).headers
