"""The answers are what their schema says, for programs that read them."""

import json
from typing import Any

import pytest

from tests.minutes.generated import generated
from tests.minutes.schema import faults
from tests.minutes.test_files import OPTIONS
from tests.minutes.workshops import filled, templates, workshop
from workshop_app.i18n import Language
from workshop_app.minutes.answers import answers_json
from workshop_app.minutes.discretion import discreet
from workshop_app.minutes.edition import Audience, Edition
from workshop_app.model.views import WorkshopView
from workshop_app.paths import resources

DUTCH = Language.load()
SCHEMA: dict[str, Any] = json.loads((resources() / "answers.schema.json").read_text("utf-8"))


def told(view: WorkshopView, edition: Edition) -> Any:
    return json.loads(answers_json(discreet(view, edition, DUTCH), public=edition.public))


@pytest.mark.parametrize("template_id", sorted(templates()))
def test_the_answers_of_every_template_are_as_described(template_id: str) -> None:
    assert faults(told(filled(template_id), Edition()), SCHEMA, SCHEMA) == []


@pytest.mark.parametrize("audience", [Audience.PARTICIPANTS, Audience.PUBLICATION, Audience.CHATHAM])
def test_the_answers_of_every_version_and_any_session_are_as_described(audience: Audience) -> None:
    for seed in range(12):
        assert faults(told(generated(seed), Edition(audience)), SCHEMA, SCHEMA) == []
    assert faults(told(workshop(), Edition(audience)), SCHEMA, SCHEMA) == []


def test_another_form_is_noticed() -> None:
    made = told(filled("korte-dialoog"), OPTIONS.edition)
    made["rounds"][0]["seconds"] = "20"
    del made["present"]
    made["extra"] = 1
    assert len(faults(made, SCHEMA, SCHEMA)) == 3


@pytest.mark.parametrize("audience", [Audience.PUBLICATION, Audience.CHATHAM])
def test_a_public_version_tells_no_voices_and_no_small_counts(audience: Audience) -> None:
    for seed in range(12):
        for known in told(generated(seed), Edition(audience))["rounds"]:
            for item in (*known["items"], *known["questions"], *known["criteria"]):
                assert item["voices"] == {}
                assert not [each for each in item["weighed"].values() if each["voices"]]
                assert not {1, 2} & {*item["counts"].values(), *item["quadrants"].values(), item["dots"]}
