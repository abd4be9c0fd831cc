"""What is searched: pages and their sections, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchSection:
    """A part of a page that a hit can lead to.

    `anchor`: its id on the page, empty for the page's beginning. `label`: what it is, such as `steg 2`. `keys`: words
    that mean just this section, such as the paragraf of a law page or the id of a checklist's item.
    """

    anchor: str
    title: str
    text: str
    label: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class SearchPage:
    """A page with its sections, the page's beginning first. `address`: from the site's root.

    `kind`: what the reader is told it is (Rutin, Checklista …). `note`: stage, state or edition, in words.
    `description`: what the page is for, which need not stand on it. `weight`: what a hit counts, 1.0 for an ordinary
    page; a routine more, the archive less.
    """

    address: str
    title: str
    kind: str
    note: str
    weight: float
    sections: tuple[SearchSection, ...]
    description: str = ""


@dataclass(frozen=True)
class Shortcut:
    """An answer above the hits: the rule that a paragraph number stands for today.

    `number`: the word that calls it forth (numbers.py), `act`: the act it belongs to, as numbers of that act begin.
    `leads_to`: the number it has today, if another. `caution`: what to know before relying on it.
    """

    number: str
    act: str
    leads_to: str
    label: str
    title: str
    note: str
    caution: str
    address: str
