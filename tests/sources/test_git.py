"""The door to git: what happened to files that are written once, and a handbook as it stood."""

from pathlib import Path

import pytest

from macros.model.history import Altered
from macros.sources.git import GitError, UnknownRevisionError, export_revision, read_history
from tests.conftest import commit, edit, git

RECEIPT = "data/granskningar/RUT-AAA/2026-11-01.yml"
PAGE, ENTRY = "docs/arkiv/rut-aaa/0.9/index.md", "data/utgavor/RUT-AAA/0.9.yml"


@pytest.fixture
def kept(example: Path) -> Path:
    """The example under version control, committed the day after its receipt was written."""
    commit(example, "2026-11-02")
    return example


def altered(root: Path) -> list[tuple[str, Altered]]:
    history = read_history(root)
    assert history.unread is None
    return [(found.path, found.sort) for found in history.alterations]


def test_untouched_files_are_no_alteration(kept: Path) -> None:
    edit(kept / "docs/rutiner/rut-aaa.md", "Utred samma dag.", "Utred samma vecka.")
    commit(kept)
    assert altered(kept) == []


@pytest.mark.parametrize("path", [RECEIPT, PAGE, ENTRY])
@pytest.mark.parametrize("is_committed", [True, False])
def test_changed_file_is_found_before_and_after_the_commit(kept: Path, path: str, is_committed: bool) -> None:
    with (kept / path).open("a", encoding="utf-8") as file:
        file.write("# en rad till\n")
    if is_committed:
        commit(kept)
    assert altered(kept) == [(path, Altered.CHANGED)]


def test_change_that_was_taken_back_is_no_alteration(kept: Path) -> None:
    before = (kept / RECEIPT).read_bytes()
    edit(kept / RECEIPT, "utfall: ändrad", "utfall: oförändrad")
    commit(kept)
    (kept / RECEIPT).write_bytes(before)
    commit(kept)
    assert altered(kept) == []


def test_moved_date_is_found_as_a_receipt_that_is_gone(kept: Path) -> None:
    (kept / RECEIPT).rename(kept / RECEIPT.replace("11-01", "11-20"))
    commit(kept)
    assert altered(kept) == [(RECEIPT, Altered.REMOVED)]


def test_receipt_may_be_corrected_on_its_own_day(example: Path) -> None:
    commit(example, "2026-11-01")
    edit(example / RECEIPT, "utfall: ändrad", "utfall: ändras")
    commit(example, "2026-11-01")
    assert altered(example) == []
    edit(example / RECEIPT, "utfall: ändras", "utfall: oförändrad")
    commit(example, "2026-11-03")
    assert altered(example) == [(RECEIPT, Altered.CHANGED)]


def test_last_day_may_be_added_to_an_edition(kept: Path) -> None:
    entry = kept / "data/utgavor/RUT-BBB/2019.1.yml"
    edit(entry, "gäller_t_o_m: 2019-12-31", "gäller_t_o_m: 2018-12-31")
    assert altered(kept) == []
    edit(entry, "fryst: 2026-11-22", "fryst: 2026-11-21")
    assert altered(kept) == [("data/utgavor/RUT-BBB/2019.1.yml", Altered.CHANGED)]


def test_pages_of_the_archive_itself_may_change(kept: Path) -> None:
    edit(kept / "docs/arkiv/index.md", "# Arkiv", "# Arkivet")
    commit(kept)
    assert altered(kept) == []


def test_file_name_with_swedish_letters_is_read(kept: Path) -> None:
    odd = kept / "docs/arkiv/rut-aaa/0.9/över.md"
    odd.write_text("text\n", encoding="utf-8")
    commit(kept)
    odd.write_text("annat\n", encoding="utf-8")
    assert altered(kept) == [("docs/arkiv/rut-aaa/0.9/över.md", Altered.CHANGED)]


def test_no_repository_is_said(example: Path) -> None:
    assert read_history(example).unread == "Mappen är inte roten i ett git-förråd."


def test_repository_without_commits_is_said(example: Path) -> None:
    git(example, "init", "-q")
    assert read_history(example).unread is not None


def test_shallow_clone_is_said(kept: Path, tmp_path: Path) -> None:
    edit(kept / RECEIPT, "utfall: ändrad", "utfall: ändras")
    commit(kept)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", "grund")
    history = read_history(tmp_path / "grund")
    assert (history.alterations, history.unread) == ((), "Bara en del av versionshistoriken är hämtad.")


def test_missing_git_is_said(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(kept))
    assert read_history(kept).unread == "Git gick inte att köra."


def test_revision_is_written_as_it_stood(kept: Path, tmp_path: Path) -> None:
    edit(kept / "docs/rutiner/rut-aaa.md", "Utred samma dag.", "Utred samma vecka.")
    commit(kept)
    assert len(export_revision(kept, "HEAD~1", tmp_path)) == 40
    assert "Utred samma dag." in (tmp_path / "docs/rutiner/rut-aaa.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("revision", ["finns-inte", "--output=x", "", "HEAD~99", "HEAD:docs"])
def test_unknown_revision_is_refused(kept: Path, tmp_path: Path, revision: str) -> None:
    with pytest.raises(UnknownRevisionError, match="varken en mapp eller en revision"):
        export_revision(kept, revision, tmp_path)


def test_revision_without_a_handbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fil.txt").write_text("a", encoding="utf-8")
    commit(tmp_path)
    with pytest.raises(GitError, match="innehåller ingen handbok"):
        export_revision(tmp_path, "HEAD", tmp_path / "ut")


def test_day_of_each_files_latest_commit_is_known(kept: Path) -> None:
    page = "docs/rutiner/rut-aaa.md"
    assert read_history(kept).changed_on[page] == "2026-11-02"
    edit(kept / page, "Utred samma dag.", "Utred samma vecka.")
    commit(kept, "2026-11-20")
    days = read_history(kept).changed_on
    assert (days[page], days["docs/rutiner/rut-bbb.md"]) == ("2026-11-20", "2026-11-02")


def test_file_that_is_changed_new_or_gone_has_no_day(kept: Path) -> None:
    edit(kept / "docs/rutiner/rut-aaa.md", "Utred samma dag.", "Utred samma vecka.")
    (kept / "docs/ny.md").write_text("ny\n", encoding="utf-8")
    (kept / "docs/rutiner/rut-bbb.md").unlink()
    days = read_history(kept).changed_on
    assert {"docs/rutiner/rut-aaa.md", "docs/ny.md", "docs/rutiner/rut-bbb.md"} & set(days) == set()
    assert "docs/index.md" in days


def test_no_day_is_claimed_where_the_history_is_cut_off(kept: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept}", "grund")
    assert read_history(tmp_path / "grund").changed_on == {}
