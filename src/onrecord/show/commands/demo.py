"""`onrecord demo`: the packaged demo sources, read into a record and served."""

from __future__ import annotations

import tempfile
from importlib import resources
from pathlib import Path

import click

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.show.commands.options import now
from onrecord.show.commands.read import report
from onrecord.show.commands.serve import serve_record
from onrecord.show.commands.steps import bars, have_places

__all__ = ["demo"]

FORMS = (".html", ".txt", ".jsonl")


@click.command(epilog="Example: onrecord demo --port 8000")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=None,
    help="The record file; a temporary one if left out.",
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@click.option("--no-serve", is_flag=True, help="Read only.")
def demo(into: Path | None, port: int, *, no_serve: bool) -> None:
    """Read and serve the packaged demo record.

    The texts are the project's own short summaries of published facts; each names its public source.
    """
    folder = resources.files("onrecord.show") / "demo"
    with resources.as_file(folder) as here:
        sources = (
            sorted(str(file) for file in here.rglob("*") if file.suffix in FORMS) if here.is_dir() else []
        )
        if not sources:
            raise InputError("the demo texts are missing from this installation; install onrecord again")
        record = into or Path(tempfile.mkdtemp(prefix="onrecord-demo-")) / "demo.db"
        have_places()
        with bars() as step:
            summary = pipeline.read_into(record, sources, at=now(), on_step=step)
    report(summary, record)
    if not no_serve:
        serve_record(record, "127.0.0.1", port)
