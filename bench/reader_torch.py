"""Words a second of a token classifier the size of BERT-base in PyTorch: `python reader_torch.py JOB.json`.

The job holds texts and a tokenizer's file. Weights are random, which costs the same time. 32-bit floats, two
threads; the pieces of all texts stand in one row, cut into full windows, so that nothing is padded, and
cutting into pieces is not timed. It needs torch, transformers and tokenizers, and nothing of onrecord.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

ROWS, PIECES, THREADS = 8, 256, 2


def main() -> None:
    """Print words, seconds, seconds of processors and millions of parameters as one JSON line."""
    torch: Any = import_module("torch")
    torch.set_num_threads(THREADS)
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    tokenizer = import_module("tokenizers").Tokenizer.from_str(job["tokenizer"])
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = [i for text in job["texts"] for i in tokenizer.encode(text, add_special_tokens=False).ids]
    rows = [pieces[k : k + PIECES] for k in range(0, len(pieces) - PIECES + 1, PIECES)]
    model = _classifier(tokenizer.get_vocab_size())
    batches = [torch.tensor(rows[k : k + ROWS]) for k in range(0, len(rows), ROWS)]
    words = sum(len(text.split()) for text in job["texts"])
    print(json.dumps(_timed(torch, model, batches, words / len(pieces))))


def _classifier(vocabulary: int) -> Any:  # noqa: ANN401 - this environment has no types of torch
    transformers = import_module("transformers")
    made = transformers.BertForTokenClassification(transformers.BertConfig(vocab_size=vocabulary))
    return made.eval()


def _timed(torch: Any, model: Any, batches: list[Any], words_a_piece: float) -> dict[str, float]:  # noqa: ANN401
    with torch.inference_mode():
        model(batches[0])
        began, used = time.perf_counter(), time.process_time()
        for batch in batches:
            model(batch)
        seconds, cpu = time.perf_counter() - began, time.process_time() - used
    parameters = sum(p.numel() for p in model.parameters()) / 1e6
    words = sum(batch.numel() for batch in batches) * words_a_piece
    return {
        "words": words,
        "find": seconds,
        "cpu": cpu,
        "parameters": parameters,
        "pieces": words / words_a_piece,
    }


if __name__ == "__main__":
    main()
