from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.loading import load_handbook
from macros.model.process import Process, ProcessFile
from macros.render.process_arrows import Arrow, arrows
from macros.render.process_layout import Box, columns_of, place
from macros.render.processes import process_map
from macros.render.svg_text import text_width, wrap
from tests.conftest import ROOT
from tests.render.small import TODAY
from tests.render.small import place as placed
from tests.render.small_holdings import PROCESS, full_handbook, node

BAD = '<script>alert("x")</script>'


def process(*nodes: dict[str, object]) -> Process:
    return Process.model_validate(PROCESS | ({"steg": list(nodes)} if nodes else {}))


def real_processes() -> Sequence[Process]:
    handbook, _ = load_handbook(Path(ROOT))
    return tuple(handbook.holdings.processes.values()) if handbook else ()


def drawing() -> str:
    return str(process_map(full_handbook(), "vagen", "samverkan/process/", TODAY))


def test_a_step_in_another_lane_stands_straight_below_what_leads_to_it() -> None:
    assert columns_of(process()) == {"start": 0, "fraga": 1, "klart": 1, "om": 1}


def test_a_way_back_does_not_move_what_it_leads_to() -> None:
    assert columns_of(process())["start"] == 0


def test_nothing_is_put_in_the_way_of_a_straight_arrow() -> None:
    columns = columns_of(
        process(
            node("a", "ove", "start", ("b", None)),
            node("b", "ned", "steg", ("c", None)),
            node("c", "mitt", "slut"),
        )
    )
    assert columns == {"a": 0, "b": 0, "c": 1}


def test_no_two_nodes_share_a_cell() -> None:
    for found in (process(), *real_processes()):
        boxes = place(found).boxes.values()
        assert len({(box.lane, box.column) for box in boxes}) == len(boxes)


def test_every_line_of_text_fits_in_its_node() -> None:
    for found in (process(), *real_processes()):
        for box in place(found).boxes.values():
            for line, y in zip(box.lines, box.baselines, strict=True):
                assert text_width(line, 14) <= 2 * box.half_width
                assert abs(y - box.y) < box.half_height


@pytest.mark.parametrize("found", [process(), *real_processes()], ids=lambda found: found.id)
def test_arrows_turn_at_right_angles_and_run_through_no_node(found: Process) -> None:
    layout = place(found)
    drawn = arrows(found, layout)
    assert len(drawn) == sum(len(node.next) for node in found.nodes)
    for arrow in drawn:
        for (x1, y1), (x2, y2) in pairwise(arrow.points):
            assert x1 == x2 or y1 == y2
            for box in layout.boxes.values():
                assert not runs_through(box, (x1, y1), (x2, y2))


def runs_through(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    inset = 1.0  # touching the edge is where an arrow begins and ends
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return (
        right > box.x - box.half_width + inset
        and left < box.x + box.half_width - inset
        and bottom > box.y - box.half_height + inset
        and top < box.y + box.half_height - inset
    )


def test_the_answers_of_a_decision_leave_on_different_sides() -> None:
    for found in (process(), *real_processes()):
        starts = [arrow.points[0] for arrow in arrows(found, place(found)) if arrow.label]
        assert len(set(starts)) == len(starts)


def test_a_node_is_a_link_with_its_number_and_who_does_it() -> None:
    html = drawing()
    svg = ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])  # noqa: S314  our own
    (link,) = svg.findall("a")
    assert link.get("href") == "../../rutiner/rut-anv/#fraga"
    assert link.get("aria-label") == "1. Mitten: Gör start"
    assert len(svg.findall(".//polygon")) == 1
    assert svg.find("title") is not None
    assert svg.find("desc") is not None
    assert [text.text for text in svg.findall("text[@class='rh-karta__svar']")] == ["Ja", "Nej"]


def test_the_list_says_where_each_answer_leads() -> None:
    listed = drawing().partition("</svg>")[2]
    assert listed.count("<li>") == 4
    assert 'Ja <span aria-hidden="true">→</span> steg 3' in listed
    assert 'Nej <span aria-hidden="true">→</span> steg 4' in listed
    assert 'Sedan <span aria-hidden="true">→</span> steg 1' in listed
    assert listed.count("Slut</span>") == 1


def test_text_from_the_map_is_escaped() -> None:
    nodes = [found | {"text": BAD} for found in PROCESS["steg"]]
    lanes = [lane | {"namn": BAD} for lane in PROCESS["banor"]]
    spoiled = ProcessFile.model_validate({"processer": [PROCESS | {"titel": BAD, "steg": nodes, "banor": lanes}]})
    html = process_map(full_handbook(process_file=placed(spoiled)), "vagen", "", TODAY)
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_an_unknown_process_is_an_error() -> None:
    with pytest.raises(KeyError):
        process_map(full_handbook(), "annan", "", TODAY)


def test_text_breaks_between_words_only() -> None:
    assert wrap("ett två tre", text_width("ett två", 10), 10) == ("ett två", "tre")
    assert wrap("arbetsmarknadsinsats nu", 20, 10) == ("arbetsmarknadsinsats", "nu")


def test_a_label_stands_at_its_arrows_beginning() -> None:
    def near(arrow: Arrow) -> bool:
        return abs(arrow.label_at[0] - arrow.points[0][0]) < 30 and abs(arrow.label_at[1] - arrow.points[0][1]) < 20

    assert all(near(arrow) for arrow in arrows(process(), place(process())) if arrow.label)
