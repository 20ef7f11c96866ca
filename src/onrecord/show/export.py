"""Events as flat rows with UCDP's column names, an account of every event, and what is lost by it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.records import Modality
from onrecord.show.persons import WITHHELD, Persons
from onrecord.show.ucdp import COLUMNS, ucdp_row

if TYPE_CHECKING:
    from onrecord.records import Event
    from onrecord.store import Filter, Store

__all__ = ["Export", "export_events"]

LOST = (
    "not in the format: the sources' words and offsets, who says so and how, modality and polarity",
    "not in the format: claims that disagree (only low, best, high), method, wounded and other outcomes",
    "not in the format: alternatives of a link, the reason for a merge, what an area covers",
    "ids are onrecord's own, not UCDP's numbers",
    "deaths are civilians where the words say so, else in deaths_unknown: no side's own dead are settled",
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
    written, dropped, coarse = [], Counter[str](), Counter[str]()
    persons = Persons(store)
    for event in store.events(wanted):
        if event.modality is not Modality.ACTUAL:
            dropped[f"{event.modality}, has not happened"] += 1
            continue
        row = ucdp_row(event, store.place(event.place_id), persons)
        row.update(_sources(store, event, addresses=addresses))
        coarse.update(_coarsened(event, row))
        written.append(tuple(row.get(name) for name in COLUMNS))
    return Export(COLUMNS, tuple(written), _report(len(written), dropped, coarse))


def _sources(store: Store, event: Event, *, addresses: bool) -> dict[str, object]:
    told = dict.fromkeys(row.claim.text_id for row in store.these_claims(event.claim_ids))
    texts = [store.text(text_id) for text_id in told]
    articles = [
        ", ".join(filter(None, (text.site, text.document_id, text.url if addresses else "")))
        for text in texts
    ]
    days = sorted({text.day for text in texts if text.day})
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
        "without a type of violence (no violence, or not settled)": row["type_of_violence"] is None,
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
