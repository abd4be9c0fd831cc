from datetime import date

import pytest

from macros.cited_ground import Ground
from macros.render.citations import citation
from tests.render.small import ROUTINE_URL, TODAY, place, provision, small_handbook, statute, wording

PAST = wording(last=date(2026, 6, 30))


def cite(*wordings: dict[str, object], ground: Ground | None = None) -> str:
    handbook = small_handbook(statutes={"prov": place(statute(provision("1", *wordings)))})
    return str(citation(handbook, "prov-1", ROUTINE_URL, TODAY, ground))


def test_a_verified_provision_is_a_plain_link() -> None:
    assert cite() == (
        '<a class="rh-lag" href="../../lagrum/prov/#prov-1" data-rh-lagrum="prov-1">12&nbsp;kap.&nbsp;1&nbsp;§ PrL</a>'
    )


@pytest.mark.parametrize(
    ("wordings", "slug", "word"),
    [
        ([wording("osäker")], "osaker", "inte kontrollerad"),
        ([wording("trolig")], "trolig", "trolig"),
        ([PAST], "upphavd", "upphävd"),
        ([wording(first=date(2026, 11, 23))], "kommande", "inte i kraft än"),
        ([PAST, wording(first=date(2027, 1, 1))], "kommande", "inte i kraft än"),
    ],
)
def test_anything_else_is_marked_with_a_word(wordings: list[dict[str, object]], slug: str, word: str) -> None:
    html = cite(*wordings)
    assert f'class="rh-lag rh-lag--se-upp rh-lag--{slug}"' in html
    assert f'<span class="rh-dold"> ({word})</span></a>' in html


def test_an_earlier_day_is_judged_by_its_own_wording_and_says_so() -> None:
    html = cite(PAST, wording("osäker", first=date(2026, 7, 1)), ground=Ground(date(2026, 6, 30)))
    assert "se-upp" not in html
    assert "PrL, lydelsen 30&nbsp;juni&nbsp;2026</a>" in html


def test_without_a_page_for_the_statute_it_is_no_link() -> None:
    html = str(citation(small_handbook(pages=()), "prov-1", ROUTINE_URL, TODAY))
    assert html == '<span class="rh-lag">12&nbsp;kap.&nbsp;1&nbsp;§ PrL</span>'
