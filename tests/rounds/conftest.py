"""The templates that ship with the program."""

import pytest

from workshop_app.paths import resources
from workshop_app.rounds.loading import load_templates
from workshop_app.rounds.template import Template


@pytest.fixture(scope="session")
def templates() -> dict[str, Template]:
    """Every template of ours, by its id; none has a mistake."""
    found, problems = load_templates(resources() / "templates")
    assert problems == ()
    return {template.id: template for template in found}
