"""`onrecord judge`: a person's decision on a claim, a mention, an event, actor, place or relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.errors import InputError
from onrecord.records import Judgement
from onrecord.resolve import Resolver
from onrecord.show.commands.options import db_option, now
from onrecord.show.commands.steps import have_places
from onrecord.show.detail import find_detail, kind_of, what_was_seen
from onrecord.show.judging import check_correction, plain_value
from onrecord.store import Store
from onrecord.store.corrections import CORRECT
from onrecord.store.ledger import UNDO

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.records import Actor, Place
    from onrecord.show.detail import Detail

__all__ = ["judge"]

PAIRED = ("same", "different")
VALUED = (*PAIRED, CORRECT, UNDO)
VERDICTS = ("accept", "reject", *PAIRED, CORRECT, UNDO)


@click.command(
    epilog='Example: onrecord judge clm_1b2c --verdict reject --who "A. Reviewer" --reason "it was a drill"'
)
@click.argument("target_id")
@db_option
@click.option("--verdict", type=click.Choice(VERDICTS), required=True, help="The decision.")
@click.option(
    "--value",
    default="",
    help="For same and different the other id; for correct the right value; for undo the judgement's number.",
)
@click.option("--who", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
def judge(target_id: str, db: Path, verdict: str, value: str, who: str, reason: str) -> None:
    """Enter a person's decision in the ledger."""
    if verdict in VALUED and not value:
        raise InputError(
            f"--verdict {verdict} needs --value: the other id, the right value, or the judgement to undo"
        )
    if not who.strip() or not reason.strip():
        raise InputError("--who and --reason need words: a decision without them cannot be weighed later")
    with Store(db) as store:
        target = find_detail(store, target_id)
        if verdict in PAIRED:
            _check_pair(store, target, value)
        elif verdict == CORRECT:
            value = plain_value(target, value)
            check_correction(target, value, _entry)
        elif target.what == "mentions" and verdict == "reject":
            raise InputError("a mention is rejected by --verdict correct --value open: it then leads nowhere")
        span, seen = what_was_seen(target)
        entered = store.append(
            Judgement(0, kind_of(target), target.id, verdict, value, who, reason, now(), span, seen)
        )
    click.echo(f"judgement {entered.seq}: {verdict} {target_id}; {_effect(target, verdict, db)}")


def _entry(ident: str) -> Actor | Place | None:
    """Look an actor or a place up outside the record, by its id."""
    have_places()
    return Resolver().entry(ident)


def _check_pair(store: Store, target: Detail, value: str) -> None:
    """Refuse a pair that is not of two claims: it would be kept and change nothing."""
    if target.what != "claims" or find_detail(store, value).what != "claims" or value == target.id:
        raise InputError(
            "same and different speak of two claims: give the ids of two, as onrecord show lists them"
        )


def _effect(target: Detail, verdict: str, db: Path) -> str:
    """Say what becomes of it: only judgements on claims, and corrections, change what is derived."""
    if target.what == "claims" or verdict in (CORRECT, UNDO):
        return f"onrecord rebuild --db {db} applies it"
    return "it is kept beside the value and changes nothing derived; judge its claims for that"
