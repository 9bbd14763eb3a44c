"""Where the live store may lie: a folder of our own on a memory file system, which is nobody else's and no link."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

FOLDER = 0o700
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - looked at for what it is, and never trusted for its name
IN_MEMORY = ("tmpfs", "ramfs")
MOUNTS = Path("/proc/self/mountinfo")
NAME = "itid-live"


class Unusable(OSError):
    """There is a memory file system, and our folder in it is a link, somebody else's, or open to others."""


def live_folder(chosen: Path | None, environment: Mapping[str, str]) -> Path | None:
    """The folder of the live store, made where it is not there. None where there is no memory file system.

    `chosen` is the operator's; else the service manager's `RUNTIME_DIRECTORY`; else the machine's shared memory.
    Raises `Unusable`. A folder that was chosen and lies on a disk is never used.
    """
    runtime = environment.get("RUNTIME_DIRECTORY", "").partition(":")[0]
    parents = [Path(one) for one in (chosen, runtime) if one] or [SHARED_MEMORY]
    parent = next((one for one in parents if in_memory(one)), None)
    if parent is None and chosen is None and in_memory(SHARED_MEMORY):
        parent = SHARED_MEMORY
    return None if parent is None else _made(parent)


def in_memory(folder: Path) -> bool:
    """Whether a folder lies on a memory file system, as the kernel says."""
    try:
        device = folder.stat().st_dev
        mounts = MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    number = f"{os.major(device)}:{os.minor(device)}"
    kinds = {line.partition(" - ")[2].split(" ")[0] for line in mounts if line.split(" ")[2] == number}
    return bool(kinds) and kinds <= set(IN_MEMORY)


def _made(parent: Path) -> Path:
    folder = parent / f"{NAME}-{os.geteuid()}"
    try:
        folder.mkdir(FOLDER, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise Unusable(f"{folder}: {error.strerror}") from error
    try:
        about = os.fstat(handle)
        if about.st_uid != os.geteuid():
            raise Unusable(f"{folder} is somebody else's")
        if stat.S_IMODE(about.st_mode) != FOLDER:
            os.fchmod(handle, FOLDER)
    finally:
        os.close(handle)
    return folder
