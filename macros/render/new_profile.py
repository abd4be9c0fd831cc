"""The profile of a municipality that has yet to fill it in: every id, nothing of another municipality's."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from macros.handbook import Handbook, routine_meta
from macros.model.deadline import Origin
from macros.model.measure import Measure
from macros.model.profile import LocalName, Organisation, Tool
from macros.model.record import UNKNOWN
from macros.render.view import View

_HEAD = (
    "# Kommunens profil: vad verksamheter, möten, system, insatser och tidsgränser heter och är hos er.",
    f"# Byt ”{UNKNOWN}” mot ert eget. Vet ni inte: låt det stå. Det visas som ”fylls i av kommunen”. Gissa aldrig.",
    "# Ändra aldrig ett id. Det som står efter # är hjälp och får tas bort.",
)
_GAPS = (
    "# Så går det till i dag, en rad per sak som står i era handlingar. Ta bort # och byt exemplet mot ert eget.",
    "# förhållanden:",
    "#   - Ärendegenomgången hålls varje vecka.",
    "# Brister som era handlingar pekar ut, och avsnittet i handboken som möter dem.",
    "# luckor:",
    "#   - lucka: Blanketten finns men används inte.",
    "#     avsnitt: RUT-ANV#underlag",
)
_ACCESSIBILITY = (
    "# Vart den vänder sig som inte kan använda sidorna: en funktionsbrevlåda, aldrig en persons. Ta bort #.",
    "# Tillåt adressen i data/tillatna-uppgifter.yml. Utan raderna är tillgänglighetsredogörelsen inte fullständig.",
    "# tillgänglighet:",
    "#   brevlåda: tillganglighet@example.com",
    "#   svar_inom: tio arbetsdagar",
)


_FEEDBACK = (
    "# Vart ”Föreslå ändring” och ”Rapportera fel på sidan” leder. Utan raderna visas inga länkar. Se CONTRIBUTING.md.",
    "# återkoppling:",
    "#   brevlåda: en funktionsbrevlåda, aldrig en persons adress; tillåt den i data/tillatna-uppgifter.yml",
)


def new_profile(handbook: Handbook, profile_id: str, name: str, short_name: str) -> str:
    """A profile to fill in, as YAML with comments. Ids and proposed deadlines are those of the chosen profile."""
    found = handbook.profile.value
    lines = [
        *_HEAD,
        f"id: {profile_id}",
        f"namn: {_quoted(name)}",
        f"kortnamn: {_quoted(short_name)}",
        "underlag: Uppgifterna är inte ifyllda än.   # skriv vilka handlingar uppgifterna kommer ifrån",
        *_section("nämnder", (_board(handbook, board) for board in found.boards)),
        *_section("enheter", (_unit(handbook, unit) for unit in found.units)),
        *_section("forum", (_forum(handbook, forum) for forum in found.forums)),
        *_section("system", (_tool(handbook, system) for system in found.systems)),
        *_section("verktyg", (_tool(handbook, tool) for tool in found.tools)),
        *_section("insatser", (_measure(handbook, measure) for measure in found.measures)),
        *_GAPS,
        *_FEEDBACK,
        *_ACCESSIBILITY,
        *_deadlines(handbook),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text as YAML takes it whatever it holds: JSON's quotes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _section(key: str, entries: Iterable[Iterator[str]]) -> Iterator[str]:
    rows = [row for entry in entries for row in entry]
    yield f"{key}:" if rows else f"{key}: []"
    yield from rows


def _named(handbook: Handbook, thing: LocalName) -> Iterator[str]:
    general = {name.id: name.name for name in handbook.settings.value.general_names}.get(thing.id)
    yield f"  - id: {thing.id}" + (f"   # i handboken: {general}" if general else "")
    yield f"    namn: {UNKNOWN}"


def _board(handbook: Handbook, board: LocalName) -> Iterator[str]:
    yield from _named(handbook, board)
    yield "    # gör: vad nämnden ansvarar för"


def _unit(handbook: Handbook, unit: Organisation) -> Iterator[str]:
    yield from _named(handbook, unit)
    if unit.board:
        yield f"    # nämnd: {unit.board}"
    yield "    # gör: vad enheten gör, i en mening"
    if unit.audience:
        yield f"    för: {UNKNOWN}   # ta bort raden om enheten inte tar emot deltagare"


def _forum(handbook: Handbook, forum: LocalName) -> Iterator[str]:
    yield from _named(handbook, forum)
    shared = handbook.holdings.forums.get(forum.id)
    if shared:
        yield f"    # {shared.purpose}"
        yield f"    # hur_ofta: {shared.cadence}   # handbokens förslag; skriv er egen rad om det är annorlunda"


def _tool(handbook: Handbook, tool: Tool) -> Iterator[str]:
    yield from _named(handbook, tool)
    yield from (f"    {key}: {UNKNOWN}" for key in ("används_av", "till"))


def _measure(handbook: Handbook, measure: Measure) -> Iterator[str]:
    general = {name.id: name.name for name in handbook.settings.value.general_measures}.get(measure.id)
    yield f"  - id: {measure.id}" + (f"   # i handboken: {general}" if general else "")
    yield f"    namn: {UNKNOWN if general else measure.id}"
    yield f"    utförare: {measure.provider}   # ett id under enheter"
    yield from (f"    {key}: {UNKNOWN}" for key in ("vad", "för"))
    yield "    grund: []   # till exempel [sol-12-4], när juristen har svarat"
    yield from (f"    {key}: {UNKNOWN}" for key in ("väg_in", "omfattning", "uppföljning", "närvaro"))


def _deadlines(handbook: Handbook) -> Iterator[str]:
    yield f"# ursprung: {Origin.SOURCE.value} = tiden står i era egna handlingar, skriv vilken i anmärkning."
    yield f"# ursprung: {Origin.PROPOSAL.value} = allt annat, även när ni har ändrat talet."
    yield "frister:"
    for deadline_id, deadline in handbook.profile.value.deadlines.items():
        places = ", ".join(_places(handbook, deadline_id))
        yield f"  {deadline_id}:" + (f"   # {places}" if places else "")
        yield f"    antal: {deadline.number}"
        yield f"    enhet: {deadline.unit.value}"
        yield f"    efter: {deadline.after}"
        yield f"    ursprung: {Origin.PROPOSAL.value}"


def _places(handbook: Handbook, deadline_id: str) -> Iterator[str]:
    """The steps that the deadline is for; the pages that name it when no step does."""
    view = View(handbook, "", date.min)  # nothing here depends on the page or the day
    pages = [page.value for page in handbook.routines.values()]
    steps = [
        f"{routine_meta(page).id} {view.step_title(page, step.id)}"
        for page in pages
        for step in routine_meta(page).steps
        if step.due.local == deadline_id
    ]
    named = (
        routine_meta(page).id
        for page in pages
        if any(call.name == "frist" and call.argument(0, "frist") == deadline_id for call in page.body.calls)
    )
    yield from steps or named
