"""The facts of a step, in their fixed order: who, by when, on what ground, with what, documented where."""

from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.page import Page
from macros.render.templates import fill
from macros.render.view import View


def step(handbook: Handbook, routine_page: Page, step_id: str, page_url: str, today: date) -> Markup:
    """The step's facts. Raises KeyError when the routine has no such step."""
    steps = {known.id: known for known in routine_meta(routine_page).steps}
    return fill("step.html", view=View(handbook, page_url, today), step=steps[step_id])
