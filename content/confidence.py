"""How sure we are of a statement, from read in the law to not found yet; `web/reading/figures.py` has the words."""

from __future__ import annotations

from typing import Literal

Confidence = Literal["law", "seen_page", "seen_news", "second_hand", "inferred", "known", "unverified"]
