"""The sums of the month game against the table that its rules were written with: none was worked out by the app."""

from __future__ import annotations

import pytest

from classroom.month import sums
from classroom.month.model import Card
from classroom.reader import Classroom
from report.library import load_library

CLASSROOM: Classroom = load_library().classroom

# household, ordinary month, this month, with card A, with card B, February when nothing is done
MONTHS = [
    ("samira", 2400, -1450, -1700, -850, 2400),
    ("elias", 102, -648, -828, -248, 102),
    ("lena_johan", -850, -4100, -5300, -4600, -3450),
    ("maria", 340, -10620, -11020, -11070, 340),
    ("ahmed", 1100, -770, -1050, -520, 680),
    ("goran", 980, -9400, -9720, -9650, 980),
]
# household, id, words, now, February, kind: in the order a to f
MEASURES = [
    ("samira", "pause_buffer", "Pausa bufferten en månad", 800, 0, "ok"),
    ("samira", "use_buffer", "Ta tusen ur bufferten", 1000, -200, "ok"),
    ("samira", "pause_gym", "Pausa gymmet till våren", 300, 300, "ok"),
    ("samira", "less_fun", "Dra ner på nöjena nu", 400, 0, "ok"),
    ("samira", "part_pay", "Lagningen på delbetalning", 2050, -205, "dear"),
    ("samira", "rent_later", "Vänta en vecka med hyran", 6200, 0, "locked"),
    ("elias", "pause_gym", "Pausa gymmet till våren", 299, 299, "ok"),
    ("elias", "less_eating_out", "Äta ute hälften så ofta", 300, 300, "ok"),
    ("elias", "subscriptions", "Avsluta två abonnemang", 240, 240, "ok"),
    ("elias", "no_clothes", "Vänta med nya kläder", 300, 0, "ok"),
    ("elias", "app_loan", "Låna tusen i en app", 1000, -290, "dear"),
    ("elias", "no_phone_bill", "Låta mobilräkningen vara", 299, 0, "locked"),
    ("lena_johan", "pause_repayment", "Be banken om amorteringspaus", 3400, 3400, "ok"),
    ("lena_johan", "less_driving", "Köra bil bara till jobbet", 900, 900, "ok"),
    ("lena_johan", "no_clothes", "Vänta med kläder till jul", 1200, 0, "ok"),
    ("lena_johan", "cheaper_plans", "Byta till billigare mobil", 700, 700, "ok"),
    ("lena_johan", "food_on_card", "Lägga maten på kreditkort", 4500, -430, "dear"),
    ("lena_johan", "leave_fund", "Gå ur a-kassan i november", 900, 900, "locked"),
    ("maria", "rent_plan", "Dela den sena hyran i två", 5480, -913, "ok"),
    ("maria", "social_services", "Fråga socialtjänsten om hyran", 5000, 0, "ok"),
    ("maria", "no_clothes", "Vänta med kläder till jul", 1000, 0, "ok"),
    ("maria", "smaller_parts", "Be om lägre delbetalningar", 600, -100, "ok"),
    ("maria", "tell_income", "Anmäla ny lön för bostadsbidrag", 0, 900, "ok"),
    ("maria", "quick_loan", "Ta ett snabblån till hyran", 11000, -1120, "dear"),
    ("ahmed", "recount", "Be Kronofogden räkna om", 0, 420, "ok"),
    ("ahmed", "simple_frames", "Välja enklare bågar", 600, 0, "ok"),
    ("ahmed", "half_other", "Halvera posten Annat", 200, 200, "ok"),
    ("ahmed", "cheaper_phone", "Byta mobilabonnemanget", 170, 170, "ok"),
    ("ahmed", "no_clothes", "Vänta med vinterjackan", 300, 0, "ok"),
    ("ahmed", "credit_card", "Glasögon på kreditkort", 1450, -165, "dear"),
    ("goran", "contest", "Bestrida kravet i tid", 9130, 0, "ok"),
    ("goran", "pause_saving", "Pausa sparandet en gång", 1000, 0, "ok"),
    ("goran", "less_leisure", "Dra ner på fritiden nu", 400, 0, "ok"),
    ("goran", "cheaper_tv", "Ta ett mindre tv-paket", 300, 300, "ok"),
    ("goran", "pay_in_parts", "Betala kravet i delar", 7600, -1530, "dear"),
    ("goran", "no_power_bill", "Vänta med elräkningen", 450, 0, "locked"),
]
# household, card, least sets of good measures with what is left now and in February, how many sets balance and hold
LEAST = [
    ("samira", None, {"ab": (350, 2200), "acd": (50, 2700), "bcd": (250, 2500)}, (6, 6)),
    ("samira", "A", {"ab": (100, 2200), "bcd": (0, 2500)}, (5, 5)),
    ("samira", "B", {"b": (150, 2200), "ac": (250, 2700), "ad": (350, 2400)}, (11, 11)),
    ("elias", None, {"abc": (191, 941), "abd": (251, 701), "acd": (191, 641), "bcd": (192, 642)}, (5, 5)),
    ("elias", "A", {"abc": (11, 941), "abd": (71, 701), "acd": (11, 641), "bcd": (12, 642)}, (5, 5)),
    ("elias", "B", {"a": (51, 401), "b": (52, 402), "d": (52, 102)}, (14, 14)),
    ("lena_johan", None, {"ab": (200, 850), "ac": (500, -50), "ad": (0, 650)}, (7, 6)),
    ("lena_johan", "A", {"abc": (200, 850), "acd": (0, 650)}, (3, 3)),
    ("lena_johan", "B", {"ac": (0, -50), "abd": (400, 1550)}, (5, 4)),
    ("maria", None, {"abc": (860, -573), "abd": (460, -673)}, (6, 3)),
    ("maria", "A", {"abc": (460, -573), "abd": (60, -673)}, (6, 3)),
    ("maria", "B", {"abc": (410, -573), "abd": (10, -673)}, (6, 3)),
    ("ahmed", None, {"bc": (30, 880), "bd": (0, 850), "be": (130, 680)}, (14, 14)),
    ("ahmed", "A", {"bce": (50, 880), "bde": (20, 850)}, (6, 6)),
    ("ahmed", "B", {"b": (80, 680), "cde": (150, 1050)}, (18, 18)),
    ("goran", None, {"ab": (730, 980), "ac": (130, 980), "ad": (30, 1280)}, (7, 7)),
    ("goran", "A", {"ab": (410, 980), "acd": (110, 1280)}, (5, 5)),
    ("goran", "B", {"ab": (480, 980), "acd": (180, 1280)}, (5, 5)),
]
# household, the dear measure alone without a card, what is left now and in February
DEAR = [
    ("samira", "e", 600, 2195),
    ("elias", "e", 352, -188),
    ("lena_johan", "e", 400, -3880),
    ("maria", "f", 380, -780),
    ("ahmed", "f", 680, 515),
    ("goran", "e", -1800, -550),
]
ANSWERS = {
    "samira": (-1450, 1450, 350),
    "elias": (-648, 648, -398),
    "lena_johan": (-4100, 4100, -1500),
    "maria": (-10620, 10620, 340),
    "ahmed": (-770, 770, -350),
    "goran": (-9400, 9400, -8150),
}


@pytest.mark.parametrize(("name", "ordinary", "this_month", "card_a", "card_b", "february"), MONTHS)
def test_the_month_and_what_the_cards_do_to_it(
    name: str, ordinary: int, this_month: int, card_a: int, card_b: int, february: int
) -> None:
    one = CLASSROOM.by_id[name]

    assert sums.ordinary(one) == ordinary
    assert sums.this_month(one) == sums.left(one) == this_month
    assert (sums.left(one, card="A"), sums.left(one, card="B")) == (card_a, card_b)
    assert sums.february(one) == february


def test_the_measures_are_those_of_the_table() -> None:
    written = [
        (one.id, measure.id, measure.text.swedish, measure.now, measure.february, measure.kind)
        for one in CLASSROOM.households
        for measure in one.measures
    ]

    assert written == MEASURES


@pytest.mark.parametrize(("name", "card", "least", "how_many"), LEAST)
def test_the_least_sets_that_mend_a_month(
    name: str, card: Card | None, least: dict[str, tuple[int, int]], how_many: tuple[int, int]
) -> None:
    one = CLASSROOM.by_id[name]
    found = {
        letters(name, chosen): (sums.left(one, chosen, card), sums.february(one, chosen))
        for chosen in sums.least_sets(one, card)
    }

    assert found == least
    assert (len(sums.balancing(one, card)), len(sums.holding(one, card))) == how_many


@pytest.mark.parametrize(("name", "letter", "now", "february"), DEAR)
def test_what_the_dear_one_does_alone(name: str, letter: str, now: int, february: int) -> None:
    one = CLASSROOM.by_id[name]
    (dear,) = [measure.id for measure in one.measures if measure.kind == "dear"]

    assert letters(name, {dear}) == letter
    assert (sums.left(one, {dear}), sums.february(one, {dear})) == (now, february)


@pytest.mark.parametrize(("name", "answers"), ANSWERS.items())
def test_the_three_answers_to_what_is_left(name: str, answers: tuple[int, int, int]) -> None:
    assert sums.left_to_choose(CLASSROOM.by_id[name]) == answers
    assert len(set(answers)) == 3


def letters(name: str, chosen: frozenset[str] | set[str]) -> str:
    """The measures by the letters of the table."""
    of_household = [row[1] for row in MEASURES if row[0] == name]
    return "".join(sorted("abcdef"[of_household.index(one)] for one in chosen))
