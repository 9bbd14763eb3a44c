"""Makes each catalogue ready for the app: messages.mo beside messages.po, only where the .po is newer.

Run as `python -m translations.compile`; the app also does it when it starts. The .mo files are not kept in git.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo

from translations.catalogues import plural_fault, read_catalogue

FOLDER = Path(__file__).parent


def compile_catalogues(folder: Path = FOLDER) -> list[Path]:
    """Compile what is stale below `folder`; returns the files written. A fuzzy message is left out.

    Raises `ValueError` for a catalogue that counts otherwise than its language does.
    """
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/messages.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        locale = source.parent.parent.name
        catalogue = read_catalogue(source, locale)
        fault = plural_fault(catalogue, locale)
        if fault:
            raise ValueError(f"{locale}/{source.name}: {fault}")
        with target.open("wb") as mo:
            write_mo(mo, catalogue)
        written.append(target)
    return written


def main() -> None:
    """The command line's entry."""
    for path in compile_catalogues():
        print(f"compiled {path.parent.parent.name}")


if __name__ == "__main__":
    main()
