"""The report as one page of HTML for paper: the next steps, whom to call, room for notes, and the budget on the back.

Lean on purpose: few boxes, fixed tables, no flex and no grid, since every box costs time when a whole class prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext
from markupsafe import Markup

from calculator.budget_table import GroupSum, group_sums
from calculator.reference_costs import Used
from content.money import Ore, ore_of
from content.text import Text
from questionnaire.model import Option, Question
from report.build import Report
from report.rows import unfolded
from web.extensions import library
from web.forms.fields import TokenForm
from web.i18n.fallback import has_swedish, marked_up, unmarked
from web.i18n.formats import NO_BREAK, isolated
from web.i18n.languages import SOURCE, current, in_source
from web.i18n.words import spoken, translate
from web.paper.fit.choose import fitting
from web.paper.printed import FACTS, called, tells_of_kronofogden
from web.sums.registry import Made
from web.sums.registry import fitting as fitting_sums

Both = Callable[..., Markup]
SWEDISH_QUOTES, OTHER_QUOTES = Markup("”{}”"), Markup("“{}”")
NUMBER_SPAN = re.compile(r'<span class="n" dir="ltr">([^<]*)</span>')
ADVISER = ("debt_adviser",)
WHOLE_BAR, BESIDE_AMOUNT = 100, 62
"""Percent of the column that the longest bar takes: alone in it, and with the amount after it."""


@dataclass(frozen=True, slots=True)
class Month:
    """What comes in beside what goes out, debts too, in öre a month; what goes out above what comes in is hatched."""

    income: Ore
    out: Ore

    @property
    def over(self) -> Ore:
        """How much more goes out than comes in."""
        return max(self.out - self.income, 0)

    @property
    def drawn_in(self) -> Markup:
        """The bar of what comes in."""
        return bar("income", self._percent(self.income))

    @property
    def drawn_out(self) -> Markup:
        """The bar of what goes out, in two parts where it is more than what comes in."""
        within = bar("costs", self._percent(min(self.out, self.income)))
        return within + bar("over", self._percent(self.over)) if self.over else within

    def _percent(self, amount: Ore) -> int:
        return BESIDE_AMOUNT * amount // (max(self.income, self.out) or 1)


def bar(kind: str, percent: int) -> Markup:
    """A bar so many percent of its column wide, and at least one."""
    return Markup('<span class="bar {} w{}"></span>').format(kind, max(percent, 1))


@dataclass(frozen=True, slots=True)
class Source:
    """Figures that come from the same publication of the same year and are equally sure."""

    first: Used
    used: tuple[Used, ...]

    @property
    def names_its_year(self) -> bool:
        """Whether the publication's own name says which year it is for."""
        return str(self.first.dated.from_.year) in self.first.dated.value.source

    def names(self) -> tuple[tuple[Text, tuple[Ore, ...]], ...]:
        """Each figure by its name, with the amounts that were read from it."""
        amounts: dict[Text, list[Ore]] = {}
        for used in self.used:
            amounts.setdefault(used.dated.figure.name, []).append(ore_of(used.value))
        return tuple((name, tuple(each)) for name, each in amounts.items())


def sheet_html(
    report: Report,
    *,
    beside: bool = False,
    with_answers: bool = False,
    made: Sequence[Made] | None = None,
    on_screen: bool = False,
) -> str:
    """The sheet in the language of the page; `report` is the one for paper, `beside` adds a column in Swedish.

    `made` are the sums that are printed; without them, those that the report calls for. It is no page of the site: no
    token is made for it, and nothing of the visit is read; but `on_screen` gives the one that a browser prints itself.
    """
    two_languages = beside and current().code != SOURCE.code
    fit = fitting(report, two=two_languages)
    template = current_app.jinja_env.get_template("paper/sheet.html")
    page = template.render(
        report=report,
        plan=fit.plan,
        fit=fit,
        two=two_languages,
        both=both_ways(two_languages, f"{NO_BREAK}·"),
        below=both_ways(two_languages),
        own=both_ways(False),
        swedish=in_swedish,
        isolated=isolated,
        tel=tel,
        called=called,
        facts=FACTS if fit.about and tells_of_kronofogden(report) else (),
        more=fit.plan.titles[: fit.further],
        later=[step for step in fit.plan.titles[fit.further :] if step in unfolded(report)],
        rows=rows(report),
        bar=bar,
        month=Month(report.sums.income, report.sums.costs + report.sums.debts) if report.sums else None,
        sources=tuple(sources(report.reference.figures_used if report.reference else ())),
        sources_of=sources,
        made=tuple(fitting_sums(report)) if made is None else made,
        answers=answered(report) if with_answers else (),
        on_screen=on_screen,
        token_form=TokenForm(formdata=None) if on_screen else None,
    )
    return page if on_screen else lean(page)


def debt_sheet_html(report: Report, *, beside: bool = False) -> str:
    """The list of debts alone, for an adviser; `report` is the one for paper and has such a list."""
    two_languages = beside and current().code != SOURCE.code
    page = current_app.jinja_env.get_template("paper/debt_list.html").render(
        report=report,
        two=two_languages,
        both=both_ways(two_languages, f" ·{NO_BREAK}"),
        own=both_ways(False),
        swedish=in_swedish,
        tel=tel,
        whom=report.directory.pick(ADVISER),
    )
    return lean(page)


def lean(page: str) -> str:
    """The page without the spans of numbers where all is read from left to right: there each only costs a box.

    What has no translation is marked as Swedish, as on every page.
    """
    page = marked_up(page)
    return NUMBER_SPAN.sub(r"\1", page) if current().direction == "ltr" else page


def both_ways(beside: bool, between: str = "") -> Both:
    """What the templates say every word with: in the page's language, and in Swedish too where that is asked for.

    `between` stands before the Swedish: in the sheet a dot, where a word or a line is said twice. The space after it is
    in the span: WeasyPrint breaks a full line between any two words where no line may end before a span.
    """

    def both(words: Text | str, quoted: bool = False) -> Markup:
        if isinstance(words, Text):
            swedish, said, shown = words.swedish, spoken(words), translate(words)
        else:
            swedish, shown = words, isolated(gettext(words))
            said = unmarked(gettext(words))
        # Also where there is no translation: the Swedish is said once.
        same = has_swedish(said, swedish) if between else said == swedish
        if quoted:
            quotes = SWEDISH_QUOTES if current() is SOURCE else OTHER_QUOTES
            shown, swedish = quotes.format(shown), SWEDISH_QUOTES.format(swedish)
        if same or not beside:
            return shown
        return shown + between + Markup('<span class="sv" lang="sv" dir="ltr"> {}</span>').format(swedish)

    return both


def in_swedish(part: Callable[..., Markup], *more: object) -> Markup:
    """A part of a template in Swedish, with its days and numbers: the column beside that of the page's language."""
    with in_source():
        return part(*more)


def tel(number: str) -> Markup:
    """A number to call, read from left to right in every script; on a phone it can be touched.

    The text stands in the link itself: a span between them would part the link from its tag in the PDF.
    """
    digits = "".join(character for character in number if character.isdecimal())
    return Markup('<a href="tel:{}" dir="ltr">{}</a>').format(digits, number.replace(" ", NO_BREAK))


def rows(report: Report) -> tuple[GroupSum, ...]:
    """The budget by groups, in the order of the budget's pages, without those that come to nothing."""
    if report.budget is None:
        return ()
    return tuple(row for row in group_sums(report.budget, library().calculator) if row.month)


def sources(figures: Iterable[Used]) -> Iterator[Source]:
    """The figures behind the sums, those of one publication together."""
    together: dict[tuple[object, ...], list[Used]] = {}
    for used in figures:
        value = used.dated.value
        key = (value.source, value.confidence, used.dated.from_, used.dated.until, used.dated.state)
        together.setdefault(key, []).append(used)
    for members in together.values():
        yield Source(members[0], tuple(members))


def answered(report: Report) -> tuple[tuple[Question, tuple[Option, ...]], ...]:
    """What was answered, without the questions that never leave the screen and those that were left out."""
    return tuple((question, chosen) for question, chosen in report.questions if chosen and not question.sensitive)
