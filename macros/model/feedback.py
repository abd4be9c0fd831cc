"""Where a reader sends a correction: a functional mailbox, or the forge where the handbook's files are kept."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated, Self
from urllib.parse import quote

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Record, Text

_HOLE = re.compile(r"\{([^{}]*)\}")
_MAILBOX = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_BRANCH = re.compile(r"[\w][\w./-]*")


class Hole(StrEnum):
    """What is filled in where an address has a name in braces."""

    FILE = "fil"
    BRANCH = "gren"
    TITLE = "titel"
    TEXT = "text"


def _address_with(mistake: str, *holes: Hole) -> Callable[[str], str]:
    """A validator: an https address with each of these holes and no other."""

    def validated(text: str) -> str:
        if not re.fullmatch(r"https://[^\s\"'<>/]+/[^\s\"'<>]*", text) or set(_HOLE.findall(text)) != set(holes):
            raise PydanticCustomError(mistake, "fel adress")
        return text

    return validated


def _matching(pattern: re.Pattern[str], mistake: str) -> Callable[[str], str]:
    def validated(text: str) -> str:
        if not pattern.fullmatch(text):
            raise PydanticCustomError(mistake, "fel form")
        return text

    return validated


class Feedback(Record):
    """How to reach those who keep the handbook. That the mailbox is nobody's own is for the check PII203 to see."""

    mailbox: Annotated[Text, AfterValidator(_matching(_MAILBOX, "mailbox_form"))] | None = Field(None, alias="brevlåda")
    edit_address: Annotated[Text, AfterValidator(_address_with("edit_address", Hole.FILE, Hole.BRANCH))] | None = Field(
        None, alias="ändra_sida"
    )
    report_address: Annotated[Text, AfterValidator(_address_with("report_address", Hole.TITLE, Hole.TEXT))] | None = (
        Field(None, alias="anmäl_fel")
    )
    branch: Annotated[Text, AfterValidator(_matching(_BRANCH, "branch_form"))] = Field("main", alias="gren")

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if not (self.mailbox or self.edit_address or self.report_address):
            raise PydanticCustomError("feedback_nowhere", "leder ingenstans")
        return self

    def edit_url(self, path: str) -> str | None:
        """Where the file at `path` in the repository is edited, or None."""
        return self.edit_address and _filled(self.edit_address, {Hole.FILE: path, Hole.BRANCH: self.branch}, "/")

    def report_url(self, title: str, text: str) -> str | None:
        """Where a report with that title and text is written: on the forge, else as a letter; None without either."""
        if self.report_address:
            return _filled(self.report_address, {Hole.TITLE: title, Hole.TEXT: text}, "")
        return self.letter_url(title, text)

    def letter_url(self, title: str, text: str) -> str | None:
        """A letter to the mailbox, begun (RFC 6068: every sign but the plainest is written with %), or None."""
        if self.mailbox is None:
            return None
        body = quote(text.replace("\n", "\r\n"), safe="")
        return f"mailto:{quote(self.mailbox, safe='@')}?subject={quote(title, safe='')}&body={body}"


def _filled(address: str, values: Mapping[Hole, str], safe: str) -> str:
    return _HOLE.sub(lambda hole: quote(values[Hole(hole[1])], safe=safe), address)
