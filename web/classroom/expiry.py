"""Rooms whose time is up are erased by a thread of their own in each process, and by `flask purge`."""

from __future__ import annotations

import logging
import threading

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from classroom.erasing import Clock, ClockJumped, erase_expired
from classroom.rooms import OtherHost, Rooms
from web.extensions import now, since_boot

log = logging.getLogger("itid")

FIRST, EVERY = 30.0, 600.0
"""Seconds from the first page of a process to its first look, and between two looks."""


def erase_by_itself(app: Flask) -> None:
    """Start the thread with the first page of a process: no page of a resident opens the class database itself."""
    begun = threading.Lock()

    @app.before_request
    def begin() -> None:
        if begun.acquire(blocking=False):
            threading.Thread(target=_look, args=(app,), name="itid-erasing", daemon=True).start()


def look(app: Flask) -> None:
    """Erase what is to be erased, once; what keeps from it is logged, and tried again next time."""
    rooms: Rooms = app.extensions["itid_rooms"]
    try:
        with app.app_context():
            erase_expired(rooms, Clock(now(), since_boot()))
    except ClockJumped as error:
        log.error(
            "no class room is erased: %s. Set the clock, or say that it is right: flask purge --clock-is-right", error
        )
    except (SQLAlchemyError, OtherHost) as error:
        log.error("%s while old rooms were erased", type(error).__name__)


def _look(app: Flask) -> None:
    pause, wait = threading.Event(), FIRST
    while not pause.wait(wait):
        look(app)
        wait = EVERY
