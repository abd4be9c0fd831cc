"""What the checks would say of a receipt before it is saved."""

from dataclasses import replace
from datetime import date

from macros.checks import run_checks
from macros.handbook import Handbook
from macros.model.finding import Finding, tidy
from macros.model.review import Receipt
from macros.sources.documents import parse_document
from macros.sources.yaml_nodes import parse_yaml


def receipt_path(routine_id: str, day: date) -> str:
    """Where the receipt of that day is saved, from the handbook's root."""
    return f"data/granskningar/{routine_id}/{day}.yml"


def try_receipt(handbook: Handbook, path: str, text: str, today: date) -> list[Finding]:
    """The findings in a handbook that also holds the text as a receipt at `path`: those about the receipt itself."""
    findings: list[Finding] = []
    document = parse_document(parse_yaml(text), path, Receipt, "GRA", findings)
    if document is not None:
        with_it = replace(
            handbook,
            receipts=(*handbook.receipts, document),
            raw_texts={**handbook.raw_texts, path: text},
        )
        findings += [finding for finding in run_checks(with_it, today) if finding.place.path == path]
    return tidy(findings)
