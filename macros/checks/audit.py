"""REV: every recommendation is answered by a section and an item that exist, or excepted with a reason.

A partial answer says what remains and which roles can do it (the model holds that; here the roles are looked up).
"""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_items, unknown_profile, unknown_sections
from macros.checks.roles import unknown_role
from macros.handbook import Handbook
from macros.model.audit import AnswerStatus, AuditFile, Recommendation
from macros.model.finding import Finding, Level
from macros.model.sourced import Sourced


def check_recommendations(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """The trail holds from municipality and recommendation to item; ids stand once in all examinations."""
    first: dict[str, str] = {}
    for audit in handbook.holdings.audits:
        yield from unknown_profile(handbook, audit.value.examination.profile, audit.place("granskning", "kommun"))
        for index, recommendation in enumerate(audit.value.recommendations):
            if recommendation.id in first:
                place = audit.place("rekommendationer", index, "id")
                message = f"Rekommendationen {recommendation.id} finns redan i {first[recommendation.id]}."
                yield Finding("REV201", Level.FEL, place, message, "Ge den ett eget id.")
            first.setdefault(recommendation.id, audit.path)
            yield from _check_answers(handbook, audit, index, recommendation)


def _check_answers(
    handbook: Handbook, audit: Sourced[AuditFile], index: int, recommendation: Recommendation
) -> Iterator[Finding]:
    key = ("rekommendationer", index)
    for number, answer in enumerate(recommendation.answers):
        yield from unknown_sections(handbook, "REV203", answer.section, audit.place(*key, "svar", number, "avsnitt"))
    items = ((item, audit.place(*key, "punkter", number)) for number, item in enumerate(recommendation.items))
    yield from unknown_items(handbook, "REV204", items)
    if recommendation.remainder is not None:
        for number, role in enumerate(recommendation.remainder.roles):
            yield from unknown_role(handbook, role, audit.place(*key, "återstår", "vem", number))
    if recommendation.status is AnswerStatus.EXCEPTED:
        return
    if not recommendation.answers or not recommendation.items:
        lacks = "avsnitt" if not recommendation.answers else "punkt"
        message = f"Rekommendationen {recommendation.id} har inget svar: {lacks} saknas."
        cure = "Lägg till avsnitt och punkt, eller status: undantag med skäl."
        yield Finding("REV202", Level.FEL, audit.place(*key, "id"), message, cure)
