"""ROL: roles, local names, deadlines and events that are named exist and are used."""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.checks.references import unknown_provision, unknown_sections
from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.deadline import Due
from macros.model.finding import Finding, Level, Place
from macros.model.page import Page, RoutineMeta
from macros.model.profile import EventFile, Profile, Settings
from macros.model.role import RoleFile
from macros.model.sourced import Sourced


def unknown_role(handbook: Handbook, role: str, place: Place) -> Iterator[Finding]:
    """A finding when the role is not in data/roller.yml."""
    if role not in handbook.roles:
        cure = suggest(role, handbook.roles, "Rätta id eller lägg till rollen i data/roller.yml.")
        yield Finding("ROL201", Level.FEL, place, f"Rollen ”{role}” finns inte.", cure)


def unknown_due(handbook: Handbook, due: Due, place: Place) -> Iterator[Finding]:
    """Findings when the deadline is not in the profile or the event not in data/handelser.yml."""
    profile = handbook.profile
    if due.local is not None and due.local not in profile.value.deadlines:
        cure = suggest(due.local, profile.value.deadlines, f"Lägg till fristen i {profile.path}.")
        yield Finding("ROL205", Level.FEL, place, f"Fristen ”{due.local}” finns inte i kommunens profil.", cure)
    if due.event is not None and due.event not in handbook.events:
        cure = suggest(due.event, handbook.events, "Lägg till händelsen i data/handelser.yml.")
        yield Finding("ROL206", Level.FEL, place, f"Händelsen ”{due.event}” finns inte.", cure)


def check_roles(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every role, deadline and event named by a routine or a checklist exists."""
    for page in handbook.pages:
        if isinstance(page.value.meta, RoutineMeta):
            yield from _check_routine(handbook, page, page.value.meta)
    for checklist in handbook.checklists.values():
        for index, item in enumerate(checklist.value.items):
            yield from unknown_due(handbook, item.due, checklist.place("punkter", index, "senast"))


def _check_routine(handbook: Handbook, page: Sourced[Page], meta: RoutineMeta) -> Iterator[Finding]:
    yield from unknown_role(handbook, meta.owner, page.place("ansvarig"))
    for index, role in enumerate(meta.roles):
        yield from unknown_role(handbook, role, page.place("roller", index))
    for index, step in enumerate(meta.steps):
        for number, role in enumerate(step.roles):
            yield from unknown_role(handbook, role, page.place("steg", index, "roll", number))
        yield from unknown_due(handbook, step.due, page.place("steg", index, "senast"))


def check_role_tasks(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every role has something to do: tasks, steps, items, or a routine to answer for."""
    busy: set[str] = set()
    for page in handbook.routines.values():
        if isinstance(meta := page.value.meta, RoutineMeta):
            busy.add(meta.owner)
            busy.update(role for step in meta.steps for role in step.roles)
    for checklist in handbook.checklists.values():
        busy.update(role for item in checklist.value.items for role in item.roles)
    for index, role in enumerate(handbook.role_file.value.roles):
        if role.id not in busy and not role.tasks:
            place = handbook.role_file.place("roller", index, "id")
            cure = "Ge rollen uppgifter, ett steg eller en punkt, eller ta bort den."
            yield Finding("ROL202", Level.VARNING, place, f"Rollen ”{role.id}” har inga uppgifter.", cure)


def check_profile(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Ids stand once; boards, participants and events that the profile names exist."""
    yield from _twice(handbook.role_file, "roller", [role.id for role in handbook.role_file.value.roles])
    yield from _twice(handbook.event_file, "händelser", [event.id for event in handbook.event_file.value.events])
    yield from _twice(handbook.settings, "allmänna_namn", [name.id for name in handbook.settings.value.general_names])
    profile = handbook.profile
    names = [name.id for name in profile.value.local_names]
    for name_id in sorted({name for name in names if names.count(name) > 1}):
        message = f"Id ”{name_id}” står mer än en gång i profilen."
        yield Finding(
            "ROL203", Level.FEL, profile.place("id"), message, "Ge varje enhet, forum och system ett eget id."
        )
    boards = [board.id for board in profile.value.boards]
    for index, unit in enumerate(profile.value.units):
        if unit.board is not None and unit.board not in boards:
            place = profile.place("enheter", index, "nämnd")
            cure = suggest(unit.board, boards, "Lägg till nämnden under nämnder.")
            yield Finding("ROL207", Level.FEL, place, f"Nämnden ”{unit.board}” finns inte i profilen.", cure)
    for deadline_id, deadline in profile.value.deadlines.items():
        if deadline.after not in handbook.events:
            place = profile.place("frister", deadline_id, "efter")
            cure = suggest(deadline.after, handbook.events, "Lägg till händelsen i data/handelser.yml.")
            yield Finding("ROL206", Level.FEL, place, f"Händelsen ”{deadline.after}” finns inte.", cure)


def check_measures(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Insatser stand once and name units and provisions that exist."""
    profile = handbook.profile
    units = [unit.id for unit in profile.value.units]
    ids = [measure.id for measure in profile.value.measures]
    for index, measure in enumerate(profile.value.measures):
        if ids.index(measure.id) != index:
            place = profile.place("insatser", index, "id")
            yield Finding("ROL203", Level.FEL, place, f"Insatsen ”{measure.id}” står två gånger.", "Behåll den ena.")
        if measure.provider not in units:
            cure = suggest(measure.provider, units, "Lägg till enheten under enheter.")
            place = profile.place("insatser", index, "utförare")
            yield Finding("ROL209", Level.FEL, place, f"Enheten ”{measure.provider}” finns inte i profilen.", cure)
        for number, ground in enumerate(measure.grounds):
            yield from unknown_provision(handbook, ground, profile.place("insatser", index, "grund", number))


def check_measure_names(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """An insats without a name of its own has a general one to show meanwhile; that it is missing is worth knowing."""
    profile = handbook.profile
    general = {name.id: name.name for name in handbook.settings.value.general_measures}
    for index, measure in enumerate(profile.value.measures):
        place = profile.place("insatser", index, "namn")
        if measure.is_named:
            continue
        if measure.id in general:
            message = (
                f"{profile.value.short_name} har inget eget namn för insatsen ”{general[measure.id]}” ({measure.id})."
            )
            cure = "Fyll i namn i profilen. Tills dess visas det allmänna namnet."
            yield Finding("ROL208", Level.NOTIS, place, message, cure)
        else:
            message = f"Insatsen ”{measure.id}” har varken ett eget eller ett allmänt namn."
            cure = "Skriv namn i profilen, eller lägg till insatsen under allmänna_insatser i data/handbok.yml."
            yield Finding("ROL212", Level.FEL, place, message, cure)


def check_gaps(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """The sections that answer the municipality's known gaps exist."""
    for index, gap in enumerate(handbook.profile.value.gaps):
        yield from unknown_sections(handbook, "ROL210", gap.section, handbook.profile.place("luckor", index, "avsnitt"))


def check_unknown_names(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every general name has a local one; a gap is worth knowing, and the general name is shown meanwhile."""
    profile = handbook.profile
    for name in handbook.settings.value.general_names:
        if not handbook.has_own_name(name.id):
            message = f"{profile.value.short_name} har inget eget namn för ”{name.name}” ({name.id})."
            cure = "Fyll i namn i profilen. Tills dess visas det allmänna namnet."
            yield Finding("ROL208", Level.NOTIS, _place_of_name(profile, name.id), message, cure)


def _place_of_name(profile: Sourced[Profile], name_id: str) -> Place:
    """Where the profile should have the name; its own id when it leaves the thing out."""
    found = profile.value
    kinds = (
        ("nämnder", found.boards),
        ("enheter", found.units),
        ("forum", found.forums),
        ("system", found.systems),
        ("verktyg", found.tools),
    )
    for key, things in kinds:
        for index, thing in enumerate(things):
            if thing.id == name_id:
                return profile.place(key, index, "namn")
    return profile.place("id")


def _twice(
    source: Sourced[RoleFile] | Sourced[EventFile] | Sourced[Settings], key: str, ids: Sequence[str]
) -> Iterator[Finding]:
    for index, thing_id in enumerate(ids):
        if ids.index(thing_id) != index:
            first = source.place(key, ids.index(thing_id), "id").line
            message = f"Id ”{thing_id}” finns redan på rad {first}."
            yield Finding("ROL203", Level.FEL, source.place(key, index, "id"), message, "Behåll den ena.")
