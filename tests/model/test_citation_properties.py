"""Citations of any text at all: random pieces of law and prose, with fixed seeds."""

import importlib
import pkgutil
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from re._parser import SubPattern, parse  # type: ignore[import-not-found]
from types import FrameType
from typing import Any

import pytest

from macros.model import citations
from macros.model.citations import (
    LAST,
    Acts,
    Citation,
    Home,
    Numeral,
    Part,
    ProvisionNumber,
    Reference,
    Unit,
    find_citations,
    format_citation,
)
from tests.model.test_citations import ACTS, CITING, LOOK_ALIKES

_PIECES = re.split(
    r"\|",
    "4|12|4a|6|31|2025|0|007|1,|2.|3)|a|b|i|4–6|4|-|§|§§|§ §|kap.|kap|kapitel|kapitlet|KAP.|artikel|art.|6.1|12:4"
    "|12:45|10:15|§4|4§|(|)|,|.|:|;|–|till|t.o.m.|och|eller|samt|/|&|+|första|andra|sista|tredje|stycket|styckena"
    "|st.|p.|punkt|punkten|meningen|mening|i|den|samma|denna|nämnda|lag|lagen|lagens|förordningen|(2025:400)"
    "|2025:400|(2001:454)|SFS|SOSFS|2011:9|HSLF-FS|(EU)|2016/679|SoL|SoL:s|FL|KL|OSL|LSS|GDPR|KS|SoL-beslut"
    "|socialtjänstlagen|Förvaltningslagens|barnkonventionen|vapenlagen|reglementet|om|med|behandling|av"
    "|2001|års|gamla|nya|från|följande|bestämmelser|paragraf|paragrafer|2023-01-24|2025/26:207|rapporten"
    "|Nämnden|beslutade.|Enligt|socialtjänst-|förvaltnings\u00adlagen|fo\u0308rvaltningslagen|*|**|_|#|”|\U0001f600"
    "|\n|\n\n|\n- |\n1. |\n## |\u00a0|\u200b|lagen om valfrihetssystem|offentlighets- och sekretesslagen",
)
_HOMES = [None, Home("2025:400"), Home("2025:400", Numeral(12)), Home("2018:1197"), Home("1900:1")]


def dice_of(seed: int) -> random.Random:
    return random.Random(seed)


def soup(seed: int) -> str:
    dice = dice_of(seed)
    pieces = (dice.choice(_PIECES) for _ in range(dice.randrange(1, 60)))
    return "".join(piece + dice.choice([" ", " ", " ", "", "\n", "  "]) for piece in pieces)


def characters(seed: int) -> str:
    dice = dice_of(seed)
    signs = "§kapKAP123450:.,()–- \n\tabiåäöSoLF\u00ad\u0301\u200d#*|[]{}<>&;\x00\ud800"
    return "".join(dice.choice(signs) for _ in range(dice.randrange(1, 200)))


def assert_sound(text: str, found: tuple[Citation, ...]) -> None:
    end = 0
    for citation in found:
        assert end <= citation.start < citation.end <= len(text)
        end = citation.end
        inner = citation.start
        for provision in citation.provisions:
            assert inner <= provision.start < provision.end <= citation.end
            inner = provision.end
        if citation.act_span is not None:
            assert 0 <= citation.act_span[0] < citation.act_span[1] <= len(text)
        assert citation.act is None or citation.act == citation.candidates[0]
        assert citation.provisions or citation.act is not None


@pytest.mark.parametrize("make", [soup, characters])
@pytest.mark.parametrize("batch", range(10))
def test_any_text_gives_sound_citations(make: Callable[[int], str], batch: int) -> None:
    for seed in range(batch * 200, batch * 200 + 200):
        text = make(seed)
        home = _HOMES[seed % len(_HOMES)]
        found = find_citations(text, ACTS, home)
        assert_sound(text, found)
        assert find_citations(text, ACTS, home) == found


def read_again(text: str, acts: Acts = ACTS) -> Citation:
    (citation,) = find_citations(text, acts)
    assert (citation.start, citation.end) == (0, len(text))
    return citation


def assert_stable(cited: Citation | Reference) -> None:
    written = format_citation(cited)
    again = read_again(written)
    assert again.reference == (cited.reference if isinstance(cited, Citation) else cited)
    assert format_citation(again) == written


def test_canonical_form_of_what_is_found_is_stable() -> None:
    texts = [case[0] for case in CITING] + [soup(seed) for seed in range(2000)]
    found = [citation for text in texts for citation in find_citations(text, ACTS)]
    assert len(found) > 3000
    for citation in found:
        assert_stable(citation)


def numeral(dice: random.Random, letters: str = "abcdefghij") -> Numeral:
    return Numeral(dice.randrange(1, 99), dice.choice(letters) if dice.random() < 0.3 else "")


def run(dice: random.Random) -> tuple[Numeral, Numeral | None]:
    first = numeral(dice)
    return first, Numeral(first.number + dice.randrange(1, 9)) if dice.random() < 0.3 else None


def random_part(dice: random.Random) -> tuple[Part, ...]:
    stycke = dice.choice([None, 1, 2, 3, 12, 14, LAST])
    if dice.random() < 0.3:
        return (Part(stycke, mening=dice.choice([1, 2, LAST])),)
    if stycke is not None and dice.random() < 0.4:
        return (Part(stycke),)
    return tuple(Part(stycke, *run(dice)) for _ in range(dice.randrange(1, 3)))


def random_number(dice: random.Random, *, chaptered: bool) -> ProvisionNumber:
    chapter = numeral(dice) if chaptered else None
    if chaptered and dice.random() < 0.2:
        return ProvisionNumber(chapter, Numeral(chapter.number + 2) if chapter and dice.random() < 0.4 else None)
    paragraf, last = run(dice)
    parts = random_part(dice) if dice.random() < 0.4 else ()
    return ProvisionNumber(chapter, None, paragraf, last, parts=parts)


def random_article(dice: random.Random) -> ProvisionNumber:
    article, last = run(dice)
    if last is not None or article.letter or dice.random() < 0.5:
        return ProvisionNumber(None, None, article, last, Unit.ARTIKEL)
    punkt = dice.randrange(1, 9)
    letters = dice.sample("abcdefgh", dice.randrange(1, 4)) if dice.random() < 0.5 else [""]
    return ProvisionNumber(
        None, None, article, None, Unit.ARTIKEL, tuple(Part(punkt=Numeral(punkt, x)) for x in letters)
    )


def random_reference(seed: int) -> Reference:
    dice = dice_of(seed)
    if dice.random() < 0.2:
        act = dice.choice(["2018:1197", "EU 2016/679"])
        numbers = tuple(random_article(dice) for _ in range(dice.randrange(1, 4)))
    else:
        act = dice.choice([act.number for act in ACTS.acts if act.number not in {"2018:1197", "EU 2016/679"}])
        chaptered = act != "2017:900" and dice.random() < 0.8
        numbers = tuple(random_number(dice, chaptered=chaptered) for _ in range(dice.randrange(0, 4)))
    known = ACTS.get(act)
    return Reference(act, known.name if known else None, numbers)


def test_canonical_form_of_any_reference_is_read_back() -> None:
    for seed in range(3000):
        assert_stable(random_reference(seed))


@pytest.mark.parametrize("text", [case[0] for case in CITING] + LOOK_ALIKES)
def test_surrounding_prose_changes_nothing(text: str) -> None:
    before, after = "Det här är en rad prosa utan lagrum.\n\n", "\n\nOch här är en till."
    found = find_citations(text, ACTS)
    moved = find_citations(before + text + after, ACTS)
    assert [(c.start - len(before), c.end - len(before), c.reference) for c in moved] == [
        (c.start, c.end, c.reference) for c in found
    ]


def calls(text: str) -> int:
    """How many functions of Python and C one search calls: steps that do not depend on the machine."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        find_citations(text, ACTS)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "1, ",
        "1 § ",
        "1 kap. ",
        "1 kap. 1, ",
        "§ 1 ",
        "12:4, ",
        "SoL 12:4 ",
        "4 § första stycket 1, ",
        "lagen om ",
        "lagen (2001:454) om ",
        "socialtjänstlagen (",
        "följande bestämmelser i FL ",
        "artikel 1.4 a, ",
        "4 § i den nya gamla ",
        "Ordet 4 § SoL står här. ",
        "\n- 4 §\n\n",
        "a-",
        "1 a-",
        "SoL ",
        "4 §. ",
        "fo\u0308r\u00ad",
        "(((( ",
        "och eller samt ",
    ],
)
def test_steps_grow_as_the_text_does(unit: str) -> None:
    calls(unit * 50)  # first uses prepare look-ups
    small, large = calls("4 § " + unit * 200), calls("4 § " + unit * 1600)
    assert large < 8 * small * 1.15 + 500


def test_prose_without_law_is_not_read_closely() -> None:
    prose = "Nämnden går igenom ärendet tillsammans med den enskilde och skriver ner vad ni kom fram till. " * 400
    assert calls(prose) < 200


def patterns() -> Iterator[re.Pattern[str]]:
    for module in pkgutil.iter_modules(citations.__path__, f"{citations.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            for found in value if isinstance(value, tuple) else (value,):
                if isinstance(found, re.Pattern):
                    yield found


def unbounded_depth(tree: Any) -> int:
    """How many repetitions without an upper limit lie within each other."""
    deepest = 0
    for operation, arguments in tree:
        parts = [part for part in (arguments if isinstance(arguments, tuple) else (arguments,)) if part is not None]
        below = max((unbounded_depth(part) for part in flatten(parts)), default=0)
        own = str(operation) in {"MAX_REPEAT", "MIN_REPEAT"} and str(arguments[1]) == "MAXREPEAT"
        deepest = max(deepest, below + own)
    return deepest


def flatten(parts: Iterable[Any]) -> Iterator[Any]:
    for part in parts:
        if isinstance(part, SubPattern):
            yield part
        elif isinstance(part, list):
            yield from flatten(part)


def test_no_pattern_nests_one_repetition_in_another() -> None:
    found = set(patterns())
    assert len(found) > 15
    assert {pattern.pattern for pattern in found if unbounded_depth(parse(pattern.pattern, pattern.flags)) > 1} == set()
    assert unbounded_depth(parse("(?:a+b)*")) == 2
