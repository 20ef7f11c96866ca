"""Events over time as bars: dark where a day is known, paler where only an interval is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.records import Precision
from onrecord.show.names import event_label, event_title
from onrecord.show.when import is_open, when_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Event

__all__ = ["Bar", "Tick", "Timeline", "draw_timeline"]

LEFT, RIGHT, TOP, ROW = 300, 990, 30, 24
"""The drawing's measures in its own units, 1000 wide."""

MOST_TICKS = 9
LEAST_WIDTH = 6
"""A day on a long axis would be thinner than can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One event: where its interval begins and ends; an open end runs to the edge."""

    event_id: str
    title: str
    label: str
    when: str
    x: float
    y: int
    width: float
    precise: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line on the axis and its date."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is drawn, and the ids of events that have no date."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: int
    undated: tuple[str, ...]


def draw_timeline(events: Sequence[Event]) -> Timeline:
    """Give the drawing; nothing is drawn sharper than it is known, and undated events are named apart."""
    undated = tuple(event.id for event in events if is_open(event.when))
    dated = sorted(
        (event for event in events if not is_open(event.when)),
        key=lambda event: (event.when.earliest or event.when.latest or "", event.when.latest or "", event.id),
    )
    if not dated:
        return Timeline((), (), 0, undated)
    days = [date.fromisoformat(d) for e in dated for d in (e.when.earliest, e.when.latest) if d]
    scale = _Scale(min(days), max(days))
    bars = tuple(_bar(event, TOP + row * ROW, scale) for row, event in enumerate(dated))
    ticks = tuple(Tick(scale.x(day), label) for day, label in _ticks(scale.first, scale.last))
    return Timeline(bars, ticks, TOP + len(bars) * ROW + 10, undated)


class _Scale:
    """Days to units; a little air on both sides."""

    def __init__(self, first: date, last: date) -> None:
        air = timedelta(days=max(1, (last - first).days // 40))
        self.first, self.last = first - air, last + air

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + share * (RIGHT - LEFT), 1)


def _bar(event: Event, y: int, scale: _Scale) -> Bar:
    when = event.when
    first = scale.x(date.fromisoformat(when.earliest)) if when.earliest else float(LEFT)
    last = scale.x(date.fromisoformat(when.latest) + timedelta(days=1)) if when.latest else float(RIGHT)
    precise = when.precision is Precision.DAY and when.earliest == when.latest
    width = round(max(LEAST_WIDTH, min(last, RIGHT) - first), 1)
    open_end = when.earliest is None or when.latest is None
    return Bar(
        event.id, event_title(event), event_label(event), when_words(when), first, y, width, precise, open_end
    )


STEPS = (
    (date.resolution.days, "day"), (7, "day"), (1, "month"), (3, "month"), (6, "month"),
    (1, "year"), (2, "year"), (5, "year"), (10, "year"), (50, "year"),
)  # fmt: skip


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    for step, unit in STEPS:
        found = list(_marks(first, last, step, unit))
        if len(found) <= MOST_TICKS:
            return found
    return []


def _marks(first: date, last: date, step: int, unit: str) -> Iterator[tuple[date, str]]:
    if (last - first).days > 400 * step * {"day": 1, "month": 30, "year": 366}[unit]:
        yield from ((first, "") for _ in range(MOST_TICKS + 1))
        return
    if unit == "day":
        day = first
        while day <= last:
            yield day, day.isoformat()
            day += timedelta(days=step)
        return
    months = step if unit == "month" else 12 * step
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(month // 12, month % 12 + 1, 1)
        if month % months == 0 and first <= day <= last:
            yield day, day.isoformat()[:7] if unit == "month" else str(day.year)
