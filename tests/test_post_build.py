from pathlib import Path

import pytest

from macros.post_build import UnfinishedPageError, finish_site
from tests.conftest import TODAY
from tests.render.small import small_handbook
from tests.render.small_follow_up import follow_up_handbook

EXPECTED = b"\xef\xbb\xbfkontroll;punkt;text;uppfyllda;granskade;g\xc3\xa4ller_inte;urval\r\nEK-01;CL-ANV-01;"


def test_each_risk_gets_a_counting_file_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    handbook = small_handbook(holdings=follow_up_handbook().holdings, pages=())
    # the risks' two files, law cards, words, status.json, the feed, the search
    assert finish_site(tmp_path, handbook, [], TODAY) == 7
    assert (tmp_path / "egenkontroll" / "EK-01.csv").read_bytes().startswith(EXPECTED)
    assert finish_site(tmp_path, handbook, [], TODAY) == 0


def test_without_risks_no_folder_is_made(tmp_path: Path) -> None:
    finish_site(tmp_path, small_handbook(pages=()), [], TODAY)
    assert not (tmp_path / "egenkontroll").exists()


def test_a_page_that_was_not_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnfinishedPageError, match=r"cl-anv.index\.html"):
        finish_site(tmp_path, small_handbook(), [], TODAY)


def test_the_search_is_made_of_the_finished_pages_and_an_older_index_is_thrown_away(tmp_path: Path) -> None:
    handbook = small_handbook(pages=())
    older = tmp_path / "sok" / "0123456789ab" / "ord0.js"
    older.parent.mkdir(parents=True)
    older.write_text("rhSok.ord(0,[]);", "utf-8")
    (tmp_path / "sok" / "index.html").write_text("sidan", "utf-8")
    finish_site(tmp_path, handbook, [], TODAY)
    assert (tmp_path / "sok" / "katalog.js").read_text("utf-8").startswith("rhSok.katalog(")
    assert not older.exists()
    assert (tmp_path / "sok" / "index.html").read_text("utf-8") == "sidan"
