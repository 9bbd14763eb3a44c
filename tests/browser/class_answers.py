"""What thirty pupils say, and what must come of it: counted and folded here, without the app's own code."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PUPILS = 30
SPREADS = (
    (16, 10, 4),
    (28, 2, 0),
    (25, 4, 1),
    (3, 1, 0),
    (30, 0, 0),
    (12, 15, 3),
    (1, 0, 29),
    (0, 24, 6),
    (20, 6, 2),
    (5, 0, 0),
    (10, 8, 9),
    (13, 17, 0),
)
"""How many of thirty say true, false and "don't know" to a statement; the others leave it open."""
SAID = ("true", "false", "unsure")
CHOICES = ("first_step", "contact", "clock")
SPLITS = {"first_step": (6, 3, 1, 0), "contact": (10, 0, 0, 0), "clock": (5, 4, 0, 1)}
"""How many of the ten that work with a household choose its first, second … option."""
HOUSEHOLDS = ("maria", "elias", "goran")
FEW_HOUSEHOLD, FEW = "ahmed", 4
"""So few work with one more household that nothing may be told of it."""
OUTCOMES = {"right": "rätt", "wrong": "fel", "unsure": "vet inte"}
TRUST = {"low": "svårt (0–3)", "mid": "mitt emellan (4–6)", "high": "lätt (7–10)"}
SEALED = "Färre än 5 har svarat. Då visas inget."
Counts = dict[str, Counter[str]]


def statement_said(number: int, place: int) -> str:
    """What a pupil says to the statement at this place of the quiz; empty for nothing."""
    turn = (number * 7 + place * 11) % PUPILS
    return _at(turn, SPREADS[place], (*SAID, ""))


def trust_said(number: int, wave: str) -> str:
    """The number that a pupil chooses; every third leaves it open before, and two alone are low after."""
    if wave == "before":
        return "" if number % 3 == 2 else str(number % 11)
    return "3" if number in (4, 5) else str(4 + number % 7)


def household_said(number: int, name: str) -> dict[str, int]:
    """Choice → which of its options, by its place, a pupil chooses for a household."""
    if name == FEW_HOUSEHOLD:
        return dict.fromkeys(CHOICES, 0)
    return {choice: _at(number // len(HOUSEHOLDS), SPLITS[choice], range(4)) for choice in CHOICES}


def households_of(number: int) -> tuple[str, ...]:
    """The households that a pupil works with."""
    own = HOUSEHOLDS[number % len(HOUSEHOLDS)]
    return (own, FEW_HOUSEHOLD) if number < FEW else (own,)


def counted(before: Iterable[int], worked: Iterable[int], after: Iterable[int]) -> Counts:
    """Question → option → how many, of the pupils whose answers reached the room."""
    counts: Counts = {}
    for wave, numbers in (("before", before), ("after", after)):
        for number in numbers:
            _add(counts, "given", wave)
            for question, option in _quiz_counts(number, wave):
                _add(counts, f"{wave}.{question}", option)
    households = households_in_files()
    for number in worked:
        for name in households_of(number):
            _add(counts, "given", f"household.{name}")
            for choice, place in household_said(number, name).items():
                _add(counts, f"{name}.{choice}", households[name][choice]["options"][place]["id"])
    return counts


@cache
def statements_in_files() -> list[dict[str, Any]]:
    """The statements as the file has them, in the order of the first form."""
    with (ROOT / "classroom" / "quiz.toml").open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["statements"]
    return found


@cache
def households_in_files() -> dict[str, dict[str, Any]]:
    """The households as the files have them, in the order of their names."""
    paths = sorted((ROOT / "classroom" / "households").glob("*.toml"))
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]
    return {one["id"]: one for one in read}


def bar_told(counts: Mapping[str, int], names: Mapping[str, str]) -> list[str]:
    """The words beside one bar."""
    total = sum(counts.values())
    cells = folded(counts, list(names))
    lines = [f"{n} {' eller '.join(names[one] for one in options)}" for options, n in cells]
    return [*lines, f"av {total}"] if total >= 5 else [SEALED]


def choice_told(counts: Mapping[str, int], options: list[dict[str, Any]]) -> list[str]:
    """The lines of one choice of a household: the best one always, and what somebody chose."""
    if sum(counts.values()) < 5:
        return [SEALED]
    alone = {cell[0]: n for cell, n in folded(counts, [one["id"] for one in options]) if len(cell) == 1}
    lines = []
    for one in options:
        best, n = one.get("best", False), counts.get(one["id"], 0)
        if best or n:
            lines.append(f"{alone.get(one['id'], 'några') if n else 0} {one['text']}{' det bästa först' * best}")
    return lines


def folded(counts: Mapping[str, int], order: list[str]) -> list[tuple[list[str], int]]:
    """What somebody chose. A cell of options that one chose each, or two each, is put together with the next smallest.

    All cells of the smallest size go together; only one that is alone in its size takes the next size along.
    """
    cells = [[name] for name in order if counts.get(name)]
    while len(cells) > 1:
        small = [cell for cell in cells if {counts[name] for name in cell} in ({1}, {2})]
        if not small:
            break
        together = _smallest(small, counts)
        if len(together) == 1:
            together += _smallest([cell for cell in cells if cell not in together], counts)
        joined = sorted((name for cell in together for name in cell), key=order.index)
        cells = [cell for cell in cells if cell not in together] + [joined]
    cells.sort(key=lambda cell: order.index(cell[0]))
    return [(cell, _sum(cell, counts)) for cell in cells]


def _smallest(cells: list[list[str]], counts: Mapping[str, int]) -> list[list[str]]:
    least = min(_sum(cell, counts) for cell in cells)
    return [cell for cell in cells if _sum(cell, counts) == least]


def _sum(cell: list[str], counts: Mapping[str, int]) -> int:
    return sum(counts[name] for name in cell)


def _quiz_counts(number: int, wave: str) -> Iterator[tuple[str, str]]:
    for place, statement in enumerate(statements_in_files()):
        said = statement_said(number, place)
        # The second form says the opposite of the first.
        true = {"before": "true", "after": "false"}[wave] == statement["answer"]
        if said:
            yield statement["id"], "unsure" if said == "unsure" else ("wrong", "right")[(said == "true") == true]
    trust = trust_said(number, wave)
    if trust:
        yield "trust", "low" if int(trust) <= 3 else "mid" if int(trust) <= 6 else "high"


def _at(turn: int, spread: Iterable[int], values: Iterable[Any]) -> Any:
    choices = list(values)
    for value, many in zip(choices, spread, strict=False):
        if turn < many:
            return value
        turn -= many
    return choices[-1]


def _add(counts: Counts, question: str, option: str) -> None:
    counts.setdefault(question, Counter())[option] += 1
