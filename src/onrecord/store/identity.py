"""What lasts when derived rows are made again: event ids, and which claims judgements are about now."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from onrecord.records import Claim, Judgement
from onrecord.store.carry import carry, carry_mention
from onrecord.store.claim_rows import Cut, load_claims
from onrecord.store.corrections import CORRECT, Correction
from onrecord.store.ledger import Ledger

__all__ = ["Identity", "Minting"]

MENTIONED = ("link", "moment")
"""The targets of judgements that are about a mention: what it is, or when."""

Row = tuple[str, int, str]
# asked of the text of this one row: the view of all readings that count grows with the record
STANDS = """SELECT 1 FROM {} x JOIN reading r ON r.n = x.reading JOIN choice c ON c.text = r.text
  WHERE x.id = ? AND c.newest AND c.reading = x.reading"""
THERE = """SELECT m.id, m.kind FROM counting c JOIN text t ON t.n = c.text
  JOIN mention m ON m.reading = c.reading WHERE t.id = ? AND m.start = ? AND m.stop = ? ORDER BY m.id"""
CLAIM_ID = re.compile(r"\bclm_[0-9a-f]{20}\b")


class Minting(Protocol):
    """What minting gives to be kept: rows (event id, age, claim) and (loser, winner) pairs."""

    @property
    def rows(self) -> Sequence[Row]:
        """Give the new rows of the table of ids."""

    @property
    def redirects(self) -> Sequence[tuple[str, str]]:
        """Give who gave way to whom."""


class Identity(Ledger):
    """Event ids, and judgements carried to the readings that count."""

    def minted(self) -> tuple[Row, ...]:
        """List (event id, age, claim) in the order of adding; an event's first row is its founding claim."""
        rows = self._file.rows("SELECT event_id, seq, claim_id FROM minted ORDER BY n")
        return tuple((row["event_id"], row["seq"], row["claim_id"]) for row in rows)

    def add_minted(self, minting: Minting) -> None:
        """Keep new event ids and redirects; nothing is taken back."""
        with self._file.writing() as db:
            db.executemany(
                """INSERT INTO minted (event_id, seq, claim_id) VALUES (?,?,?)
                   ON CONFLICT (event_id, claim_id) DO NOTHING""",
                minting.rows,
            )
            db.executemany(
                """INSERT INTO redirects (loser, winner) SELECT :loser, :winner WHERE :winner IS NOT
                   (SELECT winner FROM redirects WHERE loser = :loser ORDER BY n DESC LIMIT 1)""",
                [{"loser": loser, "winner": winner} for loser, winner in minting.redirects],
            )

    def redirects(self) -> dict[str, str]:
        """Give for each event id that gave way the id that it gave way to last."""
        rows = self._file.rows("SELECT loser, winner FROM redirects ORDER BY n")
        return {row["loser"]: row["winner"] for row in rows}

    def resolve_event(self, event_id: str) -> str:
        """Give the id under which an event stands now; an id that stands is its own."""
        known = self.redirects()
        standing = event_id
        while standing in known and self._file.row("SELECT 1 FROM event WHERE id = ?", (standing,)) is None:
            standing = known.pop(standing)
        return standing

    def successors(self) -> dict[str, frozenset[str]]:
        """Give for claims of readings that count the older claims of the same kind that they stand for.

        An older claim is one of another reading of the text whose evidence shares half of the longer span.
        """
        rows = self._file.rows(
            """SELECT new.id AS new, old.id AS old FROM counting c
               JOIN reading r ON r.text = c.text AND r.n <> c.reading
               JOIN claim old ON old.reading = r.n
               JOIN claim new ON new.reading = c.reading AND new.kind = old.kind AND new.id <> old.id
                 AND 2 * (min(new.stop, old.stop) - max(new.start, old.start))
                     >= max(new.stop - new.start, old.stop - old.start)"""
        )
        stood_for: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            stood_for[row["new"]].add(row["old"])
        return {new: frozenset(old) for new, old in stood_for.items()}

    def carried(self) -> tuple[tuple[Judgement, str], ...]:
        """Give each standing judgement with the id that it is about now; orphaned ones are left out."""
        return tuple((judgement, target) for judgement, target in self._placed() if target is not None)

    def corrections(self) -> dict[str, tuple[Correction, ...]]:
        """Give by text the standing corrections of its claims and mentions, oldest first."""
        found: dict[str, list[Correction]] = defaultdict(list)
        for judgement, target in self._placed(CORRECT):
            if target is not None and judgement.span:
                found[judgement.span.text_id].append(Correction(judgement, target))
        return {text: tuple(corrections) for text, corrections in found.items()}

    def orphaned(self) -> tuple[Judgement, ...]:
        """Give the standing judgements whose claim or mention the readings that count no longer hold."""
        return tuple(judgement for judgement, target in self._placed() if target is None)

    def _placed(self, verdict: str = "") -> list[tuple[Judgement, str | None]]:
        """Give the standing judgements, or those of one verdict, each with what it is about now."""
        with self._file.steady():
            standing = [judged for judged in self.standing() if verdict in ("", judged.verdict)]
            if not standing:
                return []
            claims = {text: self._claims_of(text) for text in {j.span.text_id for j in standing if j.span}}
            return [(judgement, self._place(judgement, claims)) for judgement in standing]

    def _place(self, judgement: Judgement, claims: Mapping[str, Sequence[Claim]]) -> str | None:
        if judgement.target == "claim":
            here = claims.get(judgement.span.text_id, ()) if judgement.span else ()
            return carry(judgement, here) or (
                judgement.target_id if self._counts(judgement.target_id) else None
            )
        if judgement.target in MENTIONED:
            return self._mention_now(judgement)
        if all(self._counts(claim_id) for claim_id in CLAIM_ID.findall(judgement.target_id)):
            return judgement.target_id
        return None

    def _mention_now(self, judgement: Judgement) -> str | None:
        """Give the mention that counts now: the same one, or one of the same words and kind of value."""
        if self._file.row(STANDS.format("mention"), (judgement.target_id,)):
            return judgement.target_id
        span = judgement.span
        there = self._file.rows(THERE, (span.text_id, span.start, span.end)) if span else []
        return carry_mention(judgement, [(row["id"], row["kind"]) for row in there])

    def _claims_of(self, text_id: str) -> tuple[Claim, ...]:
        """Give the claims of the reading that counts; none where a newer text took this one's place."""
        rows = self._file.rows(
            """SELECT k.* FROM counting c JOIN text t ON t.n = c.text
               JOIN claim k ON k.reading = c.reading WHERE t.id = ?""",
            (text_id,),
        )
        if not rows:
            return ()
        cut = Cut(text_id, self.text(text_id).content)
        return tuple(load_claims(self._file, rows, {rows[0]["reading"]: cut}))

    def _counts(self, claim_id: str) -> bool:
        return self._file.row(STANDS.format("claim"), (claim_id,)) is not None
