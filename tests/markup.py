"""A page as a tree, for tests that ask what its markup says."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element with what it holds, in order."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    content: "list[Element | str]" = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def all(self, *tags: str) -> "Iterator[Element]":
        """The elements within, in order; of those kinds, or every one."""
        for part in self.content:
            if isinstance(part, Element):
                if not tags or part.tag in tags:
                    yield part
                yield from part.all(*tags)

    @property
    def around(self) -> "Iterator[Element]":
        """The elements around, from the nearest."""
        if self.parent is not None:
            yield self.parent
            yield from self.parent.around

    @property
    def is_hidden(self) -> bool:
        """Whether a screen reader passes it by, as far as the markup says."""
        return any(one.get("aria-hidden") == "true" or "hidden" in one.attributes for one in (self, *self.around))

    @property
    def text(self) -> str:
        """What is read aloud: the text within, without what is hidden, and the names of images."""
        parts = (part if isinstance(part, str) else _spoken(part) for part in self.content)
        return " ".join("".join(parts).split())

    @property
    def name(self) -> str:
        """The name as the markup gives it."""
        return self.get("aria-label") or self.get("alt") or self.text or self.get("title")


def _spoken(element: Element) -> str:
    if element.get("aria-hidden") == "true" or "hidden" in element.attributes or element.tag in {"script", "style"}:
        return ""
    return element.get("aria-label") or element.get("alt") or element.text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.inside = Element("#", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.inside)
        self.inside.content.append(element)
        if tag not in _VOID:
            self.inside = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.content.append(Element(tag, {name: value or "" for name, value in attrs}, self.inside))

    def handle_endtag(self, tag: str) -> None:
        for element in (self.inside, *self.inside.around):
            if element.tag == tag and element.parent is not None:
                self.inside = element.parent
                return

    def handle_data(self, data: str) -> None:
        self.inside.content.append(data)


def read_markup(html: str) -> Element:
    """The page as a tree; the root holds the page's outermost elements."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root
