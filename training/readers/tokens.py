"""Token lists back into plain text, and token spans into offsets."""

from __future__ import annotations

from collections.abc import Sequence

from training.schema import Stretch

CLINGS_LEFT = frozenset({
    ",", ".", ";", ":", "!", "?", "%", ")", "]", "}", "’", "”", "...", "…", "'s", "'m",
    "'re", "'ve", "'ll", "'d", "n't", "’s", "’m", "’re", "’ve", "’ll", "’d", "n’t", "''", "،", "۔", "؟",
})  # fmt: skip
CLINGS_RIGHT = frozenset({
    "(", "[", "{", "$", "£", "€", "#", "“", "‘", "``",
})  # fmt: skip
QUOTE = '"'


def written(tokens: Sequence[str]) -> tuple[str, list[Stretch]]:
    """Give tokens as ordinary writing has them, and where each token stands; straight quotes take turns."""
    text, places = "", list[Stretch]()
    glue, inside = True, False
    for token in tokens:
        closes = token == QUOTE and inside
        if not (glue or closes or token in CLINGS_LEFT):
            text += " "
        places.append(Stretch(len(text), len(text) + len(token)))
        text += token
        glue = token in CLINGS_RIGHT or (token == QUOTE and not inside)
        inside ^= token == QUOTE
    return text, places


def sentences(parts: Sequence[Sequence[str]]) -> tuple[str, list[list[Stretch]]]:
    """Give sentences of tokens as a text of one sentence a line, and where each token stands."""
    text, places = "", list[list[Stretch]]()
    for tokens in parts:
        line, spots = written(tokens)
        places.append([Stretch(len(text) + at.start, len(text) + at.end) for at in spots])
        text += line + "\n"
    return text.removesuffix("\n"), places


def joined(places: Sequence[Stretch]) -> Stretch:
    """Give the stretch from the first token to the last."""
    return Stretch(places[0].start, places[-1].end)


def bio_spans(tags: Sequence[str], places: Sequence[Stretch]) -> list[tuple[Stretch, str]]:
    """Give the spans of tags such as B-PER, I-PER, PER or O; a new type or a B starts a new span."""
    found: list[tuple[Stretch, str]] = []
    last = "O"
    for tag, at in zip(tags, places, strict=True):
        mark, _, kind = tag.rpartition("-") if "-" in tag else ("I", "", tag)
        if tag != "O" and mark != "B" and kind == last:
            found[-1] = (Stretch(found[-1][0].start, at.end), kind)
        elif tag != "O":
            found.append((at, kind))
        last = "O" if tag == "O" else kind
    return found
