"""What a template may ask for: links, citations and names, seen from one page on one day."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.citing import Citing, CitingKind
from macros.handbook import Handbook
from macros.model.deadline import Due, Origin
from macros.model.page import Page
from macros.model.role import Role
from macros.render.citations import citation
from macros.render.links import forum_url, item_url, provision_url, relative_url, role_url, template_url
from macros.render.rule_links import rule_link
from macros.render.words import first_upper
from macros.suspicion import Suspicion


@dataclass(frozen=True)
class SuspectPlace:
    """A place that rests on a changed provision: what to call it, and the way there if there is one."""

    words: str
    url: str | None


@dataclass(frozen=True)
class View:
    """The handbook seen from the page at `page_url` on `today`."""

    handbook: Handbook
    page_url: str
    today: date

    def url(self, to_url: str) -> str:
        """The way from this page to an address relative to the site's root."""
        return relative_url(self.page_url, to_url)

    def cite(self, provision_id: str) -> Markup:
        """The provision as a link, marked when it is not verified."""
        return citation(self.handbook, provision_id, self.page_url, self.today)

    def rule(self, rule_id: str, per: date | None = None) -> Markup:
        """Any rule of the register as a link, numbered or not; `per` names the day whose wording is meant."""
        return rule_link(self.handbook, rule_id, self.page_url, self.today, per)

    def cite_all(self, provision_ids: tuple[str, ...]) -> Markup:
        """The provisions as links with commas between."""
        return Markup(", ").join(self.cite(provision_id) for provision_id in provision_ids)

    def provision_url(self, provision_id: str) -> str | None:
        """The way to the provision, or None."""
        return self._way(provision_url(self.handbook, provision_id))

    def role_url(self, role_id: str) -> str | None:
        """The way to the role's description, or None."""
        return self._way(role_url(self.handbook, role_id))

    def role_page_url(self, role_id: str) -> str | None:
        """The way to the role's own page, or None."""
        page = self.handbook.role_page(role_id)
        return self.url(page.url) if page else None

    def item_url(self, checklist_id: str, item_id: str) -> str | None:
        """The way to the checklist's item, or None."""
        return self._way(item_url(self.handbook, checklist_id, item_id))

    def template_url(self, template_id: str) -> str | None:
        """The way to the template, or None."""
        return self._way(template_url(self.handbook, template_id))

    def template_title(self, template_id: str) -> str:
        """The template's title; empty when there is no such template (which a check reports)."""
        sourced = self.handbook.holdings.templates.get(template_id)
        return sourced.value.title if sourced else ""

    def forum_url(self, forum_id: str) -> str | None:
        """The way to the forum's description, or None."""
        return self._way(forum_url(self.handbook, forum_id))

    def role_names(self, role_ids: tuple[str, ...]) -> str:
        """The roles' names without what stands in brackets, beginning with a capital letter."""
        return first_upper(", ".join(short_name(self.handbook.roles[role_id]) for role_id in role_ids))

    def short_name(self, role: Role) -> str:
        """The role's name without what stands in brackets."""
        return short_name(role)

    def due(self, due: Due) -> str:
        """When something must be done, beginning with a capital letter."""
        return first_upper(self.handbook.due_text(due))

    def is_proposed(self, due: Due) -> bool:
        """True when the time is the handbook's own proposal: the reader must be told."""
        if due.local is None:
            return False
        return self.handbook.profile.value.deadlines[due.local].origin is Origin.PROPOSAL

    def step_title(self, page: Page, step_id: str) -> str:
        """The heading of a step in the routine's text; its id when there is none (which a check reports)."""
        headings = (h.text for h in page.body.headings if h.anchor == step_id)
        return next(headings, step_id)

    def macro_url(self, macro: str) -> str | None:
        """The way to the page that calls the macro, or None."""
        page = self.handbook.page_calling(macro)
        return self.url(page.url) if page else None

    def suspect_places(self, suspicion: Suspicion) -> tuple[SuspectPlace, ...]:
        """What rests on the changed provision, as words and links: steps and sections, items, templates."""
        return tuple(self._suspect_place(citing) for citing in suspicion.citings)

    def _suspect_place(self, citing: Citing) -> SuspectPlace:
        if citing.kind is CitingKind.ITEM:
            return SuspectPlace(f"punkt {citing.id}", self.item_url(citing.id.rpartition("-")[0], citing.id))
        if citing.kind is CitingKind.TEMPLATE:
            return SuspectPlace(f"mallen {citing.id}", self.template_url(citing.id))
        routine_id, _, anchor = citing.id.partition("#")
        page = self.handbook.routines[routine_id].value
        if not anchor:
            return SuspectPlace("rutinen som helhet", self.url(f"{page.url}#lag"))
        what = "steget" if citing.kind is CitingKind.STEP else "avsnittet"
        return SuspectPlace(f"{what} ”{citing.title}”", self.url(f"{page.url}#{anchor}"))

    def _way(self, to_url: str | None) -> str | None:
        return None if to_url is None else self.url(to_url)


def short_name(role: Role) -> str:
    """The role's name without what stands in brackets: room is short in facts and buttons."""
    return role.name.partition(" (")[0]
