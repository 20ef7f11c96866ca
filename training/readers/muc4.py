"""MUC-4: incidents of Latin America 1989-91, lower-cased texts with templates, and the official keys.

Sundheim (1992), Overview of the Fourth Message Understanding Evaluation; the five-part form is that of
Du, Rush and Cardie (2021), Template Filling with Generative Transformers. Dates, places, stages, numbers,
effects and confidences come from the key files, where a template is found again in them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.readers.muc4_keys import Key, aligned, keys
from training.schema import Example, Filler, Layer, Stretch, Template

PARTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
NUMBER = {"Target": "PHYS TGT: NUMBER", "Victim": "HUM TGT: NUMBER"}
EFFECT = {"Target": "PHYS TGT: EFFECT OF INCIDENT", "Victim": "HUM TGT: EFFECT OF INCIDENT"}
CONFIDENCE = {"PerpOrg": "PERP: ORGANIZATION CONFIDENCE"}
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
HEAD = 300
_HEAD = re.compile(r"(?m)^\s*((?:DEV|TST\d)-MUC[34]-\d{4}).*$")
_DATELINE = re.compile(rf", (\d{{1,2}}) ({'|'.join(MONTHS)})[A-Z]*\.? (\d\d)\b")


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each text; tst1 and tst2 are the dev part."""
    found = keys(path for place in ("dev", "tst1", "tst2") for path in sorted((folder / place).glob("key-*")))
    days = datelines(folder)
    for part in ("train", "dev"):
        for line in (folder / f"templates_{part}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            matched = aligned(row["templates"], found.get(row["docid"], []))
            pairs = zip(row["templates"], matched, strict=True)
            yield Example(
                set="muc4",
                id=row["docid"],
                text=row["doctext"],
                annotated=frozenset({Layer.MUC}),
                muc=tuple(template(raw, key, row["doctext"]) for raw, key in pairs),
                given=part,
                day=days.get(row["docid"], ""),
            )


def datelines(folder: Path) -> dict[str, str]:
    """Give the ISO day in the head of each text, by document; a few have none."""
    found: dict[str, str] = {}
    for pattern in ("dev/dev-*", "tst1/tst1-*", "tst2/tst2-*"):
        for path in sorted(folder.glob(pattern)):
            _, *pieces = _HEAD.split(path.read_text("latin-1"))
            for name, body in zip(pieces[::2], pieces[1::2], strict=True):
                if date := _DATELINE.search(body[:HEAD]):
                    day, month, year = date.groups()
                    found[name] = f"19{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}"
    return found


def template(raw: dict[str, Any], key: Key, text: str) -> Template:
    """Give a template of the json form with what its key adds."""
    return Template(
        type=raw["incident_type"],
        parts=tuple((part, filler(part, mentions, key, text)) for part in PARTS for mentions in raw[part]),
        date=key.first("INCIDENT: DATE"),
        location=key.first("INCIDENT: LOCATION"),
        stage=key.first("INCIDENT: STAGE OF EXECUTION"),
    )


def filler(part: str, mentions: list[tuple[str, int]], key: Key, text: str) -> Filler:
    """Give one entity: its words, where the file says they stand, and where else they stand."""
    words = tuple(dict.fromkeys(word for word, _ in mentions))
    given = tuple(sorted({Stretch(start, start + len(word)) for word, start in mentions}))
    return Filler(
        words=words,
        given=given,
        further=tuple(at for at in occurrences(words, text) if at not in given),
        number=key.said_of(NUMBER.get(part, ""), words),
        effect=key.said_of(EFFECT.get(part, ""), words),
        confidence=key.said_of(CONFIDENCE.get(part, ""), words),
        name=part == "Victim" and key.lists("HUM TGT: NAME", words),
    )


def occurrences(words: tuple[str, ...], text: str) -> list[Stretch]:
    """Give every place where one of the words stands as whole words, in the order of the text."""
    found = {
        Stretch(*match.span())
        for word in words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    }
    return sorted(found)
