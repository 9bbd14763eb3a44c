"""One case on one day into one Report. The day is passed in, so that any year can be tested."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from advice.choose import Grounds, choose, raised_flags
from advice.contacts import Directory
from advice.letters import Myth
from advice.place import Contact, Event
from calculator.budget import Budget, BudgetSums
from calculator.figure import FigureMissing
from calculator.minimum_standard import MinimumStandard
from calculator.reference_costs import ReferenceCosts, Used, reference_costs
from content.text import Text
from questionnaire.assess import Assessment, Ground, assess
from questionnaire.journey import Journey
from questionnaire.model import Headline, Option, Question
from report.case import Case
from report.clocks import win_back_facts
from report.contacts import contacts_of_report
from report.debts import DebtList, debts_of
from report.fitting_sums import protected_that_fits, standard_that_fits
from report.library import Library
from report.plan import Situation, plan
from report.situation import advice_facts, budget_sums, rule_facts, walk
from report.step import Step, step_of
from report.whose_debt import KeptOfDebt
from report.works import what_works

MOST_REASONS = 3
MOST_OTHER_STEPS = 3
"""How many steps that are not urgent stand beside the urgent ones; all others are folded."""
MOST_EVENTS = 2


@dataclass(frozen=True, slots=True)
class Report:
    """The result: the headline, why, what to do first and by when, whom to call, and the sums with their sources.

    `level` is None where no self-check was made; where the report is `partial` it is the least it can be. `questions`
    are those on the path with the options chosen. `screen_only` holds the ids of blocks and the rules of reasons that
    never leave the screen.
    """

    case: Case
    day: datetime.date
    level: int | None
    partial: bool
    headline: Headline | None
    rules: tuple[str, ...]
    flags: tuple[str, ...]
    works: tuple[Text, ...]
    reasons: tuple[Ground, ...]
    first_steps: tuple[Step, ...]
    """Every urgent step, and at most three others."""
    more_steps: tuple[Step, ...]
    not_asked: tuple[str, ...]
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
    protected: KeptOfDebt | None = None
    """About how much each debtor may keep where Kronofogden takes of the income or soon may, or why it is not known."""
    standard: MinimumStandard | None = None
    """The national standard for the household, where essentials are at stake."""
    debts: DebtList | None = None
    """The list of debts, in order, with the way out of them; None where none was written."""
    points: int = 0
    screen_only: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, the first ones first."""
        return self.first_steps + self.more_steps

    @property
    def urgent_steps(self) -> tuple[Step, ...]:
        """The steps that are there because of an urgent rule."""
        return tuple(step for step in self.first_steps if step.urgent)

    @property
    def with_last_day(self) -> int:
        """How many steps have a last day that is known and not gone by."""
        return sum(step.last_day is not None and not step.gone_by for step in self.first_steps)

    @property
    def budget(self) -> Budget | None:
        """The budget as it was given; None where no amount was given."""
        return self.case.budget if self.sums else None

    @property
    def safe_mode(self) -> bool:
        """Whether somebody close may be watching: what is said on the screen is about what is safe."""
        return "SAFE_MODE" in self.flags

    @property
    def crisis(self) -> bool:
        """Whether the helplines come first and alone."""
        return "CRISIS" in self.flags


class Reports(NamedTuple):
    """The same case for the screen of the one who answered, and for whatever leaves the screen."""

    screen: Report
    paper: Report


def build_reports(library: Library, case: Case, day: datetime.date) -> Reports:
    """Both reports; what does not hang on the answers is worked out once, and all of it where nothing is sensitive.

    On the screen is everything. For paper the report is computed anew with the screen-only questions at their best
    answer: level, headline, order and steps are those of that report, so it is the same, byte for byte, as that of
    somebody who never gave the sensitive answers.
    """
    shared = _shared(library, case, day)
    public = case.answers.public(library.questions.questionnaires[case.questionnaire])
    paper = _build(shared, case.with_answers(public))
    if public == case.answers:
        return Reports(paper, paper)
    full = _build(shared, case)
    shown = {step.block.id for step in paper.steps} | {reason.rule for reason in paper.reasons} | set(paper.rules)
    everything = {step.block.id for step in full.steps} | set(full.rules)
    return Reports(replace(full, screen_only=frozenset(everything - shown)), paper)


def build_report(library: Library, case: Case, day: datetime.date) -> Report:
    """The report for the screen alone."""
    return build_reports(library, case, day).screen


def paper_report(library: Library, case: Case, day: datetime.date) -> Report:
    """The report for whatever leaves the screen alone."""
    public = case.answers.public(library.questions.questionnaires[case.questionnaire])
    return _build(_shared(library, case, day), case.with_answers(public))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What screen and paper have in common: it hangs on the household, the budget and the day, and on no answer."""

    library: Library
    day: datetime.date
    sums: BudgetSums | None
    reference: ReferenceCosts | None
    debts: DebtList | None


def _shared(library: Library, case: Case, day: datetime.date) -> _Shared:
    sums = budget_sums(case)
    return _Shared(library, day, sums, _reference(library, case, day), debts_of(case, sums, library, day))


def _build(shared: _Shared, case: Case) -> Report:
    library, day, sums = shared.library, shared.day, shared.sums
    directory = library.advice.directories[case.municipality]
    walked = walk(library.questions.questionnaires[case.questionnaire], case)
    assessed = _assess(library, case, walked, sums, day)
    dates = case.letters_dates if case.assessed else {}
    facts = advice_facts(case, walked, assessed, sums) | win_back_facts(dates, walked, day)
    grounds = _grounds(case, walked, assessed, facts)
    chosen = () if case.too_young else choose(library.advice.blocks, grounds, day)
    placed = plan(chosen, library.advice.order, Situation(walked, assessed, dates, day))
    steps = tuple(step_of(one, walked, directory, facts, case.age_of_me, day) for one in placed)
    first, more = _first_and_more(steps)
    protected = protected_that_fits(library, case, walked, day)
    standard = standard_that_fits(library, case, assessed.names, day)
    return Report(
        case=case,
        day=day,
        level=assessed.level if case.assessed else None,
        partial=case.assessed and walked.partial,
        headline=_headline(library, case, assessed),
        rules=() if case.too_young else assessed.rule_ids,
        flags=raised_flags(library.advice.flags, chosen, grounds),
        works=what_works(walked, assessed) if case.assessed else (),
        reasons=() if case.too_young else assessed.grounds[:MOST_REASONS],
        first_steps=first,
        more_steps=more,
        not_asked=walked.not_asked if case.assessed else (),
        contacts=contacts_of_report(first, directory, case),
        helplines=directory.helplines(case.under_18),
        directory=directory,
        sums=sums,
        reference=shared.reference,
        figures=_every_figure(shared.reference, protected, standard),
        questions=tuple((question, walked.chosen(question)) for question in walked.steps) if case.assessed else (),
        events=directory.municipality.coming(day)[:MOST_EVENTS],
        myths=library.door.fitting_myths(grounds) if case.assessed else (),
        protected=protected,
        standard=standard,
        debts=shared.debts,
        points=assessed.points,
    )


def _grounds(case: Case, walked: Journey, assessed: Assessment, facts: frozenset[str]) -> Grounds:
    urgent = (rule for rule in assessed.rules if rule.tier == "urgent")
    return Grounds(
        rules=assessed.names,
        given=walked.given if case.assessed else {},
        facts=facts,
        urgent_rules=frozenset(name for rule in urgent for name in (rule.id, rule.key)),
    )


def _every_figure(*sums: ReferenceCosts | KeptOfDebt | MinimumStandard | None) -> tuple[Used, ...]:
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


def _assess(library: Library, case: Case, walked: Journey, sums: BudgetSums | None, day: datetime.date) -> Assessment:
    if not case.assessed:
        walked = replace(walked, steps=(), given={})
    return assess(library.questions.book, walked, rule_facts(sums), day)


def _headline(library: Library, case: Case, assessed: Assessment) -> Headline | None:
    headlines = library.questions.book.headline_of
    if case.too_young:
        return headlines["under_16"]
    return headlines[assessed.headline] if case.assessed else None


def _first_and_more(steps: Sequence[Step]) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Every urgent step and the first of the others; the rest."""
    urgent = sum(step.urgent for step in steps)
    shown = urgent + MOST_OTHER_STEPS
    return tuple(steps[:shown]), tuple(steps[shown:])
