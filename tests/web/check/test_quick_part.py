"""The quick part: drawings with follow-ups, the choice after it, helping, and what has not been asked."""

from __future__ import annotations

import pytest

from report.library import Library
from tests.visitor import Visitor


def begin(visitor: Visitor, age: str = "26plus", role: str = "self") -> None:
    """To the first question."""
    visitor.start()
    visitor.follow("/koll/")
    visitor.press(visitor.page.form("age"), age=age, role=role)
    if visitor.page.has("questionnaire"):
        visitor.press(visitor.page.form("questionnaire"), questionnaire="youth")


def quickly(visitor: Visitor) -> None:
    """Skip on to the choice after the quick part."""
    while visitor.page.has("answer"):
        visitor.press(visitor.page.form("answer"), button="skip")


def letters_of(visitor: Visitor) -> str:
    """What the list of answers says of letters."""
    page = visitor.open("/sv/koll/svar").main
    return page[page.index("Brev") : page.index("Ändra", page.index("Brev"))]


@pytest.mark.parametrize(
    ("drawing", "told", "stored"),
    [
        ("kronofogden_asks", None, ["Betalningsföreläggande"]),
        ("kronofogden_demands", ["state"], ["Skuld till staten hos Kronofogden"]),
        ("kronofogden_demands", ["state", "company"], ["Skuld till staten", "Utslag"]),
        ("kronofogden_demands", ["unknown"], ["Utslag"]),
        ("kronofogden_demands", None, ["Utslag"]),
        ("kronofogden_takes", ["income"], ["en del av min inkomst"]),
        ("kronofogden_takes", ["unknown"], ["tar en sak"]),
        ("may_have_to_move", ["rent", "claim"], ["obetald hyra", "Någon vill att jag ska flytta"]),
        ("may_have_to_move", ["decided", "unknown"], ["Det är bestämt"]),
        ("may_have_to_move", None, ["Någon vill att jag ska flytta"]),
    ],
)
def test_a_drawing_stores_the_letters_behind_it(
    visitor: Visitor, drawing: str, told: list[str] | None, stored: list[str]
) -> None:
    begin(visitor)
    ticked = {"answer": [drawing]} | ({f"more_{drawing}": told} if told else {})
    visitor.press_with(visitor.page.form("answer"), ticked)
    said = letters_of(visitor)
    assert not [words for words in stored if words not in said], said
    assert said.count("·") == len(stored) - 1


def test_a_follow_up_of_a_drawing_that_is_not_ticked_counts_for_nothing(visitor: Visitor) -> None:
    begin(visitor)
    visitor.press_with(visitor.page.form("answer"), {"answer": ["court"], "more_may_have_to_move": ["decided"]})
    assert "flytta" not in letters_of(visitor)


def test_the_drawings_are_ticked_again_when_one_comes_back(visitor: Visitor) -> None:
    begin(visitor)
    visitor.tick(visitor.page.form("answer"), ["state_debt", "lease_notice", "eviction_claim", "reminder"])
    sent = visitor.open("/sv/koll/letters").form("answer").sent()
    assert sent["answer"] == ["kronofogden_demands", "may_have_to_move", "reminder"]
    assert (sent["more_kronofogden_demands"], sent["more_may_have_to_move"]) == (["state"], ["rent", "claim"])


def test_nothing_beside_a_drawing_and_an_unknown_follow_up_are_refused(visitor: Visitor) -> None:
    begin(visitor)
    form = visitor.page.form("answer")
    assert "ta bort ett av dem" in visitor.press(form, answer=["nothing", "court"], expect=422).main.lower()
    page = visitor.press_with(form, {"answer": ["may_have_to_move"], "more_may_have_to_move": ["moon"]}, expect=422)
    assert "Det svaret finns inte" in page.main


def test_after_the_quick_part_the_plan_is_there_or_more_is_asked(visitor: Visitor) -> None:
    begin(visitor)
    quickly(visitor)
    page = visitor.page
    assert page.address == "/sv/koll/vidare"
    assert "två minuter" in page.main and "12 frågor till" in page.main
    asked = page.link("/koll/months_late")
    assert visitor.follow("/resultat").status == 200
    assert "open" not in visitor.open(asked).address
    visitor.press(visitor.page.form("answer"), answer="none")
    assert visitor.page.address == "/sv/koll/mail"


def test_the_time_that_is_named_is_true_at_a_hundred_words_a_minute(visitor: Visitor, library: Library) -> None:
    begin(visitor)
    quickly(visitor)
    questions = library.questions.questionnaires["adult"].questions
    rest = [one for one in questions if one.part == "rest" and one.when is None]
    words = 0
    for question in rest:
        shown = [question.title, question.hint, *(option.label for option in question.options)]
        words += sum(
            len(text.swedish.split()) for text in (*shown, *(option.hint for option in question.options)) if text
        )
    minutes = int(visitor.page.main.partition(" frågor till. Ungefär ")[2].split()[0])
    assert minutes - 1 < words / 100 <= minutes


def test_what_was_not_asked_stands_apart_from_what_was_skipped(visitor: Visitor) -> None:
    begin(visitor)
    visitor.tick(visitor.page.form("answer"), ["nothing"])
    quickly(visitor)
    page = visitor.open("/sv/koll/svar")
    asked, _, left = page.main.partition("Det här har du inte svarat på än")
    assert asked.count("Inget svar") == 4 and "Ändrad ekonomi" in left and "Ändrad ekonomi" not in asked


@pytest.mark.parametrize(("role", "said"), [("someone", True), ("self", False)])
def test_who_is_helped_is_asked_to_answer_alone_what_is_private(visitor: Visitor, role: str, said: bool) -> None:
    begin(visitor, role=role)
    for step, private in (("happened", True), ("feeling", True), ("money_lasts", False)):
        page = visitor.open(f"/sv/koll/{step}").main
        assert ("Låt personen svara själv" in page) is (said and private), step


def test_nobody_is_asked_how_old_the_person_is(visitor: Visitor) -> None:
    visitor.start()
    assert "personen" not in visitor.follow("/koll/").main


def test_what_only_adults_can_have_is_not_offered_under_18(visitor: Visitor) -> None:
    begin(visitor, age="16_17")
    assert "own_firm" not in visitor.open("/sv/koll/special").form("answer").options("answer")
    begin(visitor, age="18_25")
    assert "own_firm" in visitor.open("/sv/koll/special").form("answer").options("answer")


def test_no_stands_alone_where_a_young_person_may_choose_several(visitor: Visitor) -> None:
    begin(visitor, age="16_17")
    form = visitor.open("/sv/koll/asked_account").form("answer")
    visitor.press(form, answer=["no", "asked"], expect=422)
    visitor.press(visitor.page.form("answer"), answer=["asked", "pressed"])
    assert visitor.page.address == "/sv/koll/name_used"


def test_a_question_that_the_plan_asked_for_leads_back_to_the_plan(visitor: Visitor) -> None:
    begin(visitor)
    visitor.tick(visitor.page.form("answer"), ["power_cut"])
    visitor.open("/sv/resultat")
    for step in ("unpaid_now", "money_lasts", "happened", "feeling"):
        visitor.open(visitor.page.link(f"/{step}")) if visitor.page.address == "/sv/resultat" else None
        assert visitor.page.address == f"/sv/koll/{step}"
        visitor.press(visitor.page.form("answer"), button="skip")
    assert visitor.page.address == "/sv/resultat"


def test_the_whole_quick_part_is_short(library: Library) -> None:
    """Words that are shown, without a follow-up: title, hint, and what can be chosen."""
    quick = [one for one in library.questions.questionnaires["adult"].questions if one.part == "quick" and not one.when]
    words = [
        text.swedish
        for question in quick
        for text in (
            question.title,
            question.hint,
            *(part for one in question.drawings or question.options for part in (one.label, one.hint)),
        )
        if text
    ]
    assert sum(len(text.split()) for text in words) <= 285
