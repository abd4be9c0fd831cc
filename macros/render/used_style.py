"""A stylesheet without the rules for what no page of the website has: text in, text out.

The theme styles much that the handbook does not use. A rule stays unless every one of its selectors asks for a class
that neither a page nor a script ever names.
"""

import re
from collections.abc import Collection, Iterator

_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"-?[A-Za-z_][\w-]*")
_QUOTED = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_WHOLE = rf"""{_QUOTED}|url\(\s*(?:{_QUOTED}|[^)"']*)\s*\)"""  # what may hold any sign
_PIECE = re.compile(rf"({_WHOLE}|/\*.*?\*/)|([{{}};])", re.DOTALL)
_CLASS = re.compile(r"\.(-?[A-Za-z_](?:\\.|[\w-])*)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_VARIABLE = re.compile(rf"(?<=[{{;\s])(--[\w-]+)\s*:(?:{_WHOLE}|[^;{{}}\"'])*(?:;|(?=\}}))")
_NESTED = ("@media", "@supports", "@container", "@layer")


def classes_of(html: str) -> frozenset[str]:
    """The classes that elements of the page have."""
    return frozenset(name for double, single in _CLASSES.findall(html) for name in (double or single).split())


def names_in(script: str) -> frozenset[str]:
    """Every word of a script that could be a class it sets."""
    return frozenset(_NAME.findall(script))


def used_style(text: str, used: Collection[str]) -> str:
    """The stylesheet's rules that something on the website can meet; `used`: classes of pages and words of scripts."""
    return "".join(_kept(head, body, used) for head, body in _rules(text))


def without_unused_variables(text: str) -> str:
    """The stylesheet without variables that nothing reads: most of the theme's are pictures for what is not used."""
    shorter = _without_unread(text, frozenset(_READ.findall(text)))
    return text if shorter == text else without_unused_variables(shorter)


def _without_unread(text: str, read: Collection[str]) -> str:
    return _VARIABLE.sub(lambda found: found[0] if found[1] in read else "", text)


def _rules(text: str) -> Iterator[tuple[str, str | None]]:
    """What stands at the top level: a rule's head and what is between its braces, or a statement and None."""
    start, depth, head = 0, 0, ""
    for found in _PIECE.finditer(text):
        sign = found[2]
        if sign == "{":
            depth += 1
            if depth == 1:
                head, start = text[start : found.start()], found.end()
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield head, text[start : found.start()]
                start = found.end()
        elif sign == ";" and depth == 0:
            yield text[start : found.end()], None
            start = found.end()


def _kept(head: str, body: str | None, used: Collection[str]) -> str:
    if body is None:
        return head
    name = head.strip()
    if name.startswith(_NESTED):
        inner = used_style(body, used)
        return f"{head}{{{inner}}}" if inner.strip() else ""
    if name.startswith("@"):
        return f"{head}{{{body}}}"
    selectors = [selector for selector in _selectors(head) if _can_be_met(selector, used)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a rule, parted at the commas that stand outside brackets."""
    depth, start = 0, 0
    for at, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield head[start:at]
            start = at + 1
    yield head[start:]


def _can_be_met(selector: str, used: Collection[str]) -> bool:
    """What stands in brackets (:not, :is, :has) is alternatives or absence, and is not judged."""
    plain = selector
    while (shorter := re.sub(r"[(\[][^()\[\]]*[)\]]", "", plain)) != plain:
        plain = shorter
    return all(name.replace("\\", "") in used for name in _CLASS.findall(plain))
