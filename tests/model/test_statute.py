from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.statute import Certainty, Provision, Statute


def provision(*days: tuple[str | None, str | None], kapitel: str | None = "4", paragraf: str = "4") -> Provision:
    wordings = [{"fr_o_m": a, "t_o_m": b, "sammanfattning": f"Lydelse {a}.", "säkerhet": "säker"} for a, b in days]
    data: dict[str, Any] = {
        "id": "exl-4-4",
        "paragraf": paragraf,
        "rubrik": "Plan",
        "lydelser": wordings or [{"sammanfattning": "Text.", "säkerhet": "säker"}],
    }
    return Provision.model_validate(data | ({"kapitel": kapitel} if kapitel else {}))


TWO = provision(("2020-01-01", "2024-12-31"), ("2027-01-01", None))


@pytest.mark.parametrize(
    ("day", "summary"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), "Lydelse 2020-01-01."),
        (date(2024, 12, 31), "Lydelse 2020-01-01."),
        (date(2025, 1, 1), None),
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), "Lydelse 2027-01-01."),
        (date(2099, 1, 1), "Lydelse 2027-01-01."),
    ],
)
def test_wording_on_never_falls_back_to_another_wording(day: date, summary: str | None) -> None:
    wording = TWO.wording_on(day)
    assert (wording.summary if wording else None) == summary


def test_wording_on_finds_the_one_without_days() -> None:
    assert provision((None, None)).wording_on(date(1900, 1, 1)) is not None


def test_has_ceased_only_when_every_wording_has_ended() -> None:
    assert not TWO.has_ceased(date(2026, 1, 1))
    assert provision(("2020-01-01", "2024-12-31")).has_ceased(date(2025, 1, 1))
    assert not provision(("2020-01-01", "2024-12-31")).has_ceased(date(2024, 12, 31))


@pytest.mark.parametrize(
    ("day", "coming"),
    [(date(2019, 1, 1), True), (date(2022, 1, 1), False), (date(2026, 1, 1), True), (date(2027, 1, 1), False)],
)
def test_is_coming_when_nothing_applies_but_something_will(day: date, coming: bool) -> None:
    assert TWO.is_coming(day) is coming


@pytest.mark.parametrize(
    ("kapitel", "paragraf", "number"),
    [
        ("12", "4", "12 kap. 4 §"),
        (None, "25", "25 §"),
        ("10", "15 a", "10 kap. 15 a §"),
        (None, "36-39", "36–39 §§"),
        ("12", "4–6", "12 kap. 4–6 §§"),
    ],
)
def test_number_is_written_as_in_swedish_law(kapitel: str | None, paragraf: str, number: str) -> None:
    assert provision(kapitel=kapitel, paragraf=paragraf).number == number


@pytest.mark.parametrize("paragraf", ["4§", "15a", "IV", "4 -6", ""])
def test_provision_is_refused_when_the_paragraf_has_another_form(paragraf: str) -> None:
    with pytest.raises(ValidationError):
        provision(paragraf=paragraf)


@pytest.mark.parametrize(
    ("sfs", "accepted"),
    [("2025:400", True), ("SOSFS 2011:9", True), ("HSLF-FS 2017:79", True), ("121050", False), ("25:400", False)],
)
def test_sfs_number_has_its_form(sfs: str, accepted: bool) -> None:
    data = {
        "id": "exl",
        "sfs": sfs,
        "namn": "Exempellagen",
        "kortnamn": "ExL",
        "källor": [{"id": "kopia", "namn": "Kopia"}],
    }
    if accepted:
        assert Statute.model_validate(data).sfs_nummer == sfs
    else:
        with pytest.raises(ValidationError):
            Statute.model_validate(data)


def test_source_is_found_by_its_id() -> None:
    data = {
        "id": "exl",
        "sfs": "2025:400",
        "namn": "Exempellagen",
        "kortnamn": "ExL",
        "källor": [{"id": "kopia", "namn": "Kopia"}],
    }
    statute = Statute.model_validate(data)
    found = statute.source("kopia")
    assert found is not None
    assert found.name == "Kopia"
    assert statute.source("annan") is None
    assert statute.source(None) is None


def test_only_sure_is_verified() -> None:
    assert [certainty.value for certainty in Certainty if certainty.verified] == ["säker"]
