"""SID: pages and routines are complete and hang together."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.page import Page, RoutineMeta
from macros.model.sourced import Sourced

# What every routine must answer, in this order: (anchor, heading).
REQUIRED_SECTIONS = (
    ("kort-sagt", "Kort sagt"),
    ("galler", "När rutinen gäller"),
    ("ansvar", "Vem ansvarar för vad"),
    ("steg", "Så här gör du"),
    ("avvikelser", "När det inte går som planerat"),
    ("lag", "Lag"),
    ("checklista", "Checklista"),
)
SECTION_LEVEL, STEP_LEVEL = 2, 3


def _routines(handbook: Handbook) -> Iterator[tuple[Sourced[Page], RoutineMeta]]:
    for page in handbook.pages:
        if isinstance(page.value.meta, RoutineMeta):
            yield page, page.value.meta


def check_routine_ids(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A routine's id is its file's name, and no other routine has it."""
    first: dict[str, str] = {}
    for page, meta in _routines(handbook):
        if PurePosixPath(page.path).stem != meta.id.lower():
            yield Finding(
                "SID106",
                Level.FEL,
                page.place("id"),
                f"Rutinens id är ”{meta.id}” men filen heter {PurePosixPath(page.path).name}.",
                f"Döp filen till {meta.id.lower()}.md eller rätta id.",
            )
        if meta.id in first:
            message = f"Id ”{meta.id}” finns redan i {first[meta.id]}."
            yield Finding("SID201", Level.FEL, page.place("id"), message, "Ge rutinen ett eget id.")
        first.setdefault(meta.id, page.path)


def check_titles(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A page has exactly one heading of level one: its title."""
    for page in handbook.pages:
        titles = [heading for heading in page.value.body.headings if heading.level == 1]
        if not titles:
            yield Finding(
                "SID206", Level.FEL, Place(page.path), "Sidan saknar rubrik.", "Lägg till en rad: # Sidans rubrik"
            )
        for extra in titles[1:]:
            message = f"Sidan har mer än en huvudrubrik: ”{extra.text}”."
            yield Finding("SID206", Level.FEL, Place(page.path, extra.line), message, "Använd ## för underrubriker.")


def check_sections(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """A routine has every required section, in order."""
    for page, _ in _routines(handbook):
        anchors = [h.anchor for h in page.value.body.headings if h.level == SECTION_LEVEL]
        for anchor, title in REQUIRED_SECTIONS:
            if anchor not in anchors:
                message, cure = f"Avsnittet ”{title}” saknas.", f"Lägg till rubriken: ## {title} {{ #{anchor} }}"
                yield Finding("SID202", Level.FEL, Place(page.path), message, cure)
        required = [anchor for anchor, _ in REQUIRED_SECTIONS]
        found = [anchor for anchor in anchors if anchor in required]
        if found != sorted(found, key=required.index):
            cure = "Ordna dem: " + ", ".join(title for _, title in REQUIRED_SECTIONS) + "."
            yield Finding(
                "SID203", Level.VARNING, Place(page.path), "Avsnitten står i annan ordning än i andra rutiner.", cure
            )


def check_steps(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Each step in the front matter has its heading, in the same order, and shows its facts once."""
    for page, meta in _routines(handbook):
        yield from _check_step_headings(page, meta)
        shown = Counter(c.argument(0, "steg") for c in page.value.body.calls if c.name == "visa_steg")
        for index, step in enumerate(meta.steps):
            if shown[step.id] != 1:
                times = "visas inte" if not shown[step.id] else f"visas {shown[step.id]} gånger"
                cure = f'Skriv {{{{ visa_steg("{step.id}") }}}} en gång, efter stegets text.'
                place = page.place("steg", index, "id")
                yield Finding("SID205", Level.FEL, place, f"Uppgifterna för steget ”{step.id}” {times}.", cure)


def _check_step_headings(page: Sourced[Page], meta: RoutineMeta) -> Iterator[Finding]:
    ids = [step.id for step in meta.steps]
    headings = _step_headings(page.value)
    anchors = list(headings)
    for index, step_id in enumerate(ids):
        if ids.index(step_id) != index:
            message = f"Steget ”{step_id}” står två gånger i sidhuvudet."
            yield Finding("SID204", Level.FEL, page.place("steg", index, "id"), message, "Behåll det ena.")
        elif step_id not in headings:
            message, cure = (
                f"Steget ”{step_id}” har ingen rubrik i texten.",
                f"Lägg till: ### Stegets rubrik {{ #{step_id} }}",
            )
            yield Finding("SID204", Level.FEL, page.place("steg", index, "id"), message, cure)
    for anchor, line in headings.items():
        if anchor not in ids:
            message = f"Rubriken {{ #{anchor} }} under ”Så här gör du” finns inte bland stegen i sidhuvudet."
            yield Finding("SID204", Level.FEL, Place(page.path, line), message, "Lägg till steget i sidhuvudet.")
    common = [step_id for step_id in ids if step_id in headings]
    if common != [anchor for anchor in anchors if anchor in ids] and len(set(ids)) == len(ids):
        message = "Stegen står i olika ordning i sidhuvudet och i texten."
        yield Finding("SID204", Level.FEL, page.place("steg"), message, "Ge dem samma ordning.")


def _step_headings(page: Page) -> dict[str, int]:
    """Anchors and lines of the level-three headings between `steg` and the next section."""
    steps: dict[str, int] = {}
    inside = False
    for heading in page.body.headings:
        if heading.level <= SECTION_LEVEL:
            inside = heading.anchor == "steg"
        elif inside and heading.level == STEP_LEVEL:
            steps[heading.anchor or heading.text] = heading.line
    return steps


def check_anchors(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """No anchor stands twice on a page: a link would reach the first one only."""
    for page in handbook.pages:
        seen: set[str] = set()
        for heading in page.value.body.headings:
            if heading.anchor and heading.anchor in seen:
                message = f"Ankaret {{#{heading.anchor}}} står två gånger på sidan."
                yield Finding(
                    "SID207", Level.FEL, Place(page.path, heading.line), message, "Ge rubriken ett eget ankare."
                )
            seen.add(heading.anchor or "")


def check_folders(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Routines, and nothing else but the folder's index page, live in docs/rutiner/."""
    for page in handbook.pages:
        in_folder = page.path.startswith("docs/rutiner/")
        is_routine = isinstance(page.value.meta, RoutineMeta)
        if is_routine and not in_folder:
            message = "Sidan är en rutin men ligger utanför docs/rutiner."
            yield Finding("SID208", Level.FEL, page.place("typ"), message, "Flytta filen till docs/rutiner.")
        elif in_folder and not is_routine and PurePosixPath(page.path).name != "index.md":
            message = "Sidan ligger i docs/rutiner men är ingen rutin."
            yield Finding("SID208", Level.FEL, page.place("typ"), message, "Skriv typ: rutin eller flytta filen.")
