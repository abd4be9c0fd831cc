"""Law cards: what a citation says, shown beside it. All of them in one script, fetched when the first one is asked for.

A script and not a JSON file, because a page that is opened from a folder may load scripts but may not fetch.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.handbook import Handbook
from macros.model.statute import Provision, ReplacedBy, Source, Statute, Wording
from macros.render.citations import mark
from macros.render.statutes import verdict
from macros.render.templates import fill
from macros.render.view import View
from macros.render.wordings import wording_time

CARDS_PATH = "lagrum/kort.js"


@dataclass(frozen=True)
class Card:
    """A provision as its card shows it on one day: the wordings that matter with their days, and where they were read.

    `replaces` and `replaced_by` are the older and newer provisions as they are cited.
    """

    statute: Statute
    provision: Provision
    verdict: str
    wordings: tuple[tuple[str, Wording], ...]
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    checked_on: date | None
    sources: tuple[Source, ...]


def law_cards(handbook: Handbook, today: date) -> str:
    """The script that hands every provision's card to the page: `rhLagkort({id: markup})`, links from the root."""
    cards = {
        provision_id: law_card(handbook, provision_id, today)
        for provision_id, (statute, _) in handbook.provisions.items()
        if handbook.statute_page(statute.id)
    }
    return f"rhLagkort({script_text(cards)});\n"


def law_card(handbook: Handbook, provision_id: str, today: date) -> str:
    """One card. Its links count from the site's root; the script that shows it turns them to the page's place."""
    statute, provision = handbook.provisions[provision_id]
    wordings = _wordings_that_matter(provision, today)
    checked = (wording.checked_on for wording in wordings if wording.checked_on)
    sources = dict.fromkeys(statute.source(wording.source) for wording in wordings)
    card = Card(
        statute,
        provision,
        verdict(provision, today) if mark(provision, today) else "",
        tuple((wording_time(wording), wording) for wording in wordings),
        _names(handbook, provision.replaces),
        _names(handbook, provision.replaced_by),
        min(checked, default=None),
        tuple(source for source in sources if source),
    )
    return fill("law_card.html", view=View(handbook, "", today), card=card)


def _names(handbook: Handbook, links: Iterable[ReplacedBy]) -> tuple[str, ...]:
    """The provisions as cited, with the act's number: the old and the new one go by the same name."""
    found = ((link, handbook.provisions.get(link.provision)) for link in links)
    return tuple(
        f"{known[1].number} {known[0].short_name} ({known[0].sfs_nummer}){f', {link.part}' if link.part else ''}"
        for link, known in found
        if known
    )


def _wordings_that_matter(provision: Provision, today: date) -> tuple[Wording, ...]:
    """The wording in force, then those to come; and the one before, where the one in force has not been read."""
    ended = [wording for wording in provision.wordings if wording.interval.ended_before(today)]
    living = [wording for wording in provision.wordings if wording not in ended]
    unread = not living or not living[0].certainty.verified
    return tuple(living + ended[-1:] if unread else living)


def script_text(cards: Mapping[str, str]) -> str:
    """JSON that is safe in a script wherever it is put: no tag can end it, no line separator can break it."""
    text = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
