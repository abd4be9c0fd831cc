"""Templates: the inline link, the sheet that a person prints or copies, and the list of all templates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.template import Template
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper
from macros.suspicion import suspicions


@dataclass(frozen=True)
class FormUse:
    """A step or a checklist item that uses a template: what it says, where it stands and what it is."""

    title: str
    url: str | None
    about: str


def form_link(handbook: Handbook, template_id: str, page_url: str) -> Markup:
    """The template's id and title as a link. Raises KeyError for an unknown template."""
    view = View(handbook, page_url, date.min)  # nothing here depends on the day
    title = handbook.holdings.templates[template_id].value.title
    return fill("form_inline.html", id=template_id, title=title, url=view.template_url(template_id))


def sheet(handbook: Handbook, template_id: str, page_url: str, today: date) -> Markup:
    """The printable form with what one needs to know before using it. Raises KeyError for an unknown template."""
    view = View(handbook, page_url, today)
    found = handbook.holdings.templates[template_id].value
    return fill(
        "form_sheet.html",
        view=view,
        form=found,
        steps=tuple(_steps(view, found)),
        items=tuple(_items(view, found)),
        is_suspect=_is_suspect(view, found),
    )


def sheets(handbook: Handbook, page_url: str, today: date) -> Markup:
    """All templates: what each is for, who fills it in, where it is used and kept."""
    view = View(handbook, page_url, today)
    rows = [(found.value, tuple(_steps(view, found.value))) for found in handbook.holdings.templates.values()]
    return fill("form_list.html", view=view, rows=rows)


def _is_suspect(view: View, found: Template) -> bool:
    """True when the template rests on a provision found changed after the review of a routine that uses it."""
    return any(
        citing.id == found.id
        for routine_id in (view.handbook.routines if found.grounds else ())
        for suspicion in suspicions(view.handbook, routine_id, view.today)
        for citing in suspicion.citings
    )


def _steps(view: View, found: Template) -> Iterator[FormUse]:
    for page in view.handbook.routines.values():
        meta = routine_meta(page.value)
        for number, step in enumerate(meta.steps, start=1):
            if found.id in step.templates:
                url = view.url(f"{page.value.url}#{step.id}")
                yield FormUse(view.step_title(page.value, step.id), url, f"{meta.id}, steg {number}")


def _items(view: View, found: Template) -> Iterator[FormUse]:
    for checklist in view.handbook.checklists.values():
        for item in checklist.value.items:
            if found.id in item.templates and not item.is_retired(view.today):
                url = view.item_url(checklist.value.id, item.id)
                yield FormUse(first_upper(item.text), url, f"punkt {item.id}")
