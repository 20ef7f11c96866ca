"""`onrecord gazetteer`: build the list of places once, with progress."""

from __future__ import annotations
