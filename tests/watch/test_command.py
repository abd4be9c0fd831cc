"""`handbok lagbevaka` as people and pipelines run it."""

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import edit
from tests.forge import fakes
from tests.local_server import LocalServer, body, endless, in_turn, local_server, status
from tests.watch.made_up import act, changed, text_of

Handbok = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with local_server() as running:
        yield running


@pytest.fixture
def lag(tmp_path: Path) -> Path:
    folder = tmp_path / "lagtext"
    folder.mkdir()
    (folder / "2020-100.json").write_text(act(text_of()), encoding="utf-8")
    return folder / "2020-100.json"


def test_first_record_then_nothing_then_a_change(handbok: Handbok, lag: Path) -> None:
    first = handbok("lagbevaka", lag, "--skriv")
    assert (first.returncode, first.stderr) == (1, "Skrev data/lagar/exl.yml.\nSkrev data/lagbevakning/exl.yml.\n")
    assert "BEV209 varning: 1 kap. 1 § ExL har ingen tidigare läsning" in first.stdout
    again = handbok("lagbevaka", lag)
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "4 oförändrade i 1 lag.")
    lag.write_text(act(changed("Denna lag gäller", "Denna lag rör")), encoding="utf-8")
    found = handbok("lagbevaka", lag)
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    assert lines[1].startswith(
        "  data/lagar/exl.yml:22: BEV201 varning: 1 kap. 1 § ExL har ändrats. Läs den nya texten."
    )
    assert "    punkt CL-AAA-01: Behovet är antecknat (data/checklistor/CL-AAA.yml:15)" in lines
    assert found.stderr == ""


def test_folder_is_read_whole(handbok: Handbok, lag: Path) -> None:
    (lag.parent / "trasig.json").write_text('{"beteckning": ', encoding="utf-8")
    (lag.parent / "9999-1.txt").write_text("1 § En lag som inte finns i registret.", encoding="utf-8")
    (lag.parent / "1990-50.txt").write_text("4 § Den gamla lagen.", encoding="utf-8")
    (lag.parent / "bild.png").write_bytes(b"\x89PNG")
    found = handbok("lagbevaka", lag.parent)
    assert found.returncode == 1
    assert "trasig.json:1: BEV102 fel: Texten är avhuggen" in found.stdout
    assert "9999-1.txt:1: BEV103 varning: Lagen 9999:1 finns inte i registret." in found.stdout
    assert "GEL (1990:50)" in found.stdout
    assert "ExL (2020:100)" in found.stdout
    assert "bild.png" not in found.stdout


def test_empty_folder_is_loud(handbok: Handbok, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    found = handbok("lagbevaka", tmp_path / "tom")
    assert (found.returncode, "BEV101 fel: Mappen innehåller inga författningar." in found.stdout) == (1, True)


def test_two_sources_for_one_act_use_the_one_with_a_day(handbok: Handbok, lag: Path) -> None:
    (lag.parent / "2020-100.txt").write_text(text_of(), encoding="utf-8")
    found = handbok("lagbevaka", lag.parent)
    assert "2020-100.txt:1: BEV106 notis: Samma lag står i" in found.stdout
    assert "2020-100.json visar lagen den 2026-11-20" in found.stdout


def test_day_of_a_text_without_one_is_assumed_and_said(handbok: Handbok, tmp_path: Path) -> None:
    source = tmp_path / "2020-100.txt"
    source.write_text(text_of(), encoding="utf-8")
    assert "BEV107 notis: Källan säger inte vilken dag den visar." in handbok("lagbevaka", source).stdout
    found = handbok("lagbevaka", source, "--per", "2026-10-01").stdout
    assert "BEV107" not in found
    assert "visar lagen den 2026-10-01" in found


def test_one_act_only(handbok: Handbok, lag: Path, tmp_path: Path) -> None:
    nameless = tmp_path / "utan-namn.txt"
    nameless.write_text("1 kap. Inledning\n\n1 § Text.\n", encoding="utf-8")
    assert "BEV102 fel: Det går inte att se vilken lag texten hör till." in handbok("lagbevaka", nameless).stdout
    assert "ExL (2020:100)" in handbok("lagbevaka", nameless, "--lag", "exl").stdout
    other = handbok("lagbevaka", lag, "--lag", "gel")
    assert (other.returncode, "BEV103 fel: Ingen källa har lagen." in other.stdout) == (1, True)


def test_chosen_format_is_taken_at_its_word(handbok: Handbok, lag: Path) -> None:
    found = handbok("lagbevaka", lag, "--format", "riksdagen-json")
    assert (found.returncode, "BEV102 fel: Det är JSON, men ingen författning ur Riksdagens" in found.stdout) == (
        1,
        True,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Säg vad som ska läsas"),
        (("finns-inte.json",), "Källan ”finns-inte.json” finns inte."),
        (("https://127.0.0.1:1/x", "--lag", "xyz"), "Lagen ”xyz” finns inte i registret. Välj någon av: exl, gel."),
        (("https://127.0.0.1:1/x", "--format", "pdf"), "måste vara något av: auto, rkrattsbaser"),
        (("https://127.0.0.1:1/x", "--per", "i går"), "ingen dag"),
        (("https://127.0.0.1:1/x", "--ärende", "github"), "HANDBOK_PLATTFORM (eller GITHUB_API_URL)"),
    ],
)
def test_misuse_is_said_in_swedish(handbok: Handbok, arguments: tuple[str, ...], said: str) -> None:
    found = handbok("lagbevaka", *arguments)
    assert (found.returncode, found.stdout) == (2, "")
    assert said in found.stderr


def test_address_shows_the_law_of_the_day_it_is_read(handbok: Handbok, server: LocalServer) -> None:
    url = server.on("/dokument/sfs-2020-100.json", body(act(text_of())))
    found = handbok("lagbevaka", url, "--skriv")
    assert f"{url} visar lagen den 2026-11-22" in found.stdout
    assert handbok("lagbevaka", url).returncode == 0


def test_server_that_recovers_is_read(handbok: Handbok, server: LocalServer) -> None:
    url = server.on("/sfs-2020-100.json", in_turn(status(500), body(act(text_of()))))
    assert "ExL (2020:100)" in handbok("lagbevaka", url).stdout


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (status(404), "BEV101 fel: Servern svarar med felet 404."),
        (status(302, Location="http://localhost:1/lag.json"), "BEV101 fel: Servern skickar vidare till en annan värd"),
        (body("<html><h1>Underhåll</h1></html>", "text/html"), "BEV102 fel: Det är en webbsida, inte en författning."),
        (body(act(text_of())[:300]), "BEV102 fel: Texten är avhuggen: JSON slutar mitt i."),
        (body(act(text_of()).encode("latin-1")), "BEV102 fel: Texten är inte kodad som UTF-8."),
        (body(act(text_of()), "application/json; charset=klingon"), "BEV102 fel: Källan säger sig ha en teckenkodning"),
        (body(b"\xff\xfe\x00"), "BEV102 fel: Texten är inte kodad som UTF-8."),
        (body(b""), "BEV102 fel: Texten innehåller inga paragrafer."),
        (endless([]), "BEV101 fel: Svaret är större än 20 MB"),
    ],
)
def test_source_that_cannot_be_read_is_loud_and_never_unchanged(
    handbok: Handbok, server: LocalServer, answer: Callable[..., None], said: str
) -> None:
    found = handbok("lagbevaka", server.on("/sfs-2020-100.json", answer))
    assert found.returncode == 1
    assert said in found.stdout
    assert found.stdout.splitlines()[-1] == "0 oförändrade i 0 lagar. 1 fel: allt kunde inte läsas."
    assert "Traceback" not in found.stderr


def test_latin_1_is_read_when_the_server_says_so(handbok: Handbok, server: LocalServer) -> None:
    raw = act(text_of()).encode("latin-1")
    url = server.on("/sfs-2020-100.json", body(raw, "application/json; charset=iso-8859-1"))
    assert "ExL (2020:100)" in handbok("lagbevaka", url).stdout


def test_json_for_programs(handbok: Handbok, lag: Path) -> None:
    handbok("lagbevaka", lag, "--skriv")
    lag.write_text(act(changed("uppdra åt en", "uppdra åt någon")), encoding="utf-8")
    found = json.loads(handbok("lagbevaka", lag, "--utdata", "json").stdout)
    assert found["schema_version"] == 1
    assert (found["antal"]["ändrad"], found["antal"]["oförändrad"], found["inte_lästa"]) == (1, 3, ["GEL"])
    (law,) = found["lagar"]
    assert (law["lag"], law["visar"], law["till_och_med"]) == ("exl", "2026-11-20", "2026:9")
    (outcome,) = [row for row in law["bestämmelser"] if row["utfall"] != "oförändrad"]
    assert (outcome["lagrum"], outcome["fil"]) == ("exl-1-2a", "data/lagar/exl.yml")
    assert [(row["slag"], row["id"]) for row in outcome["berör"]] == [("steg", "RUT-AAA#beslut")]


def test_markdown_for_an_issue(handbok: Handbok, lag: Path) -> None:
    handbok("lagbevaka", lag, "--skriv")
    lag.write_text(act(changed("uppdra åt en", "uppdra åt någon")), encoding="utf-8")
    text = handbok("lagbevaka", lag, "--utdata", "markdown").stdout
    assert "## ExL (2020:100)\n" in text
    assert "### 1 kap. 2 a § ExL: ändrad\n" in text
    assert "- steg **RUT-AAA#beslut** Fatta beslut" in text


def test_register_that_cannot_be_read_is_not_compared(handbok: Handbok, example: Path, lag: Path) -> None:
    edit(example / "data/lagar/exl.yml", "säkerhet: trolig", "säkerhet: kanske")
    found = handbok("lagbevaka", lag)
    assert (found.returncode, "LAG105 fel" in found.stdout, "oförändrad" in found.stdout) == (1, True, False)


def test_watched_addresses_are_read_and_others_named(handbok: Handbok, example: Path) -> None:
    edit(example / "data/lagar/exl.yml", "källor:\n", "bevakas: https://127.0.0.1:1/sfs-2020-100.json\nkällor:\n")
    found = handbok("lagbevaka", "--bevakade")
    assert found.returncode == 1
    assert "https://127.0.0.1:1/sfs-2020-100.json:1: BEV101 fel: Servern tar inte emot anslutningen." in found.stdout
    assert "gick inte att läsa" in found.stdout


@pytest.fixture
def forge(server: LocalServer) -> fakes.Fake:
    fake = fakes.Fake(fakes.github)
    fake.serve(server)
    return fake


def reach(server: LocalServer) -> dict[str, str]:
    return {"HANDBOK_PLATTFORM": server.address, "GITHUB_REPOSITORY": "kommunen/handboken", "HANDBOK_NYCKEL": "hemlig"}


def test_one_issue_per_changed_act_until_nothing_is_left(
    handbok: Handbok, lag: Path, server: LocalServer, forge: fakes.Fake
) -> None:
    handbok("lagbevaka", lag, "--skriv")
    arguments = ("lagbevaka", lag, "--ärende", "github")
    assert handbok(*arguments, **reach(server)).stderr == "Ärendet för ExL (2020:100): behövs inte.\n"
    lag.write_text(act(changed("uppdra åt en", "uppdra åt någon")), encoding="utf-8")
    first = handbok(*arguments, **reach(server))
    assert (first.returncode, first.stderr) == (0, "Ärendet för ExL (2020:100): öppnat.\n")
    (issue,) = forge.issues.values()
    assert issue["title"] == "Lagbevakning: ExL (2020:100)"
    assert "1 kap. 2 a § ExL har ändrats." in issue["body"]
    assert "**RUT-AAA#beslut**" in issue["body"]
    assert "oförändrat" in handbok(*arguments, **reach(server)).stderr
    lag.write_text(act(text_of()), encoding="utf-8")
    assert "stängt" in handbok(*arguments, **reach(server)).stderr
    assert [found["state"] for found in forge.issues.values()] == ["closed"]
    assert "hemlig" not in first.stdout + first.stderr


def test_issue_stays_when_its_source_is_out_of_reach(
    handbok: Handbok, example: Path, server: LocalServer, forge: fakes.Fake
) -> None:
    edit(example / "data/lagar/exl.yml", "källor:\n", "bevakas: https://127.0.0.1:1/sfs-2020-100.json\nkällor:\n")
    found = handbok("lagbevaka", "--bevakade", "--ärende", "github", **reach(server))
    assert (found.returncode, found.stderr) == (1, "Ärendet för ExL (2020:100): öppnat.\n")
    assert "BEV101" in forge.issues[1]["body"]
    forge.change(1, body=forge.issues[1]["body"].replace("BEV101", "Det som fanns förra veckan"))
    found = handbok("lagbevaka", "--bevakade", "--ärende", "github", **reach(server))
    assert (found.returncode, found.stderr) == (1, "Ärendet för ExL (2020:100): oförändrat.\n")
    assert "förra veckan" in forge.issues[1]["body"]


def test_issue_that_cannot_be_kept_is_loud(handbok: Handbok, lag: Path, server: LocalServer) -> None:
    found = handbok("lagbevaka", lag, "--ärende", "github", **reach(server))
    assert found.returncode == 1
    assert (
        "BEV401 fel: Ärendet för ExL (2020:100) gick inte att lägga upp. Servern svarar med felet 404." in found.stderr
    )


def test_lock_of_another_run_is_loud(handbok: Handbok, example: Path, lag: Path) -> None:
    (example / "data/lagar/.skriver").touch()
    found = handbok("lagbevaka", lag, "--skriv")
    assert found.returncode == 1
    assert "BEV301 fel: En annan körning skriver just nu. Inget skrevs." in found.stderr
    assert not (example / "data/lagbevakning").exists()
