"""FOR: forums name roles and sections that exist, and the profile names forums that exist."""

from collections.abc import Iterator
from datetime import date

from macros.checks.references import unknown_sections
from macros.checks.roles import unknown_role
from macros.checks.wording import suggest
from macros.handbook import Handbook
from macros.model.finding import Finding, Level


def check_forums(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """Ids stand once; roles and sections exist."""
    source = handbook.holdings.forum_file
    if source is None:
        return
    ids = [forum.id for forum in source.value.forums]
    for index, forum in enumerate(source.value.forums):
        if ids.index(forum.id) != index:
            message = f"Forumet ”{forum.id}” står två gånger."
            yield Finding("FOR201", Level.FEL, source.place("forum", index, "id"), message, "Behåll det ena.")
        yield from unknown_role(handbook, forum.caller, source.place("forum", index, "kallar"))
        for number, role in enumerate(forum.participants):
            yield from unknown_role(handbook, role, source.place("forum", index, "deltar", number))
        yield from unknown_sections(handbook, "FOR202", forum.section, source.place("forum", index, "rutin"))


def check_local_forums(handbook: Handbook, _today: date) -> Iterator[Finding]:
    """The profile's forums are among the shared ones."""
    known = handbook.holdings.forums
    for index, forum in enumerate(handbook.profile.value.forums):
        if known and forum.id not in known:
            cure = suggest(forum.id, known, "Lägg till forumet i data/forum.yml.")
            place = handbook.profile.place("forum", index, "id")
            yield Finding("FOR203", Level.FEL, place, f"Forumet ”{forum.id}” finns inte i data/forum.yml.", cure)
