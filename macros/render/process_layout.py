"""Where the nodes of a process map stand: lanes as rows, columns in the order that things happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.model.process import NodeKind, Process, ProcessNode
from macros.render.svg_text import text_width, wrap

TEXT_SIZE, LINE = 14.0, 18.0
_STEP_WIDTH, _DECISION_WIDTH = 146.0, 192.0
_PADDING = 11.0
GUTTER, CHANNEL = 42.0, 26.0
LANE_NAME = 28.0
MARGIN = 14.0


@dataclass(frozen=True)
class Box:
    """A node in the drawing: its centre, half its width and height, its number and its lines of text."""

    node: ProcessNode
    number: int
    lane: int
    column: int
    x: float
    y: float
    half_width: float
    half_height: float
    lines: tuple[str, ...]

    @property
    def baselines(self) -> tuple[float, ...]:
        """The height of each line of text."""
        top = self.y - LINE * len(self.lines) / 2
        return tuple(top + LINE * (number + 0.74) for number in range(len(self.lines)))


@dataclass(frozen=True)
class Layout:
    """The placed nodes, and the lines on which arrows may run: the middles of cells and the spaces between them."""

    boxes: Mapping[str, Box]
    lane_tops: tuple[float, ...]
    columns: tuple[float, ...]
    column_edges: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """How high the drawing is."""
        return self.lane_tops[-1]

    @cached_property
    def tracks(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Every x and every y that an arrow may turn at, in order."""
        gutters = [edge + shift for edge in self.column_edges for shift in (-9.0, 0.0, 9.0)]
        channels = [
            y
            for top, bottom in zip(self.lane_tops, self.lane_tops[1:], strict=False)
            for y in (top + LANE_NAME + 5, bottom - 17, bottom - 8)
        ]
        return tuple(sorted((*self.columns, *gutters))), tuple(sorted((*self.rows, *channels)))


def place(process: Process) -> Layout:
    """The layout of the map."""
    lanes = {lane.id: number for number, lane in enumerate(process.lanes)}
    cells = columns_of(process)
    sizes = {node.id: _size(node) for node in process.nodes}
    widths = [
        2 * max((sizes[node.id][0] for node in process.nodes if cells[node.id] == column), default=0.0)
        for column in range(1 + max(cells.values()))
    ]
    heights = [
        2 * max((sizes[node.id][1] for node in process.nodes if lanes[node.lane] == lane), default=20.0)
        for lane in range(len(lanes))
    ]
    middles, edges = _columns(widths)
    tops = [sum(LANE_NAME + 2 * CHANNEL + height for height in heights[:lane]) for lane in range(len(lanes) + 1)]
    rows = [top + LANE_NAME + CHANNEL + height / 2 for top, height in zip(tops, heights, strict=False)]
    boxes = {
        node.id: Box(
            node, number, lanes[node.lane], cells[node.id], middles[cells[node.id]], rows[lanes[node.lane]],
            *sizes[node.id],
        )
        for number, node in enumerate(process.nodes, start=1)
    }  # fmt: skip
    return Layout(boxes, tuple(tops), tuple(middles), tuple(edges), tuple(rows))


def columns_of(process: Process) -> dict[str, int]:
    """The column of each node: after everything that leads to it, or straight below or above that in another lane."""
    lanes = {lane.id: number for number, lane in enumerate(process.lanes)}
    order = {node.id: number for number, node in enumerate(process.nodes)}
    before: dict[str, list[ProcessNode]] = {node.id: [] for node in process.nodes}
    for node in process.nodes:
        for branch in node.next:
            if order[branch.to] > order[node.id]:  # a way back does not move what it leads back to
                before[branch.to].append(node)
    columns: dict[str, int] = {}
    taken: set[tuple[int, int]] = set()
    for node in process.nodes:
        lane = lanes[node.lane]
        column = 0
        for earlier in before[node.id]:
            start = lanes[earlier.lane]
            way = _between(start, lane, columns[earlier.id])
            straight = lane != start and taken.isdisjoint(way)
            column = max(column, columns[earlier.id] + (0 if straight else 1))
        while (lane, column) in taken:
            column += 1
        columns[node.id] = column
        taken.add((lane, column))
        for earlier in before[node.id]:
            if columns[earlier.id] == column:  # nothing may be put in the way of a straight arrow
                taken.update(_between(lanes[earlier.lane], lane, column))
    return columns


def _between(start: int, end: int, column: int) -> set[tuple[int, int]]:
    """The cells after `start` on the way to and with `end`, in one column."""
    step = 1 if end > start else -1
    return {(lane, column) for lane in range(start + step, end + step, step)} if start != end else set()


def _columns(widths: list[float]) -> tuple[list[float], list[float]]:
    middles, edges = [], [MARGIN + GUTTER / 2]
    for width in widths:
        middles.append(edges[-1] + GUTTER / 2 + width / 2)
        edges.append(edges[-1] + GUTTER + width)
    return middles, edges


def _size(node: ProcessNode) -> tuple[float, float, tuple[str, ...]]:
    """Half the width and height that the node needs, and its text in lines."""
    if node.kind is NodeKind.DECISION:
        return _decision_size(node.text)
    longest_word = max(text_width(word, TEXT_SIZE) for word in node.text.split())
    width = max(_STEP_WIDTH, longest_word + 2 * _PADDING)
    lines = wrap(node.text, width - 2 * _PADDING, TEXT_SIZE)
    return width / 2, len(lines) * LINE / 2 + _PADDING, lines


def _decision_size(text: str) -> tuple[float, float, tuple[str, ...]]:
    """The lowest diamond of the usual width that holds the text; as wide as it must be for a very long word."""
    half_width = _DECISION_WIDTH / 2
    while True:
        for half_height in range(44, 120, 4):
            for width in range(150, 60, -8):
                lines = wrap(text, width, TEXT_SIZE)
                if _fits(lines, half_width, half_height):
                    return half_width, float(half_height), lines
        half_width += 12


def _fits(lines: tuple[str, ...], half_width: float, half_height: float) -> bool:
    for number, line in enumerate(lines):
        edge = max(abs(number - len(lines) / 2), abs(number + 1 - len(lines) / 2)) * (LINE - 2)
        if edge >= half_height or text_width(line, TEXT_SIZE) / 2 > half_width * (1 - edge / half_height) - 2:
            return False
    return True
