"""`flask doctor`: whether this machine keeps what the pages promise, and how to mend what does not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from classroom.erasing import CLOCK, ERASED, JUMP
from classroom.live import NoLiveStore
from classroom.rooms import Rooms
from web.extensions import now, since_boot

SWAPS, CORE_PATTERN, BLOCK = Path("/proc/swaps"), Path("/proc/sys/kernel/core_pattern"), Path("/sys/block")
STALE = 3 * 60 * 60


@dataclass(frozen=True, slots=True)
class Finding:
    """What is at fault, and how to mend it."""

    what: str
    mend: str


@click.command()
@with_appcontext
def doctor() -> None:
    """Look at this machine, and say what is at fault and how to mend it; the exit status is then 1."""
    rooms: Rooms = current_app.extensions["itid_rooms"]
    found = [*swap(), *core_dumps(), *live_store(rooms)]
    for one in found:
        click.echo(f"fault: {one.what}\n  mend: {one.mend}")
    if found:
        sys.exit(1)
    click.echo("all is well")


def swap(swaps: Path = SWAPS, block: Path = BLOCK) -> Iterator[Finding]:
    """Memory that is written to a disk in clear: an open quiz would lie there."""
    for line in _lines(swaps)[1:]:
        name = line.split()[0]
        if not _encrypted(Path(name).name, block):
            yield Finding(
                f"{name} is swap, and not encrypted", f"swapoff {name}, and take it out of /etc/fstab; or encrypt it"
            )


def core_dumps(pattern: Path = CORE_PATTERN) -> Iterator[Finding]:
    """A crash that writes a process's memory to the disk. The app asks for none; only a program may not heed that."""
    said = " ".join(_lines(pattern)[:1])
    if said.startswith("|") and "%c" not in said:
        mend = "sysctl -w kernel.core_pattern=core, or a program that is told the limit (%c)"
        yield Finding(
            f"core dumps go to {said.lstrip('|').split(' ')[0]}, which does not know that there are to be none", mend
        )


def live_store(rooms: Rooms) -> Iterator[Finding]:
    """Where lessons go on, when was last erased, and whether the clock has moved."""
    try:
        rooms.live.number(CLOCK)
    except NoLiveStore as error:
        yield Finding(str(error.args[0]), "set ITID_LIVE to a folder on a tmpfs that is the app's own")
        return
    except SQLAlchemyError as error:
        yield Finding(f"the live store does not answer ({type(error).__name__})", "restart the app")
        return
    if rooms.live.folder is None:
        yield Finding(
            "there is no memory file system: a restart of the app ends what is open", "mount a tmpfs, and set ITID_LIVE"
        )
    ahead = rooms.live.number(CLOCK)
    if ahead and abs(now() - since_boot() - ahead) > JUMP:
        yield Finding(
            "the clock has moved, and no room is erased", "set it; or, if it is right: flask purge --clock-is-right"
        )
    last = rooms.live.number(ERASED)
    if last and now() - last > STALE:
        yield Finding("rooms were last erased more than three hours ago", "look at the timer that runs flask purge")


def _encrypted(name: str, block: Path) -> bool:
    """Whether a swap is compressed memory, or lies on an encrypted device."""
    uuid = " ".join(_lines(block / name / "dm" / "uuid"))
    return name.startswith("zram") or uuid.startswith("CRYPT-")


def _lines(path: Path) -> list[str]:
    """The lines of a file of the kernel's; none where there is no such file."""
    try:
        return path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []
