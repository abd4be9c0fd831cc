"""Forums: the inline link, and the description of every standing meeting with what is local about it."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.forum import Forum, ForumLevel
from macros.model.record import UNKNOWN
from macros.render.links import calendar_url
from macros.render.names import local_name
from macros.render.templates import fill
from macros.render.view import View
from macros.sections import Section, find_section

LEVELS = {
    ForumLevel.PERSON: "med personen",
    ForumLevel.CASEWORK: "mellan handläggare",
    ForumLevel.MANAGEMENT: "mellan chefer",
    ForumLevel.BOARD: "mellan nämnder",
    ForumLevel.EXTERNAL: "med andra aktörer",
}


@dataclass(frozen=True)
class ForumEntry:
    """A forum as this municipality has it. `local` is its own name; None while nobody has filled that in.

    `cadence` is the municipality's own when it is known; else the handbook's, and then `is_proposed`.
    """

    forum: Forum
    level: str
    local: str | None
    cadence: str
    is_proposed: bool
    remark: str | None
    section: Section | None

    @property
    def title(self) -> str:
        """What the forum is called here: the municipality's own name, else the general one."""
        return self.local or self.forum.name


def forum_entry(handbook: Handbook, forum: Forum) -> ForumEntry:
    """The forum with what the municipality's profile says of it."""
    own = next((local for local in handbook.profile.value.forums if local.id == forum.id), None)
    cadence = own.cadence if own and own.cadence and own.cadence != UNKNOWN else None
    return ForumEntry(
        forum,
        LEVELS[forum.level],
        own.name if own and own.is_known else None,
        cadence or forum.cadence,
        cadence is None,
        own.remark if own else None,
        find_section(handbook, forum.section),
    )


def forum_link(handbook: Handbook, forum_id: str, page_url: str) -> Markup:
    """The forum's local name as a link to its description. Raises KeyError for an unknown forum."""
    view = View(handbook, page_url, date.min)  # nothing here depends on the day
    found = handbook.holdings.forums[forum_id]
    name = local_name(handbook, forum_id) if forum_id in handbook.local_names else found.name
    return fill("forum_inline.html", name=name, url=view.forum_url(forum_id))


def forum_list(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every forum: purpose, participants, cadence, agenda, what is recorded and where to turn when the flow stops."""
    view = View(handbook, page_url, today)
    entries = [forum_entry(handbook, forum) for forum in handbook.holdings.forums.values()]
    calendar = calendar_url(handbook, None)
    return fill("forum_list.html", view=view, entries=entries, calendar=view.url(calendar) if calendar else None)


def forums_of(handbook: Handbook, role_id: str) -> tuple[Forum, ...]:
    """The forums that the role calls or takes part in, in file order."""
    forums = handbook.holdings.forums.values()
    return tuple(forum for forum in forums if role_id == forum.caller or role_id in forum.participants)
