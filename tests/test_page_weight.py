from pathlib import Path

import pytest

from macros.page_weight import MissingPartError, lighten

LINKS = '<link rel="stylesheet" href="{0}assets/a.css">\n<link rel="stylesheet" href="{0}assets/b.css">\n'
BODY = '<p class="a b">x</p>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "sida").mkdir()
    for name in "ab":
        (tmp_path / "assets" / f"{name}.css").write_text(f".{name} {{ top: 0 }}\n", "utf-8")
    (tmp_path / "index.html").write_text(LINKS.format("") + BODY, "utf-8")
    (tmp_path / "sida" / "index.html").write_text(LINKS.format("../") + BODY, "utf-8")
    return tmp_path


def test_pages_share_one_file_and_a_second_run_changes_nothing(site: Path) -> None:
    assert lighten(site) == 2
    (made,) = site.glob("assets/paket/handbok.*.min.css")
    assert made.read_text("utf-8") == '@charset "UTF-8";.a{top: 0}.b{top: 0}\n'
    for page, way in (("index.html", ""), ("sida/index.html", "../")):
        assert (site / page).read_text(
            "utf-8"
        ) == f'<link rel="stylesheet" href="{way}assets/paket/{made.name}">\n{BODY}'
    assert lighten(site) == 0


def test_a_file_that_was_not_built_is_named(site: Path) -> None:
    (site / "assets" / "b.css").unlink()
    with pytest.raises(MissingPartError, match=r"b\.css: filen saknas"):
        lighten(site)


def test_pictures_are_copied_under_a_name_that_follows_their_content(site: Path) -> None:
    (site / "assets" / "img").mkdir()
    (site / "assets" / "img" / "ikon.svg").write_text("<svg/>", "utf-8")
    (site / "404.html").write_text(
        '<link rel="icon" href="/a/assets/img/ikon.svg"><img src="assets/img/ikon.svg">', "utf-8"
    )
    lighten(site)
    (made,) = (site / "assets" / "paket").glob("ikon.*.min.svg")
    assert made.read_text("utf-8") == "<svg/>"
    address = f"assets/paket/{made.name}"
    assert (site / "404.html").read_text("utf-8") == f'<link rel="icon" href="/a/{address}"><img src="{address}">'
    assert lighten(site) == 0
