"""What a relative time can be counted from, and the flag that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.records import Anchor
from onrecord.resolve.periods import Period, Unclear

__all__ = ["Anchors"]

_NO_PUBLICATION = "counted from the time of writing, and the text has no publication date"
_NO_DATE = "counted from an earlier time, and no dated one stands before it in the text"


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a time can be counted from; None if unknown.

    `dated` is the nearest time before that is stated in full; `recent` is the nearest that was
    resolved at all, or the one that opens its sentence: "at the time" points there. `ahead` says that
    the clause looks ahead: its weekday and its month without a year are the next ones.
    """

    published: Period | None
    dated: Period | None
    dated_words: str = ""
    recent: Period | None = None
    recent_words: str = ""
    ahead: bool = False

    def written(self) -> Period | Unclear:
        """Give the publication, or the day of the text's dateline, as an anchor."""
        return self.published if self.published is not None else Unclear(_NO_PUBLICATION)

    def told(self) -> Period | Unclear:
        """Give the nearest time that is stated in full as an anchor."""
        return self.dated if self.dated is not None else Unclear(_NO_DATE)

    def spoken_of(self) -> Period | Unclear:
        """Give the time that the text has just spoken of as an anchor."""
        return self.recent if self.recent is not None else Unclear(_NO_DATE)

    def flagged(self, period: Period, base: Period) -> Period:
        """Mark an interval with the anchor that it was counted from, and the anchor's words."""
        for told, words in ((self.dated, self.dated_words), (self.recent, self.recent_words)):
            if base is told:
                return replace(period, anchor=Anchor.TEXT, why=f"counted from {words!r} earlier in the text")
        if base.anchor == Anchor.DATELINE:
            return replace(period, anchor=Anchor.DATELINE, why=base.why)
        return replace(period, anchor=Anchor.PUBLICATION, why="counted from the publication date")
