"""The statement claims what the tests do, and no more."""

import re
from collections import Counter

from macros.model.accessibility import Extent
from tests.conftest import ROOT
from tests.trials import DARK_DESKTOP, DECLARED, KINDS, LIGHT_PHONE, screens_of

MARK = re.compile(r'pytest\.mark\.prov\("([a-z0-9-]+)"\)')


def carried_out() -> set[str]:
    return {found for path in (ROOT / "tests").rglob("*.py") for found in MARK.findall(path.read_text("utf-8"))}


def test_every_declared_trial_is_carried_out_and_every_one_carried_out_is_declared() -> None:
    assert carried_out() == {trial.id for trial in DECLARED.trials}


def test_every_section_of_the_site_and_the_missing_page_stand_among_the_kinds() -> None:
    folders = {path.parent.relative_to(ROOT / "docs").parts[0] for path in (ROOT / "docs").glob("*/*.md")}
    tried = {kind.url.split("/")[0] for kind in KINDS}
    assert folders | {"", "404.html"} <= tried


def test_every_macro_page_is_tried() -> None:
    """A page made by a macro of its own is a kind of its own."""
    pages = {path: path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.md")}
    own = {
        path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
        for path, text in pages.items()
        for macro in re.findall(r"^\{\{ (visa_\w+)\(", text, re.MULTILINE)
        if sum(macro in other for other in pages.values()) == 1 and "typ: sida" in text
    }
    tried = {kind.url.rstrip("/") for kind in KINDS}
    assert {page for page in own if page.rstrip("/") not in tried} == set()


def test_every_kind_is_tried_dark_and_light_and_on_both_screens() -> None:
    for kind in KINDS:
        screens = screens_of(kind)
        assert {screen.scheme for screen in screens} == {"dark", "light"}
        assert len({screen.size for screen in screens}) == 2
        assert {DARK_DESKTOP, LIGHT_PHONE} <= set(screens)
        assert len(screens) == (4 if kind.extent is Extent.FOUR else 2)


def test_no_kind_and_no_shortcoming_stands_twice() -> None:
    for names in ([kind.address for kind in KINDS], [one.id for one in DECLARED.shortcomings]):
        assert [name for name, count in Counter(names).items() if count > 1] == []
