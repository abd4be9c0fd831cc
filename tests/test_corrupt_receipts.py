"""A receipt that cannot be trusted is one clear finding and never counts as a review."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks import load_and_check
from macros.model.review import ReviewState
from macros.standing import standing
from tests.conftest import TODAY

OLD = Path("data/granskningar/RUT-AAA/2026-11-01.yml")
NEW = Path("data/granskningar/RUT-AAA/2026-11-20.yml")


def good(root: Path) -> str:
    return (root / OLD).read_text(encoding="utf-8").replace("2026-11-01", "2026-11-20")


def corrupted(text: str) -> dict[str, tuple[str, bytes]]:
    """What may happen to a receipt, and the code of its finding."""
    return {
        "empty": ("GRA101", b""),
        "only comments": ("GRA101", b"# Kvitto\n"),
        "binary": ("GRA101", bytes(range(256))),
        "null bytes": ("GRA101", b"\x00" * 400),
        "other encoding": ("GRA101", text.encode("utf-16")),
        "latin-1": ("GRA101", text.encode("latin-1")),
        "cut in a quotation": ("GRA101", text[: text.index('"1.0"') + 3].encode()),
        "cut before the outcome": ("GRA104", text[: text.index("utfall")].encode()),
        "merge conflict": ("GRA101", f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> gren\n".encode()),
        "old form": (
            "GRA105",
            text.replace("{fråga: text, svar: stämmer, anmärkning: Att stegen stämmer.}", "Allt.").encode(),
        ),
        "another day": ("GRA106", text.replace("dag: 2026-11-20", "dag: 2026-11-19").encode()),
        "another routine": ("GRA106", text.replace("RUT-AAA\nutgåva", "RUT-BBB\nutgåva").encode()),
        "impossible day": ("GRA101", text.replace("dag: 2026-11-20", "dag: 2026-11-31").encode()),
        "list": ("GRA101", b"- rutin: RUT-AAA\n"),
    }


KINDS = sorted(corrupted('utgåva: "1.0" utfall'))


@pytest.mark.parametrize("kind", KINDS)
def test_corrupt_receipt_is_one_finding_and_no_review(example: Path, kind: str) -> None:
    code, content = corrupted(good(example))[kind]
    assert content != good(example).encode()
    (example / NEW).write_bytes(content)
    handbook, findings = load_and_check(example, TODAY)
    assert [finding.code for finding in findings if finding.place.path == NEW.as_posix()] == [code]
    assert handbook is not None
    latest = handbook.latest_receipt("RUT-AAA", TODAY)
    assert latest is not None
    assert latest.value.day == date(2026, 11, 1)
    assert [kept.path for kept in handbook.receipts if kept.path == NEW.as_posix()] == []


@pytest.mark.parametrize("kind", KINDS)
def test_routine_whose_only_receipt_is_corrupt_is_not_reviewed(example: Path, kind: str) -> None:
    (example / NEW).write_bytes(corrupted(good(example))[kind][1])
    (example / OLD).unlink()
    handbook, findings = load_and_check(example, TODAY)
    assert handbook is not None
    assert standing(handbook, "RUT-AAA", TODAY).state is ReviewState.NEVER
    about = [finding for finding in findings if "RUT-AAA" in finding.place.path or "rut-aaa" in finding.place.path]
    assert [finding.code for finding in about if finding.blocks] == [corrupted(good_text())[kind][0]]


def good_text() -> str:
    return good(Path(__file__).parent / "exempel")


def test_folder_in_the_place_of_a_receipt_is_a_finding(example: Path) -> None:
    (example / NEW).mkdir()
    _, findings = load_and_check(example, TODAY)
    assert [finding.code for finding in findings if finding.place.path == NEW.as_posix()] == ["GRA101"]


def test_receipt_from_the_future_does_not_count_until_its_day(example: Path) -> None:
    path = NEW.with_name("2026-12-24.yml")
    text = (example / OLD).read_text(encoding="utf-8").replace("2026-11-01", "2026-12-24")
    (example / path).write_text(text, encoding="utf-8")
    handbook, findings = load_and_check(example, TODAY)
    assert [finding.code for finding in findings if finding.place.path == path.as_posix()] == ["GRA205"]
    assert handbook is not None
    due = [standing(handbook, "RUT-AAA", day).due for day in (TODAY, date(2026, 12, 23), date(2026, 12, 24))]
    assert due == [date(2027, 5, 1), date(2027, 5, 1), date(2027, 6, 24)]


def test_half_written_file_left_by_a_crash_is_no_receipt(example: Path) -> None:
    (example / NEW.with_name(".2026-11-20.yml.x1.ny")).write_text("rutin: RUT", encoding="utf-8")
    _, findings = load_and_check(example, TODAY)
    assert [finding for finding in findings if "2026-11-20" in finding.place.path] == []
