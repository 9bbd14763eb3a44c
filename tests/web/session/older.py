"""Visits as earlier releases put them into a browser: packed without a dictionary, and in the shapes of their day."""

from __future__ import annotations

import base64
import json
import time
import zlib
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.conftest import KEY

VISITS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("visits/*.json")
}
"""Name of a format → `from`, the `session` as it was kept, and the visit that is `kept` of it today."""
NONCE = b"twelve bytes"


def packed_as_before(values: dict[str, Any], purpose: bytes) -> str:
    """The text of a cookie or a link of the releases before there was a dictionary."""
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(KEY.encode())
    written = json.dumps([int(time.time()), int(time.time()), values], separators=(",", ":"), ensure_ascii=False)
    encrypted = NONCE + AESGCM(key).encrypt(NONCE, zlib.compress(written.encode(), 9), purpose)
    return base64.urlsafe_b64encode(encrypted).rstrip(b"=").decode()
