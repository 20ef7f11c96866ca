"""`onrecord rebuild`: delete what is derived and derive it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord import pipeline
from onrecord.show.commands.options import db_option
from onrecord.show.commands.steps import bars, have_places

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["rebuild"]


@click.command(epilog="Example: onrecord rebuild --db record.db")
@db_option
def rebuild(db: Path) -> None:
    """Derive links and events anew."""
    have_places()
    with bars() as step:
        events = pipeline.rebuild(db, on_step=step)
    click.echo(f"{events:,} events derived anew in {db}")
