"""A folder of municipalities with days to come, since the real file has none."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Öppet hus om pengar"
DAYS = f"""
[[events]]
id = "open_house"
title = "{TITLE}"
place = "Fittja bibliotek"
address = "Krögarvägen 1"
area = "Fittja"
day = 2026-12-03
starts = 13:00:00
ends = 17:00:00
who = "Budget- och skuldrådgivare och Kronofogden"
languages = "Svenska, arabiska, somaliska och engelska"
confidence = "known"
source = "the tests"

[[events]]
id = "whole_day"
title = "112-dagen i Hallunda"
place = "S:t Petrus och Paulus kyrka"
area = "Hallunda"
day = 2027-02-11
who = "Polisen, Kronofogden, socialtjänsten och Botkyrkabyggen"
confidence = "known"
source = "the tests"
"""


def with_days_to_come(folder: Path) -> str:
    """The municipality as it is, and with these days too; where its folder is, for ITID_MUNICIPALITIES."""
    made = folder / "municipalities"
    made.mkdir()
    for path in (ROOT / "advice" / "municipalities").glob("*.toml"):
        (made / path.name).write_text(path.read_text(encoding="utf-8") + DAYS, encoding="utf-8")
    return str(made)
