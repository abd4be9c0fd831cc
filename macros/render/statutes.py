"""The law pages: every provision of a statute with its wordings, and the register of statutes."""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.statute import Provision, Statute, Wording
from macros.render.citations import ABSENT, CEASED, COMING, Mark, mark
from macros.render.dates import swedish_day
from macros.render.templates import fill
from macros.render.uses import uses_by_provision
from macros.render.view import View


@dataclass(frozen=True)
class ProvisionEntry:
    """A provision as the law page shows it on one day."""

    provision: Provision
    mark: Mark | None
    verdict: str
    current: Wording | None


@dataclass(frozen=True)
class StatuteEntry:
    """A statute as a row of the register."""

    statute: Statute
    url: str | None
    in_force: bool
    unverified: tuple[Provision, ...]
    last_checked: date | None


def verdict(provision: Provision, today: date) -> str:
    """What holds for the provision on `today`, as a sentence."""
    wording = provision.wording_on(today)
    found = mark(provision, today)
    if wording is None:
        return _absence(provision, found)
    since = f" som gäller sedan {swedish_day(wording.first_day)}" if wording.first_day else " som gäller nu"
    if found is None:
        return f"Bestämmelsen gäller. Vi har läst den lydelse{since}."
    if found.slug == "trolig":
        return "Bestämmelsen gäller troligen så här. Läs lagtexten eller fråga jurist före beslut."
    return f"Bestämmelsen finns, men vi har inte läst den lydelse{since}."


def _absence(provision: Provision, found: Mark | None) -> str:
    if found is CEASED and (last := provision.wordings[-1].last_day):
        return f"Upphävd. Gällde till och med {swedish_day(last)}."
    if found is COMING and (first := provision.wordings[-1].first_day):
        return f"Gäller inte än. Träder i kraft {swedish_day(first)}."
    return f"Handboken har {ABSENT.word} för den här dagen."


def statute(handbook: Handbook, statute_id: str, page_url: str, today: date) -> Markup:
    """All provisions of a statute, each with an anchor. Raises KeyError for an unknown statute."""
    found = handbook.statutes[statute_id].value
    entries = [
        ProvisionEntry(provision, mark(provision, today), verdict(provision, today), provision.wording_on(today))
        for provision in in_number_order(found)
    ]
    return fill(
        "statute.html",
        view=View(handbook, page_url, today),
        statute=found,
        entries=entries,
        uses=uses_by_provision(handbook, found, today),
    )


def statute_register(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The statutes with their state, and the provisions in force that somebody has to verify."""
    view = View(handbook, page_url, today)
    entries = [_statute_entry(view, sourced.value) for sourced in handbook.statutes.values()]
    return fill("statute_register.html", view=view, entries=entries)


def in_number_order(statute_: Statute) -> list[Provision]:
    """The provisions by chapter and paragraph, as in the statute: in the file the latest addition may stand last."""
    return sorted(statute_.provisions, key=_number_key)


def _number_key(provision: Provision) -> tuple[int, int, str]:
    """`10 a` comes after `10` and before `11`; a range sorts by where it begins."""
    first, _, letter = re.split("[–-]", provision.paragraph)[0].partition(" ")
    return provision.chapter or 0, int(first), letter


def unverified(statute_: Statute, today: date) -> tuple[Provision, ...]:
    """The provisions whose wording in force on `today` is not verified."""
    return tuple(
        provision
        for provision in in_number_order(statute_)
        if (wording := provision.wording_on(today)) is not None and not wording.certainty.verified
    )


def _statute_entry(view: View, found: Statute) -> StatuteEntry:
    page = view.handbook.statute_page(found.id)
    checked = (w.checked_on for p in found.provisions for w in p.wordings if w.checked_on)
    return StatuteEntry(
        found,
        view.url(page.url) if page else None,
        found.interval.contains(view.today),
        unverified(found, view.today),
        max(checked, default=None),
    )
