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

from onrecord.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.pipeline import Progress

__all__ = ["bars"]


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
