"""Running text as it is read: what is no prose is blank, and every sign keeps its line."""

import pytest

from macros.model.checklist import Checklist
from macros.model.finding import Place
from macros.model.page import Page, PageBody, PlainPageMeta
from macros.model.sourced import Sourced
from macros.prose import Prose, data_prose, page_prose
from tests.render.small import CHECKLIST

PAGE = Page("docs/a.md", PlainPageMeta.model_validate({"typ": "sida"}), PageBody())


def prose(raw: str) -> Prose:
    return page_prose(PAGE, raw, lambda macro, arguments: f"<{macro}:{arguments}>")


@pytest.mark.parametrize(
    "hidden",
    [
        "```\n4 §\n```",
        "~~~~text\n4 §\n~~~~",
        "`4 §`",
        "``4 ` §``",
        "<!-- 4\n§ -->",
        '<abbr title="4 §">',
        "[text](fil.md#4§)",
        "## Rubrik { #4§ }",
    ],
)
def test_what_is_no_running_text_is_blank_and_the_rest_keeps_its_place(hidden: str) -> None:
    raw = f"---\ntyp: sida\n---\n\nförst\n{hidden}\nsist 5 §\n"
    found = prose(raw)
    assert "4" not in found.text
    assert found.place(found.text.index("5 §")) == Place("docs/a.md", raw[: raw.index("5 §")].count("\n") + 1)
    assert "typ" not in found.text


def test_a_macro_says_what_it_will_say_and_is_known_as_written() -> None:
    found = prose('Enligt {{ visa_lagrum("sol-12-4") }} och 5 §.\nSlut.')
    assert found.text == 'Enligt <visa_lagrum:"sol-12-4"> och 5 §.\nSlut.'
    start = found.text.index("<")
    assert found.is_written(start + 2, start + 3)
    assert found.is_written(0, start + 1)
    assert not found.is_written(0, start)
    assert not found.is_written(found.text.index(">") + 1, len(found.text))
    assert found.place(found.text.index("Slut")) == Place("docs/a.md", 2)


def test_a_data_files_texts_stand_where_they_were_written() -> None:
    lines = {("titel",): (3, 8), ("punkter", 1, "varför"): (9, 13)}
    sourced = Sourced(Checklist.model_validate(CHECKLIST), "data/checklistor/CL-ANV.yml", lines)
    texts = {text.text: text.place(0) for text in data_prose(sourced)}
    assert texts["Anvisning"] == Place("data/checklistor/CL-ANV.yml", 3, 8)
    assert texts["frågan är ställd"].path == "data/checklistor/CL-ANV.yml"
    reasons = [text.place(2) for text in data_prose(sourced) if text.text == "Annars vet ingen."]
    assert Place("data/checklistor/CL-ANV.yml", 9, 13) in reasons
