"""What a role has to do for its routines: late and coming reviews, waivers that ran out, errors that time brought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.finding import Finding
from macros.model.page import Adoption
from macros.model.review import ReviewState
from macros.notices.wording import role_name, shortened
from macros.render.dates import swedish_day
from macros.render.words import listed
from macros.reports.markdown import finding_item, plain
from macros.standing import Standing, standing
from macros.waivers import open_waivers

# The gravest first: the order of the headings.
_HEADINGS = {
    ReviewState.OVERDUE: "Förfallna",
    ReviewState.NEVER: "Aldrig granskade",
    ReviewState.SUSPECT: "Misstänkta: lagen har ändrats",
    ReviewState.CHANGED: "Ändrade efter granskningen",
    ReviewState.DUE_SOON: "Ska snart granskas",
    ReviewState.CURRENT: "Fel att rätta",
}
_TOLD_BY_STATE = frozenset({"GRA201", "GRA203"})
_MOST_ERRORS = 10
_ROOM_FOR_THE_REST = 2000  # headings and closing lines
KEPT = "*Handboken håller det här ärendet: det följer läget varje vecka och stängs när inget är kvar.*"


@dataclass(frozen=True)
class Reminder:
    """A routine that its owner has something to do with. `facts`: Swedish sentences; `errors`: what the check stops."""

    routine: str
    title: str
    state: ReviewState
    facts: tuple[str, ...]
    errors: tuple[Finding, ...]


def reminders(handbook: Handbook, findings: Sequence[Finding], role_id: str, today: date) -> tuple[Reminder, ...]:
    """What the role's routines call for on `today`, the gravest first. Withdrawn routines call for nothing."""
    found = []
    for routine_id, page in handbook.routines.items():
        meta = routine_meta(page.value)
        if meta.owner != role_id or meta.adoption is Adoption.WITHDRAWN:
            continue
        where, errors = standing(handbook, routine_id, today), _errors(handbook, findings, routine_id)
        if errors or where.state is not ReviewState.CURRENT:
            facts = tuple(_facts(handbook, routine_id, where, today))
            found.append(Reminder(routine_id, page.value.title, where.state, facts, errors))
    order = list(_HEADINGS)
    return tuple(sorted(found, key=lambda reminder: (order.index(reminder.state), reminder.routine)))


def reminder_markdown(handbook: Handbook, role_id: str, found: Sequence[Reminder], most: int) -> str | None:
    """The role's issue as Markdown of some `most` characters; None when there is nothing to do.

    It names no number of days left: the text changes only when there is something else to do.
    """
    if not found:
        return None
    lines = [f"Rollen **{plain(role_name(handbook, role_id))}** ansvarar för de här rutinerna."]
    room, left = most - _ROOM_FOR_THE_REST, 0
    for state, heading in _HEADINGS.items():
        chosen = [_lines(reminder) for reminder in found if reminder.state is state]
        if chosen:
            lines += ["", f"### {heading} ({len(chosen)})", ""]
        for item in chosen:
            room -= sum(map(len, item))
            left += room < 0
            lines += item if room >= 0 else []
    if left:
        lines += ["", f"{left} till får inte plats. Kör `handbok påminn --roll {role_id}` för att se alla."]
    if any(reminder.state is not ReviewState.CURRENT for reminder in found):
        lines += ["", "Granska med `handbok granska` och rutinens id, till exempel:", ""]
        lines += [f"    handbok granska {found[0].routine}"]
    return "\n".join([*lines, "", KEPT])


def _lines(reminder: Reminder) -> list[str]:
    facts = "".join(f" {plain(fact)}" for fact in reminder.facts)
    lines = [shortened(f"- **{reminder.routine}** {plain(reminder.title)}.{facts}")]
    lines += [f"  {shortened(finding_item(error))}" for error in reminder.errors[:_MOST_ERRORS]]
    if len(reminder.errors) > _MOST_ERRORS:
        lines.append(f"  - … och {len(reminder.errors) - _MOST_ERRORS} fel till.")
    return lines


def _facts(handbook: Handbook, routine_id: str, where: Standing, today: date) -> Iterator[str]:
    if where.due is None:
        yield "Rutinen har aldrig granskats."
    else:
        verb = "Skulle ha granskats" if where.due < today else "Ska granskas"
        yield f"{verb} senast {swedish_day(where.due)}."
    if where.waiver:
        yield f"Anstånd är beviljat till och med {swedish_day(where.waiver.last_day_known(today))}."
    for _, waiver in open_waivers(handbook, routine_id, today):
        last = waiver.last_day_known(today)
        if where.due is not None and today > max(last, where.due):
            yield f"Anståndet gick ut {swedish_day(last)}."
    if where.suspicions:
        names = [_provision(handbook, doubt.provision_id) for doubt in where.suspicions]
        yield f"Lagtexten är en annan än vid granskningen: {listed(names)}."
    if where.is_changed and where.receipt:
        yield f"Texten har ändrats efter granskningen {swedish_day(where.receipt.day)}."


def _provision(handbook: Handbook, provision_id: str) -> str:
    statute, provision = handbook.provisions[provision_id]
    return f"{provision.number} {statute.short_name}"


def _errors(handbook: Handbook, findings: Sequence[Finding], routine_id: str) -> tuple[Finding, ...]:
    """What stops the build in the routine's own files, save what its state already tells."""
    page = handbook.routines[routine_id]
    lists = routine_meta(page.value).checklists
    paths = {page.path, *(handbook.checklists[known].path for known in lists if known in handbook.checklists)}
    receipts = f"data/granskningar/{routine_id}/"
    own = (f for f in findings if f.place.path in paths or f.place.path.startswith(receipts))
    return tuple(finding for finding in own if finding.blocks and finding.code not in _TOLD_BY_STATE)
