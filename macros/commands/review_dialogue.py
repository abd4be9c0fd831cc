"""The conversation of `handbok granska`: what is shown and asked, in Swedish, until the reviewer saves or stops."""

import textwrap
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from macros.model.question import Question, Verdict
from macros.model.review import Outcome
from macros.reviewing.background import background
from macros.reviewing.draft import (
    Draft,
    allowed_roles,
    asked,
    contradictions,
    make_answer,
    make_receipt,
    read_verdict,
    role_mistakes,
)
from macros.reviewing.facts import Reviewed, known_facts
from macros.reviewing.receipt_text import clean, receipt_text
from macros.reviewing.trial import receipt_path, try_receipt

_WIDTH = 88
_POINT = textwrap.TextWrapper(
    _WIDTH, initial_indent="  – ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
)
_SAVE, _STOP = "j", "a"
T = TypeVar("T")


def ask_for_the_rest(reviewed: Reviewed, draft: Draft) -> None:
    """Show what is known and ask for everything that the draft lacks."""
    _heading(f"Granskning av {reviewed.routine_id}")
    _points(background(reviewed))
    click.echo("\nInget sparas förrän du säger ja i slutet. Avbryt med Ctrl+C.")
    if draft.role is None:
        draft.role = _ask_role(reviewed)
    questions = asked(reviewed)
    for number, question in enumerate(questions, start=1):
        if question.id not in draft.answers:
            _heading(f"Fråga {number} av {len(questions)}: {question.id}")
            _ask_question(reviewed, draft, question)
    _heading("Till sist")
    if draft.outcome is None:
        draft.outcome = _ask_outcome(draft)
    if draft.remarks is None:
        draft.remarks = _ask_remarks()


def settle(reviewed: Reviewed, draft: Draft) -> bool:
    """Show the receipt and what the checks say of it, and let the reviewer mend it; True when it is to be saved."""
    path = receipt_path(reviewed.routine_id, reviewed.today)
    while True:
        text = receipt_text(make_receipt(reviewed, draft))
        _heading(f"Kvittot, {path}")
        click.echo(text)
        findings = try_receipt(reviewed.handbook, path, text, reviewed.today)
        _points(finding.line() for finding in findings)
        chosen = _ask_what_next(reviewed)
        if chosen == _STOP:
            return False
        if chosen != _SAVE:
            _change(reviewed, draft, chosen)
        elif any(finding.blocks for finding in findings):
            click.echo("Det går inte att spara förrän felen ovan är rättade.")
        else:
            return True


def _ask_what_next(reviewed: Reviewed) -> str:
    known = {_SAVE, _STOP, "roll", "utfall", "anmärkningar", *(question.id for question in asked(reviewed))}
    click.echo("Spara: j. Avbryt: a. Ändra: skriv frågans id, roll, utfall eller anmärkningar.")

    def read(word: str) -> str | None:
        return word.lower() if word.lower() in known else None

    return _ask("Spara", read, "Skriv j, a eller det som ska ändras.")


def _change(reviewed: Reviewed, draft: Draft, what: str) -> None:
    if what == "roll":
        draft.role = _ask_role(reviewed)
    elif what == "utfall":
        draft.outcome = _ask_outcome(draft)
    elif what == "anmärkningar":
        draft.remarks = _ask_remarks()
    else:
        _ask_question(reviewed, draft, next(question for question in asked(reviewed) if question.id == what))


def _ask_role(reviewed: Reviewed) -> str:
    allowed = allowed_roles(reviewed)
    click.echo("\nVilken roll granskar du i? Skriv rollen eller numret, aldrig ett namn.")
    for number, role in enumerate(allowed, start=1):
        click.echo(f"  {number}. {role}")
    by_number = {str(number): role for number, role in enumerate(allowed, start=1)}

    def read(word: str) -> str | None:
        role = by_number.get(word, word)
        return None if role_mistakes(reviewed, role) else role

    return _ask("Roll", read, "Rollen får inte granska rutinen. Välj en ur listan.")


def _ask_question(reviewed: Reviewed, draft: Draft, question: Question) -> None:
    _paragraph(question.text, bold=True)
    _paragraph(f"Titta på: {question.look_at}")
    _points(known_facts(reviewed, question))
    verdict = _ask("Svar (s stämmer, b brister, i inte granskat)", read_verdict, "Skriv s, b eller i.")
    needed = verdict is Verdict.FAILS
    label = "Vad brister" if needed else "Anmärkning (Enter för ingen)"
    remark = _ask(label, lambda text: text if text or not needed else None, "Beskriv det som brister.")
    draft.answers[question.id] = make_answer(question.id, verdict, remark)


def _ask_outcome(draft: Draft) -> Outcome:
    """Asked again while it contradicts the answers."""
    words = {outcome.value: outcome for outcome in Outcome}
    click.echo("Vad ledde granskningen till? oförändrad, ändras (ska ändras) eller ändrad (är redan ändrad).")

    def read(word: str) -> Outcome | None:
        outcome = words.get(word.lower())
        fails = outcome is not None and contradictions(Draft(outcome=outcome, answers=draft.answers))
        return None if fails else outcome

    return _ask("Utfall", read, "Skriv oförändrad, ändras eller ändrad. Något som brister går inte med oförändrad.")


def _ask_remarks() -> str | None:
    text = _ask("Vad såg du, och vad behöver göras? (Enter för inget)", lambda text: text, "")
    return clean(text) or None


def _ask(label: str, read: Callable[[str], T | None], otherwise: str) -> T:
    """Ask until `read` understands the answer. Raises click.Abort when there is nobody to ask."""
    while True:
        typed: str = click.prompt(label, default="", show_default=False)
        if (found := read(clean(typed))) is not None:
            return found
        click.echo(otherwise)


def _heading(text: str) -> None:
    click.echo(f"\n{click.style(text, bold=True)}\n{'─' * len(text)}")


def _paragraph(text: str, *, bold: bool = False) -> None:
    filled = textwrap.fill(text, _WIDTH)
    click.echo(click.style(filled, bold=True) if bold else filled)


def _points(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(_POINT.fill(line))
