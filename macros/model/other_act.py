"""Acts that the register holds no provisions of, but that text may name."""

from pydantic import Field

from macros.model.record import Day, Record, Text


class OtherAct(Record):
    """An act's number and how it is written. `first_day` and `last_day` tell apart acts that share a name."""

    sfs_nummer: Text = Field(alias="sfs", pattern=r"^(\d{4}:\d+|EU \d{4}/\d+)$")
    name: Text = Field(alias="namn")
    written_as: tuple[Text, ...] = Field((), alias="skrivs")
    first_day: Day | None = Field(None, alias="gäller_fr_o_m")
    last_day: Day | None = Field(None, alias="gäller_t_o_m")


class OtherActFile(Record):
    """The file of acts outside the register."""

    acts: tuple[OtherAct, ...] = Field(alias="författningar", min_length=1)
