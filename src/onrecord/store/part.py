"""What every part of the Store stands on: the one file."""

from __future__ import annotations

from onrecord.store.file import RecordFile

__all__ = ["Part"]


class Part:
    """A group of the Store's methods over the shared file."""

    def __init__(self, file: RecordFile) -> None:
        self._file = file
