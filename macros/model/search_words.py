"""Words that the site's search takes for one another, and words that say nothing in a query."""

from pydantic import Field

from macros.model.record import Record, Text


class EverydayWords(Record):
    """Words that people type, and the handbook's own words that they lead to. They do not lead back."""

    typed: tuple[Text, ...] = Field(alias="sök", min_length=1)
    leads_to: tuple[Text, ...] = Field(alias="ger", min_length=1)


class SearchWords(Record):
    """The file of search words. `same`: each row holds words for one thing. `fillers`: words that a query can lose."""

    same: tuple[tuple[Text, ...], ...] = Field((), alias="likord")
    everyday: tuple[EverydayWords, ...] = Field((), alias="vardagsord")
    fillers: tuple[Text, ...] = Field((), alias="utfyllnadsord")
