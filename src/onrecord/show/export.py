"""Events as flat rows with the column names of UCDP's event data, and what is lost by it.

Names and codes: UCDP GED codebook, version 26.1 (CC BY 4.0). A row is a machine reading of reports, not
an event coded by UCDP.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.records import Modality, Precision
from onrecord.show.geojson import point
from onrecord.show.persons import WITHHELD, Persons
from onrecord.show.shapes import figure
from onrecord.store import Filter

if TYPE_CHECKING:
    from onrecord.records import Event, Place, When
    from onrecord.store import Store

__all__ = ["COLUMNS", "Export", "date_precision", "export_events", "violence_type"]

COLUMNS = (
    "id", "year", "type_of_violence", "side_a", "side_b", "number_of_sources", "source_article",
    "source_date", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "country",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low",
)  # fmt: skip

FIRST_ROLES = ("agent", "side", "subject", "perpetrator")
"""Roles that fill side_a before others; where the text gives no direction the order is that of the names."""

STATE_KINDS = frozenset({"state", "state-force"})

LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Days of an interval and the UCDP date precision that holds it; nothing holds more than a year."""

LOST = (
    "not in the format: the sources' words and offsets, who says so and how, modality and polarity",
    "not in the format: claims that disagree (only low, best, high), method, wounded and other outcomes",
    "not in the format: alternatives of a link, the reason for a merge, what an area covers",
    "ids are onrecord's own, not UCDP's numbers; deaths are in deaths_unknown where no side is settled",
    "machine reading, not verified",
)


@dataclass(frozen=True, slots=True)
class Export:
    """Rows in the order of `columns`, and what was left out or coarsened, in words."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    report: tuple[str, ...]


def export_events(store: Store, wanted: Filter, *, addresses: bool = False) -> Export:
    """Give a row for each event that has happened; every event read is kept or counted under a reason."""
    rows, dropped, coarse = [], Counter[str](), Counter[str]()
    places = {place.id: place for place in store.places(Filter())}
    persons = Persons(store)
    for event in store.events(wanted):
        if event.modality is not Modality.ACTUAL:
            dropped[f"{event.modality}, has not happened"] += 1
            continue
        row = {
            **_what(event, persons),
            **_where(event, places.get(event.place_id)),
            **_when(event.when),
            **_deaths(event),
            **_sources(store, event, addresses=addresses),
        }
        coarse.update(_coarsened(event, row))
        rows.append(tuple(row.get(name) for name in COLUMNS))
    return Export(COLUMNS, tuple(rows), _report(len(rows), dropped, coarse))


def date_precision(when: When) -> int | None:
    """Give the UCDP date precision; None for an open interval and for more than a year."""
    if when.earliest is None or when.latest is None:
        return None
    if when.precision is Precision.WEEK:
        return 3
    days = (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days + 1
    return next((code for longest, code in LONGEST if days <= longest), None)


def violence_type(kinds: tuple[str, ...], target: str) -> int | None:
    """Give 1 state-based, 2 non-state, 3 one-sided from the kinds of the linked sides; None if unsettled."""
    if len(kinds) == 1:
        return 3 if target == "civilians" else None
    if len(kinds) < 2:  # noqa: PLR2004 - two sides
        return None
    return 1 if STATE_KINDS & set(kinds) else 2


def _what(event: Event, persons: Persons) -> dict[str, object]:
    names = {role: [] for role, _, _ in event.sides}  # type: dict[str, list[str]]
    for side in event.sides:
        names[side[0]].append(persons.public_name(event, side))
    first = next((role for role in FIRST_ROLES if role in names), next(iter(names), ""))
    side_a = names.pop(first, [])
    if not names and len(side_a) > 1:
        names, side_a = {"": side_a[1:]}, side_a[:1]
    kinds = tuple(kind for _, actor_id, _ in event.sides if (kind := persons.kind(actor_id)))
    return {
        "id": event.id,
        "type_of_violence": violence_type(kinds, event.target),
        "side_a": "; ".join(side_a),
        "side_b": "; ".join(name for group in names.values() for name in group),
        "event_clarity": 2 if event.disputed or event.scale not in ("", "incident") else 1,
    }


def _where(event: Event, place: Place | None) -> dict[str, object]:
    spot = point(place, event.where_precision)
    _, first, second = place.admin if place else ("", "", "")
    return {
        "where_prec": event.where_precision or None,
        "where_coordinates": event.place,
        "adm_1": first,
        "adm_2": second,
        "latitude": spot[1] if spot else None,
        "longitude": spot[0] if spot else None,
        "country": event.country,
    }


def _when(when: When) -> dict[str, object]:
    years = {day[:4] for day in (when.earliest, when.latest) if day}
    return {
        "year": int(years.pop()) if when.earliest and when.latest and len(years) == 1 else None,
        "date_prec": date_precision(when),
        "date_start": when.earliest,
        "date_end": when.latest,
    }


def _deaths(event: Event) -> dict[str, object]:
    killed = event.killed
    return {
        "deaths_unknown": figure(killed.best),
        "best": figure(killed.best),
        "high": figure(killed.high),
        "low": figure(killed.low),
    }


def _sources(store: Store, event: Event, *, addresses: bool) -> dict[str, object]:
    claims = [row for id_ in event.claim_ids if (row := store.claim(id_))]
    texts = [text for id_ in dict.fromkeys(row.claim.text_id for row in claims) if (text := store.text(id_))]
    articles = [
        ", ".join(filter(None, (text.site, text.document_id, text.url if addresses else "")))
        for text in texts
    ]
    days = sorted({text.published.earliest for text in texts if text.published and text.published.earliest})
    return {
        "number_of_sources": event.origins,
        "source_article": "; ".join(articles),
        "source_date": "; ".join(days),
    }


def _coarsened(event: Event, row: dict[str, object]) -> list[str]:
    checks = {
        "without a date": row["date_start"] is None and row["date_end"] is None,
        "with an interval that date_prec cannot hold": row["date_prec"] is None
        and row["date_start"] is not None,
        "without a point (an area, or no place)": row["latitude"] is None,
        "without a type of violence": row["type_of_violence"] is None,
        "without a death toll": event.killed.best is None,
        "with no upper bound of deaths": event.killed.best is not None and event.killed.high is None,
        "with claims that disagree": event.disputed,
        "series or campaigns, not one incident": event.scale not in ("", "incident"),
        "with a person withheld": WITHHELD in f"{row['side_a']}; {row['side_b']}",
    }
    return [words for words, holds in checks.items() if holds]


def _report(kept: int, dropped: Counter[str], coarse: Counter[str]) -> tuple[str, ...]:
    left_out = ", ".join(f"{count:,} {why}" for why, count in sorted(dropped.items())) or "none"
    total = kept + dropped.total()
    return (
        f"{total:,} events read = {kept:,} written + {dropped.total():,} left out ({left_out})",
        *(f"{count:,} {words}" for words, count in sorted(coarse.items())),
        *LOST,
    )
