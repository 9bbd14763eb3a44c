"""The pages to read: contacts, what this is, how we calculate, privacy, accessibility, and the flow."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any

from babel import Locale
from flask import Blueprint, current_app, render_template
from flask.blueprints import BlueprintSetupState
from flask_babel import lazy_gettext as _l

from advice.contacts import Directory
from advice.place import Contact
from calculator.period import TIMES_A_MONTH
from questionnaire.assess import most_points
from questionnaire.model import Rule
from web.extensions import library, moment, today, whom_to_call
from web.forms.amounts import PERIOD_NAMES
from web.i18n.languages import SOURCE, Language, current
from web.i18n.when import BY_WHEN
from web.reading import flow as conditions
from web.reading.figures import CONFIDENCE, UNITS, stretches
from web.reading.opening import open_now
from web.reading.rule_words import FACTS
from web.reading.speaking import speaks
from web.reading.statement import Statement, read_statement
from web.version import version

bp = Blueprint("pages", __name__)

SURE = ("law", "seen_page")
"""Read in the law or on a page of the one who decides; all else is listed until somebody has looked there."""
NOT_SEEN = ("seen_news", "second_hand", "known", "unverified")
ASK_TWICE = ("second_hand", "known", "unverified")
"""Numbers the page itself warns of. One from the news, such as 112, is listed but must not make anybody hesitate."""
SPEAKING, LOCAL, COUNTY = "speaking", "local", "county"
GROUPS: tuple[tuple[str, Any, str], ...] = (
    (SPEAKING, _l("Här talar någon ditt språk"), ""),
    (LOCAL, _l("Där du bor"), ""),
    (COUNTY, _l("I ditt län"), ""),
    ("now", _l("När det är bråttom eller farligt"), "emergency police social_emergency mind"),
    (
        "home",
        _l("Hyra och hem"),
        "landlord housing_association tenants_union rent_tribunal power_company energimarknadsbyran",
    ),
    (
        "bills",
        _l("Räkningar, bank och köp"),
        "hallakonsument konsumenternas bank the_sender collection_company legal_advice consumer_europe scam_sms",
    ),
    (
        "authorities",
        _l("Myndigheter"),
        "kronofogden forsakringskassan csn pensionsmyndigheten skatteverket unemployment_fund court chief_guardian "
        "guardian migrationsverket",
    ),
    (
        "talk",
        _l("Någon att prata med"),
        "health_1177 bris bris_adults fellow_human priest_on_call parents_line student_health school_counsellor",
    ),
    (
        "safety",
        _l("När någon hotar, skadar eller bestämmer över dig"),
        "kvinnofridslinjen mens_line ratt_att_valja crime_victims",
    ),
    ("habits", _l("Spel, alkohol och droger"), "stodlinjen spelpaus spelinspektionen alcohol_line drug_line"),
)
"""The page's groups: who speaks its language, one's own municipality and county, then by need, each with its ids."""
MORE = _l("Fler kontakter")
INTERPRETED = ("ar", "so", "ti", "fa", "ku", "tr", "pl", "uk", "ru", "es", "fi", "en")
"""Languages whose Swedish names are given, to say when asking for an interpreter; any other can be asked for too."""


@bp.record
def load_statement(state: BlueprintSetupState) -> None:
    """Read the statement when the app starts, so that a fault in it is seen then and not by a visitor."""
    state.app.extensions["itid_statement"] = read_statement()


@bp.get("/kontakter")
def contacts() -> str:
    """Everybody one can turn to, in groups."""
    groups = [
        (name, title, found, _unsure(found, ASK_TWICE)) for name, title, found in grouped(whom_to_call(), current())
    ]
    return render_template(
        "reading/contacts.html",
        groups=groups,
        open_now=open_now(whom_to_call().by_id.values(), moment()),
        spoken_languages=tuple(_spoken_languages()),
    )


@bp.get("/om")
def about() -> str:
    """What this is, who is behind it, and what it is not."""
    return render_template("reading/about.html", version=version())


@bp.get("/sa-raknar-vi")
def method() -> str:
    """Every rule, figure and source, from the same data that the result is made of."""
    known, day = library(), today()
    questions, values = known.questions, known.calculator.figures.values()
    return render_template(
        "reading/method.html",
        book=questions.book,
        sources={source.id: source for source in questions.book.sources},
        most={name: most_points(one.questions) for name, one in questions.questionnaires.items()},
        said=conditions.Sayer(questions),
        facts=FACTS,
        figures=[(figure, tuple(stretches(figure, day))) for figure in values],
        unsure_figures=[figure for figure in values if any(one.confidence not in SURE for one in figure.values)],
        notes=known.calculator.notes,
        blocks=known.advice.blocks,
        unsure_notes=[note for note in known.calculator.notes if note.confidence not in SURE],
        unsure_contacts=_unsure(whom_to_call().by_id.values(), NOT_SEEN),
        times_a_month=TIMES_A_MONTH,
        words={"confidence": CONFIDENCE, "unit": UNITS, "period": PERIOD_NAMES},
    )


@bp.get("/integritet")
def privacy() -> str:
    """What is kept, where, and who can see what."""
    settings = current_app.extensions["itid_settings"]
    return render_template("reading/privacy.html", idle=settings.idle_minutes, longest=settings.longest_minutes)


@bp.get("/tillganglighet")
def accessibility() -> str:
    """The accessibility statement."""
    statement: Statement = current_app.extensions["itid_statement"]
    directory = whom_to_call()
    contact = directory.by_id[statement.contact or directory.municipality.contact_centre]
    return render_template("reading/accessibility.html", statement=statement, contact=contact)


@bp.get("/flode")
def flow() -> str:
    """How the questions, rules and advice lead to each other, with every text, for those who check the content."""
    known = library()
    return render_template(
        "reading/flow.html",
        questions=known.questions,
        book=known.questions.book,
        advice=known.advice,
        said=conditions.Sayer(known.questions),
        facts=FACTS,
        rules_named=_rules_named,
        leads_to=conditions.leads_to,
        by_when=BY_WHEN,
    )


def grouped(directory: Directory, language: Language = SOURCE) -> Iterator[tuple[str, Any, tuple[Contact, ...]]]:
    """The directory's contacts in the groups of the page, each once; one that no group names comes last."""
    placed = {one for _, _, ids in GROUPS for one in ids.split()}
    own = [contact for contact in directory.municipality.contacts if contact.id not in placed]
    speaking = [one.id for one in directory.by_id.values() if speaks(one, language)]
    near = {LOCAL: [one.id for one in own if not one.county], COUNTY: [one.id for one in own if one.county]}
    rest = [one for one in directory.by_id if one not in placed and one not in {contact.id for contact in own}]
    for name, title, ids in (*GROUPS, ("more", MORE, " ".join(rest))):
        others = [one for one in near.get(name, ids.split()) if one in directory.by_id and one not in speaking]
        found = directory.pick(speaking if name == SPEAKING else others)
        if found:
            yield name, title, found


def _rules_named(names: tuple[str, ...]) -> list[Rule]:
    """The rules that a trigger asks for, by their ids or their ids with a part."""
    return [rule for rule in library().questions.book.rules if {rule.id, rule.key} & set(names)]


def _unsure(found: Iterable[Contact], doubts: Container[str]) -> list[Contact]:
    """Those whose own number is shown without having been seen, or was not found at all."""
    return [one for one in found if one.confidence in doubts and (one.phone or one.confidence == "unverified")]


def _spoken_languages() -> Iterator[tuple[Locale, str, str]]:
    """Each language with its own name and its Swedish one; the page's own language first."""
    own = current().locale
    for code in dict.fromkeys([*([own] if own != SOURCE.locale else []), *INTERPRETED]):
        locale = Locale.parse(code)
        yield locale, str(locale.get_language_name(code)), str(locale.get_language_name(SOURCE.locale))
