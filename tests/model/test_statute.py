from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.start import OpenStart
from macros.model.statute import Certainty, Provision, RuleState, Statute, Wording, weakest


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


SEEN_LATER = {"fr_o_m": "2025-07-01", "säkerhet_dag": "trolig", "senast_från": "2025-09-01"}


def rule(*wordings: dict[str, Any]) -> Provision:
    known = {"sammanfattning": "Text.", "säkerhet": "säker"}
    data = {"id": "exl-1", "paragraf": "1", "rubrik": "Prov", "lydelser": [known | wording for wording in wordings]}
    return Provision.model_validate(data)


@pytest.mark.parametrize("phrase", list(OpenStart))
@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2026, 11, 22), date.max])
def test_start_that_is_no_day_is_never_picked(phrase: str, day: date) -> None:
    waiting = rule({"fr_o_m": str(phrase)})
    assert waiting.wording_on(day) is None
    assert waiting.is_coming(day)
    assert not waiting.has_ceased(day)
    assert waiting.wordings[0].first_day is None
    assert waiting.wordings[0].open_start is phrase


def test_wording_that_waits_leaves_the_one_before_it_in_force() -> None:
    amended = rule({"fr_o_m": "2020-01-01"}, {"fr_o_m": "den dag regeringen bestämmer"})
    assert amended.wording_on(date(2050, 1, 1)) is amended.wordings[0]
    assert not amended.wordings[0].interval.overlaps(amended.wordings[1].interval)


@pytest.mark.parametrize("other", [{"t_o_m": "2030-01-01"}, {"senast_från": "2030-01-01"}])
def test_start_that_is_no_day_has_no_other_days(other: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        rule({"fr_o_m": "inte beslutad"} | other)


@pytest.mark.parametrize(
    ("wordings", "day", "state"),
    [
        ([{"fr_o_m": "2020-01-01"}], "2020-01-01", RuleState.IN_FORCE),
        ([{"fr_o_m": "2020-01-01"}], "2019-12-31", RuleState.COMING),
        ([{"t_o_m": "2020-01-01"}], "2020-01-02", RuleState.CEASED),
        ([{"fr_o_m": "den dag regeringen bestämmer"}], "2020-01-02", RuleState.COMING),
        ([{"fr_o_m": "inte beslutad"}], "2020-01-02", RuleState.PROPOSED),
        ([{"t_o_m": "2019-12-31"}, {"fr_o_m": "inte beslutad"}], "2020-01-02", RuleState.PROPOSED),
        ([{"t_o_m": "2019-12-31"}, {"fr_o_m": "2021-01-01"}], "2020-01-02", RuleState.COMING),
    ],
)
def test_state_on_a_day(wordings: list[dict[str, Any]], day: str, state: RuleState) -> None:
    assert rule(*wordings).state_on(date.fromisoformat(day)) is state


@pytest.mark.parametrize(
    ("day", "index"), [("2019-06-01", 0), ("2020-06-01", 0), ("2021-06-01", 1), ("2022-06-01", 2), ("2030-01-01", 2)]
)
def test_nearest_wording_is_the_one_in_force_then_the_next_then_the_last(day: str, index: int) -> None:
    found = rule(
        {"fr_o_m": "2020-01-01", "t_o_m": "2020-12-31"},
        {"fr_o_m": "2021-02-01", "t_o_m": "2021-12-31"},
        {"fr_o_m": "2022-01-01", "t_o_m": "2022-12-31"},
    )
    assert found.nearest_wording(date.fromisoformat(day)) is found.wordings[index]


@pytest.mark.parametrize(
    ("facts", "day", "certainty"),
    [
        ({"fr_o_m": "2025-07-01"}, "2026-01-01", Certainty.SURE),
        ({"fr_o_m": "2025-07-01", "säkerhet_dag": "trolig"}, "2026-01-01", Certainty.LIKELY),
        (
            {"fr_o_m": "2025-07-01", "säkerhet_dag": "trolig", "senast_från": "2025-09-01"},
            "2025-08-31",
            Certainty.LIKELY,
        ),
        (SEEN_LATER, "2025-09-01", Certainty.SURE),
        ({"säkerhet": "trolig", "säkerhet_dag": "osäker"}, "2026-01-01", Certainty.UNSURE),
        ({"säkerhet": "osäker", "säkerhet_dag": "säker"}, "2026-01-01", Certainty.UNSURE),
    ],
)
def test_certainty_of_text_and_days_go_together(facts: dict[str, Any], day: str, certainty: Certainty) -> None:
    assert rule(facts).wordings[0].certainty_on(date.fromisoformat(day)) is certainty


def test_weakest_certainty_wins_and_none_says_nothing() -> None:
    assert weakest(Certainty.SURE, None, Certainty.LIKELY) is Certainty.LIKELY
    assert weakest(Certainty.UNSURE, Certainty.LIKELY) is Certainty.UNSURE
    assert weakest() is Certainty.SURE


def statute_of(sfs: str, **facts: Any) -> Statute:
    wording = {"sammanfattning": "Text.", "säkerhet": "säker"}
    provision = {"id": "exl-1", "paragraf": "1", "rubrik": "Prov", "lydelser": [wording]}
    unnumbered = {"id": "exl-hela", "rubrik": "Lagen som helhet", "lydelser": [wording]}
    transitional = {"id": "exl-overgang-5a", "punkt": "5 a", "rubrik": "Äldre beslut", "lydelser": [wording]}
    data = {"id": "exl", "sfs": sfs, "namn": "Exempellagen", "kortnamn": "ExL", "källor": [{"id": "k", "namn": "K"}]}
    rules = {"bestämmelser": [provision], "utan_paragraf": [unnumbered], "övergångsbestämmelser": [transitional]}
    return Statute.model_validate(data | rules | facts)


@pytest.mark.parametrize(
    ("sfs", "facts", "first"),
    [
        ("2017:900", {"gäller_fr_o_m": "2018-07-01"}, date(2018, 7, 1)),
        ("2017:900", {}, date(2017, 1, 1)),
        ("SOSFS 2011:9", {}, date(2011, 1, 1)),
    ],
)
def test_wording_without_a_first_day_is_no_older_than_its_statute(sfs: str, facts: dict[str, str], first: date) -> None:
    for found in statute_of(sfs, **facts).rules:
        assert found.wording_on(first) is not None
        assert found.wording_on(first - timedelta(days=1)) is None


def test_statute_without_a_number_has_no_oldest_day() -> None:
    assert statute_of("SFS-nummer okänt").rules[0].wording_on(date.min) is not None


def test_rules_are_named_by_number_or_heading() -> None:
    statute = statute_of("2017:900")
    names = [statute.name_of(found) for found in statute.rules]
    assert names == ["1 § ExL", "Lagen som helhet (ExL)", "Äldre beslut (ExL)"]
    assert statute.transitional[0].number == "Övergångsbestämmelse 5 a"
    assert statute.transitional[0].model_copy(update={"amendment": "2025:1299"}).number.endswith("till lag (2025:1299)")
    assert [key for key, _ in statute.keyed_rules] == [
        ("bestämmelser", 0),
        ("utan_paragraf", 0),
        ("övergångsbestämmelser", 0),
    ]


@pytest.mark.parametrize(
    ("found_on", "checked_on", "suspect"),
    [
        (None, "2026-11-01", False),
        ("2026-11-20", "2026-11-19", True),
        ("2026-11-20", None, True),
        ("2026-11-20", "2026-11-20", False),
        ("2026-11-20", "2026-12-01", False),
    ],
)
def test_changed_wording_is_suspect_until_it_has_been_read(
    found_on: str | None, checked_on: str | None, suspect: bool
) -> None:
    wording = {"sammanfattning": "Text.", "säkerhet": "säker", "kontrollerad": checked_on, "ändrad_upptäckt": found_on}
    assert Wording.model_validate(wording).is_suspect is suspect


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fingeravtryck", "sha256:12"),
        ("likhetsavtryck", "xyz"),
        ("läst_lydelse", "2025:1501"),
        ("ändrad_upptäckt", "i går"),
    ],
)
def test_what_the_watch_writes_has_its_form(key: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Wording.model_validate({"sammanfattning": "Text.", "säkerhet": "säker", key: value})
