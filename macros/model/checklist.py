"""Checklists and their items."""

from datetime import date

from pydantic import Field

from macros.model.deadline import Due
from macros.model.record import ChecklistId, Day, ItemId, Record, RoutineId, Slug, TemplateId, Text


class ChecklistItem(Record):
    """One thing to make sure of: by whom, by when, why, on what ground, documented where."""

    id: ItemId
    text: Text = Field(max_length=120)
    step: Slug = Field(alias="steg")
    roles: tuple[Slug, ...] = Field(alias="roll", min_length=1)
    due: Due = Field(alias="senast")
    reason: Text = Field(alias="varför")
    grounds: tuple[Slug, ...] = Field(alias="grund", min_length=1)
    templates: tuple[TemplateId, ...] = Field((), alias="mall")
    documented: Text = Field(alias="dokumenteras")
    retired_on: Day | None = Field(None, alias="utgår")

    def is_retired(self, day: date) -> bool:
        """True from the day the item was withdrawn; its id is kept and never reused."""
        return self.retired_on is not None and self.retired_on <= day


class Checklist(Record):
    """A checklist that belongs to one routine; its items follow the routine's steps."""

    id: ChecklistId
    title: Text = Field(alias="titel")
    routine: RoutineId = Field(alias="rutin")
    items: tuple[ChecklistItem, ...] = Field(alias="punkter", min_length=1)
