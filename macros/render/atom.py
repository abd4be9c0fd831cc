"""atom.xml: the adopted changes as an Atom feed (RFC 4287), for those who want to be told."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from macros.handbook import Handbook
from macros.render.changes import FEED_PATH, Change, adopted_changes
from macros.render.dates import swedish_day
from macros.render.words import listed

ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 (2.2) cannot hold, not even as a reference: most control characters, halves of pairs, non-characters.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed_text(handbook: Handbook, today: date, address: str | None) -> str:
    """The feed, built on `today`, newest first.

    `address`: the site's root; links are relative to the feed without one, which RFC 4287 (4.2.7.1) lets them be.
    The author is the handbook and never a person. An empty feed is as old as the build: Atom wants a day.
    """
    found = adopted_changes(handbook, today)
    name = f"{handbook.settings.value.name}, {handbook.profile.value.short_name}"
    page = handbook.page_calling("visa_andringar")
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    _text(feed, "id", _id(handbook, "andringar"))
    _text(feed, "title", f"{name}: ändringar")
    _text(feed, "updated", _moment(max((change.updated for change in found), default=today)))
    _text(ET.SubElement(feed, "author"), "name", name)
    if address:
        _link(feed, "self", urljoin(address, FEED_PATH), "application/atom+xml")
    _link(feed, "alternate", _address(address, page.url if page else ""), "text/html")
    for change in found:
        _entry(feed, handbook, change, address)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(feed: ET.Element, handbook: Handbook, change: Change, address: str | None) -> None:
    note, page = change.note, handbook.page_calling("visa_andringar")
    roles = [handbook.roles[role_id].name for role_id in note.roles]
    entry = ET.SubElement(feed, "entry")
    _text(entry, "id", _id(handbook, f"andringar/{note.routine}/{note.number}"))
    _text(entry, "title", f"{change.title}: {note.action if change.is_major and note.action else note.summary}")
    _text(entry, "updated", _moment(change.updated))
    urls = [url for url in _urls(change, f"{page.url}#{change.anchor}" if page else None) if url]
    for place, url in enumerate(urls or [""]):
        _link(entry, "related" if place else "alternate", _address(address, url), "text/html")
    for word in (note.scale.value, *roles):
        ET.SubElement(entry, "category", {"term": _clean(word)})
    said = [note.action] if note.action else []
    about = f"Gäller från {swedish_day(note.first_day)}, för {listed(roles)}."
    _text(entry, "summary", " ".join((*said, note.summary, about, f"{note.routine}, utgåva {note.number}.")))


def _urls(change: Change, own: str | None) -> Iterator[str | None]:
    yield own
    yield change.routine.url if change.routine else None
    yield change.difference


def _id(handbook: Handbook, name: str) -> str:
    """An id that is the same in every build and wherever the site stands; each municipality has its own."""
    return uuid5(NAMESPACE_URL, f"rutinhandboken/{handbook.profile.value.id}/{name}").urn


def _moment(day: date) -> str:
    # Midnight in UTC is the same day in Sweden, summer and winter.
    return f"{day.isoformat()}T00:00:00Z"


def _address(address: str | None, url: str) -> str:
    # "./" is the site's root: an empty reference would be the feed itself.
    return urljoin(address, url) if address else url or "./"


def _link(parent: ET.Element, relation: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": media_type, "href": _clean(href)})


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """The text on one line, with a mark in place of what XML cannot hold."""
    return " ".join(_NOT_IN_XML.sub("\ufffd", text).split())
