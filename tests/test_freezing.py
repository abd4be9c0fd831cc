"""`handbok frys`: everything or nothing, once, and readable afterwards without a live macro."""

import hashlib
import os
import re
import threading
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from macros.model.edition import Edition
from macros.sources import archive
from macros.sources.archive import AlreadyFrozenError, NotWrittenError, write_edition
from tests.conftest import check, codes, edit
from tests.model.test_edition import edition

Run = Callable[..., CompletedProcess[str]]
FREEZE = ("frys", "RUT-AAA", "--utgåva", "1.0", "--gäller-fr-o-m", "2026-11-01")
PAGE, ENTRY = "docs/arkiv/rut-aaa/1.0/index.md", "data/utgavor/RUT-AAA/1.0.yml"
DRAFT = """---
typ: arkiv
rutin: RUT-BBB
utgåva: "1990.1"
---

# Följa upp

## Lag

Läs {{ visa_lagrum("gel-4") }} och {{ visa_lagrum("exl-2-1", per="2026-11-22") }}. Se [rutinen](rut-aaa.md#steg).
"""
RETRO = ("frys", "RUT-BBB", "--utgåva", "1990.1", "--efterhand", "--gäller-t-o-m", "2009-12-31", "--ur")


def files_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def folders_of(root: Path) -> set[str]:
    return {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_dir()}


def test_frozen_page_holds_text_checklist_templates_and_law_without_macros(handbok: Run, example: Path) -> None:
    done = handbok(*FREEZE, "--beslut", "Nämnden i Exempelköping, § 7")
    assert (done.returncode, done.stderr) == (0, "")
    text = (example / PAGE).read_text(encoding="utf-8")
    assert "{{" not in text
    for words in (
        "Boka startmötet inom 10 arbetsdagar.",  # a deadline
        "insats hos Jobbhuset",  # a local name
        "CL-AAA-02 **Personen har fått säga sitt.**",
        "M-UND **Underlag inför anvisning.**",
        "**Plan för insatsen.** En plan ska finnas. | 1 januari 2020 – 31 december 2026 | ●●● säker",
        "4 § GEL, per 1 juni 2019",
        "| Beslut | Nämnden i Exempelköping, § 7 |",
    ):
        assert words in text
    assert "exclude: true" in text
    assert "RUT-CL" not in text


def test_round_trip_is_clean_and_bound_to_what_it_was_made_from(handbok: Run, example: Path) -> None:
    handbok(*FREEZE)
    assert "UTG" not in "".join(set(codes(check(example))) - {"UTG303"})
    entry = (example / ENTRY).read_text(encoding="utf-8")
    assert hashlib.sha256((example / PAGE).read_bytes()).hexdigest() in entry
    assert "fryst: 2026-11-22" in entry
    edit(example / "docs/rutiner/rut-aaa.md", "Utred samma dag.", "Utred samma vecka.")
    assert "UTG207" in codes(check(example))


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_of_the_system_are_no_change(handbok: Run, example: Path, ending: str) -> None:
    handbok(*FREEZE)
    text = (example / PAGE).read_text(encoding="utf-8")
    (example / PAGE).write_bytes(text.replace("\n", ending).encode())
    assert "UTG201" not in codes(check(example))


def test_one_word_edited_is_found(handbok: Run, example: Path) -> None:
    handbok(*FREEZE)
    edit(example / PAGE, "Utred samma dag.", "Utred samma vecka.")
    (found,) = [finding for finding in check(example) if finding.code == "UTG201"]
    assert found.place.path == PAGE
    assert found.blocks


def test_second_freeze_is_refused_and_changes_nothing(handbok: Run, example: Path) -> None:
    handbok(*FREEZE)
    files = files_of(example)
    done = handbok(*FREEZE, "--beslut", "Ett annat beslut")
    assert done.returncode == 1
    assert "finns redan" in done.stderr
    assert files_of(example) == files


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("frys", "RUT-AAA", "--utgåva", "1.1", "--gäller-fr-o-m", "2026-11-01"), "säger utgåva 1.0"),
        (("frys", "RUT-AAA", "--utgåva", "1.0", "--gäller-fr-o-m", "2026-12-01"), "gäller_fr_o_m: 2026-12-01"),
        (("frys", "RUT-AAA", "--utgåva", "ett", "--gäller-fr-o-m", "2026-11-01"), "inget utgåvenummer"),
        (("frys", "RUT-AAA", "--utgåva", "1.0"), "--gäller-fr-o-m saknas"),
        (("frys", "RUT-AAA", "--utgåva", "1.0", "--gäller-fr-o-m", "2026-02-30"), "är ingen dag"),
        ((*FREEZE, "--gäller-t-o-m", "2026-10-01"), "slutar innan den börjar"),
        ((*FREEZE, "--ersätter", "0.9"), "bara med --efterhand"),
        (("frys", "RUT-ZZZ", "--utgåva", "1.0", "--gäller-fr-o-m", "2026-11-01"), "”RUT-ZZZ” finns inte"),
        (("frys", "../../x", "--utgåva", "1.0", "--gäller-fr-o-m", "2026-11-01"), "finns inte"),
        (("frys", "RUT-BBB", "--utgåva", "0.1", "--gäller-fr-o-m", "2026-11-01"), "beslutsläge: fastställd"),
        (("frys", "RUT-BBB", "--utgåva", "1990.1", "--efterhand", "--gäller-t-o-m", "2009-12-31"), "--ur"),
        (("frys", "RUT-BBB", "--utgåva", "1990.1", "--efterhand", "--ur", "utkast.md"), "--gäller-t-o-m"),
        ((*RETRO, "utkast.md", "--beslut", "Påhittat"), "inget beslut"),
        ((*RETRO, "utkast.md", "--ersätter", "1980.1"), "1980.1 finns inte"),
        ((*RETRO[:3], "1990.2", *RETRO[4:], "utkast.md"), 'utgåva: "1990.2"'),
        ((*RETRO[:6], "2019-12-31", *RETRO[7:], "utkast.md"), "gäller redan en del av de dagarna"),
    ],
)
def test_misuse_is_said_and_nothing_is_written(
    handbok: Run, example: Path, arguments: tuple[str, ...], words: str
) -> None:
    (example / "utkast.md").write_text(DRAFT, encoding="utf-8")
    files = files_of(example)
    done = handbok(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(example) == files


def test_handbook_with_mistakes_is_not_frozen(handbok: Run, example: Path) -> None:
    edit(example / "docs/rutiner/rut-bbb.md", "ansvarig: chef", "ansvarig: ingen")
    files = files_of(example)
    done = handbok(*FREEZE)
    assert done.returncode == 1
    assert "ROL201" in done.stdout
    assert files_of(example) == files


@pytest.fixture
def unfrozen(example: Path) -> Path:
    """The example without the edition of RUT-BBB that was put together afterwards."""
    (example / "data/utgavor/RUT-BBB/2019.1.yml").unlink()
    (example / "docs/arkiv/rut-bbb/2019.1/index.md").unlink()
    return example


def test_edition_put_together_afterwards_says_so(handbok: Run, unfrozen: Path) -> None:
    example = unfrozen
    (example / "utkast.md").write_text(DRAFT, encoding="utf-8")
    assert handbok(*RETRO, "utkast.md").returncode == 0
    text = (example / "docs/arkiv/rut-bbb/1990.1/index.md").read_text(encoding="utf-8")
    assert "**Sammanställd i efterhand, ej fastställd.**" in text
    assert '<a href="../../../rutiner/rut-aaa/#steg">rutinen</a>' in text
    assert "1 januari 1991 – 31 december 2019" in text
    assert "exl-2-1-2026-11-22" in text
    assert "kommun:" not in (example / "data/utgavor/RUT-BBB/1990.1.yml").read_text(encoding="utf-8")


def test_it_can_be_corrected_by_another(handbok: Run, example: Path) -> None:
    draft = DRAFT.replace("1990.1", "2019.2")
    (example / "utkast.md").write_text(draft, encoding="utf-8")
    command = (
        "frys",
        "RUT-BBB",
        "--utgåva",
        "2019.2",
        "--efterhand",
        "--gäller-t-o-m",
        "2019-12-31",
        "--ur",
        "utkast.md",
    )
    assert handbok(*command).returncode == 2
    assert handbok(*command, "--ersätter", "2019.1").returncode == 0
    assert "UTG204" not in codes(check(example))


@pytest.mark.parametrize(
    "wrong",
    ['{{ visa_lagrum("gel-44") }}', "{{ visa_start() }}", "[bort](saknas.md)", '{{ lokalt("saknas") }}'],
)
def test_draft_that_cannot_be_resolved_is_refused(handbok: Run, unfrozen: Path, wrong: str) -> None:
    example = unfrozen
    (example / "utkast.md").write_text(DRAFT + wrong + "\n", encoding="utf-8")
    files = files_of(example)
    done = handbok(*RETRO, "utkast.md")
    assert done.returncode == 1
    assert "Inget frystes." in done.stderr
    assert files_of(example) == files


ONE = edition("2.0", rutin="RUT-CCC", gäller_fr_o_m="2026-01-01")


def write(root: Path, one: Edition = ONE, page: str = "sida\n") -> tuple[str, ...]:
    return write_edition(root, one, page, "register\n", "översikt\n")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("step", [1, 2])
def test_interruption_leaves_everything_as_it_was(
    example: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: int
) -> None:
    files, folders, calls = files_of(example), folders_of(example), list[int]()
    link = os.link

    def failing(*arguments: Path) -> None:
        calls.append(1)
        if len(calls) == step:
            raise error
        link(*arguments)

    monkeypatch.setattr(archive.os, "link", failing)
    expected = NotWrittenError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected):
        write(example)
    assert files_of(example) == files
    assert folders_of(example) == folders


def test_interruption_right_after_the_last_step_takes_only_its_own_back(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = files_of(example)
    link = os.link

    def failing(source: Path, target: Path) -> None:
        link(source, target)
        if target.name == "index.md":
            raise KeyboardInterrupt

    monkeypatch.setattr(archive.os, "link", failing)
    with pytest.raises(KeyboardInterrupt):
        write(example)
    assert files_of(example) == files


def test_two_runs_at_once_do_not_mix(example: Path) -> None:
    outcomes: list[str] = []
    start = threading.Barrier(8)

    def run(page: str) -> None:
        start.wait()
        try:
            write(example, page=page)
            outcomes.append(page)
        except AlreadyFrozenError:
            outcomes.append("")

    threads = [threading.Thread(target=run, args=(f"sida {number}\n",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [outcome for outcome in outcomes if outcome]
    assert (example / "docs/arkiv/rut-ccc/2.0/index.md").read_text(encoding="utf-8") == winner
    assert (example / "data/utgavor/RUT-CCC/2.0.yml").is_file()
    assert not list(example.glob(".handbok-frys-*"))


def test_next_edition_keeps_the_page_of_editions(example: Path) -> None:
    assert "docs/arkiv/rut-ccc/index.md" in write(example)
    overview = example / "docs/arkiv/rut-ccc/index.md"
    overview.write_text("egen text\n", encoding="utf-8")
    written = write(example, edition("2.1", rutin="RUT-CCC", gäller_fr_o_m="2026-02-01"))
    assert "docs/arkiv/rut-ccc/index.md" not in written
    assert overview.read_text(encoding="utf-8") == "egen text\n"


def test_every_link_on_a_frozen_page_leads_somewhere_on_it(handbok: Run, example: Path) -> None:
    handbok(*FREEZE)
    text = (example / PAGE).read_text(encoding="utf-8")
    targets = set(re.findall(r"\]\(#([^)]+)\)", text))
    anchors = set(re.findall(r'id="([^"]+)"|\{ #([\w-]+) \}', text))
    assert targets
    assert targets <= {one or two for one, two in anchors}
