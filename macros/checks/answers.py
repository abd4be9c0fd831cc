"""GRA: what a receipt answers, and that the role that reviewed may do so and is not the one that adopted."""

from collections.abc import Iterator
from datetime import date

from macros.checks.roles import unknown_role
from macros.checks.wording import suggest
from macros.handbook import Handbook, routine_meta
from macros.model.finding import Finding, Level
from macros.model.page import Adoption, Page
from macros.model.question import Verdict
from macros.model.review import Outcome, Receipt
from macros.model.sourced import Sourced


def check_answers(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every receipt answers questions that exist, each once, has looked at something and does not contradict itself."""
    known = [question.id for question in handbook.policy.value.questions]
    for receipt in handbook.receipts:
        asked = [answer.question for answer in receipt.value.checked]
        for index, question in enumerate(asked):
            place = receipt.place("kontrollerat", index, "fråga")
            if question not in known:
                cure = suggest(question, known, "Frågorna står i data/granskningspolicy.yml.")
                yield Finding("GRA214", Level.FEL, place, f"Frågan ”{question}” finns inte.", cure)
            elif asked.index(question) != index:
                message = f"Frågan ”{question}” har två svar."
                yield Finding("GRA214", Level.FEL, place, message, "Behåll det ena.")
        yield from _check_outcome(receipt)


def _check_outcome(receipt: Sourced[Receipt]) -> Iterator[Finding]:
    if not receipt.value.reviewed:
        message = "Kvittot svarar ”inte granskat” på alla frågor."
        cure = "Granska något, eller ta bort kvittot."
        yield Finding("GRA215", Level.FEL, receipt.place("kontrollerat"), message, cure)
    elif receipt.value.failures and receipt.value.outcome is Outcome.UNCHANGED:
        message = "Kvittot säger att något brister, men utfallet är ”oförändrad”."
        cure = "Skriv utfall: ändras, eller ändrad om bristen redan är rättad."
        yield Finding("GRA215", Level.FEL, receipt.place("utfall"), message, cure)


def check_completeness(handbook: Handbook, today: date) -> Iterator[Finding]:
    """The latest receipt answers what was asked that day; for an adopted routine nothing is left unreviewed."""
    for routine_id, page in handbook.routines.items():
        latest = handbook.latest_receipt(routine_id, today)
        if latest is None:
            continue
        answers = {answer.question: answer.verdict for answer in latest.value.checked}
        asked = [question.id for question in handbook.policy.value.questions_asked(latest.value.day)]
        if unanswered := [question for question in asked if question not in answers]:
            message = f"Kvittot saknar svar på {', '.join(unanswered)}."
            cure = "Skriv ett svar på varje fråga: stämmer, brister eller inte granskat."
            yield Finding("GRA216", Level.VARNING, latest.place("kontrollerat"), message, cure)
        skipped = [question for question in asked if answers.get(question) is Verdict.NOT_REVIEWED]
        if skipped and latest.value.reviewed and routine_meta(page.value).adoption is Adoption.ADOPTED:
            message = f"{routine_id} är fastställd, men granskningen lämnade {', '.join(skipped)}."
            cure = "Granska också det, i ett nytt kvitto."
            yield Finding("GRA217", Level.VARNING, latest.place("kontrollerat"), message, cure)


def check_reviewers(handbook: Handbook, today: date) -> Iterator[Finding]:
    """The latest review was made by a role that may make it, and another one than the role that adopted the routine."""
    for routine_id, page in handbook.routines.items():
        yield from _check_adopter(handbook, page)
        latest, meta = handbook.latest_receipt(routine_id, today), routine_meta(page.value)
        if latest is None or latest.value.role not in handbook.roles:
            continue
        is_proposal = meta.adoption is Adoption.PROPOSAL
        allowed = handbook.policy.value.reviewers(meta.risk_class, is_proposal=is_proposal)
        kind = "ett förslag" if is_proposal else "en rutin som inte är ett förslag"
        if allowed and latest.value.role not in allowed:
            message = f"Rollen ”{latest.value.role}” får inte granska {kind} i riskklass {meta.risk_class}."
            cure = f"Låt någon av dessa granska: {', '.join(allowed)}."
            yield Finding("GRA218", Level.FEL, latest.place("roll"), message, cure)
        elif meta.adoption is Adoption.ADOPTED and latest.value.role == meta.adopted_by:
            message = f"Samma roll, ”{latest.value.role}”, har granskat och fastställt {routine_id}."
            yield Finding("GRA219", Level.FEL, latest.place("roll"), message, "Låt en annan roll granska rutinen.")


def _check_adopter(handbook: Handbook, page: Sourced[Page]) -> Iterator[Finding]:
    meta = routine_meta(page.value)
    if meta.adopted_by is not None:
        yield from unknown_role(handbook, meta.adopted_by, page.place("fastställd_av"))
    if meta.adoption is Adoption.PROPOSAL and meta.adopted_by is not None:
        cure = "Ta bort fastställd_av, eller rätta beslutsläget."
        yield Finding(
            "GRA220", Level.FEL, page.place("fastställd_av"), "Ett förslag är inte fastställt av någon.", cure
        )
    elif meta.adoption is Adoption.ADOPTED and meta.adopted_by is None:
        message = f"{meta.id} är fastställd, men det står inte av vilken roll."
        yield Finding("GRA220", Level.FEL, page.place("beslutsläge"), message, "Lägg till raden fastställd_av: …")
