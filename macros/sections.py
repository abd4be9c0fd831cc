"""References to a routine or one of its sections: `RUT-ANV`, `RUT-ANV#samrad`."""

from dataclasses import dataclass

from macros.handbook import Handbook
from macros.model.page import Page


@dataclass(frozen=True)
class Section:
    """A place in a routine: its page, the anchor (None: the whole routine) and the heading's text."""

    page: Page
    anchor: str | None
    title: str

    @property
    def url(self) -> str:
        """The section's address from the site's root."""
        return f"{self.page.url}#{self.anchor}" if self.anchor else self.page.url


def find_section(handbook: Handbook, reference: str) -> Section | None:
    """The routine or section that the reference names, or None."""
    routine_id, _, anchor = reference.partition("#")
    page = handbook.routines.get(routine_id)
    if page is None:
        return None
    if not anchor:
        return Section(page.value, None, page.value.title)
    headings = (heading for heading in page.value.body.headings if heading.anchor == anchor)
    heading = next(headings, None)
    return Section(page.value, anchor, heading.text) if heading else None
