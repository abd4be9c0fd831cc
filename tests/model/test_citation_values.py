"""What a citation tells beside its act and provisions, and the look-up of acts that it is read with."""

from datetime import date

import pytest
from pydantic import ValidationError

from macros.model.citations import (
    Citation,
    Given,
    Home,
    Numeral,
    ProvisionNumber,
    Unit,
    acts_of,
    find_citations,
    format_citation,
    provision_number,
)
from macros.model.citations.cleaning import clean
from macros.model.other_act import OtherAct
from tests.hanvisningar.facit import answer
from tests.model.test_citations import ACTS, other, statute


def only(text: str, home: Home | None = None, day: date | None = None) -> Citation:
    (citation,) = find_citations(text, ACTS.as_of(day), home)
    return citation


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("25, 32 och 33 §§ FL", ["25", "32", "33 §§"]),
        ("12 kap. 3 och 4 §§ SoL", ["12 kap. 3", "4 §§"]),
        ("11 kap. 1 § och 12 kap. 1 § SoL", ["11 kap. 1 §", "12 kap. 1 §"]),
        ("12 kap. 4 a–6 a §§ SoL", ["12 kap. 4 a–6 a §§"]),
        ("12 kap. (1, 3 och 4 §§) SoL", ["12 kap. (1", "3", "4 §§"]),
        ("KL 6:5, 6:37–38", ["6:5", "6:37–38"]),
        ("§ 25 och 32 FL", ["§ 25", "32"]),
        ("4 § första stycket och 5 § FL", ["4 § första stycket", "5 §"]),
        ("1 och 2 kap. SoL", ["1", "2 kap."]),
        ("artiklarna 3 och 12 i barnkonventionen", ["artiklarna 3", "12"]),
    ],
)
def test_every_provision_has_its_own_span(text: str, spans: list[str]) -> None:
    assert [text[p.start : p.end] for p in only(text).provisions] == spans


def test_spans_are_those_of_the_original_text() -> None:
    text = "Enligt för\u00advalt\u00adnings\u00adlagen 25 och 32\u200b §§ gäller"
    citation = only(text)
    assert text[citation.start : citation.end] == "för\u00advalt\u00adnings\u00adlagen 25 och 32\u200b §§"
    assert [text[p.start : p.end] for p in citation.provisions] == ["25", "32\u200b §§"]
    assert citation.act_span is not None
    assert text[slice(*citation.act_span)] == "för\u00advalt\u00adnings\u00adlagen"


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("4 kap. 4 § SoL", False),
        ("4 kap. 4 § socialtjänstlagen (2001:453)", True),
        ("4 kap. 4 § socialtjänstlagen från 2001", True),
        ("4 kap. 4 § i den gamla socialtjänstlagen", False),
        ("SFS 2026:730", True),
    ],
)
def test_dated_when_a_year_stands_in_the_text(text: str, dated: bool) -> None:
    assert only(text).dated is dated


def test_shared_name_is_ambiguous_unless_the_text_tells() -> None:
    assert only("4 kap. 4 § SoL").candidates == ("2025:400", "2001:453")
    assert only("4 kap. 4 § SoL").is_ambiguous
    assert not only("4 kap. 4 § SoL (2001:453)").is_ambiguous
    assert not only("4 kap. 4 § gamla SoL").is_ambiguous
    assert not only("6 kap. 6 § KL").is_ambiguous


@pytest.mark.parametrize(
    ("day", "act"),
    [
        (None, "2025:400"),
        (date(2022, 5, 1), "2001:453"),
        (date(2025, 6, 30), "2001:453"),
        (date(2025, 7, 1), "2025:400"),
        (date(2030, 1, 1), "2025:400"),
    ],
)
def test_shared_name_means_the_act_in_force_on_the_day(day: date | None, act: str) -> None:
    citation = only("12 kap. 4 § SoL", day=day)
    assert citation.act == act
    assert citation.is_ambiguous


def test_later_of_two_acts_that_have_not_ceased_is_meant() -> None:
    assert only("12 kap. 1 § SoF").act == "2025:468"
    assert only("12 kap. 1 § SoF", day=date(2020, 1, 1)).act == "2001:937"


def test_inherited_act_points_at_where_it_was_named() -> None:
    text = "Enligt 12 kap. 4 § SoL får nämnden det. Enligt 5 § gäller mer."
    _, inherited = find_citations(text, ACTS)
    assert inherited.given is Given.INHERITED
    assert inherited.act_span is not None
    assert text[slice(*inherited.act_span)] == "SoL"


def test_unknown_act_keeps_its_name() -> None:
    citation = only("7 § vapenlagen")
    assert (citation.act, citation.act_name, citation.given) == (None, "vapenlagen", Given.NAME)
    assert format_citation(citation) == "7 § vapenlagen"


HOME = Home("2025:400", Numeral(12))


@pytest.mark.parametrize(
    ("text", "act", "provisions"),
    [
        ("utöver vad som följer av 1 §", "2025:400", ("12:1",)),
        ("enligt 11 kap. 1 §", "2025:400", ("11:1",)),
        ("bestämmelser i 29 kap.", "2025:400", ("29:",)),
        ("enligt 4 § denna lag", "2025:400", ("12:4",)),
        ("enligt 25 § förvaltningslagen", "2017:900", (":25",)),
        ("enligt 4 § i samma kapitel", "2025:400", ("12:4",)),
        ("motsvarar 4 kap. 4 § i den gamla lagen", "2001:453", ("4:4",)),
    ],
)
def test_bare_provisions_of_an_acts_own_text_are_its_own(text: str, act: str, provisions: tuple[str, ...]) -> None:
    citation = only(text, HOME)
    assert (citation.act, answer(citation)[3]) == (act, provisions)


def test_own_text_does_not_inherit_from_other_acts() -> None:
    _, own = find_citations("Enligt 25 § förvaltningslagen, men inte enligt 4 §, gäller", ACTS, HOME)
    assert (own.act, own.given, answer(own)[3]) == ("2025:400", Given.HOME, ("12:4",))


def test_own_text_lists_provisions_of_the_act_it_announces() -> None:
    text = "Följande bestämmelser i förvaltningslagen ska gälla:\n\n- 25 § om insyn,\n\n- 32 §."
    assert [citation.act for citation in find_citations(text, ACTS, HOME)] == ["2017:900"] * 3


@pytest.mark.parametrize(
    ("cited", "other_number", "overlap"),
    [
        ("12 kap. 4 §", (12, "4"), True),
        ("12 kap. 4 §", (12, "4 a"), False),
        ("12 kap. 4 §", (11, "4"), False),
        ("12 kap. 4 §", (None, "4"), False),
        ("12 kap. 4 a–6 a §§", (12, "5"), True),
        ("12 kap. 4 a–6 a §§", (12, "6 a"), True),
        ("12 kap. 4 a–6 a §§", (12, "4"), False),
        ("12 kap. 4 a–6 a §§", (12, "6 b"), False),
        ("12 kap.", (12, "99"), True),
        ("10–13 kap.", (12, "1"), True),
        ("10–13 kap.", (14, "1"), False),
        ("37 §", (None, "36–39"), True),
        ("37 §", (None, "38-39"), False),
        ("12 kap. 4 § tredje stycket", (12, "4"), True),
    ],
)
def test_numbers_overlap(cited: str, other_number: tuple[int | None, str], overlap: bool) -> None:
    number = only(cited).provisions[0].number
    registered = provision_number(*other_number)
    assert number.overlaps(registered) is overlap
    assert registered.overlaps(number) is overlap


def test_article_never_overlaps_a_paragraf() -> None:
    article = ProvisionNumber(paragraf=Numeral(3), unit=Unit.ARTIKEL)
    assert not article.overlaps(provision_number(None, "3"))
    assert article.overlaps(article)


def test_first_part_is_the_provisions_own() -> None:
    number = only("5 § andra stycket 2 och 3 FL").provisions[0].number
    assert (number.stycke, number.punkt) == (2, Numeral(2))
    assert (only("5 § FL").provisions[0].number.stycke, only("5 § FL").provisions[0].number.punkt) == (None, None)


def test_numerals_are_ordered_with_their_letters() -> None:
    assert sorted(map(Numeral.of, ["5", "4 b", "4", "10", "4a"])) == list(
        map(Numeral.of, ["4", "4 a", "4 b", "5", "10"])
    )


@pytest.mark.parametrize("text", ["", "a", "4 å", "IV", "4 aa", "4–5", " 4"])
def test_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        Numeral.of(text)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("SoL 12:4", "12 kap. 4 § socialtjänstlagen (2025:400)"),
        ("§§ 25, 32 FL", "25 och 32 §§ förvaltningslagen (2017:900)"),
        ("12 kap 4 a-6 a §§ SoL", "12 kap. 4 a–6 a §§ socialtjänstlagen (2025:400)"),
        (
            "7 § lag (2001:454) om behandling av personuppgifter inom socialtjänsten",
            "7 § lagen (2001:454) om behandling av personuppgifter inom socialtjänsten",
        ),
        ("Se 4 § 2 st. 3 p. FL", "4 § andra stycket 3 förvaltningslagen (2017:900)"),
        ("4 § första stycket 1 och 2 samt 5 § FL", "4 § första stycket 1 och 2 samt 5 § förvaltningslagen (2017:900)"),
        ("art. 6.1 e GDPR", "artikel 6.1 e i förordning (EU) 2016/679"),
        ("SOSFS 2011:9 3 kap. 1 §", "3 kap. 1 § SOSFS 2011:9"),
        ("lag (2025:374)", "lagen (2025:374)"),
        ("SFS 2025:374", "SFS 2025:374"),
        ("kap. 12 SoL", "12 kap. socialtjänstlagen (2025:400)"),
    ],
)
def test_canonical_form(text: str, canonical: str) -> None:
    assert format_citation(only(text)) == canonical


def test_canonical_form_of_one_provision() -> None:
    first, second = only("12 kap. 3 och 4 §§ SoL").provisions
    assert (format_citation(first), format_citation(second.number)) == ("12 kap. 3 §", "12 kap. 4 §")


def test_register_tells_its_ids_and_whether_an_act_has_chapters() -> None:
    sol, fl, lss = ACTS.get("2025:400"), ACTS.get("2017:900"), ACTS.get("1993:387")
    assert sol is not None
    assert fl is not None
    assert lss is not None
    assert (sol.chaptered, fl.chaptered, lss.chaptered) == (True, False, None)
    assert (ACTS.register_id("2025:400"), ACTS.register_id("1993:387"), ACTS.register_id(None)) == ("x", None, None)
    assert ACTS.get("1900:1") is None
    assert ACTS.namesakes("2025:400") == ("2001:453", "2025:400")


@pytest.mark.parametrize(
    ("name", "written", "found"),
    [
        ("Påhittslagen", [], ["påhittslag", "Påhittslagen", "PÅHITTSLAGENS"]),
        ("Påhittsbalken", ["PåB"], ["Påhittsbalk", "påhittsbalkens", "PåB", "PåB:s"]),
        ("Påhittsförordningen", [], ["påhittsförordning", "påhittsförordningens"]),
        ("Lagen om påhitt", ["påhittslagen"], ["lag om påhitt", "Lagens om påhitt", "påhittslag"]),
        ("Påhitts- och fantasilagen", [], ["påhitts- och fantasilagens"]),
        ("Regler om påhitt", ["PÅH"], ["PÅH"]),
    ],
)
def test_names_are_inflected(name: str, written: list[str], found: list[str]) -> None:
    acts = acts_of([], [other("2020:1", name, *written)])
    for form in found:
        assert [c.act for c in find_citations(f"Enligt {form} gäller det.", acts)] == ["2020:1"], form


@pytest.mark.parametrize("word", ["regler om påhitt", "påh", "Påhittslagens-", "påhittslagarna", "xpåhittslagen"])
def test_other_words_are_no_name(word: str) -> None:
    acts = acts_of([], [other("2020:1", "Påhittslagen"), other("2020:2", "Regler om påhitt", "PÅH")])
    assert find_citations(f"Enligt {word} gäller det.", acts) == ()


def test_act_given_twice_is_one_act_with_all_its_forms() -> None:
    acts = acts_of([statute("2020:1", "Påhittslagen", "PL")], [other("2020:1", "Lagen om påhitt", "PåL")])
    found = find_citations("Enligt PL, PåL, påhittslagen och lagen om påhitt gäller det.", acts)
    assert [citation.candidates for citation in found] == [("2020:1",)] * 4
    assert acts.register_id("2020:1") == "x"


@pytest.mark.parametrize("number", ["2020", "2020:", "lag 2020:1", "EU 2016-679"])
def test_other_act_is_refused_without_a_proper_number(number: str) -> None:
    with pytest.raises(ValidationError):
        OtherAct.model_validate({"sfs": number, "namn": "Påhittslagen"})


def test_statute_is_known_by_the_forms_it_is_written_in() -> None:
    acts = acts_of([statute("2020:1", "Påhittslagen", "PL", skrivs=["påhittarnas lag", "PÅL"])])
    assert [c.act for c in find_citations("Enligt PL, PÅL och påhittarnas lag gäller det.", acts)] == ["2020:1"] * 3


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("utan något", "utan något"),
        ("för\u00advaltning", "förvaltning"),
        ("förvaltnings-\n  lagen", "förvaltningslagen"),
        ("offentlighets-\noch", "offentlighets-\noch"),
        ("12-\n17 kap.", "12-\n17 kap."),
        ("fo\u0308r A\u030ar x\u0323", "för År x\u0323"),
        ("\ufeffSoL", "SoL"),
    ],
)
def test_what_breaks_words_is_dropped(text: str, cleaned: str) -> None:
    found = clean(text)
    assert found.text == cleaned
    for index in range(len(cleaned)):
        start, end = found.original(index, index + 1)
        assert 0 <= start < end <= len(text)
        assert text[start] == cleaned[index] or cleaned[index] in "öÅ"
