from pathlib import Path

import pytest

from macros.post_build import UnfinishedPageError, finish_site
from tests.conftest import TODAY
from tests.render.small import small_handbook
from tests.render.small_follow_up import follow_up_handbook

EXPECTED = b"\xef\xbb\xbfkontroll;punkt;text;uppfyllda;granskade;g\xc3\xa4ller_inte;urval\r\nEK-01;CL-ANV-01;"


def test_each_risk_gets_a_counting_file_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    handbook = small_handbook(holdings=follow_up_handbook().holdings, pages=())
    assert finish_site(tmp_path, handbook, [], TODAY) == 6  # the risks' two files, law cards, words, status.json, feed
    assert (tmp_path / "egenkontroll" / "EK-01.csv").read_bytes().startswith(EXPECTED)
    assert finish_site(tmp_path, handbook, [], TODAY) == 0


def test_without_risks_no_folder_is_made(tmp_path: Path) -> None:
    finish_site(tmp_path, small_handbook(pages=()), [], TODAY)
    assert not (tmp_path / "egenkontroll").exists()


def test_a_page_that_was_not_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnfinishedPageError, match=r"cl-anv.index\.html"):
        finish_site(tmp_path, small_handbook(), [], TODAY)


def test_numbers_of_paragraphs_are_put_in_the_search_index_once(tmp_path: Path) -> None:
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    index.write_text('{"config":{"fields":{}},"docs":[{"title":"4 kap. 4 §","text":"","location":"a/"}]}', "utf-8")
    assert finish_site(tmp_path, small_handbook(pages=()), [], TODAY) == 5  # and law cards, words, status.json, feed
    assert '"rubriknr":"p4x4"' in index.read_text(encoding="utf-8")
    assert finish_site(tmp_path, small_handbook(pages=()), [], TODAY) == 0


@pytest.mark.parametrize("text", ["{", "[]", '{"config":{}}', '{"config":{"fields":{}},"docs":[{"title":"x"}]}'])
def test_a_search_index_of_another_form_is_named(tmp_path: Path, text: str) -> None:
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    index.write_text(text, "utf-8")
    with pytest.raises(UnfinishedPageError, match="sökindexet gick inte att läsa"):
        finish_site(tmp_path, small_handbook(pages=()), [], TODAY)
