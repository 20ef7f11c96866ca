"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord.show.listing import type_name
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["DB", "build_filter", "db_option", "engine_options", "filter_options", "now"]

Command = TypeVar("Command", bound="Callable[..., Any]")

DB = Path("record.db")

db_option = click.option(
    "--db", type=click.Path(path_type=Path), default=DB, show_default=True, help="The record file."
)

_ENGINE = (
    click.option(
        "--engine", default="rules", show_default=True, help="The engine: rules, trained, both or llm."
    ),
    click.option("--recall", "use", flag_value="recall", help="Thresholds that miss less (trained, both)."),
    click.option(
        "--precision", "use", flag_value="precision", help="Thresholds that err less (trained, both)."
    ),
    click.option("--balanced", "use", flag_value="balanced", default=True, help="The usual thresholds."),
)


def engine_options(command: Command) -> Command:
    """Add the choice of an engine and of what its thresholds favour."""
    for option in reversed(_ENGINE):
        command = option(command)
    return command


FILTERS = (
    click.option("--actor", default="", help="An actor's id or a part of its name."),
    click.option("--place", default="", help="A place's id or a part of its name."),
    click.option("--country", default="", help="A country's name or code."),
    click.option(
        "--since", default="", metavar="DAY", help="Not wholly before this day (2016-05-01, 2016-05 or 2016)."
    ),
    click.option("--until", default="", metavar="DAY", help="Not wholly after this day."),
    click.option("--type", "type_", default="", help="A kind, act or type."),
    click.option("--source", default="", help="Words in the name of who says so, or of the site."),
    click.option("--text", default="", help="Words in the evidence or text."),
    click.option("--document", default="", help="A document's id."),
    click.option(
        "--min-deaths", type=click.IntRange(min=0), default=None, help="Fewest deaths (best figure)."
    ),
    click.option("--disputed", is_flag=True, help="Only what claims disagree on (events and relations)."),
    click.option("--limit", type=click.IntRange(min=1), default=None, help="At most so many rows."),
)


def filter_options(*left_out: str) -> Callable[[Command], Command]:
    """Add the filter options, all but those left out."""

    def add(command: Command) -> Command:
        for option in reversed(FILTERS):
            named = option(lambda: None).__click_params__[0].name  # type: ignore[attr-defined]
            if named.rstrip("_") not in left_out:
                command = option(command)
        return command

    return add


def build_filter(options: dict[str, Any]) -> Filter:
    """Turn the options given into the store's filter."""
    given = {
        name.rstrip("_"): value
        for name, value in options.items()
        if value != "" and value is not None and value is not False
    }
    if "type" in given:
        given["type"] = type_name(given["type"])
    return Filter(**given)


def now() -> str:
    """Give the present moment in UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
