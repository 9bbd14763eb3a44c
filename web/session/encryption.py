"""Text that only this app can read: AES-GCM with a key derived from SECRET_KEY, and both its ends inside.

Used for the cookies of the visit, the class and the kiosk, and for what a link transfers to one's own phone; each with
a purpose of its own, so that one can never stand for another.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from web.session.packing import as_it_is, pack, unpack

NONCE = 12


@dataclass(frozen=True, slots=True)
class Decrypted:
    """What a text held, and when it was first encrypted, in seconds since 1970. Empty where it cannot be read."""

    values: dict[str, Any] = field(default_factory=dict)
    began: float = 0
    ended: bool = False
    """Whether it can be read and its time is up; then the values are empty too."""


class Encrypted:
    """Encrypts and decrypts. Reads what older keys encrypted, so that a key can be changed in operation.

    `idle` and `longest` are seconds: from the last time that it was encrypted, and from the first.
    """

    def __init__(self, keys: Sequence[str], idle: int, longest: int, purpose: bytes) -> None:
        self._ciphers = [AESGCM(_derived(key, purpose)) for key in keys]
        self._purpose = purpose
        self.idle, self.longest = idle, longest

    def encrypt(self, values: dict[str, Any], began: float, *, packed: bool = True) -> str:
        """The values as text of letters, digits, `-` and `_`; as long as they are written where they are not packed."""
        written = json.dumps([int(began), int(time.time()), values], separators=(",", ":"), ensure_ascii=False)
        nonce = secrets.token_bytes(NONCE)
        plain = pack(written.encode()) if packed else as_it_is(written.encode())
        encrypted = nonce + self._ciphers[0].encrypt(nonce, plain, self._purpose)
        return base64.urlsafe_b64encode(encrypted).rstrip(b"=").decode()

    def decrypt(self, text: str) -> Decrypted:
        """The values, or none for what was tampered with or is over."""
        try:
            encrypted = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            began, seen, values = json.loads(unpack(self._plain(encrypted)))
        except (ValueError, TypeError, InvalidTag, zlib.error):
            return Decrypted()
        if not isinstance(values, dict):
            return Decrypted()
        now = time.time()
        if now - seen > self.idle or now - began > self.longest:
            return Decrypted(ended=True)
        return Decrypted(values, began)

    def _plain(self, encrypted: bytes) -> bytes:
        for cipher in self._ciphers:
            try:
                return cipher.decrypt(encrypted[:NONCE], encrypted[NONCE:], self._purpose)
            except InvalidTag:
                continue
        raise InvalidTag


def _derived(key: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key.encode())
