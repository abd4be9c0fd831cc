"""The glossary: one preferred term per concept."""

from pydantic import Field

from macros.model.record import Record, Text


class Term(Record):
    """A preferred term, what it means, words not used for it, and those of them that are never right in a routine."""

    term: Text
    meaning: Text = Field(alias="betyder")
    avoid: tuple[Text, ...] = Field((), alias="använd_inte")
    never: tuple[Text, ...] = Field((), alias="byt_alltid")
    abbreviation: Text | None = Field(None, alias="förkortning")


class Glossary(Record):
    """The file of terms."""

    terms: tuple[Term, ...] = Field(alias="ord", min_length=1)
