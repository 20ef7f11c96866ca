"""`onrecord show`: one value with its claims, the quotes, who says so, and why its names were read so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from onrecord.show.cells import cell
from onrecord.show.commands.options import db_option
from onrecord.show.detail import decisions_on, find_detail
from onrecord.show.lines import plain
from onrecord.show.shapes import claim_line
from onrecord.show.tables import printable
from onrecord.show.value_lines import value_lines
from onrecord.show.values import values_of
from onrecord.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from onrecord.show.counts import Value
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

    ID is that of a claim, event, document, actor, place, relation or presence, as the lists give it, or
    of a mention, as a claim's values give it.
    """
    with Store(db) as store:
        found = find_detail(store, id_)
        values = {row.claim.id: values_of(store, row) for row in found.rows}
        decisions = decisions_on(store, found.id)
    if form == "jsonl":
        claims = [claim_line(row) for row in found.rows]
        whole = {"what": found.what, "value": found.value, "claims": claims}
        more = {"values": plain(values), "decisions": list(decisions)}
        click.echo(json.dumps({**whole, **more}, ensure_ascii=False))
        return
    for line in (*_lines(found, values), *_decided(decisions)):
        click.echo(printable(line))


def _lines(found: Detail, values: Mapping[str, Sequence[Value]]) -> Iterator[str]:
    yield f"{found.what}: {found.title}"
    yield "machine reading, not verified"
    if found.what == "mentions":
        yield from value_lines(found.value)
    elif found.what != "claims":
        for name in found.value:
            words = cell(found.value, name)
            if name != "claims" and words not in (None, ""):
                yield f"  {name}: {words}"
    if found.what != "claims":
        yield f"{len(found.rows)} claims"
    for row in found.rows:
        yield from _claim(row)
        if found.what != "mentions":
            yield from (line for value in values[row.claim.id] for line in value_lines(plain(value)))


def _decided(decisions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for one in decisions:
        value = f" {one['value']}" if one["value"] else ""
        what = f"judgement {one['seq']} of {one['at'][:10]}: {one['verdict']}{value}"
        yield f"{what}; {one['who']}: {one['reason']}"


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
            interval = f"{time['earliest'] or '..'} to {time['latest'] or '..'} ({time['precision']})"
            yield f"    {name}: {interval} “{time['text']}”"
