"""The fingerprint of what a review covers: the routine's text and facts, its checklists, its templates and its law.

White space, line wrapping, the order of keys, comments and what is only administration (edition, adoption) do not
count: they do not change what anyone is to do.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence

from macros.model.checklist import Checklist
from macros.model.page import Page, RoutineMeta
from macros.model.record import Record
from macros.model.statute import Provision
from macros.model.template import Template

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_ADMINISTRATION = {
    "utgåva",
    "beslutsläge",
    "gäller_fr_o_m",
    "fastställd_av",
    "description",
    "search",
    "hide",
    "template",
}


def content_fingerprint(
    page: Page, checklists: Sequence[Checklist], templates: Sequence[Template], provisions: Iterable[Provision]
) -> str:
    """SHA-256 (64 hexadecimal digits) of everything that a review of the routine on `page` covers."""
    content = {
        "text": normalised(page.body.text),
        "steg": {key: value for key, value in _plain(page.meta).items() if key not in _ADMINISTRATION},
        "checklistor": [_plain(checklist) for checklist in checklists],
        "mallar": [_plain(template) for template in templates],
        "lag": {provision.id: _law(provision) for provision in provisions},
    }
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def template_ids(page: Page, checklists: Iterable[Checklist]) -> tuple[str, ...]:
    """The templates that the routine's steps and checklists use, each once, in that order."""
    steps = page.meta.steps if isinstance(page.meta, RoutineMeta) else ()
    by_step = (template for step in steps for template in step.templates)
    by_item = (template for checklist in checklists for item in checklist.items for template in item.templates)
    return tuple(dict.fromkeys((*by_step, *by_item)))


def normalised(markdown: str) -> str:
    """The text without comments and with every run of white space as one space."""
    return " ".join(_COMMENT.sub(" ", markdown).split())


def _plain(record: Record) -> dict[str, object]:
    # Without what is as by default: a key that the handbook learns later must not change what was reviewed before.
    dumped = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {key: _squeezed(value) for key, value in dumped.items()}


def _squeezed(value: object) -> object:
    """The value with white space squeezed in every text, however deep."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_squeezed(part) for part in value]
    if isinstance(value, dict):
        return {key: _squeezed(part) for key, part in value.items()}
    return value


def _law(provision: Provision) -> list[tuple[str | None, str | None, str]]:
    """What the handbook says the law is, and when. How surely it is known is not content: a jurist may raise it."""
    return [
        (
            wording.first_day.isoformat() if wording.first_day else None,
            wording.last_day.isoformat() if wording.last_day else None,
            " ".join(wording.summary.split()),
        )
        for wording in provision.wordings
    ]
