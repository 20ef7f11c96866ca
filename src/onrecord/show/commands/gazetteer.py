"""`onrecord gazetteer`: build the list of places once, with progress."""

from __future__ import annotations

import click

from onrecord.resolve.gazetteer import cache_path
from onrecord.show.commands.steps import have_places

__all__ = ["gazetteer"]


@click.command(epilog="Example: onrecord gazetteer --again")
@click.option("--again", is_flag=True, help="Build it anew even if it is there.")
def gazetteer(*, again: bool) -> None:
    """Build the list of places.

    It is made of what the package ships, without a network, and kept in the user's cache folder.
    """
    if again:
        cache_path().unlink(missing_ok=True)
    click.echo(f"list of places {have_places()} in {cache_path()}")
