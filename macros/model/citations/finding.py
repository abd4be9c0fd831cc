"""Finding the citations in a text: paragraph by paragraph, only where a sign or a known name says that it may pay."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from macros.model.citations.acts import Acts
from macros.model.citations.binding import Context
from macros.model.citations.citation import Citation, Given, Home
from macros.model.citations.cleaning import Clean, clean
from macros.model.citations.mentions import Described, MentionReader
from macros.model.citations.paragraph import ITEM, Paragraph, Stretch
from macros.model.citations.reader import padded
from macros.model.citations.tokens import tokens_in

# What a citation has unless a known name of an act stands in it. Each begins with plain letters, which makes the search
# many times faster than one pattern of them all. The first ones begin a word.
_WORD_SIGNS = tuple(map(re.compile, (r"kap(?:[\s.,]|itel|itlet|\d)", r"Kap[.\sit]", r"KAP", r"[Aa]rt(?:[.\s]|i[kc])")))
_SIGNS = tuple(
    map(
        re.compile,
        (
            r"§",
            r"aragraf\w{0,4}\s?\d",
            r":[1-9]",
            r"EU\)|EG\)",
            r"ag(?:en|ens)?\s+(?:om|med|mot|på|angående)\b",
            r"ordning(?:en|ens)?\s+(?:om|med|mot|på|angående)\b",
            r"onvention(?:en|ens)?\s+(?:om|angående)\b",
        ),
    )
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?][\"”)]?\s+[A-ZÅÄÖ0-9]")
_LINES = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r"[ \t]*#+[ \t]")


def find_citations(text: str, acts: Acts, home: Home | None = None) -> tuple[Citation, ...]:
    """The citations of law in the text, in order of position, not overlapping.

    `home` is for an act's own text, where a bare `4 §` is the act's own. Any text is taken; none raises.
    """
    cleaned = clean(text)
    found = tuple(_find(cleaned.text, acts, home))
    return found if not cleaned.places else tuple(_in_original(citation, cleaned) for citation in found)


def _find(text: str, acts: Acts, home: Home | None) -> Iterator[Citation]:
    places = _places(text, acts)
    described: Described = {}
    context = Context(acts, home)
    opens_list = False  # the stretch before leads into a list, or is an item of one
    for stretch in _stretches(text) if places else ():
        item = ITEM.match(text, stretch.start) is not None
        if not (item and opens_list):
            context = Context(acts, home)
        opens_list = (item and opens_list) or _leads_into_list(text, stretch)
        if _any_within(places, stretch):
            tokens = padded(tokens_in(text, stretch.start, stretch.end))
            mentions = MentionReader(tokens, acts, described)
            found = list(Paragraph(text, stretch, tokens, context, mentions).citations())
            yield from reversed(list(_told_later(text, found)))


def _places(text: str, acts: Acts) -> list[int]:
    """Where a sign of law or a word of a known act's name stands, in order."""
    places = [sign.start() for pattern in _SIGNS for sign in pattern.finditer(text)]
    words = acts.keywords.intersection(_LETTERS.findall(text))
    for pattern in (*_WORD_SIGNS, *map(re.compile, sorted(words))):
        found = (sign.start() for sign in pattern.finditer(text))
        places.extend(start for start in found if start == 0 or not text[start - 1].isalpha())
    return sorted(places)


def _any_within(places: list[int], stretch: Stretch) -> bool:
    index = bisect_left(places, stretch.start)
    return index < len(places) and places[index] < stretch.end


def _told_later(text: str, found: list[Citation]) -> Iterator[Citation]:
    """The citations from last to first, where one that nothing before tells the act of has got it from the next.

    `enligt 11 kap. 1 § eller bistånd enligt 12 kap. 1 § SoL`: in the same sentence, and both with chapter or neither.
    """
    following: Citation | None = None
    for citation in reversed(found):
        if citation.given is Given.NONE and following is not None and _is_told_by(citation, following, text):
            told = following
            citation = replace(  # noqa: PLW2901  the citation with its act
                citation,
                act=told.act,
                act_name=told.act_name,
                given=Given.INHERITED,
                candidates=told.candidates,
                act_span=told.act_span,
            )
        yield citation
        following = citation


def _is_told_by(citation: Citation, following: Citation, text: str) -> bool:
    if following.act is None or not following.provisions or not citation.provisions:
        return False
    number, next_number = citation.provisions[-1].number, following.provisions[0].number
    same_form = (number.chapter is None) is (next_number.chapter is None) and number.unit is next_number.unit
    return same_form and _SENTENCE_END.search(text, citation.end, following.start + 1) is None


def _stretches(text: str) -> Iterator[Stretch]:
    """Lines until an empty one. A heading and a row of a table stand by themselves."""
    start: int | None = None
    for line in _LINES.finditer(text):
        heading = _HEADING.match(line[0])
        if heading or line[0].lstrip()[:1] in {"", "|"}:
            if start is not None:
                yield Stretch(start, line.start())
                start = None
            if line[0].strip():
                yield Stretch(line.start() + (heading.end() if heading else 0), line.end(), is_heading=bool(heading))
        elif start is None:
            start = line.start()
    if start is not None:
        yield Stretch(start, len(text))


def _leads_into_list(text: str, stretch: Stretch) -> bool:
    """True when the sentence has not ended: what follows as a list belongs to it."""
    return not stretch.is_heading and not text[stretch.start : stretch.end].rstrip().endswith((".", "!", "?", "|"))


def _in_original(citation: Citation, cleaned: Clean) -> Citation:
    start, end = cleaned.original(citation.start, citation.end)
    provisions = tuple(
        replace(provision, start=span[0], end=span[1])
        for provision in citation.provisions
        for span in [cleaned.original(provision.start, provision.end)]
    )
    act_span = None if citation.act_span is None else cleaned.original(*citation.act_span)
    return replace(citation, start=start, end=end, act_span=act_span, provisions=provisions)
