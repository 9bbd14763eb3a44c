"""Every sum by its name, from JSON to JSON. A new sum is one entry in `RULES`, and its test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from calculator.budget import BudgetSums, summarise
from calculator.figure import Figure, FigureMissing
from calculator.given import read_given, schema_of
from calculator.inputs import BudgetInput, Fault, InputError, faults_of
from calculator.late_bill import LateBillInput, late_bill
from calculator.loan import Loan
from calculator.loan_rules import (
    EffectiveRateInput,
    RepaymentInput,
    effective_rate_json,
    loan_json,
    repayment_json,
    saving_json,
)
from calculator.minimum_standard import MinimumStandard, MinimumStandardInput, minimum_standard
from calculator.month_calendar import DayOfMonth, MonthCalendarInput, month_calendar
from calculator.protected_amount import ProtectedAmount, ProtectedAmountInput, protected_amount
from calculator.reference_costs import ReferenceCostsInput, Used, reference_costs
from calculator.saving import SavingPlan
from content.money import plain

Figures = Mapping[str, Figure]
Json = dict[str, Any]
Input = TypeVar("Input")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Input]):
    """A sum: what it takes, how it is worked out and written, one sentence about it, and what it rests on."""

    takes: type[Input]
    works_out: Callable[[Input, Figures], Json]
    about: str
    rests_on: str
    """The law or the paper."""
    code: tuple[str, ...] = ()
    """Files of `calculator/` besides the one that is named as the sum."""


def budget_sums(sums: BudgetSums) -> Json:
    """A budget's sums as the case format prints them."""
    share = sums.debt_share_percent
    return {
        "income": plain(sums.income),
        "costs": plain(sums.costs),
        "debts": plain(sums.debts),
        "left_before_debts": plain(sums.left_before_debts),
        "left_after_debts": plain(sums.left_after_debts),
        "debt_share_percent": None if share is None else str(share),
    }


def figure_used(used: Used) -> Json:
    """A number that a sum rests on, with its unit, validity and source; `key` is its place in a table."""
    dated = used.dated
    described: Json = {"id": dated.figure.id}
    if used.key is not None:
        described["key"] = used.key
    described |= {
        "value": str(used.value),
        "unit": dated.figure.unit,
        "from": dated.from_.isoformat(),
        "until": None if dated.until is None else dated.until.isoformat(),
        "source": dated.value.source,
    }
    if dated.state == "ended":
        described["state"] = "ended"
    return described


def _budget(given: BudgetInput, figures: Figures) -> Json:
    return budget_sums(summarise(given.budget()))


def _reference_costs(given: ReferenceCostsInput, figures: Figures) -> Json:
    costs = reference_costs(given.day, given.people, given.tenant, figures)
    return {
        "food": plain(costs.food),
        "individual": plain(costs.individual),
        "shared": plain(costs.shared),
        "total": plain(costs.total),
        "figures": [figure_used(used) for used in costs.figures_used],
    }


def protected_sums(found: ProtectedAmount) -> Json:
    """What may be kept, as the case format prints it; whose it is stands beside it."""
    return {
        "normal_amount": plain(found.normal_amount),
        "need": plain(found.need),
        "share_percent": str(found.share_percent),
        "keep": plain(found.keep),
        "could_be_taken": plain(found.could_be_taken),
    }


def standard_sums(found: MinimumStandard) -> Json:
    """The national standard, as the case format prints it."""
    return {
        "personal": plain(found.personal),
        "shared": plain(found.shared),
        "total": plain(found.total),
        "heads": found.heads,
        "own_heads": found.own_heads,
    }


def _protected_amount(given: ProtectedAmountInput, figures: Figures) -> Json:
    found = protected_amount(given, figures)
    return protected_sums(found) | {
        "whose": found.whose,
        "figures": [figure_used(used) for used in found.figures_used],
    }


def _minimum_standard(given: MinimumStandardInput, figures: Figures) -> Json:
    found = minimum_standard(given, figures)
    return standard_sums(found) | {"figures": [figure_used(used) for used in found.figures_used]}


def _late_bill(given: LateBillInput, figures: Figures) -> Json:
    found = late_bill(given, figures)
    return {
        "steps": [
            {"step": step.step, "added": plain(step.added), "total": plain(step.total), "law": step.law}
            for step in found.steps
        ],
        "interest": plain(found.interest),
        "figures": [figure_used(used) for used in found.figures_used],
    }


def _month_calendar(given: MonthCalendarInput, figures: Figures) -> Json:
    found = month_calendar(given)
    return {
        "days": [_end_of_day(day) | {"ids": list(day.ids)} for day in found.days],
        "lowest": _end_of_day(found.lowest),
        "short_from": None if found.short_from is None else found.short_from.isoformat(),
    }


def _end_of_day(day: DayOfMonth) -> Json:
    return {"date": day.date.isoformat(), "balance": plain(day.balance)}


RULES: dict[str, Rule[Any]] = {
    "budget": Rule(
        BudgetInput,
        _budget,
        "What a budget comes to a month, and what is left before and after debts.",
        "a month is 365/12 days",
    ),
    "reference_costs": Rule(
        ReferenceCostsInput,
        _reference_costs,
        "What a household costs a month by Konsumentverket's calculation.",
        "Konsumentverket, calculated household costs",
    ),
    "protected_amount": Rule(
        ProtectedAmountInput,
        _protected_amount,
        "About what may be kept a month when Kronofogden takes of the wages.",
        "utsökningsbalken 7 kap. 4–5 §§",
    ),
    "minimum_standard": Rule(
        MinimumStandardInput,
        _minimum_standard,
        "The national standard of income support for a household a month.",
        "socialtjänstförordning (2025:468) 12 kap. 2–3 §§",
    ),
    "late_bill": Rule(
        LateBillInput,
        _late_bill,
        "How an unpaid bill grows step by step, and the interest to a day.",
        "lag (1981:739), lag (1990:746), förordning (1992:1094), räntelagen",
    ),
    "effective_rate": Rule(
        EffectiveRateInput,
        effective_rate_json,
        "What credit costs as one yearly rate, with all its fees.",
        "directive 2008/48/EC annex I",
        ("pay_later",),
    ),
    "loan": Rule(
        Loan,
        loan_json,
        "What a loan's payments are, what it costs, and its effective rate.",
        "annuity and straight-line loans; konsumentkreditlagen for the ceilings",
        ("credit_caps",),
    ),
    "repayment": Rule(
        RepaymentInput,
        repayment_json,
        "How long it takes to be free of debts, and what it costs.",
        "highest rate first, or smallest debt first",
    ),
    "saving": Rule(
        SavingPlan, saving_json, "How many months it takes to save to a goal.", "equal deposits at month ends"
    ),
    "month_calendar": Rule(
        MonthCalendarInput,
        _month_calendar,
        "What there is at the end of each day of a month, and when it is least.",
        "semesterlagen 7 § and the banks' days",
        ("banking_day",),
    ),
}


def calculate(rule: str, given: object, figures: Figures) -> Json:
    """The sum's output as the case format describes it; `InputError` lists all that is wrong with what was given."""
    found = _rule(rule)
    try:
        output: Json = found.works_out(read_given(found.takes, given), figures)
    except ValidationError as error:
        raise InputError(faults_of(error)) from error
    except FigureMissing as error:
        raise InputError((Fault("day", str(error)),)) from error
    return output


def schema(rule: str) -> Json:
    """The JSON schema of what the sum takes."""
    return schema_of(_rule(rule).takes)


def _rule(name: str) -> Rule[Any]:
    if name not in RULES:
        raise InputError((Fault("rule", f"{name!r} is not a sum; the sums are {', '.join(RULES)}"),))
    return RULES[name]
