"""Cut a Unigram vocabulary to the pieces that the project needs: `python -m training.prune FROM OUT`.

FROM is a folder with config.json, model.safetensors and tokenizer.json; OUT gets the same files with fewer
rows. Kept are: special pieces, every single character of the scripts that are read (Latin, Arabic, digits,
signs), all pieces of Arabic script, and the Latin pieces that running text needs most: counted in the
development texts (as written and in small letters) and in the word lists of `wordfreq` (MIT). A rare word is
then cut into more pieces, and never into an unknown one, as long as its characters are kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import wordfreq
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from training.pieces import choose, count_pieces
from training.texts import running_texts

DATA = Path("../shared/data")
WORDS = {"en": 120_000, "es": 25_000, "fr": 25_000, "tr": 10_000, "ar": 40_000, "fa": 40_000, "ur": 40_000}
"""Words of each language that are counted once each, the most frequent first."""
LINE = 500
"""Words that are counted together as one text."""
EMBEDDINGS = "embeddings.word_embeddings.weight"


def main(source: Path, out: Path, data: Path) -> None:
    """Write the cut encoder and say what it came to."""
    spec = json.loads((source / "tokenizer.json").read_text("utf-8"))
    pieces = spec["model"]["vocab"]
    used = count_pieces(Tokenizer.from_file(str(source / "tokenizer.json")), texts_of(data))
    kept = choose(pieces, used)
    spec["model"]["vocab"] = [pieces[i] for i in kept]
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(json.dumps(spec, ensure_ascii=False), "utf-8")
    _write_weights(source, out, kept)
    print(f"{len(pieces)} -> {len(kept)} pieces; {len(used)} were met")


def _write_weights(source: Path, out: Path, kept: Sequence[int]) -> None:
    state = load_file(source / "model.safetensors")
    state[EMBEDDINGS] = state[EMBEDDINGS][torch.tensor(kept)].contiguous()
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((source / "config.json").read_text("utf-8"))
    (out / "config.json").write_text(json.dumps(config | {"vocab_size": len(kept)}, indent=1), "utf-8")


def texts_of(data: Path) -> Iterator[str]:
    """Give texts to count in: development texts twice (as written, in small letters) and word lists."""
    for text in running_texts(data):
        yield text
        yield text.lower()
    for language, size in WORDS.items():
        words = wordfreq.top_n_list(language, size)
        for k in range(0, len(words), LINE):
            line = words[k : k + LINE]
            yield " ".join((*line, *map(str.title, line)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), DATA)
