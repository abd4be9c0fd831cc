"""Every page of the built site says what it is: titles, headings, landmarks, tables, images, fields and links."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.markup import Element, read_markup

pytestmark = [pytest.mark.bygge, pytest.mark.prov("uppmarkning")]

Pages = dict[str, Element]
# Words that say nothing of where a link leads when it is read without its sentence (WCAG 2.4.4).
EMPTY_WORDS = {"här", "läs mer", "mer", "länk", "klicka här", "visa", "öppna", "hämta", "sidan", "läs steget", "#", ""}
LANDMARKS = {"header", "nav", "main", "footer"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "for")
# The theme's own boxes that its script turns on and off; without JavaScript they are what works.
FRAME_BOXES = {"__drawer", "__search"}


@pytest.fixture(scope="module")
def pages(real_site: Path) -> Pages:
    found = sorted(real_site.rglob("*.html"))
    return {path.relative_to(real_site).as_posix(): read_markup(path.read_text(encoding="utf-8")) for path in found}


def faults(pages: Pages, find: Callable[[Element], Iterator[object]]) -> list[tuple[str, object]]:
    return [(name, fault) for name, page in pages.items() for fault in find(page)]


def fault_in(markup: str, find: Callable[[Element], Iterator[object]]) -> bool:
    return bool(list(find(read_markup(markup))))


def ids(page: Element) -> Counter[str]:
    return Counter(element.get("id") for element in page.all() if "id" in element.attributes)


def repeated_ids(page: Element) -> Iterator[str]:
    yield from (found for found, count in ids(page).items() if count > 1 or not found)


def lost_references(page: Element) -> Iterator[tuple[str, str]]:
    known = ids(page)
    for element in page.all():
        for attribute in REFERENCES:
            yield from ((attribute, one) for one in element.get(attribute).split() if one not in known)


def wrong_headings(page: Element) -> Iterator[object]:
    headings = list(page.all("h1", "h2", "h3", "h4", "h5", "h6"))
    levels = [int(heading.tag[1]) for heading in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield "h1", [heading.text for heading in headings if heading.tag == "h1"]
    for before, after, heading in zip(levels, levels[1:], headings[1:], strict=False):
        if after > before + 1:
            yield before, after, heading.text
    yield from (("tom", heading.get("id")) for heading in headings if not heading.text)


def unnamed_landmarks(page: Element) -> Iterator[object]:
    found = Counter(element.tag for element in page.all("main", "header", "footer") if not _is_sectioned(element))
    yield from (tag for tag in ("main", "header", "footer") if found[tag] != 1)
    names = Counter(element.get("aria-label") or element.get("aria-labelledby") for element in page.all("nav"))
    yield from (name for name, count in names.items() if count > 1 or not name)


def _is_sectioned(element: Element) -> bool:
    return any(one.tag in {"article", "section", "aside", "main", "nav"} for one in element.around)


def wrong_tables(page: Element) -> Iterator[object]:
    for table in page.all("table"):
        heads = list(table.all("th"))
        named = any(caption.text for caption in table.all("caption")) or table.get("aria-labelledby")
        if not (named or table.get("aria-label")):
            yield "namn", table.get("class")
        if not heads or any(not head.get("scope") for head in heads):
            yield "rubriker", table.get("class")
        yield from (("tom rubrik", table.get("class")) for head in heads if not head.text)
        if table.get("role") == "table":
            yield from (("roll", part.tag) for part in table.all("tr", "td", "th") if not part.get("role"))


def silent_images(page: Element) -> Iterator[object]:
    for image in page.all("img"):
        if "alt" not in image.attributes:
            yield image.get("src")
    for drawing in page.all("svg"):
        # An image in a named button or link is part of it. The theme's labels are met by neither keyboard nor speech.
        within = any(one.tag == "label" or one.get("aria-label") for one in drawing.around if one.tag != "nav")
        named = drawing.get("aria-label") or drawing.get("aria-labelledby")
        if not drawing.is_hidden and not within and not (drawing.get("role") in {"img", "group"} and named):
            yield drawing.get("class")


def unnamed_fields(page: Element) -> Iterator[object]:
    labels = {label.get("for") for label in page.all("label") if label.text}
    for found in page.all("input", "select", "textarea", "button", "progress"):
        if found.get("type") == "hidden" or found.get("id") in FRAME_BOXES:
            continue
        within = any(one.tag == "label" and one.text for one in found.around)
        if not (found.name or found.get("aria-labelledby") or found.get("id") in labels or within):
            yield found.tag, found.attributes


def empty_links(page: Element) -> Iterator[object]:
    for link in page.all("a"):
        if "href" in link.attributes and not link.is_hidden and link.name.strip(" .:").lower() in EMPTY_WORDS:
            yield link.name, link.get("href")


def hidden_stops(page: Element) -> Iterator[object]:
    for element in page.all("a", "button", "input", "select", "textarea", "summary"):
        is_stop = element.tag != "a" or "href" in element.attributes
        if is_stop and element.get("tabindex") != "-1" and _is_hidden_only_from_speech(element):
            yield element.tag, element.get("href")


def _is_hidden_only_from_speech(element: Element) -> bool:
    every = (element, *element.around)
    is_silent = any(one.get("aria-hidden") == "true" for one in every)
    return is_silent and not any("hidden" in one.attributes for one in every)


@pytest.mark.parametrize(
    ("find", "bad"),
    [
        (repeated_ids, '<p id="a"></p><p id="a"></p>'),
        (lost_references, '<p aria-labelledby="borta">x</p>'),
        (wrong_headings, "<h1>En</h1><h3>Tre</h3>"),
        (wrong_headings, "<h1>En</h1><h1>Två</h1>"),
        (wrong_headings, '<h1>En</h1><h2><a class="headerlink" aria-hidden="true">#</a></h2>'),
        (unnamed_landmarks, "<header></header><main></main><footer></footer><nav></nav>"),
        (unnamed_landmarks, '<header></header><main></main><nav aria-label="Meny"></nav>'),
        (wrong_tables, '<table><tr><th scope="col">A</th></tr></table>'),
        (wrong_tables, '<table aria-label="A"><tr><th>A</th></tr></table>'),
        (
            wrong_tables,
            '<table aria-label="A" role="table"><tr><th role="columnheader" scope="col">A</th></tr></table>',
        ),
        (silent_images, '<img src="a.png">'),
        (silent_images, '<svg role="img"></svg>'),
        (silent_images, '<nav aria-label="Meny"><svg role="img"></svg></nav>'),
        (unnamed_fields, '<input id="a"><label for="b">B</label>'),
        (empty_links, '<a href="x">Läs mer</a>'),
        (empty_links, '<a href="x"><span aria-hidden="true">Allt om saken</span></a>'),
        (hidden_stops, '<p aria-hidden="true"><a href="x">X</a></p>'),
    ],
)
def test_fault_would_be_found(find: Callable[[Element], Iterator[object]], bad: str) -> None:
    assert fault_in(bad, find)


@pytest.mark.parametrize(
    "find",
    [
        repeated_ids,
        lost_references,
        wrong_headings,
        unnamed_landmarks,
        wrong_tables,
        silent_images,
        unnamed_fields,
        empty_links,
        hidden_stops,
    ],
)
def test_no_page_has_the_fault(pages: Pages, find: Callable[[Element], Iterator[object]]) -> None:
    assert len(pages) > 100
    assert faults(pages, find) == []


def test_every_page_has_a_title_of_its_own_and_says_its_language(pages: Pages) -> None:
    titles = Counter(next(page.all("title")).text for page in pages.values())
    assert [title for title, count in titles.items() if count > 1 or not title] == []
    assert {next(page.all("html")).get("lang") for page in pages.values()} == {"sv"}


@pytest.mark.prov("hoppa-lank")
def test_first_link_of_every_page_skips_to_its_content(pages: Pages) -> None:
    for name, page in pages.items():
        first = next(element for element in page.all("a", "button") if not element.is_hidden)
        assert "md-skip" in first.get("class"), name
        assert first.text == "Gå till innehållet", name
        assert ids(page)[first.get("href").removeprefix("#")] == 1, name


def test_footer_of_every_page_leads_to_the_statement(pages: Pages) -> None:
    for name, page in pages.items():
        *_, footer = page.all("footer")  # the page's own foot stands before the site's
        links = {link.text: link.get("href") for link in footer.all("a")}
        assert re.search(r"tillganglighet/$|^\./$", links.get("Tillgänglighet", "")), name
