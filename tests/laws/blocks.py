"""Which blocks are given: the table of blocks read a second time (instrument, 5 and 6)."""

from __future__ import annotations

from tests.laws.reading import CUTS, Life, headline, level, rules

CONTESTABLE = ("payment_order", "court", "state_debt", "decided_debt")


def blocks(life: Life) -> set[str]:
    """The ids of the blocks that are given."""
    fired = rules(life)
    found = _safety_and_home(life, fired) | _letters(life) | _others(life, fired) | _keeping(life, fired)
    given = {block for block, holds in found.items() if holds}
    given |= {"B10"} if "O1" in fired else set()
    given |= {"B28"} if "O5" in fired else set()
    given |= {"B33"} if "O12" in fired else set()
    if "B35" in given:
        given.discard("B05")
    return given


def urgent_blocks(life: Life) -> set[str]:
    """Those that are there because of an urgent rule."""
    fired = rules(life)
    always = set("B22 B21 B23 B14 B32 B13 B35 B36 B18 B10 B28 B33 B34 B11".split())
    if any(code.startswith("O") for code in fired):
        always |= {"B26", "B30"}
    by_rule = {
        "B19": "O7c" in fired or _close(life) or ("F8" in fired and "O8" in fired),
        "B20": _mule(life),
        "B15": "O4" in fired,
        "B12": "O3" in fired,
        "B25": "O6" in fired,
    }
    return blocks(life) & (always | {block for block, holds in by_rule.items() if holds})


def _close(life: Life) -> bool:
    return life.has("happened", "close_borrowed") or life.has("name_used", "close")


def _mule(life: Life) -> bool:
    return any(life.has(question, "pressed", "lent_account") for question in ("happened", "asked_account"))


def _rent_owed(life: Life) -> bool:
    """B13's own trigger: not by a claim where `unpaid_now` is answered without rent and no notice is ticked."""
    if life.has("letters", "lease_notice") or life.has("unpaid_now", "rent"):
        return True
    return life.has("letters", "eviction_claim") and life.has("unpaid_now", "skip")


def _safety_and_home(life: Life, fired: tuple[str, ...]) -> dict[str, bool]:
    has = life.has
    decided, claim = has("letters", "eviction_decided"), has("letters", "eviction_claim")
    stays = has("letters", "lease_notice") or claim
    return {
        "B22": "O9" in fired,
        "B21": has("happened", "threatened") or has("asked_account", "threatened"),
        "B20": _mule(life) or has("asked_account", "asked"),
        "B19": _close(life) or "F8" in fired,
        "B18": has("happened", "stranger") or has("name_used", "stranger"),
        "B23": "O10" in fired,
        "B14": decided,
        "B32": claim,
        "B13": _rent_owed(life) and (stays or not decided),
        "B35": "O11" in fired,
        "B36": "O14" in fired,
    }


def _letters(life: Life) -> dict[str, bool]:
    has = life.has
    contestable = has("letters", *CONTESTABLE)
    wrong = has("claim_right", "wrong", "partly")
    open_answer = has("answered", "no", "unknown", "skip", "cannot_pay")
    unpaid = has("unpaid_now", *"rent home_loan power state parking_fine parking_charge phone credit care".split())
    cannot = has("answered", "cannot_pay")
    return {
        "B11": contestable and wrong and open_answer,
        "B15": has("letters", "power_cut") or has("unpaid_now", "power"),
        "B12": has("unpaid_now", "state") or "O3" in rules(life),
        "B34": has("letters", "seizure"),
        "B25": has("letters", "unopened") or has("mail", "avoid"),
        "B16": has("letters", "attachment"),
        "B17": has("letters", "attachment", "seizure")
        or (cannot and (has("letters", "decided_debt") or has("repay_share", "gt50"))),
        "B27": has("letters", "collection"),
        "B06": (has("months_late", "one", "two") and unpaid)
        or has("unpaid_now", "phone", "credit", "care")
        or has("letters", "reminder"),
        "B29": contestable and has("answered", "contested", "paid", "cannot_pay"),
        "B05": has("unpaid_now", "home_loan"),
        "B43": has("unpaid_now", "parking_fine"),
        "B44": has("unpaid_now", "parking_charge"),
    }


def _others(life: Life, fired: tuple[str, ...]) -> dict[str, bool]:
    has, some = life.has, set(fired)
    urgent = {code[:2] if code.startswith("O7") else code for code in fired if code.startswith("O")}
    return {
        "B24": has("gambling", "affects"),
        "B08": level(life, fired) == 3
        or bool(some & set("F1 F2 F3 F4 F5 F6 F7 M1".split()))
        or len(urgent) > 1
        or life.points >= CUTS[life.questionnaire][1],
        "B09": bool(some & set("G4 G8 G13 F7 M1 O2 O10".split())) or has("shock", "one", "several"),
        "B03": has("shock", "one", "several"),
        "B04": bool(some & set("G4 G5 G6 G7 F5 F6".split())),
        "B22b": has("feeling", "daily"),
        "B39": has("special", "deceased"),
        "B38": has("special", "guardian"),
        "B40": has("special", "joint_or_guarantor"),
        "B37": has("special", "own_firm"),
        "B41": has("special", "abroad"),
        "B42": has("special", "someone_gambles"),
        "B26": "G14" in fired or (life.under_18 and _childs_debt(life)),
        "B30": life.helping,
    }


def _childs_debt(life: Life) -> bool:
    return (
        life.has("letters", "payment_order", "decided_debt", "court", "collection", "reminder")
        or life.has("unpaid_now", "phone", "credit")
        or life.has("credits", "1", "2", "3", "4_plus", "unknown")
    )


def _keeping(life: Life, fired: tuple[str, ...]) -> dict[str, bool]:
    """The steps that keep things as they are. A level that is only "at least" 1 counts as 2 and says so by B31."""
    has, found = life.has, max(level(life, fired), 2 if life.partial else 1)
    little_known = headline(life, fired) in ("nothing_urgent", "too_little_known")
    low = found <= 2 and not little_known
    late = has("mail", "late") or ("G1" in fired and has("unpaid_now", "nothing"))
    buffer = has("buffer", "partly", "no") and not set(fired) & {"G8", "O10", "M1", "M2"}
    keeps = has("mail", "late") or has("buffer", "partly", "no")
    return {
        "B31": "G9" in fired or (life.partial and not fired),
        "B07": "M2" in fired or (low and (found == 2 or not keeps)),
        "B02": low and buffer,
        "B01": low and late,
    }
