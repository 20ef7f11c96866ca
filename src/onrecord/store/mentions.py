"""One mention by its id, with what it was resolved to."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Link, Mention, MentionKind, Moment
from onrecord.store.claim_rows import Cut
from onrecord.store.view import View

__all__ = ["MentionRow", "Mentions"]

# the reading that counts first, else the latest that has it
MENTION = """SELECT m.*, t.id AS text_id, t.document FROM mention m JOIN reading r ON r.n = m.reading
  JOIN text t ON t.n = r.text JOIN choice c ON c.text = t.n WHERE m.id = ?
  ORDER BY (c.newest AND c.reading = m.reading) DESC, m.n DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention in its document, with its link or its moment where it has one."""

    mention: Mention
    document_id: str
    link: Link | None
    moment: Moment | None


class Mentions(View):
    """Single mentions."""

    def mention(self, mention_id: str) -> MentionRow | None:
        """Give one mention, or None."""
        with self._file.steady():
            row = self._file.row(MENTION, (mention_id,))
            if row is None:
                return None
            text = self.text(row["text_id"])
            span = Cut(text.id, text.content).span(row["start"], row["stop"])
            links = (link for link in self.links(text.id) if link.mention_id == mention_id)
            moments = (moment for moment in self.moments(text.id) if moment.mention_id == mention_id)
            mention = Mention(mention_id, MentionKind(row["kind"]), span, row["head"])
            return MentionRow(mention, row["document"], next(links, None), next(moments, None))
