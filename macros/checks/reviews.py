"""GRA: routines are reviewed in time, and receipts can be trusted."""

from collections.abc import Iterator
from datetime import date

from macros.checks.roles import unknown_role
from macros.checks.wording import days_counted, suggest
from macros.handbook import Handbook, routine_meta
from macros.model.finding import Finding, Level
from macros.model.page import Page
from macros.model.review import ReviewState, RiskClass, review_state
from macros.model.sourced import Sourced
from macros.parents import changed_parents
from macros.waivers import valid_waiver

_LEVELS = {"fel": Level.FEL, "varning": Level.VARNING}


def check_review_dates(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A routine's next review is not overdue, not soon due, and there has been a first one."""
    for page in handbook.routines.values():
        meta = routine_meta(page.value)
        risk_class = handbook.policy.value.risk_class(meta.risk_class)
        if risk_class is None:
            numbers = ", ".join(str(known.number) for known in handbook.policy.value.risk_classes)
            message = f"Riskklass {meta.risk_class} finns inte."
            yield Finding("GRA206", Level.FEL, page.place("riskklass"), message, f"Välj någon av {numbers}.")
        else:
            yield from _judge(handbook, page, risk_class, today)


def _judge(handbook: Handbook, page: Sourced[Page], risk_class: RiskClass, today: date) -> Iterator[Finding]:
    routine_id = routine_meta(page.value).id
    latest, due = handbook.latest_receipt(routine_id, today), handbook.next_review(routine_id, today)
    if latest is None or due is None:
        if handbook.is_unreadable(routine_id):
            return  # a receipt that cannot be read is a finding of its own
        level = _LEVELS[risk_class.when_never_reviewed]
        cure = f"Granska den och lägg kvittot i data/granskningar/{routine_id}."
        yield Finding("GRA201", level, page.place("id"), f"Rutinen {routine_id} har aldrig granskats.", cure)
        return
    cure = "Granska rutinen och lägg ett nytt kvitto i samma mapp."
    state = review_state(due, handbook.policy.value, today)
    if state is ReviewState.OVERDUE:
        message = f"{routine_id} skulle ha granskats senast {due} ({days_counted((today - due).days)} sedan)."
        level = _LEVELS[risk_class.when_overdue]
        if waiver := valid_waiver(handbook, routine_id, today):
            level = Level.VARNING
            message += f" Anstånd är beviljat till och med {waiver.last_day_known(today)}."
        yield Finding("GRA203", level, latest.place("dag"), message, cure)
    elif state is ReviewState.DUE_SOON:
        left = (due - today).days
        level = Level.VARNING if left <= min(handbook.policy.value.warning_days) else Level.NOTIS
        message = f"{routine_id} ska granskas senast {due} (om {days_counted(left)})."
        yield Finding("GRA202", level, latest.place("dag"), message, cure)


def check_receipts(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A receipt is about a routine that exists, by a role that exists, and not from the future."""
    for receipt in handbook.receipts:
        value = receipt.value
        if value.routine not in handbook.routines and not handbook.is_unreadable(value.routine):
            message = f"Rutinen ”{value.routine}” finns inte."
            yield Finding("GRA204", Level.FEL, receipt.place("rutin"), message, "Rätta id eller ta bort kvittot.")
        if value.day > today:
            message = f"Granskningen är daterad {value.day}, som ligger i framtiden."
            yield Finding(
                "GRA205", Level.FEL, receipt.place("dag"), message, "Rätta dagen. Kvittot räknas inte förrän dess."
            )
        yield from unknown_role(handbook, value.role, receipt.place("roll"))
    for routine_id, page in handbook.routines.items():
        latest, edition = handbook.latest_receipt(routine_id, today), routine_meta(page.value).edition
        if latest and latest.value.edition != edition:
            message = f"Utgåva {edition} av {routine_id} är inte granskad; kvittot gäller {latest.value.edition}."
            yield Finding("GRA207", Level.VARNING, page.place("utgåva"), message, "Granska den nya utgåvan.")


def check_parents(handbook: Handbook, today: date) -> Iterator[Finding]:
    """A routine builds on routines that exist, not on itself, and none of them was changed after its own review."""
    for routine_id, page in handbook.routines.items():
        for index, parent in enumerate(routine_meta(page.value).parents):
            place = page.place("bygger_på", index)
            if parent == routine_id:
                message = f"{routine_id} kan inte bygga på sig själv."
                yield Finding("GRA222", Level.FEL, place, message, "Ta bort raden.")
            elif parent not in handbook.routines and not handbook.is_unreadable(parent):
                cure = suggest(parent, handbook.routines, "Rätta id, eller ta bort raden.")
                yield Finding("GRA222", Level.FEL, place, f"Rutinen ”{parent}” finns inte.", cure)
        for changed in changed_parents(handbook, routine_id, today):
            message = (
                f"{routine_id} är misstänkt: {changed.routine_id}, som den bygger på, ändrades {changed.changed_on}."
            )
            cure = f"Läs ändringen och granska rutinen med handbok granska {routine_id}."
            yield Finding("GRA221", Level.VARNING, page.place("bygger_på"), message, cure)


def check_policy(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """The policy's risk classes and questions stand once, its warning days go from most to fewest, its roles exist."""
    policy = handbook.policy
    numbers = [risk_class.number for risk_class in policy.value.risk_classes]
    if len(set(numbers)) != len(numbers):
        yield Finding(
            "GRA208", Level.FEL, policy.place("riskklasser"), "En riskklass står två gånger.", "Behåll den ena."
        )
    days = list(policy.value.warning_days)
    if days != sorted(set(days), reverse=True):
        message = "Varningsdagarna står inte från flest till färst."
        yield Finding("GRA208", Level.FEL, policy.place("varna_dagar"), message, "Skriv t.ex. 60, 30.")
    ids = [question.id for question in policy.value.questions]
    for index, question in enumerate(ids):
        if ids.index(question) != index:
            place = policy.place("frågor", index, "id")
            yield Finding("GRA208", Level.FEL, place, f"Frågan ”{question}” står två gånger.", "Behåll den ena.")
    for index, risk_class in enumerate(policy.value.risk_classes):
        for number, role in enumerate(risk_class.reviewers):
            yield from unknown_role(handbook, role, policy.place("riskklasser", index, "får_granska", number))
    for number, role in enumerate(policy.value.proposal_reviewers):
        yield from unknown_role(handbook, role, policy.place("får_granska_förslag", number))
    for number, role in enumerate(policy.value.waivers.granters if policy.value.waivers else ()):
        yield from unknown_role(handbook, role, policy.place("anstånd", "får_bevilja", number))
