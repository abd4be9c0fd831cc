"""Arrows of a process map: the shortest way with right angles and few turns, past every node on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from macros.model.process import Process
from macros.render.process_layout import Box, Layout

Cell = tuple[int, int]
Segment = tuple[Cell, Cell]
Point = tuple[float, float]

_DIRECTIONS: tuple[Cell, ...] = ((1, 0), (0, 1), (0, -1), (-1, 0))
_LEFT = (-1, 0)
_TURN, _CROSSING, _SHARED_END = 45.0, 25.0, 120.0
_SHARED = 3000.0
_SHORT = 24.0
_AGAINST = 70.0  # leaving to the left or arriving from the right: against the direction of reading


@dataclass(frozen=True)
class Arrow:
    """An arrow's turning points and, for a branch of a decision, its label and where that stands."""

    points: tuple[Point, ...]
    label: str | None
    label_at: Point
    label_anchor: str


class _Router:
    """Finds the ways one by one; each avoids what the earlier ones use."""

    def __init__(self, layout: Layout) -> None:
        self.xs, self.ys = layout.tracks
        self.nodes = {self.cell(box): box for box in layout.boxes.values()}
        self.used: set[Segment] = set()
        self.crossed: set[Cell] = set()
        self.ends: set[Segment] = set()

    def cell(self, box: Box) -> Cell:
        """The point of the grid at the node's centre."""
        return self.xs.index(box.x), self.ys.index(box.y)

    def way(self, start: Cell, goal: Cell) -> list[Cell]:
        """The cheapest way from one node's centre to another's, as points of the grid. It is then in use."""
        best: dict[tuple[Cell, Cell], float] = {}
        queue: list[tuple[float, Cell, Cell, tuple[Cell, ...]]] = [(0.0, start, (0, 0), (start,))]
        while queue:
            cost, cell, heading, path = heappop(queue)
            if cell == goal:
                self._use(path)
                return list(path)
            if best.get((cell, heading), float("inf")) <= cost:
                continue
            best[cell, heading] = cost
            for step, following in self._steps(cell, goal):
                if step != (-heading[0], -heading[1]):
                    price = cost + self._price(path, following, heading, goal)
                    heappush(queue, (price, following, step, (*path, following)))
        raise ValueError("Kartan har ett steg som ingen pil når.")

    def _steps(self, cell: Cell, goal: Cell) -> Iterator[tuple[Cell, Cell]]:
        for step in _DIRECTIONS:
            x, y = cell[0] + step[0], cell[1] + step[1]
            inside = 0 <= x < len(self.xs) and 0 <= y < len(self.ys)
            if inside and ((x, y) == goal or (x, y) not in self.nodes):
                yield step, (x, y)

    def _price(self, path: tuple[Cell, ...], following: Cell, heading: Cell, goal: Cell) -> float:
        """What the step to `following` costs for a way that has come along `path` in the direction `heading`."""
        cell = path[-1]
        step = (following[0] - cell[0], following[1] - cell[1])
        price = abs(self.xs[following[0]] - self.xs[cell[0]]) + abs(self.ys[following[1]] - self.ys[cell[1]])
        price += _TURN if heading not in {(0, 0), step} else 0.0
        price += _CROSSING if following in self.crossed and following != goal else 0.0
        if _segment(cell, following) in self.used:
            price += _SHARED_END if _segment(cell, following) in self.ends and following == goal else _SHARED
        against = step == _LEFT and (len(path) == 1 or following == goal)
        return price + (_AGAINST if against else 0.0)

    def _use(self, path: tuple[Cell, ...]) -> None:
        segments = [_segment(a, b) for a, b in pairwise(path)]
        self.used.update(segments)
        self.ends.add(segments[-1])
        self.crossed.update(path[1:-1])


def arrows(process: Process, layout: Layout) -> tuple[Arrow, ...]:
    """Every arrow of the map; the short ones are drawn first and get the straightest way."""
    router = _Router(layout)
    boxes = layout.boxes
    branches = [(boxes[node.id], boxes[branch.to], branch.label) for node in process.nodes for branch in node.next]
    branches.sort(key=lambda found: abs(found[0].x - found[1].x) + abs(found[0].y - found[1].y))
    return tuple(
        _arrow(router, router.way(router.cell(source), router.cell(target)), source, target, label)
        for source, target, label in branches
    )


def _arrow(router: _Router, way: list[Cell], source: Box, target: Box, label: str | None) -> Arrow:
    points = [(router.xs[x], router.ys[y]) for x, y in way]
    points[0] = _edge(source, points[1])
    points[-1] = _edge(target, points[-2])
    corners = [
        point
        for number, point in enumerate(points)
        if number in {0, len(points) - 1} or not _in_line(points[number - 1], point, points[number + 1])
    ]
    (x, y), (x_next, y_next) = corners[0], corners[1]
    if y == y_next:
        side = 1 if x_next > x else -1
        return Arrow(tuple(corners), label, (x + side * 2, y - 11), "middle")
    if abs(y_next - y) < _SHORT:  # the arrow soon turns, and its horizontal part would run through the label
        return Arrow(tuple(corners), label, (x + 24, y + (4 if y_next > y else 7)), "start")
    return Arrow(tuple(corners), label, (x + 7, y + (16 if y_next > y else -8)), "start")


def _edge(box: Box, towards: Point) -> Point:
    """Where a line from the node's centre towards a point straight beside, above or below it leaves the node."""
    x, y = towards
    if y == box.y:
        return (box.x + (box.half_width if x > box.x else -box.half_width), box.y)
    return (box.x, box.y + (box.half_height if y > box.y else -box.half_height))


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]


def _segment(a: Cell, b: Cell) -> Segment:
    return (a, b) if a < b else (b, a)
