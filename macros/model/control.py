"""The internal-control register: risks of the process and how they are controlled."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.record import ItemId, Record, RoutineId, Slug, Text, Whole

RiskId = Annotated[str, StringConstraints(pattern=r"^EK-\d{2}$")]
Grade = Annotated[Whole, Field(ge=1, le=4)]


class Risk(Record):
    """A risk with probability and consequence from 1 to 4, its control, sample, frequency and role."""

    id: RiskId
    risk: Text
    probability: Grade = Field(alias="sannolikhet")
    consequence: Grade = Field(alias="konsekvens")
    control: Text = Field(alias="kontroll")
    sample: Text = Field(alias="urval")
    frequency: Text = Field(alias="hur_ofta")
    role: Slug = Field(alias="roll")
    routine: RoutineId = Field(alias="rutin")
    items: tuple[ItemId, ...] = Field(alias="punkter", min_length=1)

    @property
    def value(self) -> int:
        """Risk value: probability times consequence, from 1 to 16."""
        return self.probability * self.consequence


class ControlFile(Record):
    """The register of risks. What the controls have counted lies in files of its own, see `measurement`."""

    risks: tuple[Risk, ...] = Field(alias="risker", min_length=1)
