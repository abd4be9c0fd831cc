"""The archive: every frozen edition, what differs between them, and the banner that each of them carries."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.edition import Edition, Period, living, periods
from macros.model.interval import Interval
from macros.model.page import Adoption, ArchivePageMeta, Page
from macros.render.difference import differences
from macros.render.difference_text import difference_html
from macros.render.frozen import routine_text
from macros.render.templates import fill
from macros.render.text_blocks import Block, blocks
from macros.render.view import View

# What only the freezing adds: it differs by nature and says nothing of what anybody is to do.
_ABOUT_SECTION = "Om utgåvan"


@dataclass(frozen=True)
class EditionEntry:
    """An edition as the lists show it. `interval`: when it applied; None for one that a later one corrects."""

    edition: Edition
    interval: Interval | None
    url: str


@dataclass(frozen=True)
class Comparison:
    """Two editions beside each other; `new_url` is None when the newer text is not frozen."""

    anchor: str
    old: str
    new: str
    count: int
    body: Markup


def overview_page(routine_id: str) -> str:
    """The routine's page in the archive, written when its first edition is frozen."""
    return (
        f"---\ntyp: sida\ndescription: Alla frysta utgåvor av {routine_id}, och vad som skiljer dem åt.\n"
        f"search:\n  exclude: true\n---\n\n# Utgåvor av {routine_id}\n\n"
        f'{{{{ visa_utgavor("{routine_id}") }}}}\n'
    )


def archive(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every frozen edition in one table, with what the script filters by."""
    view = View(handbook, page_url, today)
    entries = [entry for routine_id in _routine_ids(handbook) for entry in reversed(_entries(view, routine_id))]
    overviews = {r: view.url(page.url) for r in _routine_ids(handbook) if (page := overview(handbook, r))}
    return fill("archive.html", view=view, entries=entries, overviews=overviews)


def overview(handbook: Handbook, routine_id: str) -> Page | None:
    """The page that shows the routine's editions and their differences, or None."""
    return handbook.page_calling("visa_utgavor", routine_id)


def editions(handbook: Handbook, routine_id: str, page_url: str, today: date) -> Markup:
    """One routine's editions, and the difference between each and the next, up to the text that stands today."""
    view = View(handbook, page_url, today)
    return fill(
        "editions.html",
        view=view,
        routine_id=routine_id,
        routine=handbook.routines.get(routine_id),
        entries=_entries(view, routine_id),
        comparisons=_comparisons(handbook, routine_id, today),
    )


def banner(handbook: Handbook, page: Page, today: date) -> Markup:
    """What stands first on a frozen page: that it is frozen, when it applied, and the way to what applies now."""
    if not isinstance(page.meta, ArchivePageMeta):
        raise TypeError(f"{page.path} is no frozen edition")
    view = View(handbook, page.url, today)
    found = {entry.edition.number: entry for entry in _entries(view, page.meta.routine)}
    current = handbook.routines.get(page.meta.routine)
    return fill(
        "archive_banner.html",
        view=view,
        entry=found.get(page.meta.number),
        number=page.meta.number,
        current=current.value if current else None,
        is_proposal=bool(current and routine_meta(current.value).adoption is Adoption.PROPOSAL),
        overview=overview(handbook, page.meta.routine),
        archive=handbook.page_calling("visa_arkiv"),
        other_municipality=_other_municipality(handbook, found.get(page.meta.number)),
    )


def _other_municipality(handbook: Handbook, entry: EditionEntry | None) -> str | None:
    """The id of the municipality whose names the page has, when it is not the one that the site is built for."""
    if entry is None or entry.edition.municipality == handbook.profile.value.id:
        return None  # nor does one without local names say anything
    return entry.edition.municipality


def _routine_ids(handbook: Handbook) -> tuple[str, ...]:
    return tuple(sorted(handbook.holdings.editions_by_routine))


def _entries(view: View, routine_id: str) -> tuple[EditionEntry, ...]:
    """The routine's editions from the oldest; those that another one corrects last."""
    known = [edition.value for edition in view.handbook.holdings.editions_by_routine.get(routine_id, ())]
    current: tuple[Period, ...] = periods(known)
    in_use = [EditionEntry(period.edition, period.interval, view.url(period.edition.url)) for period in current]
    left = [edition for edition in known if edition not in living(known)]
    return (*in_use, *(EditionEntry(edition, None, view.url(edition.url)) for edition in left))


def difference_url(handbook: Handbook, routine_id: str, number: str) -> str | None:
    """Where the archive shows what that edition changed, from the site's root; None when there is none before it."""
    page = overview(handbook, routine_id)
    if page is None:
        return None
    numbers = [edition.number for edition in _compared(handbook, routine_id)]
    if _text_differs(handbook, routine_id):
        numbers.append(routine_meta(handbook.routines[routine_id].value).edition)
    found = (place for place, later in enumerate(numbers[1:], start=1) if later == number)
    return next((f"{page.url}#{_anchor(place)}" for place in found), None)


def _compared(handbook: Handbook, routine_id: str) -> tuple[Edition, ...]:
    return living(edition.value for edition in handbook.holdings.editions_by_routine.get(routine_id, ()))


def _text_differs(handbook: Handbook, routine_id: str) -> bool:
    """True when the routine's own text is to be compared with its latest edition."""
    routine, known = handbook.routines.get(routine_id), _compared(handbook, routine_id)
    # A text put together afterwards says itself what differs today: it is another kind of text than the routine.
    if routine is None or not known or known[-1].is_retrospective:
        return False
    return known[-1].fingerprint != handbook.text_fingerprint(routine.value)


def _anchor(place: int) -> str:
    return f"skillnad-{place}"


def _comparisons(handbook: Handbook, routine_id: str, today: date) -> tuple[Comparison, ...]:
    """Each living edition beside the one before it, the newest first, and the routine's own text beside the last."""
    known = _compared(handbook, routine_id)
    texts = [(f"utgåva {edition.number}", _frozen_blocks(handbook, edition)) for edition in known]
    if _text_differs(handbook, routine_id):
        routine = handbook.routines[routine_id].value
        meta = routine_meta(routine)
        name = f"texten i dag ({meta.adoption.value} {meta.edition})"
        texts.append((name, _without_own_title(blocks(routine_text(handbook, routine, today)))))
    pairs = pairwise(texts)
    return tuple(_comparison(number, old, new) for number, (old, new) in reversed(list(enumerate(pairs, start=1))))


def _comparison(number: int, old: tuple[str, tuple[Block, ...]], new: tuple[str, tuple[Block, ...]]) -> Comparison:
    changes = differences(old[1], new[1])
    return Comparison(_anchor(number), old[0], new[0], len(changes), difference_html(changes))


def _frozen_blocks(handbook: Handbook, edition: Edition) -> tuple[Block, ...]:
    page = handbook.pages_by_path.get(edition.page_path)
    return _without_own_title(blocks(page.body.text)) if page else ()


def _without_own_title(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the title and what stands above the first heading, and without what only the freezing adds."""
    sections = {_ABOUT_SECTION, "Lagen som den stod"}
    return tuple(b for b in found if b.section and b.section not in sections and b.parts[0] not in sections)
