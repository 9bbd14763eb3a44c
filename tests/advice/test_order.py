"""The two orders of the steps, as the instrument's tables write them."""

from __future__ import annotations

from report.library import load_library

ORDER = load_library().advice.order


def test_the_urgent_blocks_stand_by_danger() -> None:
    assert [part.danger for part in ORDER.urgent] == [
        "life", "food", "home", "after_home", "last_day", "soon", "after_all",
    ]  # fmt: skip
    # B11 finds its place behind the answer to its letter, wherever that is.
    assert [block for part in ORDER.urgent for block in part.blocks if block != "B11"] == (
        "B22 B21 B19 B20 B23 B14 B32 B13 B35 B36 B26 B18 B10 B28 B15 B12 B33 B34 B25 B30"
    ).split()


def test_the_others_stand_by_their_list() -> None:
    assert [entry.partition(":")[0] for entry in ORDER.calm] == (
        "B30 B26 B19 B24 B09 B05 B15 B12 B43 B25 B08 B16 B17 B39 B38 B27 B44 B06 B29 B09 B40 B37 B41 B04 B03 B22b B42 "
        "B20 B31 B07 B02 B01"
    ).split()
