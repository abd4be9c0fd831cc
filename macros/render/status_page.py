"""The handbook's state: every routine with its review, what to do first, and what falls due for whom.

The build says what is so on every day; granskning.js and lagetabell.js say what is so on the reader's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.page import Adoption
from macros.model.review import Outcome, Receipt
from macros.render.citations import UNSURE
from macros.render.dates import swedish_day
from macros.render.links import review_calendar_url
from macros.render.review_signs import SIGNS
from macros.render.routines import RoutineEntry, routine_entries
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper, listed, number_word

FIRST_THINGS = 3
_MANY = {
    "förfallen": "förfallna",
    "aldrig granskad": "aldrig granskade",
    "misstänkt": "misstänkta",
    "ändrad efter granskning": "ändrade efter granskningen",
}
_RANK = {sign.slug: rank for rank, sign in enumerate(SIGNS.values())}


@dataclass(frozen=True)
class ReviewNumbers:
    """What the reviews made so far led to: how many in all, how many to a change, how many without a remark."""

    reviews: int
    led_to_change: int
    without_remarks: int


@dataclass(frozen=True)
class RoleReviews:
    """What a role has to review: its routines by due day, those never reviewed first (their day is None)."""

    role_id: str
    by_day: tuple[tuple[date | None, tuple[RoutineEntry, ...]], ...]
    calendar: str | None


def status_page(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Everything on the status page below its title."""
    view = View(handbook, page_url, today)
    entries = tuple(sorted(routine_entries(handbook, today), key=_by_day))
    everything = review_calendar_url(handbook, None, today)
    return fill(
        "status_page.html",
        view=view,
        entries=entries,
        trusted=handbook.policy.value.last_trusted_day(today),
        summary=(adoption_words(entries), *review_words(entries)),
        first=sorted((entry for entry in entries if entry.facts.lasting), key=_urgency)[:FIRST_THINGS],
        flagged=sum(bool(entry.facts.lasting) for entry in entries),
        law=most_used_unverified(entries),
        roles=reviews_by_role(handbook, entries, view),
        numbers=review_numbers(handbook, today),
        signs=SIGNS,
        ranks=_RANK,
        calendar=view.url(everything) if everything else None,
        forums_url=view.macro_url("visa_forum_lista"),
        changes_url=view.macro_url("visa_andringar"),
        findings_url=view.macro_url("visa_fynd"),
        fields_url=view.macro_url("visa_lagesfalt"),
        json_url=view.url("status.json"),
    )


def adoption_words(entries: Sequence[RoutineEntry]) -> str:
    """What the handbook is worth as a whole, as a sentence."""
    adopted = sum(entry.meta.adoption is Adoption.ADOPTED for entry in entries)
    if not entries:
        return "Ingen rutin är skriven än."
    if adopted == 0:
        return "Handboken är ett förslag. Ingen nämnd har antagit den."
    noun = "rutin är fastställd" if adopted == 1 else "rutiner är fastställda"
    return first_upper(f"{number_word(adopted)} {noun}.")


def review_words(entries: Sequence[RoutineEntry]) -> tuple[str, ...]:
    """How the routines stand with their reviews, as sentences that are true whenever they are read."""
    if not entries:
        return ()
    sentences = [_states_said(entries)]
    days = sorted(entry.facts.due for entry in entries if entry.facts.due)
    if days:
        first = [entry.meta.id for entry in entries if entry.facts.due == days[0]]
        whose = first[0] if len(first) == 1 else f"{number_word(len(first))} rutiner"
        sentences.append(f"Den tidigaste granskningsdagen är {swedish_day(days[0])}, för {whose}.")
    return tuple(sentences)


def _states_said(entries: Sequence[RoutineEntry]) -> str:
    total, states = len(entries), Counter(entry.facts.lasting[0] for entry in entries if entry.facts.lasting)
    everything = {1: "Den enda rutinen", 2: "Båda rutinerna"}.get(total, f"Alla {number_word(total)} rutiner")
    if not states:
        return f"{everything} lyder som när {'den' if total == 1 else 'de'} granskades."
    if len(states) == 1 and states.total() == total:
        return f"{everything} är {_said(next(iter(states)), total)}."
    return (
        f"Av {number_word(total)} rutiner är {listed([f'{number_word(n)} {_said(s, n)}' for s, n in states.items()])}."
    )


def review_numbers(handbook: Handbook, today: date) -> ReviewNumbers:
    """Counted from the receipts up to `today`; one from the future is no review."""
    made: list[Receipt] = [receipt.value for receipt in handbook.receipts if receipt.value.day <= today]
    changed = sum(receipt.outcome is not Outcome.UNCHANGED for receipt in made)
    return ReviewNumbers(len(made), changed, sum(not receipt.remarks for receipt in made))


def reviews_by_role(handbook: Handbook, entries: Iterable[RoutineEntry], view: View) -> tuple[RoleReviews, ...]:
    """What each owner role has to review, in the order of the roles."""
    found = []
    listed_entries = list(entries)
    for role_id in handbook.roles:
        owned = sorted((entry for entry in listed_entries if entry.meta.owner == role_id), key=_by_day)
        if owned:
            days = groupby(owned, key=lambda entry: entry.facts.due)
            calendar = review_calendar_url(handbook, role_id, view.today)
            by_day = tuple((day, tuple(same_day)) for day, same_day in days)
            found.append(RoleReviews(role_id, by_day, view.url(calendar) if calendar else None))
    return tuple(found)


def most_used_unverified(entries: Iterable[RoutineEntry]) -> tuple[str, int] | None:
    """The provision that nobody has read and that most routines rest on, with how many; None when all are read."""
    uses = Counter(
        provision_id
        for entry in entries
        for mark, provision_ids in entry.law.marked.items()
        if mark == UNSURE
        for provision_id in provision_ids
    )
    return min(uses.items(), key=lambda found: (-found[1], found[0])) if uses else None


def _said(state: str, count: int) -> str:
    """The state inside a sentence about so many routines."""
    if count == 1:
        return "ändrad efter granskningen" if state == "ändrad efter granskning" else state
    return _MANY[state]


def _by_day(entry: RoutineEntry) -> tuple[date, int, str]:
    """The earliest due day first, and before it what was never reviewed: right on whatever day it is read."""
    return (entry.facts.due or date.min, entry.meta.risk_class, entry.meta.id)


def _urgency(entry: RoutineEntry) -> tuple[int, int, date, str]:
    """Risk class first; within it the gravest state, then the earliest due day."""
    return (entry.meta.risk_class, _RANK[entry.facts.signs[0].slug], entry.facts.due or date.min, entry.meta.id)
