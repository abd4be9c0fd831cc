"""Process maps: steps in lanes, with decisions that branch."""

from enum import StrEnum

from pydantic import Field

from macros.model.record import Anchor, Record, Slug, Text


class NodeKind(StrEnum):
    """What a node in the map is."""

    START = "start"
    STEP = "steg"
    DECISION = "beslut"
    END = "slut"


class Branch(Record):
    """The way from one node to another; decisions label theirs (Ja, Nej)."""

    to: Slug = Field(alias="till")
    label: Text | None = Field(None, alias="etikett")


class ProcessNode(Record):
    """One thing that happens, in the lane of the role that does it."""

    id: Slug
    lane: Slug = Field(alias="bana")
    text: Text = Field(max_length=80)
    kind: NodeKind = Field(alias="typ")
    next: tuple[Branch, ...] = Field((), alias="nästa")
    link: Anchor | None = Field(None, alias="länk")


class Lane(Record):
    """A swimlane: a role or a party."""

    id: Slug
    name: Text = Field(alias="namn")


class Process(Record):
    """A process map; nodes stand in reading order, which is also the list that replaces the picture."""

    id: Slug
    title: Text = Field(alias="titel")
    lanes: tuple[Lane, ...] = Field(alias="banor", min_length=1)
    nodes: tuple[ProcessNode, ...] = Field(alias="steg", min_length=2)


class ProcessFile(Record):
    """The file of process maps."""

    processes: tuple[Process, ...] = Field(alias="processer", min_length=1)
