"""`onrecord gazetteer`: build the list of places once, with progress."""

from __future__ import annotations

import click
from rich.console import Console
from rich.progress import Progress as Bars
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from onrecord.resolve.gazetteer import Gazetteer, cache_path

__all__ = ["gazetteer"]


@click.command(epilog="Example: onrecord gazetteer --again")
@click.option("--again", is_flag=True, help="Build it anew even if it is there.")
def gazetteer(*, again: bool) -> None:
    """Build the list of places.

    It is made of what the package ships, without a network, and kept in the user's cache folder.
    """
    path = cache_path()
    if again:
        path.unlink(missing_ok=True)
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as drawn:
        task = drawn.add_task("places", total=None)
        built = Gazetteer.shipped(lambda what, rows: drawn.update(task, description=f"{what}: {rows:,} rows"))
    version = built.version
    built.close()
    click.echo(f"list of places {version} in {path}")
