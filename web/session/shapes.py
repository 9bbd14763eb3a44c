"""What a cookie may hold of a visit, part by part: what another version of the app kept in another way falls away.

A visit lies in the browser while the app is renewed. Nothing of it may stop a page from opening.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calculator.period import PERIODS

AMOUNT, PERIOD, ABOUT = range(3)


def in_shape(name: str, kept: Any) -> Any:
    """The part `name` of a visit without what is not in its shape; `None` where the whole part is not."""
    return SHAPES[name](kept) if name in SHAPES else kept


def _word(kept: Any) -> Any:
    return kept if isinstance(kept, str) else None


def _words(kept: Any) -> Any:
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else None


def _all(good: Callable[[Any], bool]) -> Callable[[Any], Any]:
    def shaped(kept: Any) -> Any:
        if not isinstance(kept, dict):
            return None
        return {name: value for name, value in kept.items() if isinstance(name, str) and good(value)}

    return shaped


def _is_line(value: Any) -> bool:
    """[amount in öre, period, about]."""
    whole = isinstance(value, list) and len(value) == len((AMOUNT, PERIOD, ABOUT))
    return whole and type(value[AMOUNT]) is int and value[AMOUNT] >= 0 and value[PERIOD] in PERIODS


def _is_answer(value: Any) -> bool:
    return isinstance(value, str) or _is_words(value)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_typed(value: Any) -> bool:
    """Field → what was typed in it."""
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


SHAPES: dict[str, Callable[[Any], Any]] = {
    "role": _word,
    "age_group": _word,
    "questionnaire": _word,
    "answers": _all(_is_answer),
    "household": _all(lambda value: True),
    "budget": _all(_is_line),
    "own_lines": _words,
    "done": _words,
    "sums": _all(_is_typed),
    "letters": _all(_is_typed),
    "letters_dates": _all(lambda value: isinstance(value, dict)),
    "what_if": _all(_is_line),
}
"""A part of the visit → how it is read. `calculator.household` itself looks at the household, line by line."""
