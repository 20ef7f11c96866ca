"""Whether a correction can be: its value exists and fits the words that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.records import Actor, MentionKind
from onrecord.resolve.edtf import when_of
from onrecord.store.carry import KINDS_OF
from onrecord.store.corrections import OPEN
from onrecord.store.decided_values import UNBOUNDED, read_figure, read_interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.records import Place
    from onrecord.show.detail import Detail

    EntryOf = Callable[[str], Actor | Place | None]

__all__ = ["check_correction", "plain_value"]

EXAMPLES = {"actor": "act:taliban", "place": "geo:1138336, adm:AF.10 or iso:AF"}


def plain_value(target: Detail, value: str) -> str:
    """Give a time's value as the ledger keeps it: EDTF's seasons, quarters and decades as two days.

    Raises InputError for what is no interval; other values are given back as they are.
    """
    if target.what != "mentions" or target.value["kind"] != MentionKind.TIME or value == OPEN:
        return value
    try:
        read_interval(value)
    except InputError as refused:
        return _two_days(value, refused)
    return value


def _two_days(edtf: str, refused: InputError) -> str:
    try:
        when = when_of(edtf)
    except InputError:
        raise refused from None
    return f"{when.earliest or UNBOUNDED}/{when.latest or UNBOUNDED}"


def check_correction(target: Detail, value: str, entry_of: EntryOf) -> None:
    """Raise InputError for a value that cannot stand where the machine's does, with what to do.

    `entry_of` gives the actor or the place of an id, None where there is none.
    """
    if target.what == "claims":
        _check_figure(target, value)
    elif target.what != "mentions":
        raise InputError(
            f"{target.id}: correct is for words read wrongly: give the id of a mention, or of a claim"
            " with --value killed=3..5; onrecord show CLAIM prints them"
        )
    elif target.value["kind"] == MentionKind.TIME:
        if value != OPEN:
            read_interval(value)
    else:
        _check_entry(target, value, entry_of)


def _check_entry(target: Detail, value: str, entry_of: EntryOf) -> None:
    kind = target.value["kind"]
    wanted = next((what for what in EXAMPLES if kind in KINDS_OF[what]), None)
    if wanted is None:
        raise InputError(f"{target.id}: words of kind {kind} are no actor, place or time; judge their claim")
    if value == OPEN:
        if not target.value["target_id"]:
            raise InputError(f"{target.id}: is open as it is; nothing would change")
        return
    entry = entry_of(value)
    if entry is None:
        raise InputError(
            f"no actor or place {value!r}; give an id such as {EXAMPLES[wanted]} (onrecord list actors and"
            " onrecord list places show those of this record), or open"
        )
    if (wanted == "actor") is not isinstance(entry, Actor):
        raise InputError(
            f"{value} does not fit: these words name {wanted}s; give an id such as {EXAMPLES[wanted]}"
            ", or open"
        )


def _check_figure(target: Detail, value: str) -> None:
    outcome, _, _ = read_figure(value)
    outcomes = [row.outcome for row in target.rows[0].claim.casualties]
    if outcomes.count(outcome) != 1:
        there = ", ".join(outcomes) or "none"
        raise InputError(
            f"{target.id}: has {outcomes.count(outcome)} figures of {outcome!r}, and one is needed;"
            f" its figures are: {there}; reject the claim if it is wrong as a whole"
        )
