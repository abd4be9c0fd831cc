"""Findings as JSON for other programs. The form is a contract: schema_version is raised when it changes."""

import json
from collections.abc import Sequence
from datetime import date

from macros.model.finding import Finding, Level

SCHEMA_VERSION = 1


def findings_json(findings: Sequence[Finding], today: date, _counted: str) -> str:
    """All findings as a JSON document with Swedish keys; days as ÅÅÅÅ-MM-DD, lines and columns from 1."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "datum": today.isoformat(),
        "antal": {level.word: sum(finding.level is level for finding in findings) for level in reversed(Level)},
        "fynd": [
            {
                "kod": finding.code,
                "nivå": finding.level.word,
                "fil": finding.place.path,
                "rad": finding.place.line,
                "kolumn": finding.place.column,
                "meddelande": finding.message,
                "åtgärd": finding.cure,
            }
            for finding in findings
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)
