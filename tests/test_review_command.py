"""`handbok granska`: the conversation, the flags, and that nothing is saved until all of it is."""

import os
import pty
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from macros.checks import load_and_check
from macros.cli import handbok
from macros.model.question import Verdict
from macros.model.review import Outcome, Receipt, ReviewState
from macros.standing import standing
from macros.swedish_click import MisuseError
from tests.conftest import ROOT, TODAY, check, edit, run_python

SAVED = "data/granskningar/RUT-AAA/2026-11-22.yml"
FLAGS = ("--roll", "redaktion", "--utfall", "oförändrad", "--svar", "text=stämmer", "--svar", "lag=inte-granskat")
TYPED = ("1", "s", "", "b", "Grunden är inte läst.", "ändras", "Läst med båda förvaltningarna.", "j")


def run(root: Path, *arguments: str, typed: Iterable[str] = (), day: str = "2026-11-22") -> Result:
    """Run `handbok granska` in this process; a mistake in how it is used is in the result's exception."""
    lines = "".join(f"{line}\n" for line in typed)
    return CliRunner().invoke(
        handbok,
        ["--mapp", str(root), "granska", *arguments],
        input=lines,
        standalone_mode=False,
        env={"HANDBOK_DATUM": day},
    )


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def saved(root: Path, path: str = SAVED) -> Receipt:
    handbook, _ = load_and_check(root, TODAY)
    assert handbook is not None
    (found,) = [receipt.value for receipt in handbook.receipts if receipt.path == path]
    return found


def test_conversation_ends_in_a_receipt_of_what_was_answered(example: Path) -> None:
    done = run(example, "RUT-AAA", typed=TYPED)
    assert (done.exception, done.return_value) == (None, 0)
    assert done.output.endswith(f"Sparade {SAVED}.\n")
    receipt = saved(example)
    assert (receipt.role, receipt.outcome, receipt.edition) == ("redaktion", Outcome.TO_BE_CHANGED, "1.0")
    assert [(answer.question, answer.verdict, answer.remark) for answer in receipt.checked] == [
        ("text", Verdict.AGREES, None),
        ("lag", Verdict.FAILS, "Grunden är inte läst."),
    ]
    assert receipt.remarks == "Läst med båda förvaltningarna."
    assert receipt.unverified == ("exl-1-2a",)


def test_saved_receipt_has_no_findings_and_makes_the_routine_current(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "- Utred samma dag.", "- Utred inom två dagar.")
    run(example, "RUT-AAA", typed=TYPED)
    assert [finding for finding in check(example) if finding.place.path.startswith("data/granskningar/RUT-AAA")] == []
    handbook, _ = load_and_check(example, TODAY)
    assert handbook is not None
    assert standing(handbook, "RUT-AAA", TODAY).state is ReviewState.CURRENT


def test_what_the_handbook_knows_is_shown_before_the_question(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "- Utred samma dag.", "- Utred inom två dagar.")
    shown = " ".join(run(example, "RUT-AAA", typed=TYPED).output.split())
    for words in (
        "RUT-AAA Anvisa till en insats, utgåva 1.0 (fastställd).",
        "Riskklass 1. Ansvarig: chef.",
        "Senaste kvittot: 2026-11-01, rollen redaktion, utfall ändrad.",
        "har ändrats sedan dess",
        "Fråga 2 av 2: lag",
        "Inte verifierade: 1 kap. 2 a § ExL.",
    ):
        assert words in shown, shown
    assert shown.index("Inte verifierade:") < shown.index("Vad brister: Grunden") < shown.index("Till sist")


def test_what_cannot_be_used_is_asked_again(example: Path) -> None:
    typed = (
        "kim",
        "chef",
        "redaktion",
        "kanske",
        "s",
        "",
        "b",
        "",
        " ",
        "Den är gammal.",
        "oförändrad",
        "ändrad",
        "",
        "j",
    )
    done = run(example, "RUT-AAA", typed=typed)
    assert done.return_value == 0
    receipt = saved(example)
    assert (receipt.role, receipt.outcome, receipt.remarks) == ("redaktion", Outcome.CHANGED, None)
    assert receipt.failures[0].remark == "Den är gammal."


def test_answers_can_be_changed_before_the_receipt_is_saved(example: Path) -> None:
    typed = (
        *TYPED[:-1],
        "text",
        "i",
        "Hann inte.",
        "utfall",
        "ändrad",
        "roll",
        "handlaggare",
        "anmärkningar",
        "Klart.",
        "j",
    )
    assert run(example, "RUT-AAA", typed=typed).return_value == 0
    receipt = saved(example)
    assert (receipt.role, receipt.outcome, receipt.remarks) == ("handlaggare", Outcome.CHANGED, "Klart.")
    assert receipt.checked[0].verdict is Verdict.NOT_REVIEWED


def test_a_name_is_stopped_before_it_is_saved_and_can_be_mended(example: Path) -> None:
    typed = (*TYPED[:-2], "Läst med Kim Exempelsson.", "j", "anmärkningar", "Läst med kollegor.", "j")
    done = run(example, "RUT-AAA", typed=typed)
    assert "PII204 fel" in done.output
    assert "Det går inte att spara förrän felen ovan är rättade." in done.output
    assert saved(example).remarks == "Läst med kollegor."


@pytest.mark.parametrize("answered", range(len(TYPED)))
def test_stopped_anywhere_it_leaves_the_handbook_as_it_was(example: Path, answered: int) -> None:
    before = contents(example)
    done = run(example, "RUT-AAA", typed=TYPED[:answered])
    assert isinstance(done.exception, click.Abort)
    assert contents(example) == before


def test_regret_at_the_end_saves_nothing(example: Path) -> None:
    before = contents(example)
    done = run(example, "RUT-AAA", typed=(*TYPED[:-1], "a"))
    assert done.return_value == 1
    assert contents(example) == before


def test_flags_alone_make_the_same_receipt_without_a_question(example: Path) -> None:
    done = run(example, "rut-aaa", *FLAGS, "--anmärkning", "Läst.", "--ja")
    assert (done.exception, done.return_value) == (None, 0)
    assert "Fråga" not in done.output
    receipt = saved(example)
    assert [answer.verdict for answer in receipt.checked] == [Verdict.AGREES, Verdict.NOT_REVIEWED]
    assert receipt.remarks == "Läst."


def test_flags_are_not_asked_for_again(example: Path) -> None:
    done = run(example, "RUT-AAA", *FLAGS[:4], "--svar", "text=brister: Steg två saknas.", typed=("s", "", "", "j"))
    assert isinstance(done.exception, MisuseError)  # a failure does not go with oförändrad, and that is said at once
    done = run(example, "RUT-AAA", *FLAGS, typed=("Läst.", "j"))
    assert done.return_value == 0
    assert "Fråga 1" not in done.output


def test_all_mistakes_are_told_at_once(example: Path) -> None:
    arguments = ["--roll", "redaktio", "--utfall", "bra", "--svar", "texten=stämmer", "--svar", "lag=brister", "--ja"]
    done = run(example, "RUT-AAA", *arguments)
    assert isinstance(done.exception, MisuseError)
    assert done.exception.message.splitlines() == [
        "Rollen ”redaktio” finns inte. Menade du ”redaktion”? Välj någon av: redaktion, handlaggare.",
        "Utfallet ”bra” finns inte. Välj oförändrad, ändras, ändrad.",
        "Frågan ”texten” finns inte. Menade du ”text”? Välj någon av: text, lag.",
        'Svaret brister på lag saknar anmärkning. Skriv --svar "lag=brister: vad som brister".',
        "Svar saknas på: text. Ange --svar fråga=svar för var och en.",
    ]


@pytest.mark.parametrize(
    ("arguments", "day", "words"),
    [
        ((), "2026-11-22", "Ange vilken rutin du granskar: RUT-AAA, RUT-BBB."),
        (("RUT-AAB",), "2026-11-22", "Rutinen ”RUT-AAB” finns inte. Menade du ”RUT-AAA”?"),
        (("RUT-AAA", "--datum", "2026-11-23"), "2026-11-22", "2026-11-23 ligger i framtiden."),
        (("RUT-AAA",), "2026-11-01", "RUT-AAA/2026-11-01.yml finns redan."),
        (("RUT-AAA",), "2026-10-01", "Det finns ett kvitto från 2026-11-01, som är senare. Stämmer datorns klocka?"),
        (("RUT-AAA", "--roll", "chef"), "2026-11-22", "Rollen ”chef” får inte granska RUT-AAA."),
        (("RUT-AAA", "--svar", "text=stämmer", "--svar", "text=brister: x"), "2026-11-22", "har två svar"),
    ],
)
def test_what_cannot_be_reviewed_is_said_before_any_question(
    example: Path, arguments: tuple[str, ...], day: str, words: str
) -> None:
    before = contents(example)
    done = run(example, *arguments, typed=TYPED, day=day)
    assert isinstance(done.exception, MisuseError)
    assert words in done.exception.message.replace("data/granskningar/", "")
    assert contents(example) == before


def test_the_role_that_adopted_is_not_offered(example: Path) -> None:
    edit(example / "docs/rutiner/rut-aaa.md", "fastställd_av: chef", "fastställd_av: redaktion")
    done = run(example, "RUT-AAA", *FLAGS, "--ja")
    assert isinstance(done.exception, MisuseError)
    assert "Rollen ”redaktion” får inte granska RUT-AAA. Välj någon av: handlaggare." in done.exception.message


def test_second_review_the_same_day_never_writes_over_the_first(example: Path) -> None:
    assert run(example, "RUT-AAA", *FLAGS, "--ja").return_value == 0
    before = contents(example)
    done = run(example, "RUT-AAA", *FLAGS, "--ja")
    assert isinstance(done.exception, MisuseError)
    assert contents(example) == before


def test_of_two_at_the_same_time_one_is_saved_and_the_other_told(example: Path) -> None:
    def start(remark: str) -> int:
        arguments = ("-m", "macros", "granska", "RUT-AAA", *FLAGS, "--anmärkning", remark, "--ja")
        return run_python(*arguments, cwd=example, HANDBOK_DATUM="2026-11-22").returncode

    with ThreadPoolExecutor() as pool:
        codes = list(pool.map(start, ("Läst av den ena.", "Läst av den andra.")))
    assert codes.count(0) == 1
    assert saved(example).remarks in {"Läst av den ena.", "Läst av den andra."}
    assert [path.name for path in (example / SAVED).parent.iterdir() if path.name.startswith(".")] == []


def test_contradiction_in_a_script_stops_before_it_is_saved(example: Path) -> None:
    before = contents(example)
    done = run(example, "RUT-AAA", "--svar", "text=inte-granskat", *FLAGS[:4], "--svar", "lag=inte-granskat", "--ja")
    assert done.return_value == 1
    assert "GRA215 fel: Kvittot svarar ”inte granskat” på alla frågor." in done.output
    assert contents(example) == before


def test_form_on_request_is_filled_in_with_what_is_known(example: Path) -> None:
    before = contents(example)
    done = run(example, "RUT-AAA", "--mall")
    assert contents(example) == before
    filled = done.output.replace("roll:", "roll: redaktion").replace("utfall:", "utfall: ändrad")
    filled = filled.replace("    svar:", "    svar: stämmer")
    assert filled.count("stämmer\n") == 2
    (example / SAVED).write_text(filled, encoding="utf-8")
    assert [finding for finding in check(example) if finding.place.path == SAVED] == []
    assert saved(example).unverified == ("exl-1-2a",)


def test_receipt_by_hand_is_judged_like_any_other(example: Path) -> None:
    form = run(example, "--mall").output
    filled = (
        form.replace("rutin:", "rutin: RUT-AAA").replace("utgåva:", 'utgåva: "1.0"').replace("dag:", "dag: 2026-11-22")
    )
    filled = filled.replace("roll:", "roll: redaktion").replace("utfall:", "utfall: ändrad")
    (example / SAVED).write_text(filled.replace("    svar:", "    svar: stämmer"), encoding="utf-8")
    (finding,) = [finding for finding in check(example) if finding.place.path == SAVED]
    assert finding.code == "GRA209"
    (example / SAVED).write_text(form, encoding="utf-8")
    assert {finding.code for finding in check(example) if finding.place.path == SAVED} == {"GRA104"}


def test_ctrl_c_in_a_terminal_leaves_no_trace(example: Path) -> None:
    before = contents(example)
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(example)
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "HANDBOK_DATUM": "2026-11-22", "TERM": "xterm"}
        os.execve(sys.executable, [sys.executable, "-m", "macros", "granska", "RUT-AAA"], settings)  # noqa: S606  our own program
    shown = read_until(terminal, "Roll:")
    os.write(terminal, b"redaktion\n")
    shown += read_until(terminal, "inte granskat):")
    # One that comes just before the program begins to wait is seen first at the next: as a person, press it again.
    shown += read_until(terminal, "Avbrutet.", meanwhile=lambda: os.kill(pid, signal.SIGINT))
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 1
    assert "Traceback" not in shown
    assert contents(example) == before


def read_until(terminal: int, words: str, meanwhile: Callable[[], None] = lambda: None) -> str:
    """What is shown up to `words`; `meanwhile` is done before, and again when nothing has come for a while."""
    shown, deadline = "", time.monotonic() + 60
    meanwhile()
    while words not in shown:
        assert time.monotonic() < deadline, shown
        if select.select([terminal], [], [], 2)[0]:
            shown += os.read(terminal, 65536).decode("utf-8", errors="replace")
        else:
            meanwhile()
    return shown
