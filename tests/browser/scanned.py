"""A picture on a page as a phone's camera reads it."""

from __future__ import annotations

from io import BytesIO

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator


def scanned(picture: Locator) -> str:
    """What a phone reads in a picture on the screen."""
    seen = Image.open(BytesIO(picture.screenshot())).convert("L")
    found = zxingcpp.read_barcodes(seen)
    assert len(found) == 1, f"{len(found)} codes were seen"
    return str(found[0].text)
