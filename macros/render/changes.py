"""What has changed: the notes of every edition, newest first, for everybody and for one role."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.edition import ChangeNote, Scale, edition_order
from macros.model.page import Adoption, Page
from macros.render.archive_pages import difference_url
from macros.render.routines import routine_entries
from macros.render.status_page import adoption_words
from macros.render.templates import fill
from macros.render.view import View

FEED_PATH = "atom.xml"
LATEST = 3
# A change stops being news a year after the build that still shows it; the page of changes keeps it for ever.
NEWS_DAYS = 365


@dataclass(frozen=True)
class Change:
    """A note with what it is about. Addresses count from the site's root; `routine` is None for one that is gone.

    `is_proposed`: nobody has adopted the edition. `is_coming`: it applies from a day after the build.
    `updated`: the day the change became known, which is when its edition was frozen or, if earlier, first applied.
    """

    note: ChangeNote
    routine: Page | None
    difference: str | None
    updated: date
    is_proposed: bool
    is_coming: bool

    @property
    def is_major(self) -> bool:
        """True when somebody is to work in another way."""
        return self.note.scale is Scale.MAJOR

    @property
    def anchor(self) -> str:
        """The place of the change on the page of changes: `rut-anv-1-0`."""
        return f"{self.note.routine}-{self.note.number}".lower().replace(".", "-")

    @property
    def title(self) -> str:
        """The routine's title, or its id when there is no such routine."""
        return self.routine.title if self.routine else self.note.routine


def changes(handbook: Handbook, today: date) -> tuple[Change, ...]:
    """Every change, the one that applies from the latest day first; on the same day in the order of the routines."""
    found = [_change(handbook, note.value, today) for note in handbook.holdings.change_notes]
    found.sort(key=lambda change: edition_order(change.note.number), reverse=True)
    found.sort(key=lambda change: change.note.routine)
    return tuple(sorted(found, key=lambda change: change.note.first_day, reverse=True))


def adopted_changes(handbook: Handbook, today: date) -> tuple[Change, ...]:
    """The changes that somebody has adopted, in the order of `changes`."""
    return tuple(change for change in changes(handbook, today) if not change.is_proposed)


def news(handbook: Handbook, today: date, role_id: str | None = None) -> tuple[Change, ...]:
    """What is new to do, for one role or (None) for anybody: major, adopted, of routines in use, at most a year old."""
    oldest = today - timedelta(days=NEWS_DAYS)
    return tuple(
        change
        for change in adopted_changes(handbook, today)
        if change.is_major
        and change.note.first_day >= oldest
        and _is_in_use(change.routine)
        and (role_id is None or role_id in change.note.roles)
    )


def changes_page(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Everything on the page of changes below its introduction."""
    view = View(handbook, page_url, today)
    adopted = adopted_changes(handbook, today)
    return fill(
        "changes.html",
        view=view,
        major=[change for change in adopted if change.is_major],
        minor=[change for change in adopted if not change.is_major],
        proposed=[change for change in changes(handbook, today) if change.is_proposed],
        standing=adoption_words(routine_entries(handbook, today)),
        feed_url=view.url(FEED_PATH),
        status_url=view.macro_url("visa_lage"),
        archive_url=view.macro_url("visa_arkiv"),
    )


def _change(handbook: Handbook, note: ChangeNote, today: date) -> Change:
    routine = handbook.routines.get(note.routine)
    frozen = [
        edition.value.frozen_on
        for edition in handbook.holdings.editions_by_routine.get(note.routine, ())
        if edition.value.number == note.number and not edition.value.is_retrospective
    ]
    return Change(
        note,
        routine.value if routine else None,
        difference_url(handbook, note.routine, note.number),
        min((note.first_day, *frozen)),
        edition_order(note.number) > max(_adopted(handbook, note.routine), default=()),
        note.first_day > today,
    )


def _adopted(handbook: Handbook, routine_id: str) -> Iterable[tuple[int, ...]]:
    """The latest frozen edition that was adopted, and the routine's own number unless it is a proposal."""
    if (latest := handbook.holdings.latest_adopted(routine_id)) is not None:
        yield latest.value.order
    if (page := handbook.routines.get(routine_id)) is not None:
        meta = routine_meta(page.value)
        if meta.adoption is not Adoption.PROPOSAL:
            yield edition_order(meta.edition)


def _is_in_use(routine: Page | None) -> bool:
    return routine is not None and routine_meta(routine).adoption is not Adoption.WITHDRAWN
