"""What gunicorn writes beside the access log: never an address, and never anything that was sent.

Its own words for a request that is no HTTP hold the sender's address and the raw line, with whatever signs of control
stand in it. Here it says what kind of fault it was, and nothing else.
"""

from __future__ import annotations

import sys
from typing import Any

from gunicorn.glogging import Logger

REFUSED = "a request that is not proper HTTP was refused"
FROM_OUTSIDE = "Invalid request"
"""How gunicorn's warning about such a request begins; its other warnings are about the start."""


class Quiet(Logger):
    """Gunicorn's logger without what comes from outside."""

    def warning(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """A warning; one about a request says that there was one."""
        if str(msg).startswith(FROM_OUTSIDE):
            super().warning(REFUSED)
        else:
            super().warning(msg, *args, **kwargs)

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        """A fault by its kind and its place in the code: its words may hold what somebody typed."""
        kind, _error, frame = sys.exc_info()
        while frame is not None and frame.tb_next is not None:
            frame = frame.tb_next
        place = f" in {frame.tb_frame.f_code.co_filename} line {frame.tb_lineno}" if frame else ""
        self.error("%s%s", kind.__name__ if kind else "a fault", place)
