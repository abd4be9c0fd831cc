"""Roles: what people do here, never who they are."""

from pydantic import Field

from macros.model.record import Record, Slug, Text


class Role(Record):
    """A role in the process. `name` is the base form in lower case, `definite` the definite form."""

    id: Slug
    name: Text = Field(alias="namn")
    definite: Text = Field(alias="bestämd")
    mission: Text = Field(alias="uppdrag")
    tasks: tuple[Text, ...] = Field((), alias="uppgifter")


class RoleFile(Record):
    """The file of roles."""

    roles: tuple[Role, ...] = Field(alias="roller", min_length=1)
