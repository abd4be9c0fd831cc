"""Findings as JUnit XML, which Azure Pipelines, GitLab and Jenkins show as test results."""

import re
from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from macros.model.finding import Finding

# Signs that XML 1.0 cannot hold, however they are written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(findings: Sequence[Finding], _today: date, counted: str) -> str:
    """One test case a finding, failed where it blocks and skipped where it warns; one that passed where there is none.

    A warning is "skipped" since the format has no other word for what shows without failing.
    """
    cases = findings or []
    failures = sum(finding.blocks for finding in cases)
    numbers = {"tests": str(max(len(cases), 1)), "failures": str(failures), "skipped": str(len(cases) - failures)}
    root = Element("testsuites", numbers)
    suite = SubElement(root, "testsuite", {"name": "handbok kontrollera", **numbers})
    if not cases:
        SubElement(suite, "testcase", {"classname": "handbok", "name": f"Inga fynd i {counted}"})
    for finding in cases:
        _case(suite, finding)
    return tostring(root, encoding="unicode", xml_declaration=True)


def _case(suite: Element, finding: Finding) -> None:
    name = f"{finding.code} rad {finding.place.line}: {finding.message}"
    case = SubElement(suite, "testcase", {"classname": _legal(finding.place.path), "name": _legal(name)})
    case.set("file", _legal(finding.place.path))
    outcome = SubElement(case, "failure" if finding.blocks else "skipped", {"message": _legal(finding.message)})
    outcome.text = _legal(finding.line())


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
