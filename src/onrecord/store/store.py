"""The Store: one SQLite file that holds a record."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.store.file import RecordFile
from onrecord.store.soundness import Soundness

__all__ = ["Store"]


class Store(Soundness):
    """A record file, open; use it in a `with` block.

    Facts are added, never edited; derived rows are replaced; judgements are appended. Every method that
    writes is one transaction. Raises StoreError for a file that is missing (without `create`), foreign,
    newer, locked or damaged.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = Path(path)
        super().__init__(RecordFile(self.path, create=create))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
