"""The one tree of errors; a message says what, where and what to do.

OnrecordError
├── InputError        the user's input cannot be used (exit code 2)
├── ReadError         bytes could not be turned into a document
├── FindError         an engine could not read a text
├── StoreError        the record file cannot be used (exit code 2)
│   └── EvidenceError a value whose words do not stand at its offsets
├── VocabularyError   a name that the vocabulary does not hold
└── LedgerError       the ledger of judgements does not verify
"""

from __future__ import annotations

__all__ = [
    "EvidenceError",
    "FindError",
    "InputError",
    "LedgerError",
    "OnrecordError",
    "ReadError",
    "StoreError",
    "VocabularyError",
]


class OnrecordError(Exception):
    """Everything that onrecord raises on purpose."""


class InputError(OnrecordError):
    """The user's input cannot be used: a missing file, a bad option, an empty source."""


class ReadError(OnrecordError):
    """Bytes could not be turned into a document."""


class FindError(OnrecordError):
    """An engine could not read a text."""


class StoreError(OnrecordError):
    """The record file cannot be opened, read or written."""


class EvidenceError(StoreError):
    """A value's words do not stand in its text at its offsets."""


class VocabularyError(OnrecordError):
    """A name that the vocabulary does not hold; the message lists the valid ones."""


class LedgerError(OnrecordError):
    """The ledger of judgements does not verify."""
