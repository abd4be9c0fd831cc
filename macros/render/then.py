"""`Gällde då`: which edition of each routine, and which law, applied on a day that the reader picks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.edition import periods
from macros.model.interval import Interval
from macros.model.page import Adoption
from macros.model.statute import Provision, Statute, Wording
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class EditionRow:
    """An edition, or (without a number) a routine that has none, with the days on which it applied.

    `has_editions`: on a row without a number, whether the routine has editions for some other days.
    """

    routine_id: str
    title: str
    url: str | None
    number: str | None
    interval: Interval | None
    is_retrospective: bool = False
    proposal: str | None = None
    has_editions: bool = True


@dataclass(frozen=True)
class WordingRow:
    """A wording of a provision that has changed or ceased."""

    statute: Statute
    provision: Provision
    wording: Wording
    url: str | None


def then(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Tables of intervals that are right as they stand; a script narrows them to one day."""
    view = View(handbook, page_url, today)
    return fill(
        "then.html",
        view=view,
        editions=tuple(_edition_rows(view)),
        statutes=[(sourced.value, _statute_url(view, sourced.value)) for sourced in handbook.statutes.values()],
        wordings=tuple(_wording_rows(view)),
    )


def _edition_rows(view: View) -> Iterator[EditionRow]:
    book = view.handbook
    for routine_id in sorted({*book.routines, *book.holdings.editions_by_routine}):
        known = [edition.value for edition in book.holdings.editions_by_routine.get(routine_id, ())]
        for period in periods(known):
            edition = period.edition
            url = view.url(edition.url)
            yield EditionRow(routine_id, edition.title, url, edition.number, period.interval, edition.is_retrospective)
        if (page := book.routines.get(routine_id)) is not None:
            meta = routine_meta(page.value)
            proposal = meta.edition if meta.adoption is Adoption.PROPOSAL else None
            url = view.url(page.value.url)
            yield EditionRow(routine_id, page.value.title, url, None, None, proposal=proposal, has_editions=bool(known))


def _wording_rows(view: View) -> Iterator[WordingRow]:
    """The wordings of provisions that read differently on different days, where a routine cites them."""
    cited = dict.fromkeys(p for routine_id in view.handbook.routines for p in view.handbook.law_of(routine_id))
    for provision_id, (statute, provision) in view.handbook.provisions.items():
        if provision_id in cited and (len(provision.wordings) > 1 or provision.wordings[0].last_day):
            for wording in provision.wordings:
                yield WordingRow(statute, provision, wording, view.provision_url(provision_id))


def _statute_url(view: View, statute: Statute) -> str | None:
    page = view.handbook.statute_page(statute.id)
    return view.url(page.url) if page else None
