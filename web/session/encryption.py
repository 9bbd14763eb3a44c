"""Text that only this app can read: AES-GCM with a key derived from SECRET_KEY, and both its ends inside.

Used for the visit's cookie, for the kiosk's, and for what a link carries to one's own phone; each with a purpose of its
own, so that one can never stand for another.
"""

from __future__ import annotations

import base64
import json
import secrets
import time
import zlib
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LARGEST_UNPACKED = 40_000
NONCE = 12


class Seal:
    """Closes and opens text. Opens what older keys closed, so that a key can be changed in operation."""

    def __init__(self, keys: Sequence[str], idle: int, longest: int, purpose: bytes) -> None:
        self._ciphers = [AESGCM(_derived(key, purpose)) for key in keys]
        self._purpose = purpose
        self.idle, self.longest = idle, longest

    def close(self, values: dict[str, Any], began: float) -> str:
        """The values as text."""
        written = json.dumps([int(began), int(time.time()), values], separators=(",", ":"), ensure_ascii=False)
        nonce = secrets.token_bytes(NONCE)
        sealed = nonce + self._ciphers[0].encrypt(nonce, zlib.compress(written.encode(), 9), self._purpose)
        return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def open(self, text: str) -> tuple[dict[str, Any], float, bool]:
        """The values, when they were first closed, and whether they have ended; empty for what was tampered with."""
        try:
            sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            began, seen, values = json.loads(_unpacked(self._decrypted(sealed)))
        except (ValueError, TypeError, InvalidTag, zlib.error):
            return {}, 0, False
        if not isinstance(values, dict):
            return {}, 0, False
        now = time.time()
        if now - seen > self.idle or now - began > self.longest:
            return {}, 0, True
        return values, began, False

    def _decrypted(self, sealed: bytes) -> bytes:
        for cipher in self._ciphers:
            try:
                return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], self._purpose)
            except InvalidTag:
                continue
        raise InvalidTag


def _derived(key: str, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key.encode())


def _unpacked(packed: bytes) -> bytes:
    """Unpack with a bound, so that a key that leaked cannot be used to fill the memory."""
    unpacker = zlib.decompressobj()
    written = unpacker.decompress(packed, LARGEST_UNPACKED)
    if unpacker.unconsumed_tail:
        raise ValueError("larger than any visit")
    return written
