"""The engine of rules: text -> sentences -> mentions, times, numbers, casualties, sources -> claims.

It reads what its tables know, says how sure it is, and lists what it did not read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.find.acts.events import Told, told_events
from onrecord.find.acts.otherscripts import LANGUAGES, find_plain_events
from onrecord.find.confidence import confidence_of
from onrecord.find.mentions.names import find_mentions
from onrecord.find.patterns.doubles import without_doubles
from onrecord.find.patterns.inner_names import inner_names
from onrecord.find.patterns.patterned import find_patterned
from onrecord.find.pronouns import with_speaker
from onrecord.find.repeats import without_repeats
from onrecord.find.sentence import span_of
from onrecord.find.sifting import distinct, sifted
from onrecord.find.stance.attribution import find_attributions
from onrecord.find.stance.covering import chain_of, over, without_asides
from onrecord.find.stance.modality import find_modality
from onrecord.find.ties import ties_of
from onrecord.find.timing import times_of
from onrecord.find.values.casualties import find_casualties
from onrecord.find.values.numbers import find_numbers
from onrecord.find.values.timewords import find_times
from onrecord.find.version import tables_hash
from onrecord.find.words.casing import recased
from onrecord.find.words.clauses import cut_clauses
from onrecord.find.words.frame import frame_of
from onrecord.find.words.tokens import each_sentence
from onrecord.records import Mention, MentionKind, Reading, Unread, mention_id

if TYPE_CHECKING:
    from onrecord.find.sentence import Attribution, Lexicon, Sentence
    from onrecord.records import Claim, Modality, Number, Polarity, Span, Text, Tie, TimeRole

__all__ = ["MAX_TOKENS", "RulesEngine"]

MAX_TOKENS = 250  # a longer "sentence" is a table or a list: names are read, claims are not
_PARTIES = frozenset({"agent", "side", "target", "speaker", "recipient", "subject", "object", "actor"})
_ENGLISH = frozenset({"en", "eng", "und", ""})
_NAMED = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE})
_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him", "we", "us"})


@dataclass(frozen=True, slots=True)
class _Read:
    """What one sentence gave."""

    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    ties: tuple[Tie, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class RulesEngine:
    """Reads with rules and tables alone; `lexicon` brings the names known outside the text."""

    lexicon: Lexicon

    @property
    def by(self) -> str:
        """Give "rules/1+" and eight digits that change with any table or with the lexicon."""
        return f"rules/1+{tables_hash(self.lexicon.version)}"

    def read(self, text: Text) -> Reading:
        """Give mentions, claims and ties of a text, and a row for each sentence not read."""
        by = self.by
        parts = [self._sentence(sentence) for sentence in each_sentence(text)]
        claims = distinct(replace(claim, by=by) for part in parts for claim in part.claims)
        kept = {claim.id for claim in claims}
        return Reading(
            text_id=text.id,
            by=by,
            mentions=tuple({m.id: m for part in parts for m in part.mentions}.values()),
            claims=claims,
            ties=tuple(
                dict.fromkeys(
                    t for part in parts for t in part.ties if t.claim_id in kept and t.other_id in kept
                )
            ),
            unread=tuple(unread for part in parts for unread in part.unread),
        )

    def _sentence(self, written: Sentence) -> _Read:
        sentence = recased(written, self.lexicon)
        names = find_mentions(sentence, self.lexicon)
        dated = find_times(sentence)
        counts = find_numbers(sentence, dated)
        numbers = tuple(n for n in counts if not _in_name(n.span, names))
        times = tuple(t for t in dated if not _in_name(t.span, names))
        mentions = (*names, *times, *_number_mentions(numbers))
        if len(sentence.tokens) > MAX_TOKENS:
            return _unread(
                sentence, mentions, f"sentence of over {MAX_TOKENS} words, likely a table or a list"
            )
        if sentence.language not in _ENGLISH:
            return _other_language(sentence, mentions, numbers)
        return _english(sentence, names, times, mentions, counts)


def _english(
    sentence: Sentence,
    names: tuple[Mention, ...],
    times: tuple[Mention, ...],
    mentions: tuple[Mention, ...],
    counts: tuple[Number, ...],
) -> _Read:
    events = told_events(sentence, names, find_casualties(sentence, names, counts))
    others = without_doubles(find_patterned(sentence, names), tuple(told.claim for told in events))
    found = (*events, *(Told(claim, claim.evidence.start, claim.evidence.end) for claim in others))
    if not found:
        return _Read(_without_pronouns(mentions, frozenset()), ())
    attributions = find_attributions(sentence, (*names, *times))
    frame = frame_of(sentence, (*names, *times))
    clauses = cut_clauses(frame)
    claims = []
    for number, told in enumerate(found):
        speaking = over(told.claim, without_asides(sentence, told.claim, attributions))
        held = (
            told.claim.polarity,
            told.claim.modality,
        )  # patterns set theirs: they know where their head stands
        world = find_modality(sentence, told.start, told.end) if number < len(events) else held
        dated = times_of(frame, clauses, told.claim, times, speaking)
        claims.append(_completed(sentence, told.claim, speaking, dated, world))
    whole = distinct(with_speaker(claim, names) for claim in without_repeats(sifted(tuple(claims))))
    used = frozenset(
        [role.span.start for c in whole for role in c.roles]
        + [source.who.start for c in whole for source in c.sources if source.who]
    )
    states = (*_states(whole, names), *_inner(sentence, whole, names))
    return _Read(_without_pronouns((*mentions, *states), used), whole, ties_of(sentence, whole))


def _states(claims: tuple[Claim, ...], names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give a country that is a party to a claim as an actor beside the place: "accused Rwanda"."""
    parts = {role.span for c in claims for role in c.roles if role.name in _PARTIES}
    places = (m for m in names if m.kind is MentionKind.PLACE and m.span in parts)
    return tuple(replace(m, id=mention_id(MentionKind.ACTOR, m.span), kind=MentionKind.ACTOR) for m in places)


def _inner(sentence: Sentence, claims: tuple[Claim, ...], names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the names inside longer words that fill a part: the backer in "Norland-backed"."""
    parts = {role.span for c in claims for role in c.roles}
    return tuple(m for m in inner_names(sentence, names) if m.span in parts)


def _completed(
    sentence: Sentence,
    claim: Claim,
    speaking: tuple[Attribution, ...],
    times: tuple[TimeRole, ...],
    world: tuple[Polarity, Modality],
) -> Claim:
    polarity, modality = world
    whole = replace(
        claim,
        sources=chain_of(claim, speaking),
        times=claim.times or times,
        polarity=polarity,
        modality=modality,
    )
    return replace(whole, confidence=confidence_of(whole, sentence))


def _other_language(sentence: Sentence, mentions: tuple[Mention, ...], numbers: tuple[Number, ...]) -> _Read:
    claims = find_plain_events(sentence, mentions, numbers) if sentence.language in LANGUAGES else ()
    if not claims:
        return _unread(sentence, mentions, f"no rules for claims in {sentence.language}")
    return _Read(mentions, tuple(replace(c, confidence=confidence_of(c, sentence)) for c in claims))


def _unread(sentence: Sentence, mentions: tuple[Mention, ...], reason: str) -> _Read:
    span = span_of(sentence.text, sentence.start, sentence.end)
    return _Read(_without_pronouns(mentions, frozenset()), (), (), (Unread(span, reason),))


def _in_name(span: Span, names: tuple[Mention, ...]) -> bool:
    """Tell whether a time or a number is part of a longer name: "March 23 Movement"."""
    return any(
        m.kind in _NAMED
        and m.span.start <= span.start
        and span.end <= m.span.end
        and m.span.words != span.words
        for m in names
    )


def _number_mentions(numbers: tuple[Number, ...]) -> tuple[Mention, ...]:
    return tuple(
        Mention(mention_id(MentionKind.NUMBER, n.span), MentionKind.NUMBER, n.span, n.span.words)
        for n in numbers
    )


def _without_pronouns(mentions: tuple[Mention, ...], used: frozenset[int]) -> tuple[Mention, ...]:
    """Leave out pronouns that fill no part: "it became clear" names nobody."""
    return tuple(
        m
        for m in mentions
        if m.head.lower() not in _PRONOUNS or m.kind is not MentionKind.GROUP or m.span.start in used
    )
