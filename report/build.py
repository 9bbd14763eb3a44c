"""One case on one day into one Report. The day is passed in, so that any year can be tested."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advice.choose import Chosen, Grounds, choose, raised_flags
from advice.contacts import Directory
from advice.letters import Myth
from advice.model import Block, Contact, Event
from calculator.budget import Budget, BudgetSums
from calculator.figure import FigureMissing
from calculator.minimum_standard import MinimumStandard
from calculator.protected_amount import ProtectedAmount
from calculator.reference_costs import ReferenceCosts, Used, reference_costs
from content.text import Text
from questionnaire.assess import Assessment, assess
from questionnaire.journey import Journey
from questionnaire.model import Level, LevelWords, Option, Question
from report.case import Case
from report.fitting_sums import protected_that_fits, standard_that_fits
from report.library import Library
from report.situation import advice_facts, budget_sums, rule_facts, walk

MOST_REASONS = 3
MOST_FIRST_STEPS = 3
MOST_WORKS = 3
MOST_EVENTS = 2
FOR_THE_YOUNGEST = ("bris", "school_counsellor", "health_1177", "debt_adviser")
"""Whom someone under 16 can talk to."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the level is what it is. `answer` is the question id where points alone set the level."""

    rule: str
    text: Text
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One block of advice with its contacts and the sentences added for this person."""

    block: Block
    added: tuple[Text, ...]
    contacts: tuple[Contact, ...]
    urgent: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The result: what works, the level, why, what to do first, whom to call, and the sums with their sources.

    `level` is None where no self-check was made. `questions` are those on the path with the options chosen.
    `screen_only` holds the ids of blocks and the rules of reasons that never leave the screen.
    """

    case: Case
    day: datetime.date
    level: int | None
    words: LevelWords | None
    rules: tuple[str, ...]
    flags: tuple[str, ...]
    works: tuple[Text, ...]
    reasons: tuple[Reason, ...]
    first_steps: tuple[Step, ...]
    more_steps: tuple[Step, ...]
    contacts: tuple[Contact, ...]
    helplines: tuple[Contact, ...]
    directory: Directory
    sums: BudgetSums | None
    reference: ReferenceCosts | None
    figures: tuple[Used, ...]
    questions: tuple[tuple[Question, tuple[Option, ...]], ...]
    events: tuple[Event, ...] = ()
    """The next days when people can be met."""
    myths: tuple[Myth, ...] = ()
    protected: ProtectedAmount | None = None
    """About what may be kept, where Kronofogden takes of the income and the budget tells enough."""
    standard: MinimumStandard | None = None
    """The national standard for the household, where essentials are at stake."""
    points: int = 0
    screen_only: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, the first ones first."""
        return self.first_steps + self.more_steps

    @property
    def budget(self) -> Budget | None:
        """The budget as it was given; None where no amount was given."""
        return self.case.budget if self.sums else None

    @property
    def safe_mode(self) -> bool:
        """Whether somebody close may be watching: neutral titles, and a question before anything is saved."""
        return "SAFE_MODE" in self.flags

    @property
    def crisis(self) -> bool:
        """Whether the helplines come first and alone."""
        return "CRISIS" in self.flags


def build_report(library: Library, case: Case, day: datetime.date) -> Report:
    """The report for the screen of the one who answered, with everything in it."""
    full = _build(library, case, day)
    paper = paper_report(library, case, day)
    shown = {step.block.id for step in paper.steps} | {reason.rule for reason in paper.reasons} | set(paper.rules)
    everything = {step.block.id for step in full.steps} | set(full.rules)
    return replace(full, screen_only=frozenset(everything - shown))


def paper_report(library: Library, case: Case, day: datetime.date) -> Report:
    """The report for paper and files: built without the sensitive answers, so that nothing of it can reveal them.

    Where those answers alone carry the level, no level and no reason is given: the sheet then looks like that
    of someone who made no check, and leads with the next step and the helplines.
    """
    questionnaire = library.questions.questionnaires[case.questionnaire]
    public = case.with_answers(case.answers.public(questionnaire))
    full, paper = _build(library, case, day), _build(library, public, day)
    if full.level == paper.level:
        return paper
    return replace(_build(library, public, day, lowest=2), level=None, words=None, reasons=())


def _build(library: Library, case: Case, day: datetime.date, lowest: Level = 1) -> Report:
    directory = library.advice.directories[case.municipality]
    walked = walk(library.questions.questionnaires[case.questionnaire], case)
    sums = budget_sums(case)
    assessed = _assess(library, case, walked, sums, lowest)
    grounds = Grounds(
        rules=assessed.names,
        given=walked.given if case.assessed else {},
        facts=advice_facts(case, walked, assessed, sums),
        urgent_rules=frozenset(
            name for rule in assessed.rules if rule.tier == "urgent" for name in (rule.id, rule.key)
        ),
    )
    chosen = () if case.too_young else choose(library.advice.blocks, grounds)
    steps = tuple(_step(one, directory, case) for one in chosen)
    first, more = steps[:MOST_FIRST_STEPS], steps[MOST_FIRST_STEPS:]
    reference = _reference(library, case, day)
    protected = protected_that_fits(library, case, walked, day)
    standard = standard_that_fits(library, case, assessed.names, day)
    return Report(
        case=case,
        day=day,
        level=assessed.level if case.assessed else None,
        words=library.questions.book.levels[assessed.level - 1] if case.assessed else None,
        rules=() if case.too_young else assessed.rule_ids,
        flags=raised_flags(library.advice.flags, chosen, grounds),
        works=_works(walked) if case.assessed else (),
        reasons=() if case.too_young else _reasons(assessed),
        first_steps=first,
        more_steps=more,
        contacts=_contacts(first, directory, case),
        helplines=directory.helplines(case.under_18),
        directory=directory,
        sums=sums,
        reference=reference,
        figures=_every_figure(reference, protected, standard),
        questions=tuple((question, walked.chosen(question)) for question in walked.steps) if case.assessed else (),
        events=directory.municipality.coming(day)[:MOST_EVENTS],
        myths=library.door.fitting_myths(grounds) if case.assessed else (),
        protected=protected,
        standard=standard,
        points=assessed.points,
    )


def _every_figure(*sums: ReferenceCosts | ProtectedAmount | MinimumStandard | None) -> tuple[Used, ...]:
    return tuple(used for found in sums if found is not None for used in found.figures_used)


def _reference(library: Library, case: Case, day: datetime.date) -> ReferenceCosts | None:
    """What Konsumentverket works out for the household; None without one, and on a day before any value."""
    household = case.household
    if household is None:
        return None
    try:
        return reference_costs(day, household.people, household.tenant, library.calculator.figures)
    except FigureMissing:
        return None


def _assess(library: Library, case: Case, walked: Journey, sums: BudgetSums | None, lowest: Level) -> Assessment:
    if not case.assessed:
        walked = replace(walked, steps=(), given={})
    assessed = assess(library.questions.book, walked, rule_facts(sums))
    return replace(assessed, level=max(assessed.level, lowest))


def _reasons(assessed: Assessment) -> tuple[Reason, ...]:
    if assessed.by_points:
        heaviest = ((question, option) for question, option in assessed.heaviest if option.because)
        found = [Reason("points", option.because, question.id) for question, option in heaviest if option.because]
        return tuple(found[:MOST_REASONS])
    unique = {rule.id: rule for rule in reversed(assessed.rules)}
    return tuple(Reason(rule_id, unique[rule_id].because) for rule_id in assessed.rule_ids[:MOST_REASONS])


def _works(walked: Journey) -> tuple[Text, ...]:
    chosen: Iterable[Option] = (option for question in walked.steps for option in walked.chosen(question))
    return tuple(option.works for option in chosen if option.works)[:MOST_WORKS]


def _step(chosen: Chosen, directory: Directory, case: Case) -> Step:
    added = tuple(addition.text for addition in chosen.added)
    contacts = (contact for contact in directory.pick(chosen.block.contacts) if _fits_age(contact, case))
    return Step(chosen.block, added, tuple(contacts), chosen.urgent)


def _fits_age(contact: Contact, case: Case) -> bool:
    """Whether a contact is there for this age; one for either where the age is not known."""
    return case.age is None or ("under_18" if case.under_18 else "adult") in contact.for_ages


def _contacts(first: Sequence[Step], directory: Directory, case: Case) -> tuple[Contact, ...]:
    """Whom to call: those of the first steps, and always the municipality's adviser."""
    if case.too_young:
        return directory.pick(FOR_THE_YOUNGEST)
    named = [contact.id for step in first for contact in step.contacts]
    return directory.pick([*named, "debt_adviser"])
