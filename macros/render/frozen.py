"""The frozen page of an edition: routine, checklists, templates and law as they stand, in plain Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.edition import Edition, EditionKind, edition_folder
from macros.model.page import ArchivePageMeta, Page, RoutineMeta
from macros.render.citations import mark
from macros.render.dates import swedish_day
from macros.render.resolving import Cited, Resolver, UnresolvableError, plain, table
from macros.render.view import View
from macros.render.wordings import wording_time
from macros.render.words import first_upper

_TITLE = re.compile(r"^# .*\n*", re.MULTILINE)
_LOCAL_MACROS = {"lokalt", "frist", "visa_forum", "visa_insats", "visa_mottagare"}
_LEFT_OVER = ("{{", "{%", "{#")


@dataclass(frozen=True)
class Freeze:
    """What is asked for: which edition, from when, on whose decision. `frozen_on` is the day of the freezing."""

    number: str
    kind: EditionKind
    first_day: date | None
    last_day: date | None
    frozen_on: date
    decision: str | None = None
    replaces: str | None = None

    @property
    def law_day(self) -> date:
        """The day whose wordings of the law are shown: the first of the interval, else its last."""
        return self.first_day or self.last_day or self.frozen_on


def frozen_page(handbook: Handbook, page: Page, freeze: Freeze) -> str:
    """The whole Markdown file. Raises UnresolvableError when something in the routine cannot be frozen."""
    folder = edition_folder(routine_id_of(page), freeze.number)
    resolver = Resolver(handbook, page, freeze.law_day, f"{folder.removeprefix('docs/')}/")
    try:
        text = "".join(_parts(resolver, freeze))
    except KeyError as error:
        raise UnresolvableError(f"Rutinen nämner ”{error.args[0]}”, som inte finns.") from error
    if any(sign in text for sign in _LEFT_OVER):
        raise UnresolvableError("Texten innehåller tecken som läses som makron också efter frysningen.")
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def routine_id_of(page: Page) -> str:
    """The routine that the page is, or, put together afterwards, is an edition of. Raises TypeError for others."""
    return page.meta.routine if isinstance(page.meta, ArchivePageMeta) else routine_meta(page).id


def has_local_names(page: Page) -> bool:
    """True when the text holds a municipality's own names or deadlines. A routine's steps and lists always do."""
    return isinstance(page.meta, RoutineMeta) or any(call.name in _LOCAL_MACROS for call in page.body.calls)


def routine_text(handbook: Handbook, page: Page, day: date) -> str:
    """The routine with its checklists and templates in plain Markdown, without its law: what a comparison reads."""
    resolver = Resolver(handbook, page, day, page.url)
    return "".join((resolver.body(), *_checklists(resolver), *_templates(resolver)))


def _parts(resolver: Resolver, freeze: Freeze) -> Iterator[str]:
    routine_id = routine_id_of(resolver.page)
    yield (
        f'---\ntyp: arkiv\nrutin: {routine_id}\nutgåva: "{freeze.number}"\n'
        f"description: Fryst utgåva {freeze.number} av {routine_id}. Ändras aldrig.\nsearch:\n  exclude: true\n---\n\n"
    )
    yield f"# {resolver.page.title}, utgåva {freeze.number}\n\n{_opening(freeze)}\n\n"
    yield _TITLE.sub("", resolver.body(), count=1)
    yield from _checklists(resolver)
    yield from _templates(resolver)
    yield from _law(resolver)
    yield from _about(resolver, freeze)


def _opening(freeze: Freeze) -> str:
    if freeze.kind is EditionKind.RETROSPECTIVE:
        return (
            "**Sammanställd i efterhand, ej fastställd.** Texten visar hur rutinen skulle ha lästs enligt den lag som "
            "gällde då. Ingen nämnd har beslutat den, och ingen arbetade efter den."
        )
    return f"Fryst {swedish_day(freeze.frozen_on)}. Texten, checklistorna och lagen står som de gjorde då."


def _checklists(resolver: Resolver) -> Iterator[str]:
    """The routine's checklists, item by item under the steps they follow; retired items are left out."""
    checklists = resolver.handbook.checklists_of(resolver.page)
    if checklists:
        yield "\n## Checklistorna { #checklistorna }\n"
    view = View(resolver.handbook, resolver.page_url, resolver.law_day)
    for checklist in checklists:
        yield f"\n### {checklist.id} {plain(checklist.title)} {{ #{checklist.id.lower()} }}\n\n"
        for number, step in enumerate(routine_meta(resolver.page).steps, start=1):
            items = [i for i in checklist.items if i.step == step.id and not i.is_retired(resolver.law_day)]
            if not items:
                continue
            yield f"**{number}. {plain(view.step_title(resolver.page, step.id))}**\n\n"
            for item in items:
                due = plain(resolver.handbook.due_text(item.due)) + (" (förslag)" if view.is_proposed(item.due) else "")
                facts = (
                    f"{plain(view.role_names(item.roles))}, {due}",
                    plain(item.reason).rstrip("."),
                    f"Grund: {', '.join(resolver.cite(ground) for ground in item.grounds)}",
                    *([f"Mall: {', '.join(map(resolver.template, item.templates))}"] if item.templates else []),
                    f"Dokumenteras: {plain(item.documented)}",
                )
                yield f"- ☐ {item.id} **{plain(first_upper(item.text)).rstrip('.')}.** {'. '.join(facts)}.\n"
            yield "\n"


def _templates(resolver: Resolver) -> Iterator[str]:
    """The templates that the steps and the items use: what each is for and which parts it has."""
    found = resolver.handbook.templates_of(resolver.page)
    if found:
        yield "\n## Mallarna { #mallarna }\n\n"
    for template in found:
        parts = ", ".join(plain(part.heading) for part in template.parts)
        yield f'- <span id="{template.id.lower()}"></span>{template.id} **{plain(template.title)}.** '
        yield f"{plain(template.used).rstrip('.')}. Delar: {parts}.\n"


def _law(resolver: Resolver) -> Iterator[str]:
    """Every provision that the page cites, as the handbook knew its wording."""
    meta = resolver.page.meta
    for provision_id in meta.provisions if isinstance(meta, RoutineMeta) else ():
        resolver.cite(provision_id)
    day = swedish_day(resolver.law_day)
    yield "\n## Lagen som den stod { #lagen }\n\n"
    yield f"Lydelserna {day}, om inget annat står, så som handboken kände dem när utgåvan frystes.\n\n"
    rows = [_law_row(resolver, cited) for cited in sorted(resolver.cited, key=lambda cited: _law_key(resolver, cited))]
    yield table(("Bestämmelse", "Vad den säger", "Gäller", "Säkerhet"), *rows) + "\n"


def _law_key(resolver: Resolver, cited: Cited) -> tuple[int, int, date]:
    statute, provision = resolver.handbook.provisions[cited[0]]
    order = list(resolver.handbook.statutes)
    return order.index(statute.id), statute.provisions.index(provision), cited[1]


def _law_row(resolver: Resolver, cited: Cited) -> tuple[str, ...]:
    provision_id, day = cited
    statute, provision = resolver.handbook.provisions[provision_id]
    number = (
        f'<span id="{resolver.anchor(provision_id, day)}"></span>{plain(f"{provision.number} {statute.short_name}")}'
    )
    if day != resolver.law_day:
        number += f", per {swedish_day(day)}"
    wording = provision.wording_on(day)
    if wording is None:
        warning = mark(provision, day)
        return number, plain(provision.heading), first_upper(warning.word) if warning else "–", "–"
    about = f"**{plain(provision.heading)}.** {plain(wording.summary)}"
    if wording.question:
        about += f" *Öppen fråga: {plain(wording.question)}*"
    certainty = f"{wording.text_certainty.glyphs} {wording.text_certainty.value}"
    return number, about, first_upper(wording_time(wording)), certainty


def _about(resolver: Resolver, freeze: Freeze) -> Iterator[str]:
    meta = resolver.page.meta
    retrospective = freeze.kind is EditionKind.RETROSPECTIVE
    decision = "Inget. Utgåvan är sammanställd i efterhand." if retrospective else "Inte angivet"
    rows = [
        ("Rutin och utgåva", f"{routine_id_of(resolver.page)}, utgåva {freeze.number}"),
        ("Läge", first_upper(freeze.kind.value) + (", ej fastställd" if retrospective else "")),
        ("Beslut", plain(freeze.decision) if freeze.decision else decision),
        ("Fryst", swedish_day(freeze.frozen_on)),
        ("Lagens lydelser", swedish_day(freeze.law_day)),
        ("Lokala namn och frister", _municipality(resolver)),
    ]
    if isinstance(meta, RoutineMeta):
        rows.append(("Ansvarig", plain(resolver.handbook.roles[meta.owner].name)))
    if freeze.replaces:
        rows.append(("Ersätter", f"Utgåva {freeze.replaces}, som var sammanställd i efterhand"))
    yield "\n## Om utgåvan { #om-utgavan }\n\n" + table(("Uppgift", "Värde"), *rows) + "\n"


def _municipality(resolver: Resolver) -> str:
    return plain(resolver.handbook.profile.value.name) if has_local_names(resolver.page) else "Inga"


def register_text(edition: Edition) -> str:
    """The edition's file in the register."""
    lines = ["# Skriven av handbok frys. Ändras aldrig; bara gäller_t_o_m får läggas till."]
    for key, value in edition.model_dump(mode="json", by_alias=True, exclude_none=True).items():
        lines.append(f"{key}: {_scalar(str(value))}")
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    if re.fullmatch(r"[A-Za-zÅÄÖåäö][\w -]*|\d{4}-\d{2}-\d{2}", text) and text.lower() not in {"null", "true", "false"}:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
