from pathlib import Path

import pytest

from macros.page_weight import MissingPartError, lighten

LINKS = '<link rel="stylesheet" href="{0}assets/a.css">\n<link rel="stylesheet" href="{0}assets/b.css">\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "sida").mkdir()
    for name in "ab":
        (tmp_path / "assets" / f"{name}.css").write_text(f".{name} {{ top: 0 }}\n", "utf-8")
    (tmp_path / "index.html").write_text(LINKS.format(""), "utf-8")
    (tmp_path / "sida" / "index.html").write_text(LINKS.format("../"), "utf-8")
    return tmp_path


def test_pages_share_one_file_and_a_second_run_changes_nothing(site: Path) -> None:
    assert lighten(site) == 2
    (made,) = site.glob("assets/paket/handbok.*.min.css")
    assert made.read_text("utf-8") == '@charset "UTF-8";.a{top: 0}.b{top: 0}\n'
    for page, way in (("index.html", ""), ("sida/index.html", "../")):
        assert (site / page).read_text("utf-8") == f'<link rel="stylesheet" href="{way}assets/paket/{made.name}">\n'
    assert lighten(site) == 0


def test_a_file_that_was_not_built_is_named(site: Path) -> None:
    (site / "assets" / "b.css").unlink()
    with pytest.raises(MissingPartError, match=r"b\.css: filen saknas"):
        lighten(site)
