"""ECB+: events, their participants and their coreference chains in news; Cybulska and Vossen (2014), LREC.

The edition is that of Zhukova, Hamborg and Gipp (2021), topics 1-35. Its token files of some topics also
hold documents of other topics, those of the test part (36-45) among them: only a folder's own are read.
Single sentences are annotated; `covered` is those. Participants are marked only where an event has them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.readers.tokens import joined, sentences
from training.schema import Event, Example, Layer, Named, NameType, Stretch

TYPES = {
    "HUMAN_PART_PER": NameType.PERSON, "HUMAN_PART_ORG": NameType.ORGANISATION,
    "HUMAN_PART_GPE": NameType.GEOPOLITICAL, "HUMAN_PART_FAC": NameType.FACILITY,
    "HUMAN_PART_VEH": NameType.VEHICLE, "HUMAN_PART_GENERIC": NameType.GROUP, "LOC_GEO": NameType.PLACE,
    "LOC_FAC": NameType.FACILITY, "LOC_OTHER": NameType.PLACE, "TIME_DATE": NameType.TIME,
    "TIME_OF_THE_DAY": NameType.TIME, "TIME_DURATION": NameType.TIME, "TIME_REPETITION": NameType.TIME,
}  # fmt: skip
LAYERS = frozenset({Layer.EVENTS, Layer.EVENT_TYPES, Layer.EVENT_COREF, Layer.POLARITY})
DEV_TOPICS = 5
Mention = dict[str, Any]
Tokens = dict[str, dict[int, list[str]]]


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each document of each topic; every fifth topic is the dev part."""
    for topic in sorted(path for path in folder.iterdir() if path.is_dir()):
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for path in sorted(topic.glob("annotation/original/e*_mentions_*.json")):
            for mention in json.loads(path.read_text("utf-8")):
                mentions[mention["conll_doc_key"]].append(mention)
        for key, found in tokens(topic / "annotation" / "original" / f"{topic.name}.conll").items():
            yield example(key, found, mentions[key])


def tokens(path: Path) -> Tokens:
    """Give the tokens of the topic's own documents by sentence; a sentence that is an address is left out."""
    found: Tokens = {}
    for line in path.read_text("utf-8").splitlines():
        key, *rest = line.split("\t")
        if len(rest) > 2 and key.split("/")[1] == path.stem:  # noqa: PLR2004 - sentence, number, word
            found.setdefault(key, {}).setdefault(int(rest[0]), []).append(rest[2])
    return {
        key: {n: s for n, s in parts.items() if not s[0].startswith("http")} for key, parts in found.items()
    }


def example(key: str, found: dict[int, list[str]], mentions: Sequence[Mention]) -> Example:
    """Give the example of one document."""
    text, lines = sentences(list(found.values()))
    places = dict(zip(found, lines, strict=True))
    told = sorted((m for m in mentions if m["sent_id"] in places), key=lambda m: m["mention_id"])
    chains = {chain: number for number, chain in enumerate(dict.fromkeys(m["coref_chain"] for m in told))}
    spans = [(span(m, places), chains[m["coref_chain"]], m["mention_full_type"]) for m in told]
    topic, source, number = key.split("/")
    return Example(
        set="ecbplus",
        id=f"{source}-{number}",
        text=text,
        annotated=LAYERS,
        covered=tuple(joined(places[n]) for n in sorted({m["sent_id"] for m in told})),
        names=tuple(Named(at, TYPES.get(t, NameType.OTHER), t, g) for at, g, t in spans if "ACTION" not in t),
        events=tuple(event(at, g, t) for at, g, t in spans if "ACTION" in t),
        given="train" if int(topic) % DEV_TOPICS else "dev",
        source=source,
    )


def span(mention: Mention, places: dict[int, list[Stretch]]) -> Stretch:
    """Give the stretch of a mention, of its head where it is cut into several."""
    line = places[mention["sent_id"]]
    numbers = mention["tokens_number"] if mention["is_continuous"] else [mention["mention_head_id"]]
    return joined([line[number] for number in numbers])


def event(at: Stretch, group: int, own_type: str) -> Event:
    """Give the event of a mention; the set writes what did not happen as NEG_ACTION."""
    negated = own_type.startswith("NEG_")
    return Event(at, own_type.removeprefix("NEG_"), "negative" if negated else "positive", group=group)
