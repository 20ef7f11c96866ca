"""An interval of days in words that are never sharper than what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Anchor, Precision

if TYPE_CHECKING:
    from onrecord.records import When

__all__ = ["is_open", "when_words"]

_FLAGS = {
    Anchor.PUBLICATION: " (from publication)",
    Anchor.DATELINE: " (from the dateline)",
    Anchor.TEXT: " (from the text)",
}
"""What a date was counted from, where it is not stated in full."""


def is_open(when: When) -> bool:
    """Say whether no end of the interval is known."""
    return when.earliest is None and when.latest is None


def when_words(when: When) -> str:
    """Write 2015-06-03, 2015-06, 2015, or both ends; a date counted from a flagged anchor says so."""
    if is_open(when):
        return f"open ({when.words})" if when.words else "open"
    return _interval(when) + _FLAGS.get(when.anchor, "")


def _interval(when: When) -> str:
    earliest, latest = when.earliest, when.latest
    if earliest is None:
        return f"until {latest}"
    if latest is None:
        return f"since {earliest}"
    if earliest == latest:
        return earliest
    if when.precision is Precision.MONTH and earliest[:7] == latest[:7]:
        return earliest[:7]
    if when.precision is Precision.YEAR and earliest[:4] == latest[:4]:
        return earliest[:4]
    return f"{earliest} to {latest}"
