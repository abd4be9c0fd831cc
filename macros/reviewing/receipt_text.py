"""A receipt as the YAML text that is saved, and the form for one that is written by hand."""

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from macros.model.question import Question, Verdict
from macros.model.review import Outcome, Receipt

_WIDTH, _SHORT = 112, 90
_SIMPLE = re.compile(r"[A-Za-zÅÄÖåäö][\w .,;()§/–-]*")
_NULLS = {"null"}
_HEAD = (
    "# Granskningskvitto: vad som granskades, av vilken roll, och med vilket resultat.",
    "# Skriv ett nytt kvitto för varje granskning. Ändra aldrig ett gammalt.",
)
_FORM_HEAD = (
    "# Mall för ett granskningskvitto. Spara en kopia som data/granskningar/{routine}/{day}.yml och fyll i den.",
    "# Svara på varje fråga: {verdicts}. En brist kräver en rad till: anmärkning: vad som brister.",
    "# Skriv roller, aldrig namn. Kör sedan handbok kontrollera, som säger om något saknas.",
)


def clean(text: str) -> str:
    """What was typed, as one line without characters that cannot be printed (and so not be saved)."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def receipt_text(receipt: Receipt) -> str:
    """The receipt as YAML, in the order of the documented form. Reading it back gives the same receipt."""
    lines = [*_HEAD, f"rutin: {receipt.routine}", f'utgåva: "{receipt.edition}"', f"dag: {receipt.day}"]
    lines += [f"roll: {receipt.role}", "kontrollerat:"]
    for answer in receipt.checked:
        lines += [f"  - fråga: {answer.question}", f"    svar: {answer.verdict.value}"]
        if answer.remark:
            lines += _entry("anmärkning", answer.remark, indent=4)
    lines.append(f"utfall: {receipt.outcome.value}")
    if receipt.remarks:
        lines += _entry("anmärkningar", receipt.remarks, indent=0)
    lines += _bound(receipt.unverified, receipt.fingerprint)
    return "\n".join(lines) + "\n"


def receipt_form(
    questions: Sequence[Question],
    *,
    routine: str = "",
    edition: str = "",
    day: date | None = None,
    reviewers: Sequence[str] = (),
    unverified: Sequence[str] = (),
    fingerprint: str | None = None,
) -> str:
    """The form: the questions with empty answers, and what is known of the routine. Unfilled it is no valid receipt."""
    choices = {"verdicts": _listed(Verdict), "routine": routine or "RUT-…", "day": day or "ÅÅÅÅ-MM-DD"}
    lines = [line.format(**choices) for line in _FORM_HEAD]
    lines += [f"rutin:{_space(routine)}", f'utgåva: "{edition}"' if edition else "utgåva:", f"dag:{_space(day)}"]
    lines += [f"roll:{_hint('någon av ' + ', '.join(reviewers) if reviewers else 'ett id ur data/roller.yml')}"]
    lines.append("kontrollerat:")
    for question in questions:
        lines += [f"  # {question.text}", f"  - fråga: {question.id}", "    svar:"]
    lines += [f"utfall:{_hint(_listed(Outcome))}", f"anmärkningar:{_hint('vad du såg, eller ta bort raden')}"]
    if fingerprint is None:
        hint = "lämna tom: handbok kontrollera visar den här raden, och inte_verifierad_lag om den behövs"
        return "\n".join([*lines, f"fingeravtryck:{_hint(hint)}"]) + "\n"
    return "\n".join([*lines, *_bound(unverified, fingerprint)]) + "\n"


def _bound(unverified: Sequence[str], fingerprint: str | None) -> Iterator[str]:
    if unverified:
        yield "inte_verifierad_lag:"
        yield from (f"  - {provision}" for provision in unverified)
    if fingerprint:
        yield f"fingeravtryck: {fingerprint}"


def _entry(key: str, text: str, indent: int) -> list[str]:
    """The key with its text: plain when that is safe, quoted when it is short, else folded over several lines."""
    margin = " " * indent
    if len(text) > _SHORT:
        below = textwrap.wrap(text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
        return [f"{margin}{key}: >-", *(f"{margin}  {line}" for line in below)]
    is_plain = _SIMPLE.fullmatch(text) and text.lower() not in _NULLS
    return [f"{margin}{key}: {text if is_plain else json.dumps(text, ensure_ascii=False)}"]


def _space(value: object) -> str:
    return f" {value}" if value else ""


def _hint(text: str) -> str:
    return f"  # {text}"


def _listed(choices: type[Verdict] | type[Outcome]) -> str:
    *first, last = (choice.value for choice in choices)
    return f"{', '.join(first)} eller {last}"
