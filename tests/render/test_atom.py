"""The feed, parsed back."""

import random
import sys
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID
from xml.etree import ElementTree as ET

from macros.handbook import Handbook
from macros.render.atom import ATOM, feed_text
from tests.render.small import TODAY, place
from tests.render.test_changes import COMING, EDITION, MINOR, NOTE, changed

NS = {"a": ATOM}
ADDRESS = "https://intranat.example.se/rutiner/"


def feed(handbook: Handbook, address: str | None = None, today: date = TODAY) -> ET.Element:
    return ET.fromstring(feed_text(handbook, today, address).encode())  # noqa: S314 - our own text


def text(element: ET.Element, path: str) -> str:
    found = element.findall(path, NS)
    assert len(found) == 1, path
    return found[0].text or ""


def links(element: ET.Element) -> list[tuple[str | None, str | None]]:
    return [(link.get("rel"), link.get("href")) for link in element.findall("a:link", NS)]


def entries(element: ET.Element) -> list[ET.Element]:
    return element.findall("a:entry", NS)


def judge(element: ET.Element) -> None:
    """What RFC 4287 (4.1.1, 4.1.2) demands of a feed and its entries."""
    assert element.tag == f"{{{ATOM}}}feed"
    assert element.findall("a:author/a:name", NS)
    ids = []
    for part in (element, *entries(element)):
        ids.append(text(part, "a:id"))
        UUID(ids[-1].removeprefix("urn:uuid:"))
        assert text(part, "a:title")
        assert datetime.fromisoformat(text(part, "a:updated")).utcoffset() is not None
        assert [relation for relation, _ in links(part)].count("alternate") == 1
    assert len(set(ids)) == len(ids)


def test_a_feed_is_valid_and_newest_first() -> None:
    found = feed(changed(MINOR, NOTE, COMING, editions=(EDITION,)))
    judge(found)
    assert text(found, "a:title") == "Provhandboken, Prov: ändringar"
    assert text(found, "a:author/a:name") == "Provhandboken, Prov"
    assert [text(entry, "a:title") for entry in entries(found)] == [
        "Anvisning till insats: Du ska nu ringa.",
        "Anvisning till insats: Du ska nu anteckna frågan.",
        "Anvisning till insats: Ett ord är utbytt.",
    ]
    _, known, minor = entries(found)
    assert text(known, "a:updated") == "2026-10-20T00:00:00Z"
    assert text(known, "a:summary") == (
        "Du ska nu anteckna frågan. Frågan antecknas. Gäller från 1 november 2026, "
        "för handläggare (den som utreder) och coach. RUT-ANV, utgåva 1.0."
    )
    terms = [category.get("term") for category in minor.findall("a:category", NS)]
    assert terms == ["mindre", "handläggare (den som utreder)", "coach"]


def test_links_are_relative_without_an_address_and_whole_with_one() -> None:
    own = "handboken/andrat/#rut-anv-1-0"
    relative, whole = (feed(changed(NOTE), address) for address in (None, ADDRESS))
    assert links(relative) == [("alternate", "handboken/andrat/")]
    assert links(entries(relative)[0]) == [("alternate", own), ("related", "rutiner/rut-anv/")]
    assert links(whole) == [("self", f"{ADDRESS}atom.xml"), ("alternate", f"{ADDRESS}handboken/andrat/")]
    assert links(entries(whole)[0]) == [("alternate", ADDRESS + own), ("related", f"{ADDRESS}rutiner/rut-anv/")]


def test_ids_stay_with_the_change_wherever_and_whenever_it_is_built() -> None:
    one = feed(changed(NOTE))
    other = feed(changed(NOTE | {"vad": "Annat."}, COMING, editions=(EDITION,)), ADDRESS, date(2030, 1, 1))
    assert text(one, "a:id") == text(other, "a:id") == "urn:uuid:ce6eead5-8273-5819-9423-6be420abdcae"
    assert text(entries(one)[0], "a:id") == text(entries(other)[1], "a:id")


def test_the_same_notes_give_the_same_feed_on_another_day() -> None:
    handbook = changed(MINOR, NOTE, COMING)
    assert feed_text(handbook, TODAY, None) == feed_text(handbook, date(2028, 1, 1), None)


def test_a_feed_without_changes_is_valid_too() -> None:
    for handbook in (changed(), replace(changed(), pages=())):
        found = feed(handbook)
        judge(found)
        assert (entries(found), text(found, "a:updated")) == ([], "2026-11-22T00:00:00Z")


def test_proposals_are_not_told() -> None:
    assert entries(feed(changed(NOTE, number="1.0", adoption="förslag"))) == []


def test_a_note_of_a_routine_that_is_gone_still_has_its_way() -> None:
    gone = changed(NOTE | {"rutin": "RUT-BORT"}, editions=(EDITION | {"rutin": "RUT-BORT"},))
    found = feed(replace(gone, pages=()))
    judge(found)
    assert links(entries(found)[0]) == [("alternate", "./")]


SIGNS = ["<", ">", "&", '"', "'", "]]>", "<!--", "&amp;", "\t", "\n", "\r", "\x00", "\x0b", "\x1f", "\x85", "\u2028"]
SIGNS += ["\ud800", "\udfff", "\ufffe", "\uffff", "\U0001f600", "å", "é", "\u202e", "<script>", "{{ x }}", "%", "\\"]


def is_xml(sign: str) -> bool:
    """Char in XML 1.0, 2.2."""
    code = ord(sign)
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def strange(chance: random.Random) -> str:
    pieces = [chance.choice([*SIGNS, chr(chance.randrange(sys.maxunicode + 1))]) for _ in range(20)]
    return f"x{''.join(pieces)}y"


def expected(said: str) -> str:
    return " ".join("".join(sign if is_xml(sign) else "\ufffd" for sign in said).split())


def test_any_text_can_be_parsed_back() -> None:
    chance, base = random.Random(1), changed(NOTE)
    for _ in range(500):
        action, summary, name = strange(chance), strange(chance), strange(chance)
        note = base.holdings.change_notes[0].value.model_copy(update={"action": action, "summary": summary})
        handbook = replace(
            base,
            settings=place(base.settings.value.model_copy(update={"name": name})),
            holdings=replace(base.holdings, change_notes=(place(note),)),
        )
        found = feed(handbook, ADDRESS)
        judge(found)
        (entry,) = entries(found)
        assert text(found, "a:title") == expected(f"{name}, Prov: ändringar")
        assert text(entry, "a:title") == expected(f"Anvisning till insats: {action}")
        assert text(entry, "a:summary").startswith(expected(f"{action} {summary} Gäller från"))
