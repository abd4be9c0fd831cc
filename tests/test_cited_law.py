"""Citations in running text against a small register of two acts that share a name."""

from datetime import date
from typing import Any

import pytest

from macros.cited_law import CitedLaw, CitedNumber, Miss
from macros.model.citations import acts_of
from macros.model.other_act import OtherAct
from macros.model.statute import Statute
from tests.render.small import wording


def statute(sid: str, sfs: str, days: dict[str, date], *numbers: tuple[int, str]) -> Statute:
    provisions = [
        {
            "id": f"{sid}-{chapter}-{paragraph.replace(' ', '').replace('–', '-')}",
            "kapitel": chapter,
            "paragraf": paragraph,
            "rubrik": "Prov",
            "lydelser": [wording()],
        }
        for chapter, paragraph in numbers
    ]
    fields: dict[str, Any] = {"id": sid, "sfs": sfs, "namn": "Socialtjänstlagen", "kortnamn": "SoL", **days}
    sources = [{"id": "lagbok", "namn": "Lagboken"}]
    return Statute.model_validate(fields | {"källor": sources, "bestämmelser": provisions})


NEW = statute(
    "sol", "2025:400", {"gäller_fr_o_m": date(2025, 7, 1)}, (12, "3"), (12, "4"), (12, "4 a"), (12, "5"), (33, "1–6")
)
OLD = statute(
    "sol2001", "2001:453", {"gäller_fr_o_m": date(2002, 1, 1), "gäller_t_o_m": date(2025, 6, 30)}, (4, "4"), (12, "4")
)
OTHER = OtherAct.model_validate({"sfs": "2010:800", "namn": "skollagen"})
LAW = CitedLaw([NEW, OLD], acts_of([NEW, OLD], [OTHER]))


def read(text: str, home: str | None = None) -> list[CitedNumber]:
    return list(LAW.read(text, home))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("enligt 12 kap. 4 § SoL", [("sol-12-4",)]),
        ("enligt 12 kap. 3 och 4 a §§ SoL", [("sol-12-3",), ("sol-12-4a",)]),
        ("enligt 12 kap. 3–4 §§ SoL", [("sol-12-3", "sol-12-4")]),
        ("enligt 33 kap. 5 § SoL", [("sol-33-1-6",)]),
        ("enligt 12 kap. 4 § SoL (2001:453)", [("sol2001-12-4",)]),
        ("12 kap. 4 § SoL gäller. Enligt 5 § samma kapitel", [("sol-12-4",), ("sol-12-5",)]),
        ("hela 12 kap. SoL", []),
    ],
)
def test_a_number_leads_to_its_provisions(text: str, found: list[tuple[str, ...]]) -> None:
    cited = read(text)
    assert [number.provision_ids for number in cited] == found
    assert all(number.miss is None for number in cited)


@pytest.mark.parametrize(
    ("text", "miss", "instead"),
    [
        ("enligt 12 kap. 99 § SoL", Miss.UNKNOWN, ()),
        ("enligt 4 kap. 4 § SoL", Miss.OLD_NUMBER, ("sol2001-4-4",)),
        ("enligt 4 kap. 4 § SoL (2025:400)", Miss.UNKNOWN, ()),
        ("enligt 3 kap. 1 § skollagen", Miss.OUTSIDE, ()),
        ("enligt 12 kap. 4 §", Miss.NO_ACT, ()),
    ],
)
def test_a_number_that_leads_nowhere_says_why(text: str, miss: Miss, instead: tuple[str, ...]) -> None:
    (cited,) = read(text)
    assert cited.provision_ids == ()
    assert (cited.miss, cited.instead) == (miss, instead)


def test_several_numbers_without_act_are_one_miss() -> None:
    (cited,) = read("enligt 12 kap. 3, 4 och 5 §§")
    assert cited.miss is Miss.NO_ACT
    assert cited.words == "12 kap. 3, 4 och 5 §§"


def test_on_an_acts_own_page_a_bare_number_is_its_own() -> None:
    assert [cited.provision_ids for cited in read("Jämför 12 kap. 5 §.", home="2025:400")] == [("sol-12-5",)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (", lydelsen 30 juni 2025", date(2025, 6, 30)),
        (" i lydelsen 2025-06-30", date(2025, 6, 30)),
        (" (lydelsen 2025-06-30)", date(2025, 6, 30)),
        (" i dess lydelse den 1 januari 2024", date(2024, 1, 1)),
        (" i den lydelse som har lästs", None),
        (" i lydelsen 2025-02-30", None),
        (" och 30 juni 2025", None),
        ("", None),
    ],
)
def test_an_old_wording_is_cited_on_purpose_by_its_day(written: str, day: date | None) -> None:
    (cited,) = read(f"Enligt 4 kap. 4 § SoL (2001:453){written}.")
    assert cited.per == day
