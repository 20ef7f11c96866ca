"""`onrecord export`: events as one flat row each, and what the format cannot hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from onrecord.show.commands.options import build_filter, db_option, filter_options
from onrecord.show.export import export_events
from onrecord.show.spreadsheet import write_spreadsheet
from onrecord.store import Store

__all__ = ["export"]


@click.command(
    epilog="Example: onrecord export events --db record.db --format xlsx --out events.xlsx --since 2015-01-01"
)
@click.argument("what", type=click.Choice(["events"]))
@db_option
@filter_options("text", "source", "document", "limit")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "xlsx"]),
    default="csv",
    show_default=True,
    help="How to write.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=None,
    help="The file; standard output if left out (csv only).",
)
@click.option(
    "--addresses", is_flag=True, help="Write the documents' addresses too; an address can name a person."
)
def export(what: str, db: Path, form: str, out: Path | None, *, addresses: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Write a part of a record in another format.

    Column names are those of the UCDP Georeferenced Event Dataset. Persons are withheld. What the
    format cannot hold is reported on standard error.
    """
    del what
    with Store(db) as store:
        exported = export_events(store, build_filter(options), addresses=addresses)
    write_spreadsheet(exported, form, out)
    for line in exported.report:
        click.echo(line, err=True)
