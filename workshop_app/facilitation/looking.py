"""Looking into a session file without opening it for work: it may be open elsewhere, or older, or on a stick."""

from pathlib import Path

from workshop_app.facilitation.reading import workshop_in
from workshop_app.model.views import WorkshopView
from workshop_app.storage.reading_copy import opened_copy


def view_of(path: Path) -> WorkshopView:
    """The workshop in a file. Raises StorageError; the file is never changed."""
    with opened_copy(path) as file:
        return workshop_in(file)
