"""benchmarks/resultat.md: which part of it each measurement writes, between marks of its own."""

import re
from pathlib import Path

RESULT = Path(__file__).with_name("resultat.md")
SECTIONS = ("sidvikt", "sökning")  # in the order they stand


def put_section(path: Path, name: str, text: str) -> None:
    """Write the section into the file, in place of the one it has."""
    before = path.read_text(encoding="utf-8")
    found = sections(before) | {name: f"<!-- {name} -->\n{text}\n<!-- /{name} -->"}
    path.write_text(with_sections(before, found), encoding="utf-8")


def sections(document: str) -> dict[str, str]:
    """The sections that the document has, marks included."""
    found = {name: re.search(_pattern(name), document, re.DOTALL) for name in SECTIONS}
    return {name: match[0] for name, match in found.items() if match}


def with_sections(document: str, found: dict[str, str]) -> str:
    """The document with these sections after its own text, and no others."""
    for name in SECTIONS:
        document = re.sub(_pattern(name), "", document, flags=re.DOTALL)
    return "\n\n".join([document.rstrip(), *(found[name] for name in SECTIONS if name in found)]) + "\n"


def _pattern(name: str) -> str:
    return f"<!-- {name} -->.*?<!-- /{name} -->"
