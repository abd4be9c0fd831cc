"""Pages → index → files."""

import json
import re
from dataclasses import replace

from macros.search.document import SearchPage, SearchSection, Shortcut
from macros.search.files import CATALOGUE, index_files
from macros.search.index import HEAVIEST, Index, build_index
from macros.search.vocabulary import Synonym, Vocabulary, both_ways

NO_WORDS = Vocabulary((), ())
ROUTINE = SearchPage(
    "rutiner/rut-anv/", "Anvisning", "Rutin", "RUT-ANV", 1.4,
    (SearchSection("", "Anvisning", "Kort om anvisningen.", keys=("rutanv",)),
     SearchSection("samrad", "Samråd före beslut", "Samråd med Arbetsförmedlingen enligt 12 kap. 4 § SoL.", "steg 2")),
)  # fmt: skip
LAW = SearchPage(
    "lagrum/sol/", "Socialtjänstlagen", "Lag", "", 1.0, (SearchSection("", "Socialtjänstlagen", "Om stöd."),)
)


def weight(index: Index, word: str, section: int) -> int:
    return dict(index.postings[index.stems.index(word)])[section]


def content(files: dict[str, str]) -> dict[str, object]:
    found = re.fullmatch(r"rhSok\.katalog\((.*)\);\n", files[CATALOGUE], re.DOTALL)
    assert found
    parsed: dict[str, object] = json.loads(found[1])
    return parsed


def test_a_word_weighs_most_as_title_then_as_heading_then_in_the_text() -> None:
    index = build_index([ROUTINE, LAW])
    assert weight(index, "anvisning", 0) > weight(index, "beslut", 1) > weight(index, "arbetsformedling", 1) > 0
    assert weight(index, "rutanv", 0) == HEAVIEST - 3  # a key means just this section
    assert weight(index, "p12x4", 1) > 0
    assert weight(index, "rutin", 0) > weight(index, "kort", 0)  # the page's kind is a word too


def test_a_long_heading_is_less_about_each_of_its_words() -> None:
    short, long = (
        build_index([replace(LAW, sections=(SearchSection("a", title, ""),))])
        for title in ("Stöd", "Stöd i arbete och studier")
    )
    assert weight(short, "stod", 0) > weight(long, "stod", 0)


def test_sections_are_counted_through_the_pages_and_compounds_know_their_joints() -> None:
    page = replace(LAW, sections=(SearchSection("", "Stöd", "försörjning försörjningsstöd stöd"),))
    index = build_index([ROUTINE, page])
    assert dict(index.postings[index.stems.index("forsorjningsstod")]).keys() == {2}
    assert index.joints == {"forsorjningsstod": (12,)}


def test_files_tell_the_whole_index_and_where_each_part_begins() -> None:
    index = build_index([ROUTINE, LAW])
    files = dict(
        index_files(index, NO_WORDS, [Shortcut("p4x4", "sol2001", "p12x4", "Gammal", "t", "n", "c", "lagrum/sol/")])
    )
    found = content(files)
    assert found["ord"] == list(index.stems)
    assert found["sidor"] == [
        ["rutiner/rut-anv/", "Anvisning", 1, "RUT-ANV", 140, 2],
        ["lagrum/sol/", "Socialtjänstlagen", 0, "", 100, 1],
    ]
    assert found["avsnitt"] == [["", "", ""], ["samrad", "Samråd före beslut", "steg 2"], ["", "", ""]]
    assert found["genvägar"] == [["p4x4", "sol2001", "p12x4", "Gammal", "t", "n", "c", "lagrum/sol/"]]
    words = json.loads(re.sub(r"^rhSok\.ord\(0,|\);\n$", "", files[f"sok/{found['mapp']}/ord0.js"]))
    flat = words[index.stems.index("anvisning")]
    assert list(zip(flat[::2], flat[1::2], strict=True)) == list(index.postings[index.stems.index("anvisning")])


def test_large_indexes_are_parted_and_every_row_is_found_again() -> None:
    pages = [
        replace(LAW, address=f"{n}/", sections=(SearchSection("", f"Ord{n:03}", "ord " * 400),)) for n in range(200)
    ]
    files = dict(index_files(build_index(pages), NO_WORDS, []))
    found = content(files)
    starts = found["textDelar"]
    assert isinstance(starts, list)
    assert len(starts) > 1
    rows = [
        json.loads(re.sub(r"^rhSok\.text\(\d+,|\);\n$", "", files[f"sok/{found['mapp']}/text{n}.js"]))
        for n in range(len(starts))
    ]
    assert [sum(map(len, rows[:n])) for n in range(len(rows))] == starts
    assert sum(map(len, rows)) == 200


def test_a_page_that_begins_with_a_heading_only_shows_what_it_is_for() -> None:
    page = replace(
        LAW, sections=(SearchSection("", "Stöd", ""), SearchSection("a", "A", "")), description="När du undrar."
    )
    files = dict(index_files(build_index([page]), NO_WORDS, []))
    assert files[f"sok/{content(files)['mapp']}/text0.js"] == 'rhSok.text(0,["När du undrar.",""]);\n'


def test_the_same_pages_give_the_same_files_and_other_pages_another_folder() -> None:
    first, again, other = (index_files(build_index(pages), NO_WORDS, []) for pages in ([ROUTINE], [ROUTINE], [LAW]))
    assert first == again
    assert content(dict(first))["mapp"] != content(dict(other))["mapp"]


def test_no_text_can_end_a_script() -> None:
    page = replace(
        LAW, title="</script><script>alert(1)</script>", sections=(SearchSection("", "a", "</script>\u2028"),)
    )
    text = "".join(index_files(build_index([page]), NO_WORDS, []).values())
    assert "<" not in text
    assert "\u2028" not in text


def test_synonyms_are_stems_and_everyday_words_lead_one_way() -> None:
    words = Vocabulary(
        (
            *both_ways(("ekonomiskt bistånd", "EB")),
            Synonym("revisor", ("revision",), everyday=True),
            Synonym("x", ("x",)),
        ),
        ("och", "Är"),
        (("SoL", "sol"), ("Socialtjänstlagen", "sol")),
    )
    assert words.as_json() == {
        "likord": {"eb": ["ekonomisk bistand"], "ekonomisk bistand": ["eb"]},
        "vardagsord": {"revis": ["revision"]},
        "utfyllnad": ["ar", "och"],
        "lagar": {"socialtjanstlag": "sol", "sol": "sol"},
    }
