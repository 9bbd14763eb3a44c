"""Writes the dictionary that visits are packed against, made from the ids of today's content.

Run it when the content has grown so much that `tests/real_content/test_longest_visit.py` asks for it; then set
`NEWEST` in `web/session/packing.py` to the new number. Those that were in use stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calculator.household import MOST_ADULTS
from calculator.letter_days import WITH_A_CLOCK
from calculator.period import PERIODS
from calculator.rules import RULES
from questionnaire.model import Question
from report.library import Library, load_library
from web.session.packing import FOLDER
from web.session.visit import AGES, ROLES


def words(library: Library) -> str:
    """The ids as they stand in a visit, the most frequent last: what lies near takes the fewest bits."""
    return "".join(
        [
            *_sums(library),
            *_answers(library),
            *_letters(library),
            *_household(),
            *_budget(library),
        ]
    )


def _sums(library: Library) -> Iterator[str]:
    yield '"what_if":{'
    yield from (f'"{rule}":{{' for rule in RULES)
    yield '","events-0-kind":"child_benefit","events-0-amount":"","events-0-day":"","debts-0-amount":"'


def _answers(library: Library) -> Iterator[str]:
    for name, questionnaire in library.questions.questionnaires.items():
        yield f'"questionnaire":"{name}","answers":{{'
        yield from (_question(question) for question in questionnaire.questions)


def _question(question: Question) -> str:
    """A question that takes many with all of its options in their order, any other with each of them."""
    options = [option for option in question.by_id if option not in ("nothing", "skip")]
    if question.kind == "many":
        return f'"{question.id}":["nothing"],"{question.id}":[{_listed(options)}],'
    return "".join(f'"{question.id}":"{option}",' for option in (options[0], "skip")) + _listed(options[1:]) + ","


def _letters(library: Library) -> Iterator[str]:
    yield '"letters":{'
    yield from (f'"{letter.id}":{{"amount":"","check":"1"}},' for letter in library.door.letters)
    yield '},"letters_dates":{'
    for letter in sorted(WITH_A_CLOCK):
        yield f'"{letter}":{{"day":"2027-01-","days":10,"last":"2026-12-"}},'


def _household() -> Iterator[str]:
    yield '"debtor":"me","debtor":"both","debtor":"partner","partner_income":"00.00","own_housing":"00.00"'
    yield '"household":{"adults":[' + ",".join(
        f'{{"age":{age},"role":"{role}"}}' for age, role in ((51, "me"), (25, "partner"), (71, "other_adult"))
    )
    yield ',{"age":71,"role":"other_adult"}' * (MOST_ADULTS // 2)
    yield '],"children":[{"age":1,"lunch_away":true},{"age":1,"lunch_away":true,"part_time":true},{"age":1},'
    yield '"part_time":true}],"tenant":true},"tenant":false}},'


def _budget(library: Library) -> Iterator[str]:
    calculator = library.calculator
    yield f'"own_lines":[{_listed(calculator.own_lines)}],'
    yield from (f'{{"csrf_token":"","visit":{{"role":"{role}","age_group":"{age}",' for role in ROLES for age in AGES)
    yield '"budget":{"'
    yield from (f']"{line}":[' for line in calculator.own_lines)
    yield from (f'00],"{line}":[' for line in calculator.lines)
    yield from (f'000,"{period}",true],"' for period in sorted(PERIODS, key=_seldom))


def _seldom(period: str) -> int:
    """The periods that are used most come last."""
    often = ("month", "year", "quarter", "week")
    return -often.index(period) if period in often else -len(often)


def _listed(ids: Iterable[str]) -> str:
    return ",".join(f'"{one}"' for one in ids)


def main() -> None:
    """Write the next one, never over one that is there."""
    number = 1 + max((int(path.stem) for path in FOLDER.glob("*.txt")), default=0)
    path = FOLDER / f"{number}.txt"
    path.write_text(words(load_library()), encoding="utf-8")
    print(
        f"{path.relative_to(FOLDER.parent.parent.parent)} is written; set NEWEST = {number} in web/session/packing.py"
    )


if __name__ == "__main__":
    main()
