"""The audit trail: every recommendation with what answers it, and the way back from section to recommendation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook, routine_meta
from macros.model.audit import AnswerStatus, AuditFile, Examination, Recommendation
from macros.model.page import Adoption
from macros.model.sourced import Sourced
from macros.render.links import relative_url
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper, number_word
from macros.sections import Section, find_section


@dataclass(frozen=True)
class Sign:
    """How a status is shown: a glyph and a word, never colour alone."""

    glyph: str
    word: str
    slug: str


SIGNS = {
    AnswerStatus.ANSWERED: Sign("●", "Besvarad", "aktuell"),
    AnswerStatus.PARTLY: Sign("◐", "Delvis besvarad", "snart"),
    AnswerStatus.EXCEPTED: Sign("○", "Undantag", "aldrig"),
}


@dataclass(frozen=True)
class AnswerEntry:
    """A section that meets a recommendation, and how."""

    routine_id: str
    section: Section
    how: str


@dataclass(frozen=True)
class ItemEntry:
    """A checklist item that makes it happen. `retired`: it no longer does."""

    id: str
    text: str
    url: str | None
    retired: bool


@dataclass(frozen=True)
class RecommendationEntry:
    """A recommendation with everything it leads to."""

    recommendation: Recommendation
    sign: Sign
    answers: tuple[AnswerEntry, ...]
    items: tuple[ItemEntry, ...]


@dataclass(frozen=True)
class ExaminationEntry:
    """An examination; `own` when it is about the municipality that reads."""

    examination: Examination
    own: bool
    entries: tuple[RecommendationEntry, ...]
    counts: Counter[AnswerStatus]


@dataclass(frozen=True)
class SectionEntry:
    """A section and the recommendations that it answers."""

    routine_id: str
    section: Section
    recommendation_ids: tuple[str, ...]


def anchor(recommendation_id: str) -> str:
    """Where the recommendation stands on the page of the trail."""
    return recommendation_id.lower()


def recommendation_url(handbook: Handbook, recommendation_id: str) -> str | None:
    """Where the recommendation is shown, or None when no page shows the trail."""
    page = handbook.page_calling("visa_revision")
    return f"{page.url}#{anchor(recommendation_id)}" if page else None


def revision(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The whole trail: an overview, each examination, then the table from section to recommendation."""
    view = View(handbook, page_url, today)
    examinations = [_examination(view, audit.value) for audit in own_first(handbook)]
    return fill(
        "audit.html",
        view=view,
        examinations=examinations,
        open_rows=_not_answered(examinations),
        signs=SIGNS,
        standing=standing(handbook),
        sections=tuple(_sections(handbook)),
        recommendation_url=lambda found: relative_url(page_url, f"{page_url}#{anchor(found)}"),
    )


def own_first(handbook: Handbook) -> Sequence[Sourced[AuditFile]]:
    """The examinations: those of the chosen municipality first, the latest before the earlier."""
    return sorted(
        handbook.holdings.audits,
        key=lambda audit: (not is_own(handbook, audit.value), -audit.value.examination.year),
    )


def is_own(handbook: Handbook, audit: AuditFile) -> bool:
    """True when the examination is about the chosen municipality."""
    return audit.examination.profile == handbook.profile.value.id


def standing(handbook: Handbook) -> str:
    """How much of what answers has been adopted: an answer in a proposal binds nobody."""
    recommendations = handbook.holdings.recommendations.values()
    ids = {answer.section.partition("#")[0] for found in recommendations for answer in found.answers}
    metas = [routine_meta(handbook.routines[id_].value) for id_ in ids if id_ in handbook.routines]
    adopted = sum(meta.adoption is Adoption.ADOPTED for meta in metas)
    count = f"{number_word(len(metas))} {'rutin' if len(metas) == 1 else 'rutiner'}"
    return f"Svaren står i {count}. {_adopted_text(adopted, len(metas))}"


def _adopted_text(adopted: int, total: int) -> str:
    if total == 1:
        return "Den är fastställd." if adopted else "Den är inte fastställd."
    if adopted == 0:
        return "Ingen av dem är fastställd."
    if adopted == total:
        return "Alla är fastställda."
    return f"{first_upper(number_word(adopted))} av dem är {'fastställd' if adopted == 1 else 'fastställda'}."


def _examination(view: View, audit: AuditFile) -> ExaminationEntry:
    entries = tuple(_recommendation(view, found) for found in audit.recommendations)
    counts = Counter(found.status for found in audit.recommendations)
    return ExaminationEntry(audit.examination, is_own(view.handbook, audit), entries, counts)


def _recommendation(view: View, found: Recommendation) -> RecommendationEntry:
    answers = (
        AnswerEntry(answer.section.partition("#")[0], section, answer.how)
        for answer in found.answers
        if (section := find_section(view.handbook, answer.section)) is not None
    )
    return RecommendationEntry(found, SIGNS[found.status], tuple(answers), tuple(_items(view, found.items)))


def _items(view: View, item_ids: Iterable[str]) -> Iterator[ItemEntry]:
    for item_id in item_ids:
        checklist = view.handbook.checklists.get(item_id.rpartition("-")[0])
        item = next((item for item in checklist.value.items if item.id == item_id), None) if checklist else None
        if checklist is not None and item is not None:
            retired = item.is_retired(view.today)
            url = None if retired else view.item_url(checklist.value.id, item_id)
            yield ItemEntry(item_id, first_upper(item.text), url, retired)


def _not_answered(examinations: Iterable[ExaminationEntry]) -> Sequence[RecommendationEntry]:
    """What the text alone does not answer, in the order of the page."""
    rows = (row for found in examinations for row in found.entries)
    return [row for row in rows if row.recommendation.status is not AnswerStatus.ANSWERED]


def _sections(handbook: Handbook) -> Iterator[SectionEntry]:
    """Every section that answers something, routine by routine in the order of its headings."""
    found: dict[str, list[str]] = {}
    for recommendation in handbook.holdings.recommendations.values():
        for answer in recommendation.answers:
            ids = found.setdefault(answer.section, [])
            if recommendation.id not in ids:
                ids.append(recommendation.id)
    entries = [
        SectionEntry(reference.partition("#")[0], section, tuple(ids))
        for reference, ids in found.items()
        if (section := find_section(handbook, reference)) is not None
    ]
    yield from sorted(entries, key=lambda entry: (entry.routine_id, _position(entry.section)))


def _position(section: Section) -> int:
    anchors = [heading.anchor for heading in section.page.body.headings]
    return anchors.index(section.anchor) if section.anchor in anchors else -1
