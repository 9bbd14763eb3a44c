"""Words for what rules and advice are decided by besides answers, for those who check how everything hangs together."""

from __future__ import annotations

from typing import Protocol

from flask_babel import lazy_gettext as _l

from questionnaire.model import NOT_ASKED, SKIP


class Words(Protocol):
    """Words of our own, translated when they are shown; Flask-Babel has no types."""

    def __str__(self) -> str:
        """In the language of the page."""


FACTS: dict[str, Words] = {
    "left_before_debts_negative": _l("Budgeten visar att pengarna inte räcker, redan innan lån och skulder är betalda"),
    "left_after_debts_negative": _l("Budgeten visar att pengarna inte räcker när lån och skulder är betalda"),
    "level_1": _l("Svaren ger nivå ett"),
    "level_2": _l("Svaren ger nivå två"),
    "level_3": _l("Svaren ger nivå tre"),
    "level_4": _l("Svaren ger nivå fyra"),
    "points_high": _l("De svaga tecknen väger tillsammans så mycket att de ensamma ger nivå tre"),
    "urgent": _l("Minst en brådskande regel stämmer"),
    "two_urgent_rules": _l("Minst två brådskande regler stämmer"),
    "money_lasts": _l("Inget säger att pengarna tar slut"),
    "nothing_said": _l("Rubriken är att inget är bråttom, eller att vi vet för lite"),
    "something_said": _l("Rubriken är en annan än att inget är bråttom eller att vi vet för lite"),
    "only_too_little": _l("Alla frågor är inte ställda, och inget annat stämmer"),
    "nothing_to_keep": _l("Räkningarna blir inte liggande, och inget säger att det saknas sparade pengar"),
    "safe_mode": _l("Någon kan bestämma över pengarna, hota eller pressa"),
    "win_back_day_known": _l("Sista dagen att vinna tillbaka hyreskontraktet är känd"),
    "win_back_day_gone": _l("Sista dagen att vinna tillbaka hyreskontraktet har gått"),
    "under_18": _l("Den det gäller är under 18 år"),
    "minor_with_debt": _l("Den det gäller är under 18 år och har ett krav på sig"),
    "helping": _l("Den som svarar hjälper någon annan"),
    "child_in_household": _l("Det bor barn i hushållet"),
    "tenant": _l("Hushållet hyr sin bostad, eller det är inte känt"),
    "owns_home": _l("Hushållet äger sin bostad eller har bostadsrätt"),
    "own_firm": _l("Den det gäller har enskild firma eller F-skatt"),
    "study_support": _l("Budgeten har studiestöd"),
    "up_to_20": _l("Den det gäller är högst 20 år"),
    "up_to_28": _l("Den det gäller är högst 28 år"),
    "up_to_30": _l("Den det gäller är högst 30 år"),
    "from_66": _l("Den det gäller är minst 66 år"),
    "ill": _l("Budgeten har sjukpenning eller sjukersättning"),
}
"""Every named fact in words."""
UNANSWERED: dict[str, Words] = {SKIP: _l("inget svar"), NOT_ASKED: _l("inte frågat än")}
"""What is no answer, in words."""
