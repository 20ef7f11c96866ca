"""`onrecord show`: one value with its claims, the quotes, who says so, and why its names were read so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from onrecord.show.cells import cell
from onrecord.show.commands.options import db_option
from onrecord.show.detail import find_detail
from onrecord.show.shapes import claim_line
from onrecord.show.tables import printable
from onrecord.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.show.detail import Detail
    from onrecord.store import ClaimRow

__all__ = ["show"]


@click.command(epilog="Example: onrecord show clm_0f3a --db record.db")
@click.argument("id_", metavar="ID")
@db_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="How to write.",
)
def show(id_: str, db: Path, form: str) -> None:
    """Show one value, its claims, quotes and sources.

    ID is that of a claim, event, document, actor, place, relation or presence, as the lists give it.
    """
    with Store(db) as store:
        found = find_detail(store, id_)
    if form == "jsonl":
        claims = [claim_line(row) for row in found.rows]
        click.echo(
            json.dumps({"what": found.what, "value": found.value, "claims": claims}, ensure_ascii=False)
        )
        return
    for line in _lines(found):
        click.echo(printable(line))


def _lines(found: Detail) -> Iterator[str]:
    yield f"{found.what}: {found.title}"
    yield "machine reading, not verified"
    if found.what != "claims":
        for name in found.value:
            words = cell(found.value, name)
            if name != "claims" and words not in (None, ""):
                yield f"  {name}: {words}"
        yield f"{len(found.rows)} claims"
    for row in found.rows:
        yield from _claim(row)


def _claim(row: ClaimRow) -> Iterator[str]:
    line: dict[str, Any] = claim_line(row)
    stance = "" if line["polarity"] == "positive" else ", says it is not so"
    modality = "" if line["modality"] == "actual" else f", {line['modality']}"
    yield f"- {line['kind']}, {line.get('act') or line.get('type')}{stance}{modality} [{line['id']}]"
    yield f"    words: “{line['evidence']['text']}”"
    yield f"    in: {row.title or row.document_id} [{row.document_id}] at {line['evidence']['start']}"
    yield f"    who says so: {cell(line, 'sources') or 'the document itself'}"
    for name in ("happened", "said", "as_of"):
        if line[name]:
            time = line[name]
            interval = f"{time['earliest']} to {time['latest']} ({time['precision']})"
            yield f"    {name}: {interval} “{time['text']}”: {time['why']}"
    for figure in line["casualties"]:
        yield f"    {cell({'row': figure}, 'row')} “{figure['text']}”"
    for (start, end), link in sorted(row.links.items(), key=lambda found: found[0]):
        known = f"{link.name or 'open'} [{link.target_id or '-'}]"
        yield f"    {start}-{end} is {known} {link.score:.2f}: {link.why}"
        for other in link.alternatives:
            yield f"      or {other.name} [{other.target_id}] {other.score:.2f}: {other.why}"
