"""Nobody chooses in the month game by the length of an answer, in any language that a lesson is held in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from classroom.month.equal_options import (
    LONGEST_CONTACT_TRANSLATED,
    LONGEST_TRANSLATED,
    best_contact_is_equal,
    measures_are_equal,
)
from content.text import Text
from report.library import Library
from web.i18n.languages import LANGUAGES

HELD_IN = {one.locale.split("_")[0] for one in LANGUAGES if one.in_class}
CATALOGUES = sorted(
    path for path in Path("translations").glob("*/LC_MESSAGES/messages.po") if path.parent.parent.name in HELD_IN
)


def translated(catalogue: Catalog, texts: Iterable[Text]) -> dict[Text, str]:
    """Each text in the language; nothing while one of them is not translated, as then the lengths say nothing."""
    found = {text: catalogue.get(text.swedish, text.context) for text in texts}
    words = {text: str(message.string) for text, message in found.items() if message is not None and message.string}
    return words if len(words) == len(found) else {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_no_option_stands_out(path: Path, library: Library) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file)
    assert (LONGEST_TRANSLATED, LONGEST_CONTACT_TRANSLATED) == (1.5, 4)
    whole = 0

    for one in library.classroom.households:
        measures = translated(catalogue, (measure.text for measure in one.measures))
        contacts = translated(catalogue, (option.text for option in one.contact.options))
        assert not measures or measures_are_equal(one, measures.__getitem__, 1.5), measures
        assert not contacts or best_contact_is_equal(one, contacts.__getitem__, 4), contacts
        whole += bool(measures) + bool(contacts)
    assert path.parent.parent.name != "en" or whole == 12


def test_there_is_a_catalogue_to_look_at() -> None:
    assert "en" in {path.parent.parent.name for path in CATALOGUES}
