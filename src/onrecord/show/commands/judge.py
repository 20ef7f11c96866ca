"""`onrecord judge`: a person's decision on a claim, event, actor, place or relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.errors import InputError
from onrecord.records import Judgement
from onrecord.show.commands.options import db_option, now
from onrecord.show.detail import find_detail, kind_of, what_was_seen
from onrecord.store import Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["judge"]

VERDICTS = ("accept", "reject", "same", "different", "undo")


@click.command(
    epilog='Example: onrecord judge clm_1b2c --verdict reject --who "A. Reviewer" --reason "it was a drill"'
)
@click.argument("target_id")
@db_option
@click.option("--verdict", type=click.Choice(VERDICTS), required=True, help="The decision.")
@click.option(
    "--value", default="", help="The other id, for same and different; the judgement's number, for undo."
)
@click.option("--who", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
def judge(target_id: str, db: Path, verdict: str, value: str, who: str, reason: str) -> None:
    """Enter a person's decision in the ledger."""
    if verdict in ("same", "different", "undo") and not value:
        raise InputError(
            f"--verdict {verdict} needs --value: the other id, or the number of the judgement to undo"
        )
    with Store(db) as store:
        target = find_detail(store, target_id)
        span, seen = what_was_seen(target)
        entered = store.append(
            Judgement(0, kind_of(target), target.id, verdict, value, who, reason, now(), span, seen)
        )
    click.echo(f"judgement {entered.seq}: {verdict} {target_id}; onrecord rebuild --db {db} applies it")
