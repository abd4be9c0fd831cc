"""Findings as a GitLab Code Quality report, which GitLab shows in a merge request."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from macros.model.finding import Finding, Level

_SEVERITIES = {Level.FEL: "blocker", Level.VARNING: "minor", Level.NOTIS: "info"}


def gitlab(findings: Sequence[Finding], _today: date, _counted: str) -> str:
    """A JSON list, one object a finding; an empty list when there is none."""
    return json.dumps(list(_issues(findings)), ensure_ascii=False, indent=2)


def _issues(findings: Sequence[Finding]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for finding in findings:
        # Without the line: GitLab follows a finding by this mark, and it must survive that text above it moves.
        same = f"{finding.code}\n{finding.place.path}\n{finding.message}"
        seen[same] += 1
        yield {
            "description": f"{finding.message} {finding.cure}",
            "check_name": finding.code,
            "fingerprint": hashlib.sha256(f"{same}\n{seen[same]}".encode()).hexdigest(),
            "severity": _SEVERITIES[finding.level],
            "location": {"path": finding.place.path, "lines": {"begin": finding.place.line}},
        }
