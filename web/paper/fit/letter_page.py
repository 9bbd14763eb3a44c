"""How large the letters of a letter's page are, so that it is one page, and how much room is left for notes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from flask_babel import gettext

from advice.letters import Todo
from web.i18n.languages import SOURCE, current
from web.letters.view import LetterView
from web.paper.fit.act import FIRST_LINE, FIRST_POINTS, FRAME, TWO_HEADS, by_day, day_in_words, middle
from web.paper.fit.measured import BAND, MOST_NOTES, NOTE, PAGE, SAFE, WIDE_HALF, WIDE_ROW
from web.paper.fit.said import LEFT, RIGHT, Column, Columns
from web.paper.fit.sizes import RIGHT_TO_LEFT, SIZES, WHOLE
from web.paper.fit.widths import POINT, lines_of
from web.paper.printed import ASKED, CALL, INTERPRETER, NOTES, Called

READ_FIRST = (
    "Är du under 18, är det någon som har dött, eller har du god man?",
    "Ring budget- och skuldrådgivaren innan du betalar. Svara ändå i tid.",
)
CANNOT = "Vi kan inte räkna ut sista dagen. Ring i dag och fråga."
IF_NOTHING = "Om du inte gör något"
"""The words of templates/paper/parts.html, which are extracted there."""
HEAD = 20.0
"""The points of what comes first, where it stands alone."""
DRAWN, DRAWN_LEAST = 24.0, 26.0
"""Millimetres beside the letter's drawing, and those that it is high at least with what is around it."""
LADDER_NAMES, CELL = 112.0, 2.2
FIGURES = WHOLE - 5.0
BETWEEN = 3.0
"""What two columns may take more than the higher of them in words."""
GIVES_WAY = ((True, True), (False, True), (False, False))
"""Whether the figures are printed, and how a bill grows: both stand on the page that the paper is of."""


@dataclass(frozen=True, slots=True)
class LetterFit:
    """A name in the style, how many lines for notes, and what else there is room for."""

    size: str
    notes: int
    figures: bool
    ladder: bool


def fitting_letter(view: LetterView, call: Called, *, two: bool) -> LetterFit:
    """The largest letters with which it is one page; where none are, the figures give way, and then the ladder."""
    sizes = SIZES if current().direction == "ltr" else RIGHT_TO_LEFT
    pages = [_Page(size, two, view, call, *more) for more in GIVES_WAY for size in sizes]
    found = next((one for one in pages if one.top() + one.foot() <= PAGE), pages[-1])
    room = PAGE - found.top() - found.heading(NOTES, RIGHT)
    return LetterFit(found.size.name, min(max(int(room / NOTE), 0), MOST_NOTES), found.figures, found.ladder)


@dataclass(frozen=True)
class _Page(Columns):
    view: LetterView
    call: Called
    figures: bool
    ladder: bool

    def top(self) -> float:
        """All but the two columns of the foot."""
        letter = self.view.letter
        act = FRAME + self.highest(self._head) + middle(self, self._day(), self.call) + self.highest(self._say)
        rows = sum(max(self.highest(partial(self._todo, one)), self.size.picture) for one in letter.do[1:])
        rows += (len(letter.do) - 1) * self.size.around + (BAND + self.size.points * 1.3 * POINT)
        what = max(self.highest(self._what) + 2.0, DRAWN_LEAST) + BETWEEN * self.two
        return (
            self.size.line + 2.0 + act + what + rows + self.highest(self._if_nothing) + self._ladder() + self._figures()
        )

    def foot(self) -> float:
        """Whom else to call, and in which words to ask for an interpreter."""
        calls = sum(self.contact(one) for one in self.call.others) + SAFE
        asked = "" if current() is SOURCE else f"{gettext(INTERPRETER)} {ASKED}"
        height = self.heading(CALL, LEFT) + calls if self.call.others else 0.0
        return height + (self.size.text(asked, LEFT, bold=True) if asked else 0.0)

    def _head(self, column: Column) -> float:
        letter, size = self.view.letter, column.size
        points = size.points * TWO_HEADS if self.two else HEAD
        words = f"{column.before_title}{column.tell(letter.do[0].text)}"
        leading = self.size.heads if current().direction == "rtl" else 1.15
        badge = lines_of(column.tell(letter.name), column.half - 5.0, FIRST_POINTS, bold=True)
        return lines_of(words, column.head, points, bold=True) * points * leading * POINT + (badge - 1) * FIRST_LINE

    def _day(self) -> float:
        view = self.view
        if view.last:
            return by_day(self, view.last, view.passed)
        if view.unknown:
            return self.highest(lambda column: day_in_words(self, column.say(CANNOT)))
        return self.size.line + day_in_words(self, "_") if view.letter.clock else 0.0

    def _say(self, column: Column) -> float:
        letter = self.view.letter
        first = [one for one in (letter.do[0].more, letter.by_when) if one]
        also = sum(
            column.size.text(f"{column.say(name)}: {day}", column.half, bold=True) for name, day in self.view.also
        )
        words = column.size.text(" ".join(map(column.tell, first)), column.half)
        return also + words + self.to_say(letter.say, column, column.half, 1.1)

    def _what(self, column: Column) -> float:
        letter, width = self.view.letter, self._half(column, WHOLE - DRAWN)
        height = column.size.text(f"{column.tell(letter.what)} {column.tell(letter.is_not)}", width)
        return height + (column.size.text(" ".join(map(column.say, READ_FIRST)), width, bold=True) * letter.read_first)

    def _todo(self, one: Todo, column: Column) -> float:
        size, width = column.size, WIDE_HALF if self.two else WIDE_ROW
        points = size.points * 1.12
        title = lines_of(f"{column.before_title}{column.tell(one.text)}", width, points, bold=True)
        more = size.text(column.tell(one.more), width) if one.more else 0.0
        return title * points * size.heads * POINT + more

    def _if_nothing(self, column: Column) -> float:
        width = self._half(column, WHOLE)
        return column.size.heading(column.say(IF_NOTHING), width) + column.size.text(
            column.tell(self.view.letter.if_nothing), width
        )

    def _half(self, column: Column, whole: float) -> float:
        """The width of a column of so many millimetres, less what parts it from the other."""
        if not self.two:
            return whole
        return whole / 2 - (4.0 if column is self.columns[0] else 8.5)

    def _ladder(self) -> float:
        ladder = self.view.ladder
        if ladder is None or not self.ladder:
            return 0.0
        names = [rung.name for rung in ladder.rungs if rung.step != "bill"]
        lines = [self.size.text(self.words(str(name)), LADDER_NAMES) for name in names]
        return sum(lines) + CELL * (len(lines) + 1) + self.size.line * (2 if self.two else 1) + 3.0

    def _figures(self) -> float:
        if not self.figures:
            return 0.0
        return sum(
            self.size.text(f"{self.said(one.dated.figure.name)}: 0 000 000 kr (2026)", FIGURES)
            for one in self.view.shown_figures
        )
