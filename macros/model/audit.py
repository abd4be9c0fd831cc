"""The audit trail: recommendation to answer to section to checklist item to evidence."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Anchor, ItemId, Record, Slug, Text, Whole

RecommendationId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}-\d{1,2}$")]


class AnswerStatus(StrEnum):
    """How far the handbook answers a recommendation."""

    ANSWERED = "besvarad"
    PARTLY = "delvis"
    EXCEPTED = "undantag"


class Examination(Record):
    """The audit or report that made the recommendations."""

    id: Slug
    profile: Slug = Field(alias="kommun")
    title: Text = Field(alias="titel")
    year: Whole = Field(alias="år")
    month: Text | None = Field(None, alias="månad")
    source: Text = Field(alias="källa")
    verdict: Text | None = Field(None, alias="samlad_bedömning")


class Answer(Record):
    """A section of a routine and how it meets the recommendation."""

    section: Anchor = Field(alias="avsnitt")
    how: Text = Field(alias="hur")


class Remainder(Record):
    """What a partial answer leaves: what is missing, why no text can give it, and the roles that can."""

    what: Text = Field(alias="vad")
    reason: Text = Field(alias="varför")
    roles: tuple[Slug, ...] = Field(alias="vem", min_length=1)


class Recommendation(Record):
    """What the auditors recommended (in our words), what the board answered, and where the handbook does it."""

    id: RecommendationId
    addressee: Text = Field(alias="till")
    text: Text = Field(alias="rekommendation")
    judged: Text = Field(alias="bedömning")
    board_answer: Text | None = Field(None, alias="nämndens_svar")
    answers: tuple[Answer, ...] = Field((), alias="svar")
    items: tuple[ItemId, ...] = Field((), alias="punkter")
    evidence: Text | None = Field(None, alias="bevis")
    status: AnswerStatus
    remainder: Remainder | None = Field(None, alias="återstår")
    exception: Text | None = Field(None, alias="undantag")

    @model_validator(mode="after")
    def _status_is_explained(self) -> Self:
        if (self.status is AnswerStatus.PARTLY) != (self.remainder is not None):
            raise PydanticCustomError("remainder_reason", "delvis kräver det som återstår")
        if (self.status is AnswerStatus.EXCEPTED) != (self.exception is not None):
            raise PydanticCustomError("exception_reason", "undantag kräver skäl")
        return self


class AuditFile(Record):
    """One examination and its recommendations."""

    examination: Examination = Field(alias="granskning")
    recommendations: tuple[Recommendation, ...] = Field(alias="rekommendationer", min_length=1)
