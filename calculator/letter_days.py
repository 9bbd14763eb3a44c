"""The day to count on as the last one to answer a letter, from what the reader knows of it.

A letter has up to three numbers: the day the count starts, the days that the letter gives, and a last day printed in
it. A counted day on a Saturday, Sunday or holiday moves to the working day before, never after: by lag (1930:173) om
beräkning av lagstadgad tid 2 § it would move to the next working day, and nobody should have to rest on that. A printed
day is never moved. Counting starts on the day after; a week is seven days, a month the same date of the next month.

- `payment_order` 10 days from the day it was confirmed or served, unless the letter gives others: lag (1990:746) om
  betalningsföreläggande och handräckning 25 §, and what Kronofogden's letters give. A European one gives 30, förordning
  (EG) nr 1896/2006 artikel 16.2.
- `eviction_claim` the same days, by the same section.
- `lease_notice` 3 weeks from the day the tenant was served the information about winning the home back: jordabalken
  (1970:994) 12 kap. 44 §; a bostadsrätt, bostadsrättslagen (1991:614) 7 kap. 23 §.
- `decided_debt` 1 month from the day of the decision, to have it tried again (återvinning): lag (1990:746) 52–53 §§.
- `seizure` 3 weeks from the day it was served, to appeal: utsökningsbalken (1981:774) 18 kap. 7 §.
- `power_cut` 3 weeks from the day the warning was served: ellagen (1997:857) 11 kap. 2–3 §§, fjärrvärmelagen
  (2008:263) 27–28 §§.
- `bank_notice` 4 weeks from the day it was sent: konsumentkreditlagen (2010:1846) 33 §, which a new act follows on
  20 November 2026. One sent from then on has its printed day alone.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from calculator.banking_day import ONE_DAY, banking_day_before, is_banking_day

ANSWER_DAYS = 10
"""The days of a payment order or a claim on eviction that gives none of its own in the letter."""
EUROPEAN_DAYS = 30
"""The days of a European payment order: what a page gives as `days` where that is the kind of letter."""
WIN_BACK_DAYS = 21
APPEAL_DAYS = 21
POWER_DAYS = 21
BANK_DAYS = 28
BANK_LAST_SENT = datetime.date(2026, 11, 19)
"""The last day on which a bank's notice was sent by the act that gives four weeks."""
NEAR_DAYS = 3

REOPENING = "decided_debt_reopening"
"""Not a letter but the second clock of `decided_debt`: to have the decision tried again, whatever day to pay it has."""
COUNTED_DAYS = {
    "payment_order": ANSWER_DAYS,
    "eviction_claim": ANSWER_DAYS,
    "lease_notice": WIN_BACK_DAYS,
    "seizure": APPEAL_DAYS,
    "power_cut": POWER_DAYS,
    "bank_notice": BANK_DAYS,
}
"""Days by law; `decided_debt` is counted by the month, and `court` has none but those in the letter."""
GIVES_DAYS = frozenset({"payment_order", "eviction_claim", "court"})
"""Letters that say how many days there are: `LetterDate.days` counts for no other."""
PRINTED_STANDS = frozenset({"payment_order", "court", "seizure"})
"""A day printed in one of these stands, also where it is later than the counted one."""
EARLIER_STANDS = frozenset({"decided_debt", "lease_notice", "eviction_claim", "power_cut", "bank_notice"})
PRINTED_ONLY = frozenset({"state_debt", "eviction_decided", "other_notice", "collection", "reminder"})
"""Nothing is counted for these; `day` is the printed last day, and may lie ahead."""
WITH_A_CLOCK = PRINTED_STANDS | EARLIER_STANDS | PRINTED_ONLY


@dataclass(frozen=True, slots=True)
class LetterDate:
    """What is known of one letter's days: the day to count from, the days it gives, and its printed last day.

    `day` is another thing for each letter (see `last_day`); `days` is the number of days that the letter gives.
    """

    day: datetime.date | None = None
    days: int | None = None
    last: datetime.date | None = None


NO_DATE = LetterDate()
"""Nothing is known of a letter's days."""


def last_day(letter: str, given: LetterDate, today: datetime.date | None = None) -> datetime.date | None:
    """The day to count on as the last one, or none where it is not known or the letter has no clock.

    `day` is the day a `payment_order` or an `eviction_claim` was confirmed, a `lease_notice` or `seizure` was got, a
    `court`'s letter or a `power_cut`'s warning was served, a `decided_debt` was decided, a `bank_notice` was sent.
    `decided_debt_reopening` is the other clock of `decided_debt`: always a month from the decision. A `lease_notice`
    gives no day by its printed one alone, which is often the day to have moved.

    A counted day on a Saturday, Sunday or holiday is moved to the working day before, to be sure; once `today` is past
    that, the counted day itself is told: it has not gone by (lag 1930:173 2 § even moves it on).
    """
    if letter in PRINTED_ONLY:
        return _earliest((given.last, given.day))
    counted = _counted(letter, given, today)
    if letter in PRINTED_STANDS:
        return given.last or counted
    if letter == "lease_notice" and counted is None:
        return None
    return _earliest((counted, given.last)) if letter in EARLIER_STANDS else counted


def win_back_day(
    lease: LetterDate | None, lease_ticked: bool, eviction: LetterDate | None, today: datetime.date | None = None
) -> datetime.date | None:
    """The last day to pay the rent and keep the home: three weeks from the notice, or from Kronofogden's letter.

    None where a notice has come (`lease_ticked`) and its day is not known: it may be earlier than the other, and so
    counts as today. The day to answer printed in Kronofogden's letter (`eviction`) has nothing to do with it. An
    earlier day printed in the notice is told until it has gone; the three weeks run on (jordabalken 12 kap. 44 §).
    """
    of_lease = last_day("lease_notice", lease, today) if lease_ticked and lease else None
    if lease and of_lease is not None and today is not None and of_lease < today:
        of_lease = _counted("lease_notice", lease, today)
    if lease_ticked and of_lease is None:
        return None
    of_eviction = _moved(eviction.day, WIN_BACK_DAYS, today) if eviction and eviction.day else None
    return _earliest((of_lease, of_eviction))


def next_working_day(date: datetime.date) -> datetime.date:
    """The first working day after that day, never the day itself."""
    date += ONE_DAY
    while not is_banking_day(date):
        date += ONE_DAY
    return date


def near(last: datetime.date, today: datetime.date) -> bool:
    """Whether a last day is within three days or no later than the next working day, or has gone by."""
    return last <= max(today + NEAR_DAYS * ONE_DAY, next_working_day(today))


def _counted(letter: str, given: LetterDate, today: datetime.date | None) -> datetime.date | None:
    if given.day is None:
        return None
    if letter in {"decided_debt", REOPENING}:
        return max(given.day, _kept(_next_month(given.day), today))
    if letter == "bank_notice" and given.day > BANK_LAST_SENT:
        return None
    of_letter = given.days if letter in GIVES_DAYS else None
    days = of_letter if of_letter is not None else COUNTED_DAYS.get(letter)
    return None if days is None else _moved(given.day, days, today)


def _moved(day: datetime.date, days: int, today: datetime.date | None) -> datetime.date:
    """Never before the day it is counted from, where a letter gives a day or two over a holiday."""
    return max(day, _kept(day + days * ONE_DAY, today))


def _kept(counted: datetime.date, today: datetime.date | None) -> datetime.date:
    """The working day before, and the counted day itself once that has gone by and this one has not."""
    before = banking_day_before(counted)
    return counted if today is not None and before < today <= counted else before


def _next_month(day: datetime.date) -> datetime.date:
    """The same date of the next month, or its last day where it has none."""
    year, month = day.year + day.month // 12, day.month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def _earliest(days: Iterable[datetime.date | None]) -> datetime.date | None:
    return min((day for day in days if day is not None), default=None)
