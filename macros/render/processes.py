"""Process maps: the drawing with a link on every node, and the same as an ordered list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.process import NodeKind, Process, ProcessNode
from macros.render.process_arrows import Arrow, arrows
from macros.render.process_layout import MARGIN, Box, Layout, place
from macros.render.templates import fill
from macros.render.view import View
from macros.sections import find_section

# A map that is hardly wider than the page is shrunk to fit; a wider one would lose its text and scrolls instead.
_SHRINKABLE = 1010


@dataclass(frozen=True)
class ListedStep:
    """A node as a line of the list: who, what, where it is described and where one goes from there."""

    number: int
    lane: str
    text: str
    url: str | None
    kind: NodeKind
    ways: tuple[tuple[str | None, int], ...]


def process_map(handbook: Handbook, process_id: str, page_url: str, today: date) -> Markup:
    """The map and its list. Raises KeyError for an unknown process."""
    process = handbook.holdings.processes[process_id]
    view = View(handbook, page_url, today)
    layout = place(process)
    drawn = arrows(process, layout)
    left, right = _extent(layout, drawn)
    steps = listed_steps(view, process)
    lanes = [
        (lane.name, top, bottom - top)
        for lane, top, bottom in zip(process.lanes, layout.lane_tops, layout.lane_tops[1:], strict=False)
    ]
    return fill(
        "process_map.html",
        process=process,
        left=left,
        width=right - left,
        height=layout.lane_tops[-1] + 1,
        may_shrink=right - left <= _SHRINKABLE,
        lanes=lanes,
        arrows=[(arrow, _path(arrow)) for arrow in drawn],
        nodes=[(layout.boxes[node.id], step) for node, step in zip(process.nodes, steps, strict=True)],
        diamond=_diamond,
    )


def listed_steps(view: View, process: Process) -> tuple[ListedStep, ...]:
    """The nodes in reading order. A way to the very next node is not spelled out, unless it is an answer."""
    numbers = {node.id: number for number, node in enumerate(process.nodes, start=1)}
    lanes = {lane.id: lane.name for lane in process.lanes}
    return tuple(
        ListedStep(
            numbers[node.id], lanes[node.lane], node.text, _url(view, node), node.kind, _ways(node, numbers)
        )
        for node in process.nodes
    )  # fmt: skip


def _ways(node: ProcessNode, numbers: Mapping[str, int]) -> tuple[tuple[str | None, int], ...]:
    ways = ((branch.label, numbers[branch.to]) for branch in node.next)
    return tuple((label, number) for label, number in ways if label or number != numbers[node.id] + 1)


def _url(view: View, node: ProcessNode) -> str | None:
    section = find_section(view.handbook, node.link) if node.link else None
    return view.url(section.url) if section else None


def _extent(layout: Layout, drawn: Sequence[Arrow]) -> tuple[float, float]:
    """The drawing's left and right edge. Room is short: the space beside the outermost columns counts only if used."""
    xs = [x for arrow in drawn for x, _ in arrow.points]
    left = min(*xs, *(box.x - box.half_width for box in layout.boxes.values()))
    right = max(*xs, *(box.x + box.half_width for box in layout.boxes.values()))
    return left - MARGIN, right + MARGIN


def _path(arrow: Arrow) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in arrow.points)


def _diamond(box: Box) -> str:
    x, y, w, h = box.x, box.y, box.half_width, box.half_height
    return f"{x:.1f},{y - h:.1f} {x + w:.1f},{y:.1f} {x:.1f},{y + h:.1f} {x - w:.1f},{y:.1f}"
