"""What is sent: the instructions with every term, a stretch between two markers, the schema of the answer."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from onrecord.find.models.llm.kinds import data_file, kinds, terms
from onrecord.vocabulary import rows

__all__ = ["instructions", "messages_for", "schema", "version"]

_DIGITS = 8
_PLAIN = ("which", "outcome", "act", "polarity", "modality")


@cache
def instructions() -> str:
    """Give data/prompt.txt and the terms of the vocabulary with their definitions."""
    lines = [data_file("prompt.txt")]
    for name, row in kinds().items():
        lines.append(f'kind "{name}": {row.asks}. Roles: {", ".join(sorted(row.roles))}. Types:')
        lines += [f"- {type_}: {about}" if about else f"- {type_}" for type_, about in row.types.items()]
    lines.append('"method" of an event of force, else an empty string:')
    lines += [f"- {row['method']}: {row['definition']}" for row in rows("methods")]
    lines += [f'"{name}": {", ".join(terms()[name])}' for name in _PLAIN]
    return "\n".join(lines)


@cache
def schema() -> dict[str, object]:
    """Give data/claims.schema.json with the vocabulary's terms as what each closed field may hold."""
    whole = json.loads(data_file("claims.schema.json"))
    _fill(whole)
    return dict(whole)


def _fill(node: object) -> None:
    if isinstance(node, dict):
        for name, below in node.items():
            if isinstance(below, dict) and below.get("enum") == []:
                below["enum"] = [*terms()[name], *([""] if name == "method" else [])]
            _fill(below)


def messages_for(words: str) -> list[dict[str, str]]:
    """Give the two messages; the markers hold a hash of the words, so that no text can close its own."""
    mark = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    report = f"<report-{mark}>\n{words}\n</report-{mark}>"
    return [{"role": "system", "content": instructions()}, {"role": "user", "content": report}]


def version(tables: str) -> str:
    """Give eight hex digits that change with prompt, schema, or the tables that values are read by."""
    sent = instructions() + json.dumps(schema(), sort_keys=True) + tables
    return hashlib.sha256(sent.encode()).hexdigest()[:_DIGITS]
