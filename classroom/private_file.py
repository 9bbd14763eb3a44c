"""The file of the counts, for nobody but the user the app runs as: 0600 in a folder of 0700, whatever the umask says.

While a room is open its counts are sealed, and an account on the same machine must not read them from the disk.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

FOLDER, FILE = 0o700, 0o600
BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite puts beside the file, with the file's own rights."""


class Unreachable(SQLAlchemyError):
    """There is no file and none can be made: the folder is read-only, missing, or somebody else's."""


def make_private(path: Path) -> None:
    """Make the file and its folder where they are not there, and close them to others. Raises `Unreachable`."""
    try:
        _folder(path)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, FILE))
        for name in BESIDE:
            _close(path.with_name(path.name + name), FILE)
    except OSError as error:
        raise Unreachable(f"the file of the counts cannot be made: {error.strerror}") from error


def _folder(path: Path) -> None:
    """A folder we make is closed, and one that holds nothing but our file too; one that others use is left as it is."""
    folder = path.parent
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(FOLDER, exist_ok=True)
    ours = {path.name + name for name in BESIDE}
    if not {one.name for one in folder.iterdir()} - ours:
        _close(folder, FOLDER)


def _close(path: Path, mode: int) -> None:
    """Take every right from others, where it is there, ours, and open to them."""
    # SQLite may take what stands beside the file away between two looks, when another process is done with it.
    with suppress(FileNotFoundError):
        now = path.stat()
        if stat.S_IMODE(now.st_mode) != mode and now.st_uid == os.geteuid():
            path.chmod(mode)
