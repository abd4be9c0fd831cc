"""`handbok granska`: lead a reviewer through the questions, and save the receipt."""

from datetime import date
from pathlib import Path

import click

from macros.checks import load_and_check
from macros.commands.console import BLOCKED, CLEAN, day_option, print_findings
from macros.commands.review_dialogue import ask_for_the_rest, settle
from macros.handbook import Handbook
from macros.model.finding import Finding
from macros.reviewing.draft import Draft, allowed_roles, asked, make_receipt, missing, read_choices
from macros.reviewing.facts import Reviewed
from macros.reviewing.receipt_text import receipt_form, receipt_text
from macros.reviewing.trial import receipt_path, try_receipt
from macros.sources.new_files import UnsavedError, create_file
from macros.surroundings import chosen_profile, current_day
from macros.swedish_click import MisuseError, SwedishCommand, did_you_mean


@click.command("granska", cls=SwedishCommand)
@click.argument("routine_id", metavar="[RUTIN]", required=False)
@day_option
@click.option("--roll", "role", metavar="ROLL", help="Rollen som granskar.")
@click.option("--utfall", "outcome", metavar="UTFALL", help="oförändrad, ändras eller ändrad.")
@click.option("--svar", "answers", multiple=True, metavar="FRÅGA=SVAR", help="Ett svar, t.ex. lag=stämmer. Upprepas.")
@click.option("--anmärkning", "--anmarkning", "remarks", metavar="TEXT", help="Vad du såg, och vad som behöver göras.")
@click.option("--ja", "without_asking", is_flag=True, help="Fråga inget. Allt ska stå på raden. För skript.")
@click.option("--mall", "only_form", is_flag=True, help="Skriv ut en mall att fylla i för hand, och spara inget.")
@click.pass_obj
def review(
    root: Path,
    *,
    routine_id: str | None,
    datum: date,
    role: str | None,
    outcome: str | None,
    answers: tuple[str, ...],
    remarks: str | None,
    without_asking: bool,
    only_form: bool,
) -> int:
    """Granska en rutin fråga för fråga och spara ett kvitto.

    Handboken berättar vad den vet före varje fråga. Inget sparas förrän du säger ja. Utgångsstatus: 0 sparat,
    1 avbrutet eller stoppat, 2 fel använt.
    """
    handbook, findings = load_and_check(root, datum, chosen_profile())
    if handbook is None:
        print_findings([finding for finding in findings if finding.blocks], handbook)
        return BLOCKED
    if only_form:
        click.echo(_form(handbook, routine_id, findings, datum), nl=False)
        return CLEAN
    reviewed = _routine(handbook, routine_id, findings, datum)
    draft = read_choices(reviewed, role, outcome, answers, remarks)
    problems = _hindrances(root, reviewed) + draft.mistakes + (missing(reviewed, draft) if without_asking else [])
    if problems:
        raise MisuseError("\n".join(problems))
    if not without_asking:
        ask_for_the_rest(reviewed, draft)
        if not settle(reviewed, draft):
            click.echo("Inget sparades.", err=True)
            return BLOCKED
    return _save(root, reviewed, draft)


def _routine(handbook: Handbook, routine_id: str | None, findings: list[Finding], today: date) -> Reviewed:
    if routine_id is None:
        raise MisuseError(f"Ange vilken rutin du granskar: {', '.join(handbook.routines)}.")
    known = {known.lower(): known for known in handbook.routines}
    if routine_id.lower() not in known:
        if handbook.is_unreadable(routine_id):
            raise MisuseError(f"{routine_id} går inte att läsa. Kör handbok kontrollera och rätta felen först.")
        raise MisuseError(f"Rutinen ”{routine_id}” finns inte. {did_you_mean(routine_id.upper(), handbook.routines)}")
    return Reviewed(handbook, findings, known[routine_id.lower()], today)


def _hindrances(root: Path, reviewed: Reviewed) -> list[str]:
    """Why no receipt can be saved for the day, whatever it says."""
    found = []
    if reviewed.today > current_day():
        found.append(f"{reviewed.today} ligger i framtiden. Granska med dagens datum.")
    path = receipt_path(reviewed.routine_id, reviewed.today)
    if (root / path).exists():
        found.append(f"{path} finns redan. Ett kvitto skrivs en gång om dagen och ändras aldrig.")
    days = [kept.value.day for kept in reviewed.handbook.receipts if kept.value.routine == reviewed.routine_id]
    if later := [day for day in days if day > reviewed.today]:
        found.append(f"Det finns ett kvitto från {max(later)}, som är senare. Stämmer datorns klocka?")
    return found


def _save(root: Path, reviewed: Reviewed, draft: Draft) -> int:
    path = receipt_path(reviewed.routine_id, reviewed.today)
    text = receipt_text(make_receipt(reviewed, draft))
    findings = try_receipt(reviewed.handbook, path, text, reviewed.today)
    for finding in findings:
        click.echo(finding.line(), err=finding.blocks)
    if any(finding.blocks for finding in findings):
        click.echo("Inget sparades.", err=True)
        return BLOCKED
    try:
        create_file(root / path, text)
    except UnsavedError as error:
        click.echo(str(error), err=True)
        return BLOCKED
    click.echo(f"Sparade {path}.")
    return CLEAN


def _form(handbook: Handbook, routine_id: str | None, findings: list[Finding], today: date) -> str:
    if routine_id is None:
        return receipt_form(handbook.policy.value.questions_asked(today))
    reviewed = _routine(handbook, routine_id, findings, today)
    return receipt_form(
        asked(reviewed),
        routine=reviewed.routine_id,
        edition=reviewed.meta.edition,
        day=today,
        reviewers=allowed_roles(reviewed),
        unverified=handbook.unverified_law(reviewed.routine_id, today),
        fingerprint=handbook.fingerprint(reviewed.routine_id),
    )
