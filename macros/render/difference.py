"""The difference between two texts: what was added and taken away, word by word, in blocks that belong together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

from macros.render.text_blocks import Block, BlockKind

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.45  # share of words in common from which a block is another one's new wording rather than a new block


class Change(Enum):
    """What happened to some words, by the Swedish word that marks it."""

    KEPT = "oförändrat"
    ADDED = "tillagt"
    REMOVED = "borttaget"


@dataclass(frozen=True)
class Piece:
    """Some words and what happened to them."""

    change: Change
    text: str


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class BlockChange:
    """A block that changed: what it is, where it stands, and each of its parts in pieces."""

    change: Change
    kind: BlockKind
    section: str
    labels: tuple[str, ...]
    parts: tuple[Pieces, ...]


def before(pieces: Pieces) -> str:
    """The words as they were."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.ADDED)


def after(pieces: Pieces) -> str:
    """The words as they became."""
    return "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED)


def word_difference(old: str, new: str) -> Pieces:
    """The two texts in one, in pieces. Equal texts give one kept piece, or none when they are empty."""
    one, two = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(one[i:j])))
            continue
        pieces += [Piece(Change.REMOVED, "".join(one[i:j]))] if i < j else []
        pieces += [Piece(Change.ADDED, "".join(two[k:m]))] if k < m else []
    return tuple(_joined(pieces))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Changes with nothing but white space between them as one change: easier to read."""
    position = 0
    while position < len(pieces):
        run, end = [pieces[position]], position + 1
        while pieces[position].change is not Change.KEPT and end < len(pieces):
            is_gap = pieces[end].change is Change.KEPT and not pieces[end].text.strip() and end + 1 < len(pieces)
            if pieces[end].change is Change.KEPT and not is_gap:
                break
            run.append(pieces[end])
            end += 1
        if len(run) > 1:
            removed, added = before(tuple(run)), after(tuple(run))
            yield from (Piece(c, t) for c, t in ((Change.REMOVED, removed), (Change.ADDED, added)) if t)
        else:
            yield run[0]
        position = end


def differences(old: Sequence[Block], new: Sequence[Block]) -> tuple[BlockChange, ...]:
    """What changed between two texts, in reading order. Equal texts give nothing."""
    one, two = [block.key for block in old], [block.key for block in new]
    found: list[BlockChange] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _region(old[i:j], new[k:m])
    return tuple(found)


def _region(old: Sequence[Block], new: Sequence[Block]) -> Iterator[BlockChange]:
    """A stretch where nothing is equal: blocks that are alike belong together, the rest came or went."""
    i = k = 0
    for pair_old, pair_new in (*_pairs(old, new), (len(old), len(new))):
        yield from (_whole(Change.REMOVED, block) for block in old[i:pair_old])
        yield from (_whole(Change.ADDED, block) for block in new[k:pair_new])
        if pair_old < len(old):
            yield _reworded(old[pair_old], new[pair_new])
        i, k = pair_old + 1, pair_new + 1


def _whole(change: Change, block: Block) -> BlockChange:
    parts = tuple((Piece(change, part),) if part else () for part in block.parts)
    return BlockChange(change, block.kind, block.section, block.labels, parts)


def _reworded(old: Block, new: Block) -> BlockChange:
    cells = _cells_together(old, new)
    parts = tuple(word_difference(was, is_now) for _, was, is_now in cells)
    return BlockChange(Change.KEPT, new.kind, new.section, tuple(label for label, _, _ in cells), parts)


def _cells_together(old: Block, new: Block) -> list[tuple[str, str, str]]:
    """Label, old and new text of each part. In a table whose columns changed, a cell belongs to its column's name."""
    if old.labels == new.labels and len(old.parts) == len(new.parts):
        return list(zip_longest(new.labels, old.parts, new.parts, fillvalue=""))
    was, is_now = (dict(zip(block.labels, block.parts, strict=False)) for block in (old, new))
    return [(label, was.get(label, ""), is_now.get(label, "")) for label in dict.fromkeys((*is_now, *was))]


def _pairs(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[int, int]]:
    """The places of blocks that are versions of each other: the most alike in all, in the order of both texts."""
    bags_old, bags_new = [_bag(block) for block in old], [_bag(block) for block in new]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            alike = _likeness(old[i], new[k], bags_old[i], bags_new[k])
            best[i][k] = max(best[i + 1][k], best[i][k + 1], alike + best[i + 1][k + 1] if alike else 0.0)
    pairs, i, k = [], 0, 0
    while i < len(old) and k < len(new):
        alike = _likeness(old[i], new[k], bags_old[i], bags_new[k])
        if alike and best[i][k] == alike + best[i + 1][k + 1]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return pairs


def _likeness(old: Block, new: Block, bag_old: Counter[str], bag_new: Counter[str]) -> float:
    """Share of words in common (Dice), or 0 when the blocks cannot be versions of each other."""
    if old.kind is not new.kind or old.labels[:1] != new.labels[:1]:
        return 0.0
    total = bag_old.total() + bag_new.total()
    share = 2 * (bag_old & bag_new).total() / total if total else 0.0
    return share if share >= _ALIKE else 0.0


def _bag(block: Block) -> Counter[str]:
    return Counter(word.casefold() for part in block.parts for word in re.findall(r"\w+", part))
