"""What differs between two texts. Equal texts differ in nothing, and the marks give both sides back."""

import random

import pytest

from macros.render.difference import BlockChange, Change, Piece, after, before, differences, word_difference
from macros.render.difference_text import difference_html, difference_markdown
from macros.render.text_blocks import BlockKind, blocks

OLD = """# Titel

## Ansvar { #ansvar }

| Vem | Gör | Beslutar |
|---|---|---|
| [Coach](#a){ .rh-lag } | Tar emot | Inget |
| Chef | Följer upp | Allt |

## Så här gör du { #steg }

- **Ring** inom tio dagar,
  helst tidigare.
- Skriv en plan.

Vänta på [svar](../a.md#b). Fråga sedan.
"""
NEW = (
    OLD.replace("tio dagar", "fem dagar")
    .replace("Tar emot", "Tar emot och skriver")
    .replace("- Skriv en plan.\n", "- Skriv en plan.\n- Boka tolk.\n")
)


def told(old: str, new: str) -> list[str]:
    return difference_markdown(differences(blocks(old), blocks(new)))


def test_equal_texts_differ_in_nothing() -> None:
    assert differences(blocks(OLD), blocks(OLD)) == ()
    assert difference_markdown(()) == []


def test_wrapping_and_markup_are_no_difference() -> None:
    other = OLD.replace("dagar,\n  helst", "dagar, helst").replace("**Ring**", "*Ring*").replace("{ #steg }", "{ #x }")
    assert differences(blocks(OLD), blocks(other)) == ()


def test_words_items_and_cells_are_told() -> None:
    assert [line for line in told(OLD, NEW) if line] == [
        "**Ansvar**",
        "- Ändrad rad: Vem: Coach; Gör: Tar emot [tillagt: **och skriver**]",
        "**Så här gör du**",
        "- Ändrad punkt: Ring inom [borttaget: ~~tio~~] [tillagt: **fem**] dagar, helst tidigare.",
        "- Ny punkt: [tillagt: **Boka tolk.**]",
    ]


def test_column_that_goes_away_leaves_the_rows_together() -> None:
    new = "\n".join(line.rsplit("|", 2)[0] + "|" if line.startswith("|") else line for line in OLD.splitlines())
    assert [line for line in told(OLD, new) if line] == [
        "**Ansvar**",
        "- Ändrad rad: Vem: Coach; Beslutar: [borttaget: ~~Inget~~]",
        "- Ändrad rad: Vem: Chef; Beslutar: [borttaget: ~~Allt~~]",
    ]


def test_removed_row_is_told_whole() -> None:
    new = OLD.replace("| Chef | Följer upp | Allt |\n", "")
    (row,) = [line for line in told(OLD, new) if line.startswith("-")]
    assert row == (
        "- Borttagen rad: Vem: [borttaget: ~~Chef~~]; Gör: [borttaget: ~~Följer upp~~]; Beslutar: [borttaget: ~~Allt~~]"
    )


def test_html_has_signs_and_words_and_no_markup_from_the_text() -> None:
    html = difference_html(differences(blocks("Skriv <b>a</b> & b."), blocks("Skriv &lt;script&gt; & b.")))
    assert '<ins class="rh-till"><span class="rh-dold">[tillagt: </span>' in html
    assert '<del class="rh-bort"><span class="rh-dold">[borttaget: </span>' in html
    assert "<script>" not in html


def test_long_unchanged_stretch_is_cut_in_markdown_only() -> None:
    long = " ".join(f"ord{number}" for number in range(80))
    changes = differences(blocks(f"{long} gammalt {long}"), blocks(f"{long} nytt {long}"))
    (line,) = [line for line in difference_markdown(changes) if line.startswith("-")]
    assert line.startswith("- Ändrad text: … ord68 ord69")
    assert line.endswith("ord10 ord11 …")
    assert "ord79 [borttaget: ~~gammalt~~] [tillagt: **nytt**] ord0" in line
    assert "ord40" not in line
    assert "ord40" in difference_html(changes)


def scrambled(seed: int) -> tuple[str, str]:
    chance = random.Random(seed)
    words = ["Ring", "chefen", "inom", "tio", "dagar.", "|", "12 kap. 4 §,", "nej", "  ", "–", "(förslag)"]
    old = [chance.choice(words) for _ in range(chance.randrange(30))]
    new = [word for word in old if chance.random() > 0.3]
    for _ in range(chance.randrange(6)):
        new.insert(chance.randrange(len(new) + 1), chance.choice(words))
    return " ".join(old), " ".join(new)


@pytest.mark.parametrize("seed", range(200))
def test_marks_give_both_sides_back(seed: int) -> None:
    old, new = scrambled(seed)
    pieces = word_difference(old, new)
    assert (before(pieces), after(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert word_difference(old, old) == ((Piece(Change.KEPT, old),) if old else ())


def sides(changes: tuple[BlockChange, ...]) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """The blocks that the changes say were there and are there; those without words on one side are not on it."""
    told = [(tuple(map(before, c.parts)), tuple(map(after, c.parts))) for c in changes]
    return [was for was, _ in told if any(was)], [is_now for _, is_now in told if any(is_now)]


@pytest.mark.parametrize("seed", range(60))
def test_changed_blocks_give_both_texts_back(seed: int) -> None:
    chance = random.Random(seed)
    lines = [f"- {scrambled(seed * 100 + number)[0].replace('|', '')} slut" for number in range(12)]
    new = [line for line in lines if chance.random() > 0.2]
    new = [line.replace("chefen", "coachen") if chance.random() > 0.5 else line for line in new]
    one, two = blocks("\n".join(lines)), blocks("\n".join(new))
    was, is_now = sides(differences(one, two))
    kept = [block.parts for block in one]
    for parts in was:
        kept.remove(parts)
    assert sorted(kept + is_now) == sorted(block.parts for block in two)


def test_blocks_know_their_section_and_columns() -> None:
    found = blocks(OLD)
    assert [(b.kind, b.parts, b.section) for b in found[:3]] == [
        (BlockKind.HEADING, ("Titel",), ""),
        (BlockKind.HEADING, ("Ansvar",), ""),
        (BlockKind.ROW, ("Coach", "Tar emot", "Inget"), "Ansvar"),
    ]
    assert found[2].labels == ("Vem", "Gör", "Beslutar")
