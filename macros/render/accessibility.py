"""The statement on accessibility, and what is tried at every change. Both are made of data/tillganglighet.yml."""

from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.accessibility import AccessibilityFile, Concern
from macros.render.templates import fill
from macros.render.view import View

_HEADINGS = {
    Concern.ACCESSIBILITY: "Att alla kan använda sidorna",
    Concern.SAFETY: "Att sidorna är säkra",
    Concern.CONTENT: "Att innehållet håller",
}


def statement(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Who is responsible, how far the site follows the requirements, what fails, and where to say so."""
    found = _file(handbook)
    return fill(
        "accessibility.html",
        view=View(handbook, page_url, today),
        found=found,
        site=handbook.settings.value.name,
        municipality=handbook.profile.value,
        trials=_about(found, Concern.ACCESSIBILITY),
    )


def trials(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every trial by what it is about, and the pages that the automatic rules are tried on."""
    found = _file(handbook)
    groups = [(heading, _about(found, concern)) for concern, heading in _HEADINGS.items()]
    return fill(
        "trials.html",
        view=View(handbook, page_url, today),
        found=found,
        groups=[(heading, tried) for heading, tried in groups if tried],
        count=len(found.trials) if found else 0,
    )


def _file(handbook: Handbook) -> AccessibilityFile | None:
    found = handbook.holdings.accessibility
    return found.value if found else None


def _about(found: AccessibilityFile | None, concern: Concern) -> list[object]:
    return [trial for trial in found.trials if trial.about is concern] if found else []
