"""Findings as Markdown, for a comment on a change: what stops it first, the rest folded away."""

import re
from collections.abc import Sequence
from datetime import date

from macros.model.finding import Finding, Level, count_line

_HEADINGS = {Level.FEL: "Det här stoppar", Level.VARNING: "Varningar", Level.NOTIS: "Notiser"}
_MOST = 100  # of each level: a comment may hold some 65 000 characters
_SIGNS = re.compile(r"([\\`*_\[\]<>|~#@])")


def markdown(findings: Sequence[Finding], today: date, counted: str) -> str:
    """A heading, the counts, and a list per level. Warnings and notes are folded; the forge shows them on a click."""
    parts = [f"## {verdict(findings)}", "", f"{count_line(list(findings), counted)} Räknat {today.isoformat()}."]
    for level in reversed(Level):
        if chosen := [finding for finding in findings if finding.level is level]:
            parts += ["", *_section(level, chosen)]
    return "\n".join(parts)


def verdict(findings: Sequence[Finding]) -> str:
    """The outcome in one line."""
    errors = sum(finding.blocks for finding in findings)
    if errors:
        return f"❌ {errors} fel måste rättas"
    return "⚠️ Inget stoppar, men något behöver göras" if findings else "✅ Kontrollen hittade inget"


def _section(level: Level, findings: Sequence[Finding]) -> list[str]:
    title = f"{_HEADINGS[level]} ({len(findings)})"
    lines = [finding_item(finding) for finding in findings[:_MOST]]
    if len(findings) > _MOST:
        lines.append(f"- … och {len(findings) - _MOST} till. Kör `handbok kontrollera` för att se alla.")
    if level is Level.FEL:
        return [f"### {title}", "", *lines]
    return ["<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"]


def finding_item(finding: Finding) -> str:
    """The finding as a list item."""
    place = f"{finding.place.path}:{finding.place.line}"
    return f"- **{finding.code}** `{place}` {plain(finding.message)} {plain(finding.cure)}"


def plain(text: str) -> str:
    """The text so that Markdown takes it as it stands: what an editor typed must not become a link or a mention."""
    return _SIGNS.sub(r"\\\1", text)
