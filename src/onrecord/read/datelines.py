"""Where a report's dateline ends: "KABUL, 14 March 2017 (Agency) —" says where and when it was written.

It is no part of the first sentence, and neither its place nor its day are those of an event.
"""

from __future__ import annotations

import re

from onrecord.read.dates import AFTER_DATELINE, dateline

__all__ = ["dateline_end"]

LONGEST = 120

# A town in capitals; an area, agency or day may follow; then a dash. Every repeat is bounded.
TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,24}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,24}){0,3}"
REST = r"(?:,? [\w.'’]{1,20}){0,5}(?: {0,2}\([^()\n]{1,40}\)){0,2}"
UNDATED = re.compile(rf"{TOWN}{REST}\s{{0,2}}(?:[—–]|--?\s|:\s)\s*")
SPACE = re.compile(r"\s*")


def dateline_end(words: str) -> int:
    """Give the offset of the first word after the dateline of a paragraph; 0 where it has none."""
    head = words[:LONGEST]
    day = dateline(words)
    after = AFTER_DATELINE.match(words, day.end) if day else UNDATED.match(head)
    if after is None:
        return 0
    rest = SPACE.match(words, after.end())
    end = rest.end() if rest else after.end()
    return end if end < len(words) else 0
