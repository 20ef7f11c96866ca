"""The trained reader as an engine: mentions, events, relations and who says so, from one pass over the words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.mentions import mentions_in
from onrecord.find.models.trained.passages import ground_of
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.find.models.trained.related import relation_claims
from onrecord.find.models.trained.speaking import with_sources
from onrecord.find.models.trained.told import event_claims
from onrecord.find.sentence import Lexicon, Sentence, span_of
from onrecord.records import Mention, MentionKind, Reading, Role, Text, Unread, mention_id

__all__ = ["TrainedEngine", "engine"]


@dataclass(frozen=True, slots=True)
class TrainedEngine:
    """Reads with the network alone."""

    reader: TrainedReader

    @property
    def by(self) -> str:
        """Give "trained/1+", the digits of the weights, and the use where it is not the balanced one."""
        use = "" if self.reader.use == "balanced" else f"+{self.reader.use}"
        return f"trained/1+{self.reader.weights.version}{use}"

    def read(self, text: Text) -> Reading:
        """Give mentions and claims of a text, and a row for each sentence in a language without claims."""
        ground = ground_of(text)
        found = (
            *event_claims(self.reader, text, ground, self.by),
            *relation_claims(self.reader, text, ground, self.by),
        )
        told = attributions_in(self.reader, ground.words) if found else ()
        claims = tuple({claim.id: with_sources(claim, text, told) for claim in found}.values())
        mentions = {m.id: m for m in mentions_in(self.reader, text, ground)}
        mentions |= {m.id: m for claim in claims for m in _fillers(claim.roles, mentions)}
        unread = tuple(_unread(text, s) for s in ground.sentences if not ground.english(s.start, s.end))
        return Reading(text.id, self.by, tuple(mentions.values()), claims, (), unread)


def engine(lexicon: Lexicon, use: str = "balanced") -> TrainedEngine:
    """Make the engine, which needs no names from outside the text."""
    del lexicon
    return TrainedEngine(open_reader(use))


def _fillers(roles: tuple[Role, ...], known: dict[str, Mention]) -> list[Mention]:
    """Give a mention for each role whose words are none yet, so that it can be resolved."""
    spans = {(m.span.start, m.span.end) for m in known.values()}
    kinds = {"place": MentionKind.PLACE, "instrument": MentionKind.THING}
    found = []
    for role in roles:
        if (role.span.start, role.span.end) not in spans:
            kind = kinds.get(role.name, MentionKind.GROUP)
            found.append(Mention(mention_id(kind, role.span), kind, role.span, role.span.words))
    return found


def _unread(text: Text, sentence: Sentence) -> Unread:
    span = span_of(text, sentence.start, sentence.end)
    return Unread(span, f"the trained reader finds names but no claims in {sentence.language}")
