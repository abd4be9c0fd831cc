"""The glossary: one preferred term per concept."""

from typing import Literal

from pydantic import Field

from macros.model.record import Record, Text


class Term(Record):
    """A preferred term, what it means, words not used for it, and those of them that are never right in a routine.

    `in_text`: whether pages explain it where they first use it. A word that everybody knows is not explained.
    """

    term: Text
    meaning: Text = Field(alias="betyder")
    avoid: tuple[Text, ...] = Field((), alias="använd_inte")
    never: tuple[Text, ...] = Field((), alias="byt_alltid")
    abbreviation: Text | None = Field(None, alias="förkortning")
    in_text: Literal["ja", "nej"] = Field("ja", alias="förklaras")


class Glossary(Record):
    """The file of terms."""

    terms: tuple[Term, ...] = Field(alias="ord", min_length=1)
