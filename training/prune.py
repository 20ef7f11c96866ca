"""Cut a Unigram vocabulary to the pieces that the project's languages use: `python -m training.prune FROM OUT`.

FROM is a folder with config.json, model.safetensors and tokenizer.json; OUT gets the same files with fewer
rows. Kept are: special pieces, every single character of the scripts that are read (Latin, Arabic, digits,
signs), all pieces of Arabic script, and the Latin pieces that running text needs most: counted in the
development texts (as written and in small letters) and in the word lists of `wordfreq` (MIT). A rare word is
then cut into more pieces, and never into an unknown one, as long as its characters are kept.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from training.texts import running_texts

KEPT = 48_000
WORDS = {"en": 120_000, "es": 25_000, "fr": 25_000, "tr": 10_000, "ar": 40_000, "fa": 40_000, "ur": 40_000}
EMBEDDINGS = "embeddings.word_embeddings.weight"
FOREIGN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")


def main(source: Path, out: Path, data: Path) -> None:
    """Write the cut encoder and say what it came to."""
    spec = json.loads((source / "tokenizer.json").read_text("utf-8"))
    pieces: list[list[Any]] = spec["model"]["vocab"]
    used = count_pieces(Tokenizer.from_file(str(source / "tokenizer.json")), texts_of(data))
    kept = choose(pieces, used)
    spec["model"]["vocab"] = [pieces[i] for i in kept]
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False), "utf-8")
    state = load_file(source / "model.safetensors")
    state[EMBEDDINGS] = state[EMBEDDINGS][torch.tensor(kept)].contiguous()
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((source / "config.json").read_text("utf-8"))
    (out / "config.json").write_text(json.dumps(config | {"vocab_size": len(kept)}, indent=1), "utf-8")
    print(f"{len(pieces)} -> {len(kept)} pieces; {len(used)} were met")


def texts_of(data: Path) -> Iterator[str]:
    """Give texts to count in: development texts twice (as written, in small letters) and word lists."""
    import wordfreq

    for text in running_texts(data):
        yield text
        yield text.lower()
    for language, size in WORDS.items():
        words = wordfreq.top_n_list(language, size)
        yield from (
            " ".join((*words[k : k + 500], *map(str.title, words[k : k + 500])))
            for k in range(0, len(words), 500)
        )


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[int]:
    """Count how often each piece is used."""
    used: Counter[int] = Counter()
    for text in texts:
        used.update(tokenizer.encode(text, add_special_tokens=False).ids)
    return used


def choose(pieces: list[list[Any]], used: Counter[int]) -> list[int]:
    """Give the indices to keep, in their order."""
    always = [i for i, (piece, _) in enumerate(pieces) if i < 4 or _always(piece)]
    room = KEPT - len(always)
    held = set(always)
    frequent = [i for i, _ in used.most_common() if i not in held]
    return sorted(held | set(frequent[:room]))


def _always(piece: str) -> bool:
    word = piece.replace("▁", "")
    if len(word) <= 1:
        return not any(name in unicodedata.name(word, "") for name in FOREIGN) if word else True
    return all("ARABIC" in unicodedata.name(character, "") for character in word)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path("../shared/data"))
