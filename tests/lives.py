"""The lives in tests/cases: what a person answers, and what somebody who knows the subject says must come of it.

A file says only what it is about. `otherwise = "best"` gives every question that is not named its best answer, and
`otherwise = "skip"` skips them; without it they are left out. Of `expect` only the keys that are there are looked at:

    level, headline, partial, points, path, rules, flags, budget   as the report has them
    steps       the whole plan in order, each as "BLOCK", "BLOCK when" or "BLOCK when YYYY-MM-DD [gone]"
    urgent      the blocks that are urgent, in order
    reasons     each as "rule" or "rule question=option"
    paper       the same keys, for what leaves the screen
    paper_hides blocks and rules that may not stand on paper
    first_call  block -> the contact that its step names first
    never_calls contacts that no step names
    not_asked   the questions on the path without an answer
    say         block -> words that the text of its step must hold
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "cases"
_BOTH: dict[str, Any] = {
    "letters": ["nothing"],
    "unpaid_now": ["nothing"],
    "money_lasts": "always",
    "months_late": "none",
    "mail": "open",
    "essentials_on_credit": "no",
    "new_debt_for_old": "no",
    "credits": "0",
    "burden": "none",
    "overview": "no_debts",
    "gambling": "no",
    "special": ["nothing"],
}
BEST: dict[str, dict[str, Any]] = {
    "adult": _BOTH
    | {
        "happened": ["nothing"],
        "feeling": "ok",
        "repay_share": "none",
        "buffer": "yes",
        "shock": "none",
    },
    "youth": _BOTH | {"asked_account": ["no"], "name_used": ["no"], "living": "own", "support": "yes"},
}
"""The best answer to every question that is always asked."""
ABOUT_A_LETTER = ("answered", "claim_right")


@dataclass(frozen=True, slots=True)
class Step:
    """What a life says of one step; what is None is not looked at."""

    block: str
    when: str | None = None
    last_day: str | None = None
    gone_by: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """One file: `case` is the public case format, `expect` was written by hand from the instrument."""

    id: str
    name: str
    case: dict[str, Any]
    expect: dict[str, Any]

    @property
    def hidden(self) -> set[str]:
        """Blocks and rules that may not stand on paper."""
        return set(self.expect.get("paper_hides", ()))

    @property
    def blocks(self) -> list[str] | None:
        """The ids of the steps in order, or None where the life is not about them."""
        return [step.block for step in steps_of(self.expect)] if "steps" in self.expect else None


def steps_of(expect: dict[str, Any]) -> list[Step]:
    """The steps of `expect` (or of its `paper`), read."""
    return [_step(written.split()) for written in expect["steps"]]


def _step(parts: list[str]) -> Step:
    when, last_day = [*parts[1:3], None, None][:2]
    return Step(parts[0], when, last_day, "gone" in parts)


def every_life() -> list[Life]:
    """All files, in order."""
    return [_life(path) for path in sorted(FOLDER.glob("*.toml"))]


def completed(case: dict[str, Any], otherwise: str | None) -> dict[str, Any]:
    """The case with an answer to the questions that it does not name: `best`, `skip` or (None) none."""
    best = BEST[case.get("questionnaire", "adult")]
    fill = {
        "best": best,
        "skip": dict.fromkeys((*best, *ABOUT_A_LETTER), "skip"),
        None: {},
    }[otherwise]
    return {**case, "answers": fill | case.get("answers", {})}


def _life(path: Path) -> Life:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Life(path.stem, raw["name"], completed(raw["case"], raw.get("otherwise")), raw["expect"])
