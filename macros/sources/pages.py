"""Markdown pages under docs/ to pages with checked metadata."""

from pathlib import Path

from macros.model.finding import Finding, Level, Place
from macros.model.macro import MACROS
from macros.model.page import (
    ArchivePageMeta,
    ChecklistPageMeta,
    Page,
    PageMeta,
    PlainPageMeta,
    RolePageMeta,
    RoutineMeta,
    TemplatePageMeta,
)
from macros.model.sourced import Sourced
from macros.sources.documents import parse_document, unreadable
from macros.sources.front_matter import FrontMatterError, SplitPage, split_page
from macros.sources.markdown_body import read_body
from macros.sources.text_files import UnreadableTextError, read_text
from macros.sources.yaml_nodes import YamlText, parse_yaml

AREA = "SID"
PAGE_KINDS: dict[str, type[PageMeta]] = {
    "rutin": RoutineMeta,
    "checklista": ChecklistPageMeta,
    "mall": TemplatePageMeta,
    "roll": RolePageMeta,
    "arkiv": ArchivePageMeta,
    "sida": PlainPageMeta,
}
_MACRO_NAMES = frozenset(MACROS)
_OTHER_ENDINGS = (".markdown", ".mdown", ".mkdn", ".mkd")  # MkDocs would publish these too


def read_pages(root: Path, findings: list[Finding]) -> tuple[Sourced[Page], ...]:
    """Every readable page under docs/ in path order; each mistake becomes a finding."""
    folder = root / "docs"
    if not folder.is_dir():
        findings.append(unreadable(AREA, Place("docs"), "Mappen docs saknas.", "Lägg tillbaka mappen."))
        return ()
    paths = sorted(path.relative_to(root).as_posix() for path in folder.rglob("*.md"))
    pages = (read_page(root, path, findings) for path in paths)
    return tuple(page for page in pages if page is not None)


def stray_pages(root: Path) -> list[str]:
    """Markdown files that MkDocs would publish but the handbook does not read."""
    paths = (path for path in (root / "docs").rglob("*") if path.name.endswith(_OTHER_ENDINGS))
    return sorted(path.relative_to(root).as_posix() for path in paths)


def read_page(root: Path, path: str, findings: list[Finding]) -> Sourced[Page] | None:
    """Read one page; None when its metadata cannot be trusted."""
    try:
        split = split_page(read_text(root / path))
    except (UnreadableTextError, FrontMatterError) as error:
        findings.append(unreadable(AREA, Place(path, error.line), error.message, error.cure))
        return None
    meta = _read_meta(split, path, findings)
    body, problems = read_body(split.body, split.body_line, _MACRO_NAMES)
    findings.extend(
        Finding("SID108", Level.FEL, Place(path, problem.line), problem.message, problem.cure) for problem in problems
    )
    if meta is None or body is None:
        return None
    return Sourced(Page(path, meta.value, body), path, meta.lines)


def _read_meta(split: SplitPage, path: str, findings: list[Finding]) -> Sourced[PageMeta] | None:
    parsed = parse_yaml(split.front_matter, split.front_matter_line)
    kind = _kind(parsed)
    if kind in PAGE_KINDS or parsed.problems or not isinstance(parsed.data, dict):
        return parse_document(parsed, path, PAGE_KINDS.get(str(kind), PlainPageMeta), AREA, findings)
    choices = ", ".join(PAGE_KINDS)
    if kind is None:
        message, cure, code = "Uppgiften ”typ” saknas.", f"Lägg till raden typ: med något av {choices}.", "SID104"
    else:
        message, cure, code = f"Uppgiften ”typ” har värdet ”{kind}”.", f"Välj något av {choices}.", "SID105"
    line, column = parsed.lines.get(("typ",), (split.front_matter_line, 1))
    findings.append(Finding(code, Level.FEL, Place(path, line, column), message, cure))
    return None


def _kind(parsed: YamlText) -> str | None:
    value = parsed.data.get("typ") if isinstance(parsed.data, dict) else None
    return value if isinstance(value, str) else None
