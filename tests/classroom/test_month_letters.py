"""The letters of the month game: what stands in them, where they belong, and that only forged numbers are wrong."""

from __future__ import annotations

import datetime

import pytest

from classroom.month.letters import amount_is_known, in_right_order, look_again, passes_luhn, pile_by_rule
from classroom.month.model import GameLetter, Pile
from classroom.reader import Classroom
from report.library import load_library

CLASSROOM: Classroom = load_library().classroom

# household, id, sender, sent, subject, kronor, payment number, last day, pile
LETTERS = [
    ("samira", "rent", "Björkens studenthem", "11-06", "Hyresavi december", 6200, "701244006", "11-30", "in_time"),
    ("samira", "forged", "Björkens Ekonomi", "11-08", "Nytt kontonummer för hyran", 6200, "701246137", "11-10", "away"),
    ("samira", "csn", "CSN", "11-02", "Beslut om studiemedel", None, None, None, "keep"),
    ("elias", "reminder", "Hörlursbutiken", "11-04", "Påminnelse", 250, "704944008", "11-13", "today"),
    ("elias", "part", "Jackbutiken", "11-06", "Betala senare, del 3 av 6", 320, "704946136", "11-30", "in_time"),
    ("elias", "forged", "Kronofogden (sms)", "11-09", "Obetald skuld, swisha nu", 1990, "704948267", "11-09", "away"),
    ("lena_johan", "power", "Elbolaget", "11-02", "Faktura värme och el", 3750, "708644000", "11-12", "today"),
    ("lena_johan", "fund", "A-kassan", "11-05", "Skicka intyg om dina timmar", None, None, "11-20", "in_time"),
    ("lena_johan", "offer", "Lånesamlarn", "11-07", "Förhandsbesked 300 000 kr", None, None, "11-11", "away"),
    ("maria", "rent", "Hyresvärden", "11-08", "Påminnelse: hyra november", 10960, "712344001", "11-13", "today"),
    ("maria", "allowance", "Försäkringskassan", "11-04", "Kontrollera din inkomst", None, None, "11-25", "in_time"),
    ("maria", "loan", "Lånebolaget", "11-05", "Avi litet lån", 1400, "712348267", "11-30", "in_time"),
    ("ahmed", "attachment", "Kronofogden", "11-02", "Beslut om utmätning av lön", None, None, None, "keep"),
    ("ahmed", "rent", "Hyresvärden", "11-06", "Hyresavi december, ny hyra", 7720, "716046131", "11-30", "in_time"),
    (
        "ahmed",
        "paid_help",
        "Skuldfri och Glad",
        "11-05",
        "Bli skuldfri, startavgift",
        4900,
        "716048269",
        "11-13",
        "away",
    ),
    ("goran", "order", "Kronofogden", "11-04", "Betalningsföreläggande", 9130, "719744005", "11-14", "today"),
    ("goran", "dentist", "Tandläkaren", "11-05", "Faktura lagad tand", 1250, "719746133", "12-05", "in_time"),
    (
        "goran",
        "forged",
        "Polisens indrivning",
        "11-08",
        "Betala i dag, annars hämtas du",
        9130,
        "719748264",
        "11-09",
        "away",
    ),
]
RIGHT_ORDER = [
    ("samira", ["rent", "csn", "forged"]),
    ("elias", ["reminder", "part", "forged"]),
    ("lena_johan", ["power", "fund", "offer"]),
    ("maria", ["rent", "allowance", "loan"]),
    ("ahmed", ["rent", "attachment", "paid_help"]),
    ("goran", ["order", "dentist", "forged"]),
]
CONTACTS = [
    ("samira", ["Hyresvärden", "Banken", "Kronofogden", "CSN"]),
    ("elias", ["Hörlursbutiken", "Banken", "Kronofogden", "Skuldrådgivaren"]),
    ("lena_johan", ["Skuldrådgivaren", "Banken", "Kronofogden", "Socialtjänsten"]),
    ("maria", ["Hyresvärden", "Socialtjänsten", "Kronofogden", "Lånebolaget"]),
    ("ahmed", ["Skuldrådgivaren", "Skuldfri och Glad", "Kronofogden", "Banken"]),
    ("goran", ["Kronofogden", "Polisen", "Banken", "Företaget i kravet"]),
]
SIGNS = {
    ("samira", "forged"): "nästan hyresvärdens namn, nytt konto, bråttom, annat OCR",
    ("elias", "forged"): "inget målnummer, Swish, bråttom",
    ("goran", "forged"): "polisen samlar inte in räkningar, hot, samma belopp som Kronofogdens brev",
    ("lena_johan", "offer"): "nytt, större lån, fyra dagar",
    ("ahmed", "paid_help"): "tar betalt för det som är gratis hos kommunen",
}
QUESTIONS = {
    "samira": "Vem ringer hon om det konstiga brevet?",
    "elias": "Vem ringer han först?",
    "lena_johan": "Vem kan se alla lån på en gång?",
    "maria": "Vem ringer hon allra först?",
    "ahmed": "Vem kan hjälpa till med en väg ut ur skulderna?",
    "goran": "Vem väntar på ett svar?",
}
FORGED = {("samira", "forged"), ("elias", "forged"), ("goran", "forged")}


def letter_of(household: str, name: str) -> GameLetter:
    return next(one for one in CLASSROOM.by_id[household].letters if one.id == name)


def test_the_letters_are_those_of_the_table() -> None:
    def day(one: datetime.date | None) -> str | None:
        return one and f"{one:%m-%d}"

    written = [
        (
            household.id,
            one.id,
            one.sender.swedish,
            day(one.sent),
            one.subject.swedish,
            one.amount,
            one.ocr,
            day(one.last),
            one.pile,
        )
        for household in CLASSROOM.households
        for one in household.letters
    ]

    assert written == LETTERS


@pytest.mark.parametrize("row", LETTERS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_letter_lies_where_the_rule_says(row: tuple[str, ...]) -> None:
    one = letter_of(row[0], row[1])

    assert pile_by_rule(one) == row[-1]
    assert one.forged is ((row[0], row[1]) in FORGED)
    assert (one.signs.swedish if one.signs else None) == SIGNS.get((row[0], row[1]))


@pytest.mark.parametrize(("name", "order"), RIGHT_ORDER)
def test_the_order_in_which_letters_are_dealt_with(name: str, order: list[str]) -> None:
    assert [one.id for one in in_right_order(CLASSROOM.by_id[name].letters)] == order


@pytest.mark.parametrize(("name", "names"), CONTACTS)
def test_whom_to_call_with_the_best_one_first(name: str, names: list[str]) -> None:
    contact = CLASSROOM.by_id[name].contact

    assert [one.text.swedish for one in contact.options] == names
    assert [one.best for one in contact.options] == [True, False, False, False]
    assert contact.question.swedish == QUESTIONS[name]


def test_the_day_of_an_order_to_pay_is_counted_from_when_it_was_confirmed() -> None:
    one = letter_of("goran", "order")

    assert one.confirmed is not None and one.last == one.confirmed + datetime.timedelta(days=10)
    assert "inom 10 dagar från det att du bekräftar" in one.more.swedish
    assert [letter.id for household in CLASSROOM.households for letter in household.letters if letter.confirmed] == [
        "order"
    ]


# the first is the example that ISO/IEC 7812 is often explained with; the others were worked out with a pencil
@pytest.mark.parametrize(
    ("number", "passes"),
    [
        ("79927398713", True),
        ("79927398710", False),
        ("18", True),
        ("19", False),
        ("0", True),
        ("000000000", True),
        ("701244006", True),
        ("701244060", False),
    ],
)
def test_the_last_digit_of_a_payment_number(number: str, passes: bool) -> None:
    assert passes_luhn(number) is passes


@pytest.mark.parametrize(
    ("household", "letter", "pile", "look"),
    [
        ("maria", "rent", "today", None),
        ("maria", "rent", "in_time", "last"),
        ("maria", "rent", "keep", "last"),
        ("maria", "rent", "away", "amount"),
        ("maria", "allowance", "away", "last"),
        ("samira", "csn", "today", "last"),
        ("samira", "forged", "today", "sender"),
        ("samira", "forged", "keep", "sender"),
        ("ahmed", "paid_help", "in_time", "sender"),
        ("ahmed", "paid_help", "away", None),
    ],
)
def test_what_to_look_at_again(household: str, letter: str, pile: Pile, look: str | None) -> None:
    assert look_again(letter_of(household, letter), pile) == look


@pytest.mark.parametrize(
    ("household", "amount", "known"),
    [
        ("lena_johan", 3750, True),  # heating and the cold month together
        ("ahmed", 7720, True),  # the rent and what it was raised by
        ("elias", 250, True),
        ("elias", 1990, False),
        ("ahmed", 4900, False),
        ("maria", 10961, False),
    ],
)
def test_an_amount_that_the_pupils_have_before_them(household: str, amount: int, known: bool) -> None:
    assert amount_is_known(CLASSROOM.by_id[household], amount) is known


def test_no_letter_names_a_year_or_an_account() -> None:
    for household in CLASSROOM.households:
        for one in household.letters:
            words = f"{one.sender.swedish} {one.subject.swedish} {one.text.swedish} {one.more.swedish}".lower()
            assert "202" not in words and "bankgiro" not in words and "plusgiro" not in words, one.id
