"""Vilken lag gäller i ärendet? The decision table, one section per kind of matter."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.law_choice import LawChoice, MatterKind
from macros.model.statute import Certainty, Wording, weakest
from macros.render.dates import swedish_day
from macros.render.templates import fill
from macros.render.view import View


@dataclass(frozen=True)
class CitedRule:
    """A rule that an answer rests on, and the day whose wording is meant (None: the one in force today)."""

    rule_id: str
    per: date | None


@dataclass(frozen=True)
class ChoiceEntry:
    """A row with its time in words, its certainty, and the open questions behind it."""

    choice: LawChoice
    time: str
    rules: tuple[CitedRule, ...]
    certainty: Certainty
    questions: tuple[str, ...]


def choice_time(choice: LawChoice) -> str:
    """The row's days in words; the open ends are `före` and `efter`, since every day has an answer."""
    if choice.first_day is None and choice.last_day is None:
        return "alla dagar"
    if choice.first_day is None and choice.last_day is not None:
        return f"till och med {swedish_day(choice.last_day)}"
    if choice.first_day is not None and choice.last_day is None:
        return f"{swedish_day(choice.first_day)} och senare"
    return f"{swedish_day(choice.first_day or date.min)} – {swedish_day(choice.last_day or date.max)}"


def choice_certainty(handbook: Handbook, choice: LawChoice, today: date) -> Certainty:
    """The row's own certainty or that of the law it rests on, whichever is weaker."""
    day = choice.deciding_day(today)
    found = [wording.certainty_on(day) for wording in _wordings(handbook, choice, today)]
    return weakest(choice.certainty, *found)


def _wordings(handbook: Handbook, choice: LawChoice, today: date) -> list[Wording]:
    """The wordings that the row rests on: its provisions on its own day, its transitional rule as it reads today."""
    day = choice.deciding_day(today)
    found = [handbook.rules[rule_id][1].wording_on(day) for rule_id in choice.provisions]
    if choice.transition is not None:
        found.append(handbook.rules[choice.transition][1].nearest_wording(today))
    return [wording for wording in found if wording is not None]


def entry(handbook: Handbook, choice: LawChoice, today: date) -> ChoiceEntry:
    """The row as the page shows it on `today`."""
    doubts = [w.question for w in _wordings(handbook, choice, today) if w.question and not w.certainty.verified]
    own = [choice.question] if choice.question else []
    day = choice.deciding_day(today)
    return ChoiceEntry(
        choice,
        choice_time(choice),
        tuple(CitedRule(rule_id, day if day < today else None) for rule_id in choice.provisions),
        choice_certainty(handbook, choice, today),
        tuple(dict.fromkeys([*own, *doubts])),
    )


def law_choices(handbook: Handbook, page_url: str, today: date) -> Markup:
    """Every kind of matter with its rows; a handbook without a decision table says so."""
    matters: tuple[MatterKind, ...] = (
        handbook.holdings.law_choices.value.matters if handbook.holdings.law_choices else ()
    )
    shown = [(matter, [entry(handbook, choice, today) for choice in matter.choices]) for matter in matters]
    numbers = {statute_id: sourced.value.sfs_nummer for statute_id, sourced in handbook.statutes.items()}
    return fill("law_choices.html", view=View(handbook, page_url, today), matters=shown, sfs=numbers)
