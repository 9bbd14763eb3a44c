"""What of a result the browser's own printing leaves out: all that would not stand on the paper we make ourselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from report.build import Report, Step, build_report, paper_report
from report.case import Case
from web.visit import library, today

LEFT_OUT = "not-printed"
"""The class that static/style.css hides on paper."""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A report beside the one for paper; the page asks of each part whether it is in both."""

    report: Report
    paper: Report

    @property
    def level(self) -> str:
        """The class of the level: another one on paper, or none, means that sensitive answers carry it."""
        return "" if self.report.words == self.paper.words else LEFT_OUT

    def part(self, name: str, one: Any) -> str:
        """The class of one of the reasons, works, contacts or myths."""
        return "" if one in getattr(self.paper, name) else LEFT_OUT

    def step(self, step: Step) -> str:
        """The class of a step: what it says and whom to call may come from a sensitive answer, too."""
        return "" if _said(step) in map(_said, self.paper.steps) else LEFT_OUT

    def steps(self, steps: Iterable[Step]) -> str:
        """The class of a heading over steps, of which none may be left."""
        return "" if any(not self.step(one) for one in steps) else LEFT_OUT

    def parts(self, name: str, found: Iterable[Any]) -> str:
        """The class of a heading over such parts."""
        return "" if any(not self.part(name, one) for one in found) else LEFT_OUT


def on_paper(case: Case) -> OnPaper:
    """The report of a case with the one for paper beside it."""
    return OnPaper(build_report(library(), case, today()), paper_report(library(), case, today()))


def _said(step: Step) -> tuple[object, ...]:
    return step.block.id, step.added, step.contacts
