"""The user's own templates: a folder of files that can be added to, changed, handed over and emptied."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from workshop_app.errors import WorldError
from workshop_app.facilitation.script_template import Cover, template_of
from workshop_app.i18n import N_
from workshop_app.model.views import WorkshopView
from workshop_app.rounds.loading import GLOSSARY, MATERIAL, load_library, load_template, load_templates
from workshop_app.rounds.template import Template
from workshop_app.rounds.toml_table import TemplateProblem
from workshop_app.rounds.writing import template_toml
from workshop_app.storage.atomic import deliver, write_atomic
from workshop_app.storage.faults import fault
from workshop_app.storage.names import safe_file_name

SUFFIX = ".toml"
_ID_LENGTH = 60
_FALLBACK = "draaiboek"


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates in `folder`, beside those that came with the program in `shipped`. Nothing is kept in memory."""

    shipped: Path
    folder: Path

    def load(self) -> tuple[tuple[Template, ...], tuple[TemplateProblem, ...]]:
        """All templates, ours first, and the mistakes that keep others out."""
        return load_templates(self.shipped, self.folder)

    def is_own(self, template: Template) -> bool:
        """Whether the user made or imported it."""
        return template.path.parent == self.folder

    def find(self, template_id: str) -> Template | None:
        """The user's own template with this id."""
        found = self._with_id(template_id)
        return found if found and self.is_own(found) else None

    def save(self, template: Template) -> Template:
        """Write a template, in the place of the user's own one with the same id, and return it with its path.

        Raises WorldError; nothing has changed then.
        """
        there = self._with_id(template.id)
        if there and not self.is_own(there):
            raise _taken(there)
        path = there.path if there else self._free_path(template.id)
        _write(path, template_toml(template))
        return replace(template, path=path)

    def keep_script(self, view: WorkshopView, cover: Cover) -> Template:
        """Save the script of a workshop under this cover, and return it. Raises WorldError; nothing was saved then."""
        return self.save(template_of(view, cover))

    def copy(self, template: Template, title: str) -> Template:
        """Save a copy of a template, ours too, under an id of its own, and return it. Raises WorldError."""
        return self.save(replace(template, id=self.new_id(title), version=1, title=title))

    def bring_in(self, path: Path) -> Template:
        """Take over a template from a file elsewhere, which stays as it is. Raises TemplateError with every mistake in
        it, or WorldError; nothing was taken over then."""
        template = load_template(path, load_library(self.shipped / MATERIAL))
        there = self._with_id(template.id)
        if there:
            raise _taken(there)
        return self.save(template)

    def hand_over(self, template: Template, path: Path) -> Path:
        """Write a template, ours too, as one file for somebody else, and return its path. Raises WorldError."""
        try:
            return deliver(path, template_toml(template))
        except OSError as error:
            raise fault(error, path) from error

    def remove(self, template: Template) -> None:
        """Delete the file of an own template. Raises WorldError."""
        try:
            template.path.unlink(missing_ok=True)
        except OSError as error:
            raise fault(error, template.path) from error

    def new_id(self, title: str) -> str:
        """An id like the title, that no template has."""
        taken = {template.id for template in self.load()[0]}
        plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
        first = re.sub("[^a-z0-9]+", "-", plain)[:_ID_LENGTH].strip("-") or _FALLBACK
        return next(each for each in _numbered(first) if each not in taken)

    def _with_id(self, template_id: str) -> Template | None:
        return next((template for template in self.load()[0] if template.id == template_id), None)

    def _free_path(self, template_id: str) -> Path:
        # These two names mean something else, and a broken file of the same name stays.
        names = (safe_file_name(each, SUFFIX) for each in _numbered(template_id[:_ID_LENGTH]))
        free = (name for name in names if name not in (MATERIAL, GLOSSARY) and not (self.folder / name).exists())
        return self.folder / next(free)


def _numbered(name: str) -> Iterator[str]:
    return (name if n == 1 else f"{name}-{n}" for n in count(1))


def _taken(there: Template) -> WorldError:
    return WorldError(
        N_("There is a template with the id {id} already: “{title}”, version {version}. Nothing was saved."),
        id=there.id,
        title=there.title,
        version=there.version,
    )


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    except OSError as error:
        raise fault(error, path) from error
