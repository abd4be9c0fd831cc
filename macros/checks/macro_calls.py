"""SID209 and friends: macro calls in Markdown have arguments that lead somewhere."""

from collections.abc import Iterator
from datetime import date

from macros.checks.roles import unknown_role
from macros.checks.wording import suggest
from macros.cited_ground import ground_of
from macros.handbook import Handbook
from macros.model.finding import Finding, Level, Place
from macros.model.macro import MACROS, Macro, Refers
from macros.model.page import MacroCall, Page, RoutineMeta
from macros.model.profile import Form

DEADLINE_STYLES = ("hel", "kort")
# Things that share a file: when it cannot be read, that is the one mistake to tell of.
_FILES = {Refers.FORUM: "data/forum.yml", Refers.PROCESS: "data/processer.yml", Refers.INDICATOR: "data/indikatorer/"}


def check_arguments(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Every macro call has the arguments it needs, written as text, naming things that exist."""
    for page in handbook.pages:
        for call in page.value.body.calls:
            if (macro := MACROS.get(call.name)) is not None:
                yield from _check_call(handbook, page.value, call, macro)


def _check_call(handbook: Handbook, page: Page, call: MacroCall, macro: Macro) -> Iterator[Finding]:
    place = Place(page.path, call.line)
    names = [parameter.value for parameter in macro.parameters]
    too_many = len(call.args) > len(names)
    unknown = [name for name, _ in call.kwargs if name not in names[len(call.args) :]]
    values = [call.argument(index, name) for index, name in enumerate(names)]
    missing = names[: macro.required] if any(value is None for value in values[: macro.required]) else []
    if too_many or unknown or missing or _computed(call):
        shown = ", ".join(f'"{name}"' for name in names[: macro.required])
        yield Finding(
            "SID209",
            Level.FEL,
            place,
            f"Makrot {call.name} har fel argument.",
            f"Skriv {{{{ {call.name}({shown}) }}}}.",
        )
        return
    for parameter, value in zip(macro.parameters, values, strict=True):
        if value is not None:
            yield from _check_value(handbook, page, parameter, value, place)


def _computed(call: MacroCall) -> bool:
    return any(value is None for value in (*call.args, *(value for _, value in call.kwargs)))


def _check_value(handbook: Handbook, page: Page, parameter: Refers, value: str, place: Place) -> Iterator[Finding]:
    if parameter is Refers.ROLE:
        yield from unknown_role(handbook, value, place)
    elif parameter is Refers.STEP:
        steps = [step.id for step in page.meta.steps] if isinstance(page.meta, RoutineMeta) else []
        if value not in steps:
            cure = suggest(value, steps, "Lägg till steget i sidhuvudet.")
            yield Finding("SID205", Level.FEL, place, f"Steget ”{value}” finns inte i sidhuvudet.", cure)
    elif parameter is Refers.DAY and ground_of(handbook, value) is None:
        message = f"”{value}” är varken en dag eller en övergångsbestämmelse som säger vilken dags lydelse som gäller."
        cure = 'Skriv per="ÅÅÅÅ-MM-DD", eller en övergångsbestämmelses id ur data/lagar.'
        yield Finding("SID209", Level.FEL, place, message, cure)
    elif (known := _known(handbook, parameter)) is not None and value not in known[1]:
        code, choices, what = known
        shared = _FILES.get(parameter)
        if not (handbook.is_unreadable(value) or (shared and handbook.has_unreadable(shared))):
            cure = suggest(value, choices, f"Välj något av: {', '.join(choices)}.")
            yield Finding(code, Level.FEL, place, f"{what} ”{value}” finns inte.", cure)


def _known(handbook: Handbook, parameter: Refers) -> tuple[str, list[str], str] | None:
    """Code, choices and Swedish name for arguments that are looked up in a list; None for those checked elsewhere."""
    return {
        Refers.ROUTINE: ("SID209", [*handbook.routines, *handbook.holdings.editions_by_routine], "Rutinen"),
        Refers.STATUTE: ("LAG201", list(handbook.statutes), "Lagen"),
        Refers.LOCAL_NAME: ("ROL204", list(handbook.local_names), "Det lokala namnet"),
        Refers.FORM: ("SID209", [form.value for form in Form], "Formen"),
        Refers.DEADLINE: ("ROL205", list(handbook.profile.value.deadlines), "Fristen"),
        Refers.TEMPLATE: ("MAL201", list(handbook.holdings.templates), "Mallen"),
        Refers.FORUM: ("FOR204", list(handbook.holdings.forums), "Forumet"),
        Refers.MEASURE: ("ROL209", [measure.id for measure in handbook.profile.value.measures], "Insatsen"),
        Refers.INDICATOR: ("IND204", handbook.holdings.indicator_ids, "Indikatorn"),
        Refers.INDICATOR_GROUP: ("IND204", list(handbook.holdings.indicator_groups), "Indikatorgruppen"),
        Refers.PROCESS: ("PRO205", list(handbook.holdings.processes), "Processen"),
        Refers.STYLE: ("SID209", list(DEADLINE_STYLES), "Stilen"),
    }.get(parameter)
