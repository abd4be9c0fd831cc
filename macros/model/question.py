"""What a reviewer is asked, and what the reviewer answers."""

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Day, Record, Slug, Text


class Verdict(StrEnum):
    """The answer to one question. What was not looked at is said, not left out."""

    AGREES = "stämmer"
    FAILS = "brister"
    NOT_REVIEWED = "inte granskat"


class FactKind(StrEnum):
    """What the handbook can tell the reviewer before a question."""

    LAW = "lag"
    LINKS = "länkar"
    ROLES = "roller"
    STEPS = "steg"
    CHECKLISTS = "checklistor"
    TEMPLATES = "mallar"
    FORUMS = "forum"
    CHILDREN = "barn"
    LANGUAGE = "språk"
    CONTROLS = "egenkontroll"
    RECOMMENDATIONS = "revision"


class Question(Record):
    """A question of the review. `facts`: what to show before it. `first_day`: the day from which it is asked."""

    id: Slug
    text: Text = Field(alias="fråga")
    look_at: Text = Field(alias="titta_på")
    facts: tuple[FactKind, ...] = Field((), alias="visar")
    first_day: Day | None = Field(None, alias="fr_o_m")

    def is_asked(self, day: date) -> bool:
        """True when a review made on `day` is to answer the question."""
        return self.first_day is None or self.first_day <= day


class Answer(Record):
    """The answer to one question, with what was seen. What fails is always described."""

    question: Slug = Field(alias="fråga")
    verdict: Verdict = Field(alias="svar")
    remark: Text | None = Field(None, alias="anmärkning")

    @model_validator(mode="after")
    def _failure_is_described(self) -> Self:
        if self.verdict is Verdict.FAILS and self.remark is None:
            raise PydanticCustomError("remark_missing", "brister utan anmärkning")
        return self
