"""What to do first for each tick that gives a level on paper: asked of the same advice as the screen.

For every tick, or ticks on several questions, that decide a level, a case with nothing else in it is built (the best
answer everywhere), and its first step is read off. Those that lead to the same step stand together.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questionnaire.answers import Answers
from questionnaire.model import Level
from report.build import build_report
from report.case import Case, QuestionnaireName
from report.library import Library
from report.paper_form import NOTHING_TICKED, PaperForm, Tick, Together
from report.step import Step

AGES: Mapping[QuestionnaireName, int] = {"adult": 30, "youth": 19}
"""Whom the advice is asked for; a young person under 18 is told one thing more."""
UNDER_18 = 17


@dataclass(frozen=True, slots=True)
class PaperStep:
    """A first step, and the ticks that lead to it: each alone, or several together."""

    step: Step
    alone: tuple[Tick, ...]
    together: tuple[Together, ...]


def paper_steps(
    library: Library, form: PaperForm, level: Level, municipality: str, day: datetime.date
) -> tuple[PaperStep, ...]:
    """The first steps of one level, in the order of the questions."""
    found: dict[str, tuple[Step, list[Tick], list[Together]]] = {}
    setting = _Setting(library, form, municipality, day)
    for tick in form.alone[level]:
        step = setting.first_step((tick,))
        found.setdefault(step.block.id, (step, [], []))[1].append(tick)
    for pair in form.together[level]:
        step = setting.first_step(tuple(part[0] for part in pair.parts))
        found.setdefault(step.block.id, (step, [], []))[2].append(pair)
    return tuple(PaperStep(step, tuple(alone), tuple(pairs)) for step, alone, pairs in found.values())


def step_under_18(library: Library, form: PaperForm, municipality: str, day: datetime.date) -> Step | None:
    """What the advice tells somebody under 18 where it tells an adult something else; None where it never does."""
    setting = _Setting(library, form, municipality, day)
    for tick in (tick for ticks in form.alone.values() for tick in ticks):
        young = setting.first_step((tick,), UNDER_18)
        if young.block.id != setting.first_step((tick,)).block.id:
            return young
    return None


@dataclass(frozen=True, slots=True)
class _Setting:
    library: Library
    form: PaperForm
    municipality: str
    day: datetime.date

    def first_step(self, ticks: tuple[Tick, ...], age: int | None = None) -> Step:
        name: QuestionnaireName = "youth" if self.form.questionnaire == "youth" else "adult"
        questions = (one.question for one in self.form.questions)
        answers = Answers({question.id: (question.best.id,) for question in questions})
        for tick in (*self._reaching(ticks), *ticks):
            answers = answers.with_(self._id(tick), (tick.option.id if tick.option else NOTHING_TICKED,))
        case = Case(self.municipality, name, age or AGES[name], answers)
        return build_report(self.library, case, self.day).first_steps[0]

    def _reaching(self, ticks: tuple[Tick, ...]) -> Iterator[Tick]:
        """The earlier ticks without which a question is passed over, where they are not among these."""
        answered = {tick.number for tick in ticks}
        for tick in ticks:
            needed = self.form.questions[tick.number - 1].only_after
            if needed and needed[0].number not in answered:
                yield needed[0]

    def _id(self, tick: Tick) -> str:
        return self.form.questions[tick.number - 1].question.id
