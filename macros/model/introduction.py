"""The way in for somebody new in a role: what to read and try on the first day, in the first week, the first month."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Anchor, ChecklistId, Record, Slug, TemplateId, Text

# The Swedish keys of what an item may lead to.
TARGETS = ("rutin", "checklista", "mall", "forum", "sida")


class IntroductionItem(Record):
    """One thing to do, and the one place in the handbook that it is done with. `page` is a path under docs/."""

    do: Text = Field(alias="gör")
    section: Anchor | None = Field(None, alias="rutin")
    checklist: ChecklistId | None = Field(None, alias="checklista")
    template: TemplateId | None = Field(None, alias="mall")
    forum: Slug | None = None
    page: Text | None = Field(None, alias="sida")

    @model_validator(mode="after")
    def _leads_to_one_place(self) -> Self:
        if len([one for one in self.targets.values() if one]) != 1:
            raise PydanticCustomError("introduction_one", "inte exakt ett mål")
        return self

    @property
    def targets(self) -> dict[str, str | None]:
        """What the item leads to, by Swedish key; one of them is not None."""
        return dict(zip(TARGETS, (self.section, self.checklist, self.template, self.forum, self.page), strict=True))


class Timetable(Record):
    """What to do when."""

    first_day: tuple[IntroductionItem, ...] = Field((), alias="dag_ett")
    first_week: tuple[IntroductionItem, ...] = Field((), alias="första_veckan")
    first_month: tuple[IntroductionItem, ...] = Field((), alias="första_månaden")


class RoleIntroduction(Timetable):
    """What somebody new in the role does besides what everybody does."""

    role: Slug = Field(alias="roll")


class IntroductionFile(Record):
    """The file of introductions."""

    everybody: Timetable = Field(Timetable(), alias="alla")
    roles: tuple[RoleIntroduction, ...] = Field(alias="roller", min_length=1)
