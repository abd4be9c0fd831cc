"""Citations in their canonical Swedish form: `12 kap. 3 och 4 §§ socialtjänstlagen (2025:400)`."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from macros.model.citations.citation import Citation, CitedProvision, Reference
from macros.model.citations.numbers import LAST, Numeral, Part, ProvisionNumber, Unit
from macros.model.citations.vocabulary import HEADS, ORDINALS

_ORDINALS = {number: word for word, number in ORDINALS.items()} | {LAST: LAST}


def format_citation(cited: Citation | Reference | CitedProvision | ProvisionNumber) -> str:
    """The canonical form. Reading it gives the same reference back, and formatting that the same text.

    The act is written with its number whenever it is known, also where the citation inherited it.
    """
    if isinstance(cited, CitedProvision):
        return _provisions([cited.number])
    if isinstance(cited, ProvisionNumber):
        return _provisions([cited])
    reference = cited.reference if isinstance(cited, Citation) else cited
    provisions, act = _provisions(reference.numbers), _act(reference)
    articles = any(number.unit is Unit.ARTIKEL for number in reference.numbers)
    return (" i " if articles else " ").join(filter(None, (provisions, act)))


def _act(reference: Reference) -> str:
    if reference.act is None:
        return reference.act_name or ""
    series, _, number = reference.act.rpartition(" ")
    if series == "EU":
        return f"{_eu_kind(reference.act_name)}(EU) {number}"
    if series:
        return reference.act
    head, _, rest = (reference.act_name or "").partition(" ")
    if head in HEADS and rest:
        return f"{head} ({number}) {rest}"
    return f"{reference.act_name} ({number})" if reference.act_name else f"SFS {number}"


def _eu_kind(name: str | None) -> str:
    if name is None:
        return ""
    return "direktiv " if name.startswith("direktiv") else "förordning "


def _provisions(numbers: Sequence[ProvisionNumber]) -> str:
    if numbers and numbers[0].unit is Unit.ARTIKEL:
        word = "artikel" if len(numbers) == 1 else "artiklarna"
        return f"{word} {_listed([_article(number) for number in numbers])}"
    groups = list(_groups(numbers))
    text = ""
    for index, group in enumerate(groups):
        if index:
            text += _separator(groups[index - 1], last=index == len(groups) - 1)
        text += _group(group)
    return text


def _groups(numbers: Sequence[ProvisionNumber]) -> Iterable[list[ProvisionNumber]]:
    """Provisions that share a chapter and a sign; only the last of them may have parts."""
    group: list[ProvisionNumber] = []
    for number in numbers:
        if group and not _joins(group[-1], number):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _joins(one: ProvisionNumber, other: ProvisionNumber) -> bool:
    if (one.paragraf is None) is not (other.paragraf is None) or one.parts:
        return False
    return one.paragraf is None or (one.chapter, one.last_chapter) == (other.chapter, other.last_chapter)


def _separator(group: list[ProvisionNumber], *, last: bool) -> str:
    """What stands after a group: `samt` where a punkt would otherwise run into the next number."""
    parts = group[-1].parts
    if parts and parts[-1].punkt is not None:
        return " samt "
    return " och " if last else ", "


def _group(numbers: list[ProvisionNumber]) -> str:
    first, last = numbers[0], numbers[-1]
    if first.paragraf is None:
        return f"{_listed([_run(number.chapter, number.last_chapter) for number in numbers])} kap."
    chapter = f"{first.chapter} kap. " if first.chapter is not None else ""
    sign = "§" if len(numbers) == 1 and last.last_paragraf is None else "§§"
    paragrafer = _listed([_run(number.paragraf, number.last_paragraf) for number in numbers])
    return " ".join(filter(None, (f"{chapter}{paragrafer} {sign}", _parts(last.parts))))


def _parts(parts: tuple[Part, ...]) -> str:
    texts = [_same_stycke(list(same)) for _, same in groupby(parts, key=lambda part: (part.stycke, part.mening))]
    return _listed(texts)


def _same_stycke(parts: list[Part]) -> str:
    part = parts[0]
    words = []
    if part.stycke is not None:
        words.append(f"{_ORDINALS[part.stycke]} stycket" if part.stycke in _ORDINALS else f"{part.stycke} st.")
    if part.mening is not None:
        words.append(f"{_ORDINALS[part.mening]} meningen")
    if part.punkt is not None:
        words.append(_listed([_punkter(part) for part in parts]))
    return " ".join(words)


def _punkter(part: Part) -> str:
    return _close_i(_run(part.punkt, part.last_punkt))


def _close_i(number: str) -> str:
    """An `i` close to its number where no sign follows, lest it be read as the preposition."""
    return number.replace(" i", "i")


def _article(number: ProvisionNumber) -> str:
    article = _close_i(_run(number.paragraf, number.last_paragraf))
    if not number.parts:
        return article
    letters = [part.punkt.letter for part in number.parts if part.punkt is not None]
    punkt = number.parts[0].punkt
    return f"{article}.{punkt.number} {_listed(letters)}".rstrip() if punkt is not None else article


def _run(first: Numeral | None, last: Numeral | None) -> str:
    return "–".join(str(numeral) for numeral in (first, last) if numeral is not None)


def _listed(texts: Sequence[str]) -> str:
    """`1`, `1 och 2`, `1, 2 och 3`."""
    return " och ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else ""
