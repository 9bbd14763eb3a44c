"""Whether a household's game can be played as it is meant: every fault in words for whoever wrote the file.

What the rules of the game promise is worked out here from the file, before the app starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from classroom.model import ClassHousehold
from classroom.month import sums
from classroom.month.equal_options import best_contact_is_equal, measures_are_equal
from classroom.month.letters import amount_is_known, passes_luhn, pile_by_rule
from classroom.month.model import CARDS, GameLetter, Measure

FEWEST_WAYS = 2
"""With a card there are at least so many least sets, and as many sets that hold in February."""
Fault = tuple[str, str, str]
"""The key, what is wrong, and how to mend it."""


def faults(household: ClassHousehold, ordinary: int | None) -> Iterator[Fault]:
    """All that is wrong in a household's game. `ordinary` is its sum worked out by hand, None where it has none."""
    yield from _ids(household)
    yield from _ordinary(household, ordinary)
    yield from _cards(household)
    for measure in household.measures:
        yield from _measure(household, measure)
    for letter in household.letters:
        yield from _letter(household, letter)
    yield from _equal(household)


def _ids(household: ClassHousehold) -> Iterator[Fault]:
    lists = {
        "month": [one.id for one in household.month],
        "events": [one.id for one in household.events],
        "measures": [one.id for one in household.measures],
        "letters": [one.id for one in household.letters],
    }
    for key, names in lists.items():
        for name in sorted({one for one in names if names.count(one) > 1}):
            yield key, f"two of them have the id {name!r}", "give one of them another"


def _ordinary(household: ClassHousehold, by_hand: int | None) -> Iterator[Fault]:
    worked_out = sums.ordinary(household)
    if by_hand is None:
        yield (
            "(file)",
            "its ordinary month is not in classroom/ordinary.toml",
            "work out by hand what is left, and write it",
        )
    elif by_hand != worked_out:
        what = f"the ordinary month leaves {worked_out} kr, and classroom/ordinary.toml says {by_hand} kr"
        yield "(file)", what, "mend the line that is wrong, or the sum worked out by hand"


def _cards(household: ClassHousehold) -> Iterator[Fault]:
    if sorted(one.card for one in household.events) != sorted(CARDS):
        yield "events", "there must be one for card A and one for card B", "write both, each once"
        return
    for card in CARDS:
        least, hold = len(sums.least_sets(household, card)), len(sums.holding(household, card))
        if least < FEWEST_WAYS:
            what = f"card {card} leaves {least} least sets of measures with which the month adds up"
            yield "measures", what, f"let there be at least {FEWEST_WAYS}"
        if hold < FEWEST_WAYS:
            what = f"card {card} leaves {hold} sets of measures that hold in February too"
            yield "measures", what, f"let there be at least {FEWEST_WAYS}"


def _measure(household: ClassHousehold, measure: Measure) -> Iterator[Fault]:
    key = f"measures.{measure.id}"
    lines = _lines(household)
    if measure.line is not None and measure.line not in lines:
        yield f"{key}.line", f"there is no line {measure.line!r}", f"one of {', '.join(lines)}"
    elif measure.line is not None and measure.now > lines[measure.line]:
        what = f"it gives {measure.now} kr, and the line {measure.line!r} has {lines[measure.line]} kr"
        yield f"{key}.now", what, "take at most what the line has"
    other = next((one for one in household.measures if one.id == measure.shuts_off), None)
    if measure.shuts_off is not None and (other is None or other is measure or other.shuts_off != measure.id):
        what = f"it shuts off {measure.shuts_off!r}, which does not shut it off"
        yield f"{key}.shuts_off", what, "let two measures name each other"


def _letter(household: ClassHousehold, letter: GameLetter) -> Iterator[Fault]:
    key, by_rule = f"letters.{letter.id}", pile_by_rule(letter)
    if letter.pile != by_rule:
        yield (
            f"{key}.pile",
            f"it lies on {letter.pile!r}, and the rule of the game says {by_rule!r}",
            "mend one of them",
        )
    if letter.forged and not letter.signs:
        yield f"{key}.signs", "nothing is said of what gives it away", "write what the pupils can see"
    if letter.ocr is not None and passes_luhn(letter.ocr) is letter.forged:
        wrong = "passes" if letter.forged else "does not pass"
        yield f"{key}.ocr", f"{letter.ocr} {wrong} the Luhn check", "only the number of a forged letter is to fail it"
    if by_rule != "away" and letter.amount is not None and not amount_is_known(household, letter.amount):
        what = f"{letter.amount} kr is no line of the household, nor two of them together"
        yield f"{key}.amount", what, "let it be a sum that the pupils have before them"


def _equal(household: ClassHousehold) -> Iterator[Fault]:
    checks: Mapping[str, Callable[[ClassHousehold], bool]] = {
        "measures": measures_are_equal,
        "contact": best_contact_is_equal,
    }
    for key, equal in checks.items():
        if not equal(household):
            yield key, "one of the texts stands out by its length", "write them as long as each other"


def _lines(household: ClassHousehold) -> Mapping[str, int]:
    """What each line of the budget and of this month has, as an amount without a sign."""
    budget = {line.id: int(line.amount) for line in (*household.income, *household.costs, *household.debts)}
    return {**budget, **{line.id: abs(line.amount) for line in household.month}}
