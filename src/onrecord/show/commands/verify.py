"""`onrecord verify`: whether a record is as it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from onrecord.errors import InputError
from onrecord.show.commands.options import db_option
from onrecord.store import Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["verify"]

HEAD = re.compile(r"([0-9]{1,9}):([0-9a-f]{64})")


@click.command(epilog="Example: onrecord verify --db record.db")
@db_option
@click.option("--head", default="", metavar="N:HASH", help="The ledger's end as an earlier run printed it.")
def verify(db: Path, head: str) -> None:
    """Check that a record is as it was written."""
    kept = HEAD.fullmatch(head)
    if head and kept is None:
        raise InputError(f"--head {head!r} is no end of a ledger; give it as onrecord verify prints it")
    with Store(db) as store:
        found = store.check((int(kept[1]), kept[2]) if kept else (0, ""))
    click.echo(
        f"{found.documents:,} documents, {found.readings:,} readings, {found.judgements:,} judgements: sound"
    )
    if found.judgements:
        click.echo(f"keep this elsewhere, to notice a ledger written anew: {found.judgements}:{found.head}")
