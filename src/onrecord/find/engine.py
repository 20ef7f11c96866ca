"""What every engine promises: a text in, a reading out, and a name that changes when its answers may."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from onrecord.records import Reading, Text

__all__ = ["Accountable", "Engine", "Parallel"]


class Engine(Protocol):
    """Reads texts; `by` is its name and version, so that a better engine adds a reading and replaces none."""

    @property
    def by(self) -> str:
        """Give name and version."""

    def read(self, text: Text) -> Reading:
        """Give everything that the engine finds, and what it did not read."""


@runtime_checkable
class Accountable(Protocol):
    """An engine whose run costs something, or that refuses some of what it is given."""

    def account(self) -> tuple[str, ...]:
        """Give what the run came to so far, a line a subject, for people to read."""


@runtime_checkable
class Parallel(Protocol):
    """An engine that several threads may ask at once, and that is faster then."""

    @property
    def workers(self) -> int:
        """Give how many texts it is best asked for at once."""
