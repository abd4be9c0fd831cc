"""A page's Markdown read for what the checks need: headings with anchors and macro calls with arguments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2
from jinja2 import meta, nodes

from macros.model.page import Heading, Link, MacroCall, PageBody

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_ANCHOR = re.compile(r"[ \t]*\{:?[^{}]*?#([^\s{}]+)[^{}]*\}[ \t]*$")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")
_EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_CODE = re.compile(r"(`+)[^`].*?\1")
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})")
_TEXT = re.compile(r'"([^"\\\n{}]*)"')
_KEYWORD = re.compile(rf"([^\W\d]\w*) *= *{_TEXT.pattern}")
_NEXT = r" *(?:, *|(?=\)))"  # after an argument: a comma or the end
_PLAIN_CALL = re.compile(
    rf"{{{{ *(?P<name>\w+)\( *(?P<args>(?:{_TEXT.pattern}{_NEXT})*)(?P<kwargs>(?:{_KEYWORD.pattern}{_NEXT})*)\) *}}}}"
)
_ENVIRONMENT = jinja2.Environment(autoescape=False)  # noqa: S701  never renders, only parses


@dataclass(frozen=True)
class BodyProblem:
    """A mistake in the page's macros, with its line in the file and Swedish message and cure."""

    line: int
    message: str
    cure: str


def read_body(body: str, first_line: int, macro_names: frozenset[str]) -> tuple[PageBody | None, list[BodyProblem]]:
    """Read headings, links and macro calls; the body is None when the macros cannot be read at all.

    `first_line` is the line in the file where `body` begins.
    """
    prose = list(_prose(body, first_line))
    headings, links = tuple(_headings(prose)), tuple(_links(prose))
    if "{{" not in body and "{%" not in body and "{#" not in body:
        return PageBody(headings, (), links, body), []
    if (comment := body.find("{#")) >= 0:
        line = body.count("\n", 0, comment) + first_line
        return None, [
            BodyProblem(
                line, "Tecknen {# börjar en kommentar och döljer text.", "Skriv ankare med mellanslag: { #ankare }."
            )
        ]
    if (plain := _plain_calls(body, first_line, macro_names)) is not None:
        return PageBody(headings, plain, links, body), []
    try:
        tree = _ENVIRONMENT.parse(body)
    except jinja2.TemplateSyntaxError as error:
        line = error.lineno + first_line - 1
        cure = 'Skriv som {{ visa_checklista("CL-ANV") }}, med citattecken.'
        return None, [BodyProblem(line, "Makrot går inte att läsa.", cure)]
    calls = tuple(_calls(tree, first_line))
    problems = [*_unknown_names(tree, first_line, macro_names), *_uncalled_macros(tree, first_line, macro_names)]
    return PageBody(headings, calls, links, body), problems


def _prose(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines that stand outside fenced code, with their numbers in the file."""
    fence = ""
    for line, text in enumerate(body.split("\n"), first_line):
        if match := _FENCE.match(text):
            if not fence:
                fence = match[1]
            elif match[1].startswith(fence) and not text.strip(" \t`~"):
                fence = ""
            continue
        if not fence:
            yield line, text


def _headings(prose: list[tuple[int, str]]) -> Iterator[Heading]:
    for line, text in prose:
        if text.startswith("#") and (match := _HEADING.match(text)):
            anchor = _ANCHOR.search(match[2])
            title = match[2][: anchor.start()] if anchor else match[2]
            yield Heading(len(match[1]), title, anchor[1] if anchor else None, line)


def _links(prose: list[tuple[int, str]]) -> Iterator[Link]:
    for line, text in prose:
        if "](" in text:
            for match in _LINK.finditer(_CODE.sub("", text)):
                if not _EXTERNAL.match(match[1]):
                    yield Link(match[1], line)


def _plain_calls(body: str, first_line: int, macro_names: frozenset[str]) -> tuple[MacroCall, ...] | None:
    """The macro calls of a page with no Jinja but `{{ macro("text", …) }}`; None when there is more to read.

    Nearly every page is such a page, and Jinja's own parser would take half the time of loading the handbook.
    """
    found = list(_PLAIN_CALL.finditer(body))
    if len(found) != body.count("{{") or "{%" in body or "{{{" in body:
        return None
    calls, line, position = [], first_line, 0
    for match in found:
        if match["name"] not in macro_names:
            return None
        line, position = line + body.count("\n", position, match.start()), match.start()
        args, kwargs = tuple(_TEXT.findall(match["args"])), tuple(_KEYWORD.findall(match["kwargs"]))
        calls.append(MacroCall(match["name"], args, kwargs, line))
    return tuple(calls)


def _calls(tree: nodes.Template, first_line: int) -> Iterator[MacroCall]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            yield MacroCall(
                call.node.name,
                tuple(_constant(argument) for argument in call.args),
                tuple((keyword.key, _constant(keyword.value)) for keyword in call.kwargs),
                call.lineno + first_line - 1,
            )


def _constant(node: nodes.Expr) -> str | None:
    return node.value if isinstance(node, nodes.Const) and isinstance(node.value, str) else None


def _unknown_names(tree: nodes.Template, first_line: int, macro_names: frozenset[str]) -> Iterator[BodyProblem]:
    filters = [node for node in tree.find_all(nodes.Filter) if node.name not in _ENVIRONMENT.filters]
    for node in filters:
        yield BodyProblem(node.lineno + first_line - 1, f"Filtret ”{node.name}” finns inte.", "Ta bort det.")
    if filters:
        return  # Jinja looks no further for names in a text with an unknown filter
    unknown = meta.find_undeclared_variables(tree) - macro_names
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            unknown.discard(name.name)
            yield BodyProblem(
                name.lineno + first_line - 1,
                f"Makrot ”{name.name}” finns inte.",
                f"Använd något av: {', '.join(sorted(macro_names))}.",
            )


def _uncalled_macros(tree: nodes.Template, first_line: int, macro_names: frozenset[str]) -> Iterator[BodyProblem]:
    """A macro's name without brackets would be published as the name of a Python function."""
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for name in tree.find_all(nodes.Name):
        if name.name in macro_names and name.ctx == "load" and id(name) not in called:
            yield BodyProblem(
                name.lineno + first_line - 1,
                f"Makrot ”{name.name}” saknar parenteser.",
                f"Skriv {{{{ {name.name}(…) }}}}, med argumenten inom parentes.",
            )
