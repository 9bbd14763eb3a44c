"""Text packed against a dictionary of the words that it mostly holds; the first byte says which dictionary.

A dictionary that was once in use is never changed: cookies and links packed against it are still about. What the
content has got since is packed too, only less well. `script/dictionary` writes the next one.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("dictionaries")
NEWEST = 1
WITHOUT = 0x78
"""The first byte of what zlib packs without a dictionary: how visits were packed before there was one."""
AS_IT_IS = 0
"""The first byte of what is not packed, so that its length says nothing of what it holds."""
RAW = -15
"""Deflate without zlib's own header and sum: what is packed here is encrypted, which tells every change."""
LARGEST_UNPACKED = 40_000


def pack(written: bytes) -> bytes:
    """The text, packed against the newest dictionary."""
    packer = zlib.compressobj(9, zlib.DEFLATED, RAW, 9, zlib.Z_DEFAULT_STRATEGY, dictionary(NEWEST))
    return bytes([NEWEST]) + packer.compress(written) + packer.flush()


def as_it_is(written: bytes) -> bytes:
    """The text in the same form, not packed."""
    return bytes([AS_IT_IS]) + written


def unpack(packed: bytes) -> bytes:
    """The text. Raises `ValueError` or `zlib.error` for what `pack` did not write.

    There is a bound, so that a key that leaked cannot be used to fill the memory.
    """
    if not packed:
        raise ValueError("nothing was packed")
    if packed[0] == AS_IT_IS:
        return packed[1:]
    older = packed[0] == WITHOUT
    unpacker = zlib.decompressobj() if older else zlib.decompressobj(RAW, zdict=dictionary(packed[0]))
    written = unpacker.decompress(packed if older else packed[1:], LARGEST_UNPACKED)
    if not unpacker.eof:
        raise ValueError("larger than any visit, or cut")
    return written


@cache
def dictionary(version: int) -> bytes:
    """The words of that dictionary. Raises `ValueError` where there is none."""
    path = FOLDER / f"{version}.txt"
    if not 1 <= version <= NEWEST:
        raise ValueError(f"there is no dictionary {version}")
    return path.read_bytes()
