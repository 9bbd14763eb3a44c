"""Forty households of all kinds: `advise`, `calculate`, the sum's page, the result and the sheet say the same.

What each keeps is worked out here from how the household was made up, by `calculate`, which has its own examples worked
by hand; nothing of how a report reads a budget is used.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import pytest

from calculator.rules import calculate
from content.money import from_plain, in_kronor
from report.library import Library
from tests.conftest import TODAY, Visit
from tests.visitor import HOME, Visitor, paper_text
from tests.web.sums.sum_pages import PATHS, SPACE

Json = dict[str, Any]
CHILDREN = ((), ((8, False, 1250),), ((8, True, 625),), ((5, False, 1325), (12, False, 1325)), ((16, True, 0),))
"""Age, half of the time, and what comes for the child in kronor: none, one or two, whole or half."""
BENEFITS = {0: 0, 1: 1250, 2: 625, 3: 2650, 4: 0}


@dataclass(frozen=True)
class Life:
    """Who there is, whose debt it is, and kronor a month. `unsure` is a piece of what is said instead of a number."""

    roles: tuple[str | None, ...]
    debtor: str | None
    pay: int
    partner: int | None
    rent: int
    own_rent: int | None = None
    children: int = 0
    more: int = 0
    allowance: int = 0
    maintenance: int = 0
    line: str = ""
    unsure: str = ""

    @property
    def case(self) -> Json:
        adults = [{"age": 30} | ({"role": role} if role else {}) for role in self.roles]
        household: Json = {"adults": adults, "children": [], "tenant": True}
        household["children"] = [
            {"age": age} | ({"part_time": True} if half else {}) for age, half, _comes in CHILDREN[self.children]
        ]
        household |= {"debtor": self.debtor} if self.debtor else {}
        household |= {"own_housing": str(self.own_rent)} if self.own_rent is not None else {}
        income = {"pay": self.pay, "other_income": self.more, "housing_allowance": self.allowance}
        income |= {"child_benefit": BENEFITS[self.children], self.line: 500}
        income |= {"pay_partner": self.partner or 0}
        lines = [_line(name, kronor) for name, kronor in income.items() if name and kronor]
        lines += [_line("pay_partner", 0)] if self.partner == 0 else []
        costs = [_line("rent", self.rent)] + ([_line("maintenance_paid", self.maintenance)] if self.maintenance else [])
        budget = {"income": lines, "costs": costs, "debts": []}
        answers = {"letters": ["attachment"], "unpaid_now": ["nothing"], "money_lasts": "always"}
        return {"age": 30, "answers": answers, "household": household, "budget": budget}

    def asked_of(self, whose: str) -> Json:
        """What `calculate protected_amount` takes for one of the two."""
        incomes = {"me": (self.pay, self.more), "partner": (self.partner or 0, 0)}
        other = sum(incomes["partner" if whose == "me" else "me"])
        couple = "partner" in self.roles
        attached, beside = incomes[whose]
        young = [{"age": age, "part_time": half, "benefits": comes} for age, half, comes in CHILDREN[self.children]]
        return {
            "day": TODAY.isoformat(), "couple": couple, "debtor_income": attached, "other_income": beside,
            "children": young, "housing": self.rent if self.own_rent is None else self.own_rent,
            "housing_allowance": self.allowance, "maintenance_paid": self.maintenance if whose == "me" else 0,
        } | ({"partner_income": other} if couple else {})  # fmt: skip


def _line(name: str, kronor: int) -> Json:
    return {"id": name, "amount": str(kronor), "period": "month"}


ALONE, COUPLE, SON = ("me",), ("me", "partner"), ("me", "other_adult")
CROWD = ("me", "partner", "other_adult")
LIVES = [
    *(Life(ALONE, None, pay, None, rent, children=number, allowance=allowance)
      for number, (pay, rent, allowance) in enumerate(
          [(22000, 9000, 0), (19000, 9500, 3000), (21000, 9500, 0), (12000, 8200, 1400), (30500, 12345, 0)])),
    *(Life(COUPLE, "me", pay, partner, 11000, children=number)
      for number, (pay, partner) in enumerate(
          [(15000, 30000), (30000, 15000), (22000, 30000), (28000, 0), (9000, 12000)])),
    *(Life(COUPLE, "partner", pay, partner, 10000, children=number)
      for number, (pay, partner) in enumerate(
          [(30000, 15000), (15000, 30000), (0, 21000), (12000, 9000), (18333, 17777)])),
    *(Life(COUPLE, "both", pay, partner, 12000, children=number)
      for number, (pay, partner) in enumerate(
          [(15000, 30000), (20000, 20000), (28000, 14001), (9999, 31111), (24000, 16000)])),
    *(Life(SON, None, pay, 40000, 12000, own_rent=own, children=number)
      for number, (pay, own) in enumerate([(20000, 5000), (14000, 6000), (25000, 0), (18000, 12000)])),
    *(Life(CROWD, debtor, 24000, 16000, 15000, own_rent=10000, children=number)
      for number, debtor in enumerate(["me", "partner", "both"])),
    Life(ALONE, None, 9000, None, 6200, more=5000),
    Life(ALONE, None, 1500, None, 6200, more=13000),
    Life(COUPLE, "me", 24000, 16000, 10000, maintenance=2223),
    Life((None,), None, 22000, None, 9000),
    Life((None, None), None, 15000, 30000, 11000, unsure="vilka de andra vuxna"),
    Life(("me", "partner", None), "me", 15000, 30000, 11000, unsure="vilka de andra vuxna"),
    Life(COUPLE, None, 15000, 30000, 11000, unsure="vem av er som har skulden"),
    Life(COUPLE, "unsure", 15000, 30000, 11000, unsure="vem av er som har skulden"),
    Life(COUPLE, "me", 15000, None, 11000, unsure="partner har för inkomst"),
    Life(SON, None, 20000, None, 12000, unsure="din del av hyran"),
    Life(CROWD, "me", 20000, 15000, 12000, unsure="din del av hyran"),
    Life(ALONE, None, 20000, None, 9000, line="study_support", unsure="en av dina inkomster"),
    Life(ALONE, None, 20000, None, 9000, line="own_business", unsure="en av dina inkomster"),
]  # fmt: skip


def test_there_are_forty() -> None:
    assert len(LIVES) == len(set(LIVES)) == 40


@pytest.mark.sampled(5)
@pytest.mark.parametrize("life", LIVES, ids=lambda life: f"{LIVES.index(life):02} {life.debtor or 'one'}")
def test_everything_says_the_same(app: Any, library: Library, visit: Visit, life: Life) -> None:
    visitor = visit()
    _take_back(visitor, life.case)
    # the household's page, pressed as it stands, changes nothing
    visitor.open("/sv/budget/")
    visitor.press(visitor.page.form("home"))
    result = visitor.open("/sv/resultat").main.replace(SPACE, " ")
    sheet = _sheet(visitor)
    page = visitor.open(f"/sv/rakna/{PATHS['protected_amount']}")
    parts = _advised(app, life.case)
    if life.unsure:
        assert parts == []
        assert [life.unsure in words for words in (result, sheet, page.main)] == [True] * 3
        assert "egen räknehjälp" in result and "egen räknehjälp" in sheet
        assert "får du behålla i månaden" not in result + sheet
        return
    _parts_are_those_of(life, parts, library)
    for part in parts:
        _is_said(part, result)
        _is_said(part, sheet)
    visitor.press(next(form for form in page.forms() if form.address.endswith(PATHS["protected_amount"])))
    made = visitor.page.main.replace(SPACE, " ")
    assert _kr(parts[0]["keep"]) in made and _kr(parts[0]["could_be_taken"]) in made


def _parts_are_those_of(life: Life, parts: list[Json], library: Library) -> None:
    """One part for each who owes, as `calculate` has it."""
    assert [part["whose"] for part in parts] == (["me", "partner"] if life.debtor == "both" else [life.debtor or "me"])
    for part in parts:
        found = calculate("protected_amount", life.asked_of(part["whose"]), library.calculator.figures)
        assert part == {name: found[name] for name in part} | {"whose": part["whose"]}


def _is_said(part: Json, words: str) -> None:
    """Whose it is, how much, and that it is about right."""
    of = {"me": "du", "partner": "din partner"}[part["whose"]]
    assert _packed(f"får {of} behålla i månaden {_kr(part['keep'])}") in _packed(words)
    assert _kr(part["could_be_taken"]) in words
    assert "Det här är ungefärligt" in words


def _kr(amount: str) -> str:
    return in_kronor(from_plain(amount)).replace(SPACE, " ")


def _packed(words: str) -> str:
    """Without spaces: on a page the cells of a table stand close, and on paper apart."""
    return "".join(words.split())


def _take_back(visitor: Visitor, case: Json) -> None:
    """Open a saved file on its page."""
    visitor.open("/sv/oppna")
    form = next(one for one in visitor.page.forms() if one.address.endswith("/oppna"))
    sent = {**form.sent(), "file": (io.BytesIO(json.dumps(case).encode()), "min-manad.json")}
    answer = visitor.client.post(form.address, data=sent, base_url=HOME, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.get_data(as_text=True)


def _advised(app: Any, case: Json) -> list[Json]:
    """What `advise` says may be kept: nothing, one part or two."""
    ran = app.test_cli_runner().invoke(args=["advise", "-"], input=json.dumps(case | {"day": TODAY.isoformat()}))
    assert ran.exit_code == 0, ran.output
    found = json.loads(ran.stdout)["sums"].get("protected_amount", [])
    return [found] if isinstance(found, dict) else found


def _sheet(visitor: Visitor) -> str:
    response = visitor.client.get("/sv/resultat.pdf", base_url=HOME)
    assert response.status_code == 200
    return paper_text(response.data).replace(SPACE, " ")
