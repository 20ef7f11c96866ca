"""Progress of long work on a terminal; silent where standard error is no terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import (
    Progress as Bars,
)

from onrecord.resolve.gazetteer import Gazetteer, cache_path
from onrecord.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.pipeline import Progress

__all__ = ["bars", "have_places"]


@contextmanager
def bars() -> Iterator[Callable[[Progress], None]]:
    """Give a function that draws one bar a stage."""
    console = Console(stderr=True)
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as drawn:
        stages = {}

        def step(progress: Progress) -> None:
            if progress.stage not in stages:
                stages[progress.stage] = drawn.add_task(progress.stage, total=progress.total)
            words = printable(f"{progress.stage} {progress.what}")[:60].replace("[", r"\[")
            drawn.update(
                stages[progress.stage], completed=progress.done, total=progress.total, description=words
            )

        yield step


def have_places() -> str:
    """Build the list of places where it is missing, with progress on a terminal; give its version."""
    console = Console(stderr=True)
    if console.is_terminal and not cache_path().is_file():
        console.print("building the list of places, once on this machine (about 20 s)", highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bars(*columns, console=console, transient=True, disable=not console.is_terminal) as drawn:
        task = drawn.add_task("places", total=None)
        places = Gazetteer.shipped(
            lambda what, rows: drawn.update(task, description=f"{what}: {rows:,} rows")
        )
    version = places.version
    places.close()
    return version
