"""`handbok påminn`: what each role has to do for its routines, as text or as one issue per role."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, print_findings, print_table, role_option
from macros.commands.platform import LONGEST_TEXT, PLATFORM, reach
from macros.forge.protocol import Forge
from macros.forge.upkeep import keep_issue
from macros.handbook import Handbook
from macros.notices.reminders import Reminder, reminder_markdown, reminders
from macros.notices.wording import role_name
from macros.sources.network import UnreachableError
from macros.surroundings import chosen_profile
from macros.swedish_click import MisuseError, SwedishCommand, did_you_mean

_ERRAND = "granskning"


@click.command("påminn", cls=SwedishCommand)
@click.option("--ärende", "platform", type=PLATFORM, help="Håll ett ärende per roll på plattformen.")
@click.option("--utdata", "output", type=click.Choice(["text", "markdown"]), default="text", help="Hur svaret skrivs.")
@role_option
@day_option
@click.pass_obj
def remind(root: Path, *, platform: str | None, output: str, role: str | None, datum: date) -> int:
    """Säg vad varje roll har att göra för sina rutiner: granska, rätta, se på anstånd som har gått ut.

    Utgångsstatus: 0 inget att göra, 1 något att göra, 2 fel använt. Med --ärende: 0 när allt är lagt i ärenden.
    """
    forge = reach(platform) if platform else None
    handbook, findings = load_and_check(root, datum, chosen_profile())
    if handbook is None:
        print_findings([finding for finding in findings if finding.blocks], handbook)
        return BLOCKED
    if role is not None and role not in handbook.roles:
        raise MisuseError(f"Rollen ”{role}” finns inte. {did_you_mean(role, handbook.roles)}")
    found = {known: reminders(handbook, findings, known, datum) for known in ([role] if role else handbook.roles)}
    if forge is not None:
        kept = [_keep(forge, handbook, known, told) for known, told in found.items()]
        return CLEAN if all(kept) else BLOCKED
    if not any(found.values()):
        click.echo("Inget att göra.")
        return CLEAN
    _show(handbook, found, output)
    return BLOCKED


def _show(handbook: Handbook, found: Mapping[str, tuple[Reminder, ...]], output: str) -> None:
    if output == "markdown":
        texts = {known: reminder_markdown(handbook, known, told, LONGEST_TEXT) for known, told in found.items()}
        shown = [f"## {_title(handbook, known)}\n\n{text}" for known, text in texts.items() if text]
        click.echo("\n\n".join(shown))
        return
    rows = [
        (known, reminder.routine, reminder.state.value, " ".join((*reminder.facts, *_counted(reminder))))
        for known, told in found.items()
        for reminder in told
    ]
    print_table(("ansvarig", "id", "läge", "besked"), rows)


def _counted(reminder: Reminder) -> tuple[str, ...]:
    return (f"{len(reminder.errors)} fel att rätta.",) if reminder.errors else ()


def _title(handbook: Handbook, role_id: str) -> str:
    return f"Rutiner att se till: {role_name(handbook, role_id)}"


def _keep(forge: Forge, handbook: Handbook, role_id: str, told: tuple[Reminder, ...]) -> bool:
    """Keep the role's issue; False when the forge did not."""
    name, text = role_name(handbook, role_id), reminder_markdown(handbook, role_id, told, LONGEST_TEXT)
    try:
        kept = keep_issue(forge, f"{_ERRAND}:{role_id}", _title(handbook, role_id), text)
    except UnreachableError as error:
        click.echo(f"Ärendet för {name} gick inte att lägga upp. {error.message} {error.cure}", err=True)
        return False
    click.echo(f"Ärendet för {name}: {kept}.", err=True)
    return True
