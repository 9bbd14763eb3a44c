"""The shapes of the letter door: a kind of letter, the form letter that answers it, and who sends letters to whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from advice.model import Trigger
from content.confidence import Confidence
from content.files import Content
from content.ids import Id
from content.text import Text

StepOfBill = Literal["bill", "reminder", "collection", "payment_order", "enforcement", "second_year"]
MOST_TO_DO = 3


class Todo(Content):
    """One thing to do about a letter."""

    id: Id
    text: Text
    """The line itself, that is always seen."""
    more: Text | None = None
    """How it is done, or what else to think of: folded on the page, printed on paper."""


class Envelope(Content):
    """Somebody whose closed envelope is opened first, and what shows who it is from."""

    id: Id
    name: Text
    picture: str
    """The drawing in `static/drawings/`, without its ending."""


class Clock(Content):
    """The days that the page of a letter asks for; what they are and how the last one is counted, the sums know."""

    label: Text
    """The day the count starts with; for a letter that is not counted, the last day that is printed in it."""
    hint: Text | None = None
    unsure: Text | None = None
    """Which day to write where it is not plain; folded."""
    last_label: Text | None = None
    """The last day printed in the letter, where one may stand in it beside the day the count starts with."""


class Letter(Content):
    """A kind of letter: how it is recognised, what it is and is not, what to do and by when, whom to call."""

    id: Id
    name: Text
    known_by: Text
    """One sentence: how one sees that it is this letter."""
    picture: str
    """The drawing in `static/letters/`, without its ending."""
    shows: Text
    """What the drawing shows, for those who do not see it."""
    option: str | None = None
    """The option of the question `letters` that "add this to my check" ticks; none where the check does not ask."""
    what: Text
    """What it is, in at most two sentences."""
    is_not: Text
    """What it is not."""
    envelopes: tuple[Envelope, ...] = ()
    """Who sends what is opened first; only where the letter is still closed."""
    do: Annotated[tuple[Todo, ...], Field(min_length=1, max_length=MOST_TO_DO)]
    by_when: Text
    """What is known of the last day: where it stands, or what it is counted from."""
    clock: Clock | None = None
    """The days to type; none where the letter has no last day."""
    read_first: bool = False
    """Whether it is another matter for somebody under 18, after a death, or with a guardian: the page says so first."""
    if_nothing: Text
    """What happens if nothing is done."""
    at_step: StepOfBill | None = None
    """The step of `late_bill` that the letter stands at: the steps from here on are shown with their sums."""
    figures: tuple[Id, ...] = ()
    """Other figures that are shown with the page."""
    sum: Id | None = None
    """The sum (its rule) that goes with it, beside how a bill grows."""
    contacts: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Whom to call, the most important first."""
    say: Text
    """The very words to say on the phone, without quotation marks."""
    form_letters: tuple[Id, ...] = ()
    """Form letters that answer it."""
    authorities: tuple[Id, ...] = ()
    """Pages about who sent it, or who helps."""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Blank(Content):
    """Something that is filled in by hand on a form letter, and how many lines it gets."""

    id: Id
    label: Text
    lines: Annotated[int, Field(ge=1, le=10)] = 1


class Point(Content):
    """One sentence of a list."""

    id: Id
    text: Text


class FormLetter(Content):
    """A letter to print, fill in by hand and sign. It is sent in Swedish; a translation stands beside it.

    It says the same for everybody. Why, somebody writes by hand on empty lines: nothing to tick tells a reader at home
    what else was thought of.
    """

    id: Id
    title: Text
    about: Text
    """When it is used, in one or two sentences; not printed on the letter itself."""
    to: Text
    """The line that the letter is addressed to, and where its address is found."""
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1)]
    """What says which case it is about, above the sentence."""
    sentence: Text
    """What the letter says."""
    asks: tuple[Point, ...] = ()
    """What is asked of the one who gets it, each as a sentence of its own."""
    send: Text
    """How and by when it is sent, for the one who signs; printed below a line to cut at."""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Authority(Content):
    """Somebody people are afraid of or do not know: what they do, and what they do not do."""

    id: Id
    name: Text
    lead: Text
    does: Annotated[tuple[Point, ...], Field(min_length=1)]
    does_not: Annotated[tuple[Point, ...], Field(min_length=1)]
    good_to_know: tuple[Point, ...] = ()
    contacts: Annotated[tuple[Id, ...], Field(min_length=1)]
    sources: Annotated[tuple[str, ...], Field(min_length=1)]


class Myth(Content):
    """Something many believe, and what is true; shown on the result where its trigger holds."""

    id: Id
    authority: Id
    myth: Text
    """As somebody would say it, without quotation marks."""
    fact: Text
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    confidence: Confidence
    when: tuple[Trigger, ...] = ()


class MythFile(Content):
    """`myths.toml`."""

    myths: Annotated[tuple[Myth, ...], Field(min_length=1)]
