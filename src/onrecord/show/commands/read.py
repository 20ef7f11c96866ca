"""`onrecord read`: sources into a record; what could not be read is told and listed, never silent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord import pipeline
from onrecord.errors import ReadError
from onrecord.show.commands.options import DB, engine_options, now
from onrecord.show.commands.steps import bars, have_places
from onrecord.show.tables import printable

if TYPE_CHECKING:
    from onrecord.pipeline import Summary
    from onrecord.records import Failure

__all__ = ["read", "report"]

SHOWN = 20
"""Failures printed before the rest is left to the list."""


@click.command(epilog="Example: onrecord read reports/ page.html --into record.db")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=DB,
    show_default=True,
    help="The record file; made if missing.",
)
@engine_options
def read(sources: tuple[str, ...], into: Path, engine: str, use: str) -> None:
    """Read sources into a record.

    A source is a file, a folder, a URL, or - for standard input: plain text, HTML, PDF, JSONL, CSV.
    Exit code 0 when something was read, also where other sources failed; 2 when nothing could be read.
    """
    have_places()
    with bars() as step:
        asked = pipeline.Asked(engine, use)
        summary = pipeline.read_into(into, sources, at=now(), asked=asked, on_step=step)
    for line in summary.account:
        click.echo(line, err=True)
    if summary.failures and not summary.documents:
        raise ReadError(_refusal(summary.failures))
    report(summary, into)


def report(summary: Summary, into: Path) -> None:
    """Print what was read on one line, and each failure on a line of its own on standard error."""
    click.echo(
        f"{summary.documents:,} documents read ({summary.new:,} new), {summary.claims:,} claims, "
        f"{summary.events:,} events in {into} ({summary.seconds:.1f} s); machine reading, not verified"
    )
    for failure in summary.failures[:SHOWN]:
        click.echo(f"failed: {_line(failure)}", err=True)
    if summary.failures:
        click.echo(
            f"{len(summary.failures):,} failures; onrecord list failures --db {into} lists them", err=True
        )


def _refusal(failures: tuple[Failure, ...]) -> str:
    more = f" (and {len(failures) - 1:,} more failures)" if len(failures) > 1 else ""
    return _line(failures[0]) + more


def _line(failure: Failure) -> str:
    advice = f"; {failure.advice}" if failure.advice else ""
    return printable(f"{failure.where}: {failure.what}{advice}")
