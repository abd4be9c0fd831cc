"""What changes the fingerprint of a routine, and what does not."""

from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.fingerprint import normalised
from tests.conftest import TODAY, edit

ROUTINE = "docs/rutiner/rut-aaa.md"


def fingerprint(root: Path) -> str:
    handbook, _ = load_and_check(root, TODAY)
    assert handbook is not None
    return handbook.fingerprint("RUT-AAA")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ROUTINE, "- Utred samma dag.", "- Utred inom två dagar."),
        (ROUTINE, "dokumenteras: Journalen", "dokumenteras: Akten"),
        (ROUTINE, "riskklass: 1", "riskklass: 2"),
        ("data/checklistor/CL-AAA.yml", "Ingen ska överraskas", "Ingen får överraskas"),
        ("data/mallar/M-UND.yml", "titel: ", "titel: Nytt "),
        ("data/lagar/exl.yml", "Lagen gäller stöd i Exempelköping.", "Lagen gäller allt stöd i Exempelköping."),
        ("data/lagar/exl.yml", "t_o_m: 2026-12-31", "t_o_m: 2026-12-30"),
        ("data/lagar/gel.yml", "Lagen gällde stöd", "Lagen gällde bara stöd"),
    ],
)
def test_what_a_review_covers_changes_it(example: Path, path: str, old: str, new: str) -> None:
    before = fingerprint(example)
    edit(example / path, old, new)
    assert fingerprint(example) != before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ROUTINE, "- Utred samma dag.", "- Utred  samma\n  dag."),
        (ROUTINE, "- Utred samma dag.", "<!-- så\nvar det -->\n- Utred samma dag."),
        (ROUTINE, "riskklass: 1\nansvarig: chef", "ansvarig: chef  # inte någon annan\nriskklass: 1"),
        (ROUTINE, 'utgåva: "1.0"', 'utgåva: "1.1"'),
        (ROUTINE, "gäller_fr_o_m: 2026-11-01", "gäller_fr_o_m: 2026-11-02"),
        ("data/lagar/exl.yml", "säkerhet: trolig", "säkerhet: säker"),
        ("data/lagar/exl.yml", "kontrollerad: 2026-01-10", "kontrollerad: 2026-11-10"),
        ("data/kommuner/exempelkoping.yml", "namn: ", "namn: Nya "),
        ("docs/rutiner/rut-bbb.md", "# ", "# Ny "),
    ],
)
def test_what_it_does_not_cover_leaves_it(example: Path, path: str, old: str, new: str) -> None:
    before = fingerprint(example)
    edit(example / path, old, new)
    assert fingerprint(example) == before


def test_it_is_the_same_every_time_and_differs_between_routines(example: Path) -> None:
    handbook, _ = load_and_check(example, TODAY)
    assert handbook is not None
    assert handbook.fingerprint("RUT-AAA") == fingerprint(example)
    assert len({handbook.fingerprint(routine) for routine in handbook.routines}) == len(handbook.routines)


def test_an_unknown_routine_has_none(example: Path) -> None:
    handbook, _ = load_and_check(example, TODAY)
    assert handbook is not None
    with pytest.raises(KeyError):
        handbook.fingerprint("RUT-QQQ")


def test_white_space_and_comments_are_squeezed() -> None:
    assert normalised(" a \n\n b<!-- x\n y -->c\td ") == "a b c d"
