"""Which pages are the same for all, and what is said of each where somebody searches; all other addresses by name.

Whoever adds a page names it on one of the two sides. A page that shows anything of a visit, that leads to one, or that
is only of use to whoever came to it from another page, is not for a search engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from content.text import Text
from report.library import Library
from web.i18n.markers import N_
from web.i18n.words import as_text, spoken

SAME_FOR_ALL: Final[dict[str, str]] = {
    "start.start": N_("Du har fått ett brev om pengar. Se vad du kan göra först, och vem du kan ringa. Du är anonym."),
    "letters.every": N_("Hitta ditt brev. Se vad det betyder, när sista dagen är och vad du kan göra."),
    "letters.one": "",
    "authorities.every": N_("Se vad Kronofogden, socialtjänsten och andra gör, och vad de inte gör."),
    "authorities.one": "",
    "sums.every": N_("Se vad något kostar och vad du får behålla. Alla siffror har ett år och en källa."),
    "sums.one": "",
    "pages.contacts": N_("Hjälpen är gratis. Du behöver inte veta vad problemet heter."),
    "pupil.front": N_(
        "En färdig lektion om pengar och brev, i 45, 60 eller 90 minuter. Påhittade hushåll, inget om eleverna själva."
    ),
    "pages.about": N_(
        "I tid hjälper dig att se hur du har det med pengar och vad du kan göra först. Det är gratis och anonymt."
    ),
}
"""Endpoint → its description in the source language; empty where each page of it has one of its own."""
NOT_TO_BE_FOUND: Final = frozenset(
    """
    front static health.live health.ready found.robots found.sitemap
    start.ask_to_clear start.clear start.cleared start.leave start.stay start.still_here
    check.answers check.onward check.question check.too_young check.which check.who
    results.result results.tick results.sheet results.quiet_sheet calendar.file
    transfer.arrive transfer.offer transfer.printed transfer.read_out
    saved.case_alone saved.file saved.save saved.take_back
    budget.group budget.household budget.printed budget.spreadsheet budget.summary
    quick.quick until_pay.until what_if.what_if
    debts.every debts.for_adviser debts.new debts.one debts.remove debts.take_offered paper.debts
    letters.add_to_check paper.every paper.form_letter paper.letter_sheet paper.printed
    events.every events.calendar events.calendar_of_all
    pages.method pages.flow pages.privacy pages.accessibility
    household.answered household.change household.choose household.every household.read
    game.every game.story game.letters game.letter game.month game.measures game.call game.card game.february
    pupil.seen pupil.welcome lesson.moved lesson.plan lesson.printed from_paper.typed
    class_moved.moved class_moved.to_quiz
    follow.now follow.onward quiz.begin quiz.number quiz.review quiz.statement quiz.wait household.show
    remote.link remote.link_shown remote.open_one remote.press remote.results remote.results_sheet remote.show
    wall.now wall.show
    kiosk.cleared kiosk.front kiosk.staff kiosk.still_there
    """.split()
)
"""Every other endpoint."""


class Described(Protocol):
    """What is known here of a sum: its part of the address, and what it tells, named for the catalogues."""

    @property
    def path(self) -> str: ...

    @property
    def lead(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Found:
    """One page that may be found: where it is, and who says what it is about, in the language of the page."""

    endpoint: str
    described: Callable[[], str]
    values: Mapping[str, Any] = field(default_factory=dict)


def pages_to_find(library: Library, sums: Iterable[Described]) -> tuple[Found, ...]:
    """All of them, in the order of `SAME_FOR_ALL`."""
    door = library.door
    own: dict[str, list[Found]] = {
        "letters.one": [Found("letters.one", _of(one.what), {"letter": one.id}) for one in door.letters],
        "authorities.one": [Found("authorities.one", _of(one.lead), {"authority": one.id}) for one in door.authorities],
        "sums.one": [Found("sums.one", _of(one.lead), {"path": one.path}) for one in sums],
    }
    pages: list[Found] = []
    for endpoint, says in SAME_FOR_ALL.items():
        pages += own.get(endpoint) or [Found(endpoint, _of(says))]
    return tuple(pages)


def _of(words: Any) -> Callable[[], str]:
    return lambda: spoken(words) if isinstance(words, Text) else as_text(words)
