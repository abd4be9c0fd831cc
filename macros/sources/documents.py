"""A YAML text to a checked model, with every mistake as a finding."""

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from macros.model.finding import Finding, Level, Place
from macros.model.sourced import Sourced
from macros.sources.messages import explain, is_echo
from macros.sources.text_files import UnreadableTextError, read_text
from macros.sources.yaml_nodes import Fault, YamlText, parse_yaml

M = TypeVar("M", bound=BaseModel)

UNREADABLE, DUPLICATE_KEY = "101", "102"


def read_document(root: Path, path: str, model: type[M], area: str, findings: list[Finding]) -> Sourced[M] | None:
    """Read the YAML file `path` (relative to `root`) as `model`; None when a finding (code `area`1xx) says why not."""
    try:
        text = read_text(root / path)
    except UnreadableTextError as error:
        findings.append(unreadable(area, Place(path, error.line), error.message, error.cure))
        return None
    return parse_document(parse_yaml(text), path, model, area, findings)


def parse_document(
    parsed: YamlText, path: str, model: type[M], area: str, findings: list[Finding]
) -> Sourced[M] | None:
    """Validate parsed YAML as `model`, adding a finding for each mistake."""
    for problem in parsed.problems:
        suffix = DUPLICATE_KEY if problem.fault is Fault.DUPLICATE else UNREADABLE
        place = Place(path, problem.line, problem.column)
        findings.append(Finding(area + suffix, Level.FEL, place, problem.message, problem.cure))
    if any(problem.fault is Fault.SYNTAX for problem in parsed.problems):
        return None
    if not isinstance(parsed.data, dict):
        what = "Filen är tom." if parsed.data is None else "Filen ska bestå av rader med nyckel: värde."
        findings.append(unreadable(area, Place(path), what, "Jämför med en fil som fungerar."))
        return None
    return _validate(parsed, path, model, area, findings)


def _validate(parsed: YamlText, path: str, model: type[M], area: str, findings: list[Finding]) -> Sourced[M] | None:
    try:
        value = model.model_validate(parsed.data)
    except ValidationError as errors:
        where = Sourced(None, path, parsed.lines)
        for error in errors.errors(include_url=False):
            if is_echo(error):
                continue
            suffix, message, cure = explain(error, model)
            findings.append(Finding(area + suffix, Level.FEL, where.place(*error["loc"]), message, cure))
        return None
    return None if parsed.problems else Sourced(value, path, parsed.lines)


def unreadable(area: str, place: Place, message: str, cure: str) -> Finding:
    """The finding for a file that cannot be read at all."""
    return Finding(area + UNREADABLE, Level.FEL, place, message, cure)
