"""Findings as GitHub's workflow commands, which Forgejo's and Gitea's actions read too."""

from collections.abc import Sequence
from datetime import date

from macros.model.finding import Finding, Level

_COMMANDS = {Level.FEL: "error", Level.VARNING: "warning", Level.NOTIS: "notice"}


def github(findings: Sequence[Finding], _today: date, _counted: str) -> str:
    """One command a line: the finding shows at its line in the change. No findings give no lines."""
    return "\n".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": finding.code}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {shown}::{_text(f'{finding.message} {finding.cure}')}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
