"""Rooms whose time is up are erased by the next request, whichever page it is for, and by `flask purge`."""

from __future__ import annotations

import logging
import threading
import time

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from classroom.store import Store
from web.extensions import now

log = logging.getLogger("itid")

EVERY = 60.0
"""Seconds between two looks: a page never waits for more than one of them."""


def erase_expired(app: Flask) -> None:
    """Look for rooms to erase before a request, at most once a minute in each process."""
    looking, last = threading.Lock(), [-EVERY]

    @app.before_request
    def erase_old_rooms() -> None:
        store: Store = app.extensions["itid_store"]
        if not store.begun or time.monotonic() - last[0] < EVERY or not looking.acquire(blocking=False):
            return
        try:
            last[0] = time.monotonic()
            store.erase_expired(now())
        except SQLAlchemyError as error:
            # No page of a resident waits for the counts of a class.
            log.error("%s while old rooms were erased", type(error).__name__)
        finally:
            looking.release()
