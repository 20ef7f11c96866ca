"""`onrecord list`: rows of one kind, filtered, in one of four formats."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from onrecord.show.commands.options import build_filter, db_option, filter_options
from onrecord.show.formats import FORMATS, write_rows
from onrecord.show.listing import LISTINGS
from onrecord.store import Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["list_rows"]


@click.command("list", epilog="Example: onrecord list claims --db record.db --actor Taliban --format jsonl")
@click.argument("what", type=click.Choice(list(LISTINGS)))
@db_option
@filter_options("min_deaths")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How to write."
)
def list_rows(what: str, db: Path, form: str, **options: Any) -> None:  # noqa: ANN401 - click's options
    """List what a record holds."""
    with Store(db) as store:
        count = write_rows(store, what, build_filter(options), form, sys.stdout)
    if form == "table":
        click.echo(f"{count} {what}; machine reading, not verified", err=True)
