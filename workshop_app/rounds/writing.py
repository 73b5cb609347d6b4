"""Writing a template as TOML that people can read; the file stands on its own, without the shared material."""

from typing import Any

from workshop_app.errors import WorldError
from workshop_app.i18n import N_
from workshop_app.rounds.loading import FORMAT
from workshop_app.rounds.template import Template, TemplatePrompt, TemplateRound
from workshop_app.rounds.toml_table import SIZE_LIMIT


def template_toml(template: Template) -> bytes:
    """The file of a template, with everything in it but what goes without saying. Raises WorldError when it is larger
    than a template may be."""
    import tomli_w

    head: dict[str, Any] = {
        "format": FORMAT,
        "id": template.id,
        "version": template.version,
        "title": template.title,
        **_unless(summary=(template.summary, "")),
        "source": template.source,
        "minutes": template.minutes,
        **_unless(slack=(template.slack, 0)),
        "rounds": [_round(known) for known in template.rounds],
    }
    data = tomli_w.dumps(head, multiline_strings=True).encode()
    if len(data) > SIZE_LIMIT:
        raise WorldError(
            N_("A template is at most {limit} kB, and this one has {size}. Nothing was written."),
            limit=SIZE_LIMIT // 1000,
            size=len(data) // 1000,
        )
    return data


def _round(known: TemplateRound) -> dict[str, Any]:
    return {
        "key": known.key,
        "kind": known.kind,
        "minutes": known.minutes,
        "title": known.title,
        "question": known.question,
        **_unless(intro=(known.intro, ""), notes=(known.notes, "")),
        "grain": known.grain.value,
        "level": known.level.value,
        **_unless(
            optional=(known.optional, False),
            variant=(known.variant, ""),
            heads=(known.heads, False),
            labels=(known.labels, True),
            live=(known.live, False),
            steps_off=(list(known.steps_off), []),
            closing_question=(known.closing_question, ""),
            prompts=([_prompt(prompt) for prompt in known.prompts], []),
        ),
    }


def _prompt(prompt: TemplatePrompt) -> dict[str, Any]:
    return {
        "key": prompt.key,
        "role": prompt.role.value,
        "text": prompt.text,
        **_unless(detail=(prompt.detail, ""), set=(prompt.set_title, ""), included=(prompt.included, True)),
    }


def _unless(**pairs: tuple[Any, Any]) -> dict[str, Any]:
    """The values that differ from what a template has when it says nothing."""
    return {name: value for name, (value, default) in pairs.items() if value != default}
