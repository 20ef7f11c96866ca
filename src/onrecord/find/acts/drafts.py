"""The draft of an event: its triggers and who fills which role, before drafts are joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.records import MentionKind
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.find.acts.triggers import Trigger
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.records import Mention

__all__ = ["FRAMES", "PRONOUNS", "Draft"]

_PEOPLE = frozenset({MentionKind.ACTOR, MentionKind.GROUP, MentionKind.PERSON})
_DOING = frozenset({"agent", "side"})
PRONOUNS = event_words("pronoun")
FRAMES = {row["frame"]: row for row in rows("frames")}


@dataclass(slots=True)
class Draft:
    """An event in the making: its triggers (the first one names the act) and who fills which role.

    `lent` are the ids of mentions that another act's words bring.
    """

    triggers: list[Trigger]
    clauses: set[int]
    roles: list[tuple[str, Placed]] = field(default_factory=list)
    lent: set[str] = field(default_factory=set)

    @property
    def row(self) -> Row:
        """Give the row of acts.csv that names the act."""
        return self.triggers[0].row

    @property
    def first(self) -> int:
        """Give the first token of the trigger that names the act."""
        return self.triggers[0].first

    @property
    def last(self) -> int:
        """Give the last token of the trigger that names the act."""
        return self.triggers[0].last

    @property
    def head_last(self) -> int:
        """Give the last token of the trigger's unbroken beginning: "take" in "take ... hostage"."""
        at = self.first
        while at + 1 in self.triggers[0].tokens:
            at += 1
        return at

    @property
    def nominal(self) -> bool:
        """Tell whether the act is named by a noun."""
        return self.triggers[0].nominal

    @property
    def nameless(self) -> bool:
        """Tell whether pronouns alone fill its parts; "US" is none."""
        heads = (placed.mention.head for _, placed in self.roles)
        return all(head.lower() in PRONOUNS and not head.isupper() for head in heads)

    def has(self, *names: str) -> bool:
        """Tell whether one of these roles is filled."""
        return any(name in names for name, _ in self.roles)

    def add(self, name: str, group: list[Placed]) -> None:
        """Fill a role, once for each mention, and never with a mention that already has a part."""
        taken = {placed.mention.id for _, placed in self.roles}
        for placed in group:
            overlaps = any(placed.first <= t <= placed.last for x in self.triggers for t in x.tokens)
            news = name in _DOING and _is_outlet(placed.mention)
            if name != "-" and placed.mention.id not in taken and not overlaps and not news:
                self.roles.append(
                    (_role(name, placed, ground=bool(FRAMES[self.row["frame"]]["ground"])), placed)
                )

    def lend(self, name: str, group: list[Placed]) -> None:
        """Fill a role with what a neighbour's words say; it is no part of the evidence."""
        self.add(name, group)
        self.lent |= {placed.mention.id for placed in group}

    def add_within(self, frame: Frame, role: str) -> None:
        """Fill a part with the thing that the trigger names: "drop the ... bombs", "burn the ... houses"."""
        things = (
            p for group in frame.starting.values() for p in group if p.mention.kind is MentionKind.THING
        )
        covering = [p for p in things if p.first <= self.last <= p.last]
        self.roles.extend((role, placed) for placed in covering[:1])


def _is_outlet(mention: Mention) -> bool:
    """Tell a body of the news, which reports and does not fight, meet or strike."""
    words = mention.head.lower().split()
    named = words[0] in event_words("outlet") and mention.head[0].isupper()
    return mention.kind is not MentionKind.PERSON and (
        named or (len(words) > 1 and words[-1] in event_words("outlet_end") and mention.head[0].isupper())
    )


def _role(name: str, placed: Placed, *, ground: bool) -> str:
    """Take a place for no target of force: what is hit there is not named. A country may be accused."""
    kind = placed.mention.kind
    if kind is MentionKind.PLACE and ground and name in {"agent", "target", "victim", "side", "object"}:
        return "place"
    if name == "instrument" and kind in _PEOPLE:
        return "agent"
    if kind is MentionKind.THING and name in {"agent", "side", "victim"}:
        return "instrument" if name == "agent" else "target"
    return name
