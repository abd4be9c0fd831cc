"""A receipt while it is being made: what has been chosen, what is wrong with it and what is missing."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from macros.model.page import Adoption
from macros.model.question import Answer, Question, Verdict
from macros.model.review import Outcome, Receipt
from macros.reviewing.facts import Reviewed
from macros.reviewing.receipt_text import clean

_VERDICTS = {verdict.value: verdict for verdict in Verdict}
_SHORT = {"s": Verdict.AGREES, "b": Verdict.FAILS, "i": Verdict.NOT_REVIEWED}


@dataclass
class Draft:
    """What the reviewer has chosen so far. `mistakes`: Swedish sentences about what could not be used.

    `tried`: the questions (and utfall) that were given, if only by mistake.
    """

    role: str | None = None
    outcome: Outcome | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    remarks: str | None = None
    mistakes: list[str] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)


def allowed_roles(reviewed: Reviewed) -> tuple[str, ...]:
    """The roles that may review the routine, by the policy; not the one that adopted it."""
    meta, policy = reviewed.meta, reviewed.handbook.policy.value
    roles = policy.reviewers(meta.risk_class, is_proposal=meta.adoption is Adoption.PROPOSAL)
    return tuple(role for role in roles if role != meta.adopted_by or meta.adoption is not Adoption.ADOPTED)


def asked(reviewed: Reviewed) -> tuple[Question, ...]:
    """The questions that a review of today answers."""
    return reviewed.handbook.policy.value.questions_asked(reviewed.today)


def read_choices(
    reviewed: Reviewed, role: str | None, outcome: str | None, answers: Iterable[str], remarks: str | None
) -> Draft:
    """What was given on the command line, with every mistake in it."""
    draft = Draft(remarks=clean(remarks or "") or None)
    if role is not None:
        draft.role = role
        draft.mistakes += role_mistakes(reviewed, role)
    if outcome is not None:
        draft.outcome = next((known for known in Outcome if known.value == outcome.strip().lower()), None)
        if draft.outcome is None:
            draft.tried.add("utfall")
            draft.mistakes.append(f"Utfallet ”{outcome}” finns inte. Välj {', '.join(Outcome)}.")
    for written in answers:
        _read_answer(reviewed, draft, written)
    draft.mistakes += contradictions(draft)
    return draft


def role_mistakes(reviewed: Reviewed, role: str) -> list[str]:
    """Why the role cannot sign the receipt; nothing when it can."""
    allowed = allowed_roles(reviewed)
    if role in allowed:
        return []
    what = "finns inte" if role not in reviewed.handbook.roles else f"får inte granska {reviewed.routine_id}"
    return [f"Rollen ”{role}” {what}.{_near(role, allowed)} Välj någon av: {', '.join(allowed)}."]


def read_verdict(text: str) -> Verdict | None:
    """The verdict that was typed, whole or by its first letter; None when it is none."""
    word = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    return _SHORT.get(word) or _VERDICTS.get(word)


def make_answer(question: str, verdict: Verdict, remark: str | None) -> Answer:
    """The answer as it stands in a receipt. Raises ValueError for one that fails without a remark."""
    values = {"fråga": question, "svar": verdict, "anmärkning": clean(remark or "") or None}
    return Answer.model_validate(values)


def missing(reviewed: Reviewed, draft: Draft) -> list[str]:
    """What must be given before there is a receipt, as Swedish sentences."""
    found = []
    if draft.role is None:
        found.append(f"Rollen saknas. Ange --roll med någon av: {', '.join(allowed_roles(reviewed))}.")
    if draft.outcome is None and "utfall" not in draft.tried:
        found.append(f"Utfallet saknas. Ange --utfall med {', '.join(Outcome)}.")
    if unanswered := [question.id for question in asked(reviewed) if question.id not in {*draft.answers, *draft.tried}]:
        found.append(f"Svar saknas på: {', '.join(unanswered)}. Ange --svar fråga=svar för var och en.")
    return found


def contradictions(draft: Draft) -> list[str]:
    """What in the draft does not go together, as Swedish sentences."""
    fails = any(answer.verdict is Verdict.FAILS for answer in draft.answers.values())
    if fails and draft.outcome is Outcome.UNCHANGED:
        return ["Något brister, så utfallet kan inte vara oförändrad. Välj ändras eller ändrad."]
    return []


def make_receipt(reviewed: Reviewed, draft: Draft) -> Receipt:
    """The receipt of a draft that lacks nothing, bound to what the routine says now."""
    handbook = reviewed.handbook
    values = {
        "rutin": reviewed.routine_id,
        "utgåva": reviewed.meta.edition,
        "dag": reviewed.today,
        "roll": draft.role,
        "kontrollerat": tuple(draft.answers[question.id] for question in asked(reviewed)),
        "utfall": draft.outcome,
        "anmärkningar": draft.remarks,
        "inte_verifierad_lag": handbook.unverified_law(reviewed.routine_id, reviewed.today),
        "fingeravtryck": handbook.fingerprint(reviewed.routine_id),
    }
    return Receipt.model_validate(values)


def _read_answer(reviewed: Reviewed, draft: Draft, written: str) -> None:
    question, _, rest = written.partition("=")
    word, _, remark = rest.partition(":")
    draft.mistakes += (mistakes := list(_answer_mistakes(reviewed, draft, question.strip(), word, remark)))
    draft.tried.add(question.strip())
    verdict = read_verdict(word)
    if not mistakes and verdict is not None:
        draft.answers[question.strip()] = make_answer(question.strip(), verdict, remark)


def _answer_mistakes(reviewed: Reviewed, draft: Draft, question: str, word: str, remark: str) -> Iterator[str]:
    known = [found.id for found in asked(reviewed)]
    if question not in known:
        yield f"Frågan ”{question}” finns inte.{_near(question, known)} Välj någon av: {', '.join(known)}."
    elif question in draft.answers:
        yield f"Frågan ”{question}” har två svar. Behåll det ena."
    if (verdict := read_verdict(word)) is None:
        yield f"Svaret ”{word.strip()}” på {question} finns inte. Skriv stämmer, brister eller inte-granskat."
    elif verdict is Verdict.FAILS and not clean(remark):
        yield f'Svaret brister på {question} saknar anmärkning. Skriv --svar "{question}=brister: vad som brister".'


def _near(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1)
    return f" Menade du ”{close[0]}”?" if close else ""
