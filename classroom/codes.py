"""Codes and keys of a room: a code that is said aloud, a key that opens the teacher's pages, and their hashes.

The code is made from the key, so that the teacher's pages can show it while only hashes are stored.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence

CONSONANTS, VOWELS = "BDGLMNRSTV", "AIO"
"""Letters that sound and look unlike each other, also to somebody new to Swedish; no Q, no X, no E beside I."""
SYLLABLES = 4
LENGTH = 2 * SYLLABLES
NOT_ON_A_WALL = ("NIG", "NASI", "DODA", "SATAN", "VAGI")
"""What a room full of sixteen-year-olds would read in a code; such a key is not used."""
LOOKS_LIKE = str.maketrans({"0": "O", "1": "I", "Å": "A", "Ä": "A", "Ö": "O", "Ó": "O", "Í": "I", "Á": "A"})
KEY_BYTES = 18
TICKET = 12
"""Signs of five bits each."""


def new_key() -> str:
    """A key for a teacher's link: 144 random bits in letters that stand in an address."""
    return secrets.token_urlsafe(KEY_BYTES)


def code_of(key: str, generation: int, secret: str) -> str:
    """The room's code in a generation: four syllables such as `LIMATOSA`. A new generation has a code of its own."""
    digest = _mac(secret, f"class code {generation} {key}")
    return "".join(
        CONSONANTS[digest[2 * place] % len(CONSONANTS)] + VOWELS[digest[2 * place + 1] % len(VOWELS)]
        for place in range(SYLLABLES)
    )


def ticket_of(code: str, secret: str) -> str:
    """What the picture on the wall carries beside the code: 60 bits that nobody can guess, for this code alone."""
    return base64.b32encode(_mac(secret, f"class ticket {code}"))[:TICKET].decode()


def is_ticket(ticket: str, code: str, secrets: Sequence[str]) -> bool:
    """Whether somebody has read the code off the wall, and did not guess it."""
    return any(hmac.compare_digest(ticket.encode(), ticket_of(code, one).encode()) for one in secrets)


def fit_to_show(code: str) -> bool:
    """Whether a code can stand on a wall and be said aloud."""
    return not any(word in code for word in NOT_ON_A_WALL)


def spoken(code: str) -> str:
    """The code as it is shown and said: `LIMA TOSA`."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"


def normalised(typed: str) -> str | None:
    """The code that somebody typed, however it was written; None where it cannot be one."""
    letters = "".join(sign for sign in typed.upper().translate(LOOKS_LIKE) if sign.isalpha())
    shaped = len(letters) == LENGTH and all(
        sign in (VOWELS if place % 2 else CONSONANTS) for place, sign in enumerate(letters)
    )
    return letters if shaped else None


def hashes(word: str, keys: Sequence[str]) -> tuple[str, ...]:
    """What is stored of a code or a key, under each key of the app; the first is the one that is written."""
    return tuple(_mac(key, f"room {word}").hex() for key in keys)


def _mac(secret: str, words: str) -> bytes:
    return hmac.new(secret.encode(), words.encode(), hashlib.sha256).digest()
