"""`onrecord forget`: remove a document's bytes, quotes and index entries for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.errors import InputError
from onrecord.show.commands.options import db_option
from onrecord.store import Filter, Store

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["forget"]


@click.command(
    epilog='Example: onrecord forget doc_0f3a --db record.db --who "A. Reviewer" --reason "names a witness"'
)
@click.argument("document")
@db_option
@click.option("--who", required=True, help="Who decides; stays in the ledger.")
@click.option("--reason", required=True, help="Why; stays in the ledger, so name nobody here.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(document: str, db: Path, who: str, reason: str, *, yes: bool) -> None:
    """Remove a document's words for good."""
    with Store(db) as store:
        unfinished = any(stone.document_id == document and not stone.purged for stone in store.tombstones())
        if store.document(document) is None and not unfinished:
            raise InputError(f"{document}: no such document in {db}; onrecord list documents names them")
        claims = sum(1 for _ in store.claims(Filter(document=document)))
        if not yes and not unfinished:
            click.confirm(
                f"Remove {document} and its {claims} claims for good? This cannot be undone", abort=True
            )
        store.forget(document, who, reason)
    click.echo(f"{document} is forgotten; a tombstone keeps the ledger valid")
    click.echo(f"run onrecord rebuild --db {db} so that events no longer count it", err=True)
