"""The year wheel: the standing meetings month by month, as a drawing and as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.months import MONTHS
from macros.render.forums import ForumEntry, forum_entry
from macros.render.svg_text import wrap
from macros.render.templates import fill
from macros.render.view import View
from macros.render.words import first_upper

# The wheel's centre is the origin of the drawing.
WIDTH, _LEAST_HEIGHT = 720, 480
_INNER, _OUTER, _ELBOW = 62.0, 158.0, 178.0
_TEXT_SIZE, _LINE, _GAP = 15.0, 19.0, 12.0
_LABEL_EDGE, _INDENT = 188.0, 11.0
_LABEL_WIDTH = WIDTH / 2 - _LABEL_EDGE - _INDENT - 2


@dataclass(frozen=True)
class Label:
    """The meetings of a month as lines beside the wheel, towards it on the side `anchor`; some begin a meeting."""

    x: float
    y: float
    anchor: str
    lines: tuple[tuple[str, bool], ...]

    @property
    def texts(self) -> tuple[tuple[float, float, str, bool], ...]:
        """Where each line stands, what it says and whether it begins a meeting: only then does it have a dot."""
        x = self.x + (_INDENT if self.anchor == "start" else -_INDENT)
        return tuple((x, self.y + _LINE * (n + 0.75), line, first) for n, (line, first) in enumerate(self.lines))


@dataclass(frozen=True)
class Segment:
    """A month: its slice of the wheel, its name, its meetings and where these are written."""

    month: str
    entries: tuple[ForumEntry, ...]
    slice: str
    name_at: tuple[float, float]
    label: Label | None
    leader: str


def year_wheel(handbook: Handbook, page_url: str, today: date) -> Markup:
    """The wheel, the same as a list by month, and the forums that have no months of their own."""
    view = View(handbook, page_url, today)
    entries = [forum_entry(handbook, forum) for forum in handbook.holdings.forums.values()]
    return fill(
        "year_wheel.html",
        view=view,
        segments=(found := segments(entries)),
        others=[entry for entry in entries if not entry.forum.months],
        width=WIDTH,
        height=height_of(found),
    )


def segments(entries: Sequence[ForumEntry]) -> tuple[Segment, ...]:
    """The twelve months, clockwise from the top. Labels on one side are moved apart so that none covers another."""
    by_month = [tuple(entry for entry in entries if month in entry.forum.months) for month in range(1, 13)]
    right, left = range(6), range(11, 5, -1)  # both from the top down
    labels = _labels(right, by_month, 1) | _labels(left, by_month, -1)
    return tuple(_segment(month, found, labels.get(month)) for month, found in enumerate(by_month))


def height_of(found: Sequence[Segment]) -> float:
    """How high the drawing is: as the wheel, and more when a side has many meetings."""
    labels = [segment.label for segment in found if segment.label]
    reach = max((max(-label.y, label.y + _LINE * len(label.lines)) for label in labels), default=0.0)
    return max(_LEAST_HEIGHT, 2 * reach + _GAP)


def _segment(month: int, found: tuple[ForumEntry, ...], label: Label | None) -> Segment:
    middle = (_INNER + _OUTER) / 2
    leader = ""
    if label is not None:
        (x, y), y_text = _point(month + 0.5, _OUTER), label.y + _LINE * len(label.lines) / 2
        x_text = label.x - 6 if label.anchor == "start" else label.x + 6
        (x_elbow, _) = _point(month + 0.5, _ELBOW)
        x_elbow = max(x_elbow, 8.0) if label.anchor == "start" else min(x_elbow, -8.0)
        leader = f"M{x:.1f} {y:.1f}L{x_elbow:.1f} {y_text:.1f}H{x_text:.1f}"
    return Segment(MONTHS[month], found, _slice(month), _point(month + 0.5, middle), label, leader)


def _labels(months: Sequence[int], by_month: Sequence[tuple[ForumEntry, ...]], side: int) -> dict[int, Label]:
    """One side's labels from the top down: each as near its month as the one above allows, then lifted to fit."""
    texts = {month: _lines(by_month[month]) for month in months if by_month[month]}
    needed = sum(_LINE * len(lines) + _GAP for lines in texts.values())
    limit = max(_LEAST_HEIGHT, needed) / 2
    tops: dict[int, float] = {}
    lowest = -limit
    for month, lines in texts.items():
        wanted = _point(month + 0.5, _ELBOW)[1] - _LINE * len(lines) / 2
        tops[month] = max(wanted, lowest)
        lowest = tops[month] + _LINE * len(lines) + _GAP
    highest = limit
    for month in reversed(texts):
        tops[month] = min(tops[month], highest - _LINE * len(texts[month]))
        highest = tops[month] - _GAP
    x, anchor = side * _LABEL_EDGE, "start" if side > 0 else "end"
    return {month: Label(x, top, anchor, texts[month]) for month, top in tops.items()}


def _lines(found: tuple[ForumEntry, ...]) -> tuple[tuple[str, bool], ...]:
    """The lines of text for a month's meetings, and whether each begins a meeting's name."""
    return tuple(
        (line, number == 0)
        for entry in found
        for number, line in enumerate(wrap(first_upper(entry.title), _LABEL_WIDTH, _TEXT_SIZE))
    )


def _slice(month: int) -> str:
    (x1, y1), (x2, y2) = _point(month, _OUTER), _point(month + 1, _OUTER)
    (x3, y3), (x4, y4) = _point(month + 1, _INNER), _point(month, _INNER)
    return (
        f"M{x1:.1f} {y1:.1f}A{_OUTER:.0f} {_OUTER:.0f} 0 0 1 {x2:.1f} {y2:.1f}"
        f"L{x3:.1f} {y3:.1f}A{_INNER:.0f} {_INNER:.0f} 0 0 0 {x4:.1f} {y4:.1f}Z"
    )


def _point(month: float, radius: float) -> tuple[float, float]:
    """Where a time of the year lies: 0 is the turn of the year, at the top; clockwise."""
    angle = month * pi / 6 - pi / 2
    return radius * cos(angle), radius * sin(angle)
