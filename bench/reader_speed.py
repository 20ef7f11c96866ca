"""How fast the trained reader reads, in one run on two cores: `python bench/reader_speed.py [--torch PY]`.

On the texts of speed.py: words a second of read and find with each engine and of the bare graph over the same
windows; of a PyTorch model the size of BERT-base on a sample of the texts (`--torch` names a Python that has
torch, transformers and tokenizers); the start of the command; the same without AVX-512; one very long text.
Each measurement has a process of its own. Words are what blanks part.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reader_child import ENGINES, NOTHING, child, run
from reader_parts import print_agreement, print_long, print_start
from reader_plain import plain_environment
from reader_runs import EXACT
from reader_table import HEAD, Row, both_of, ratio, row_of_bare, row_of_engine
from speed import _contents, _sources

from onrecord.find.models.trained.weights import load_weights

CORES, SAMPLE = 2, 40
PARTS = ("engines", "start", "plain", "long")


def main() -> None:
    """Print a table and what it comes to, part by part."""
    asked = _asked()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "texts").mkdir()
        texts = [Path(path) for path in _sources(root / "texts", asked.texts)]
        print(f"{_machine()}; load before the run {os.getloadavg()[0]:.2f}; {len(texts)} texts\n")
        _measure(root, texts, asked)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--torch", metavar="PYTHON", help="a Python with torch, transformers and tokenizers")
    parser.add_argument("--pieces", metavar="TOKENIZER.json", type=Path, help="of the PyTorch model")
    parser.add_argument("--long", type=int, default=9_990_000, help="characters of the long text")
    parser.add_argument("--parts", nargs="+", default=PARTS, choices=PARTS)
    return parser.parse_args()


def _machine() -> str:
    """Name the processor, the cores that are used, the memory and Python."""
    known = Path("/proc/cpuinfo")
    lines = known.read_text("utf-8").splitlines() if known.is_file() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = min(CORES, os.cpu_count() or CORES)
    return (
        f"{model or platform.machine()}, {cores} cores, {memory:.0f} GiB, Python {platform.python_version()}"
    )


def _measure(root: Path, texts: list[Path], asked: argparse.Namespace) -> None:
    if "engines" in asked.parts:
        _print_engines(root, texts, asked)
    if "start" in asked.parts:
        print_start(root)
    if "plain" in asked.parts:
        _print_plain(root, texts)
    if "long" in asked.parts:
        print_long(root, [content for _, content in _contents()], asked.long, ENGINES[-1:])


def _print_engines(root: Path, texts: list[Path], asked: argparse.Namespace) -> None:
    """Print the engines, the graph over their windows, the PyTorch model before and after, and ratios."""
    print(HEAD)
    rows: dict[str, Row] = {}
    before = _print_torch(root, texts, asked)
    for name in ENGINES:
        rows |= _print_engine(root, name, name)
    torch = both_of(before, _print_torch(root, texts, asked))
    print()
    for name in ENGINES[1:]:
        share, times = ratio(rows.get(name), rows.get(f"graph {name}")), ratio(rows.get(name), torch)
        print(f"{name}: share of the graph alone {share}, times as fast as the PyTorch model {times}")


def _print_engine(
    root: Path, name: str, label: str, environment: Mapping[str, str] = NOTHING
) -> dict[str, Row]:
    figures = run("engine", root / "texts", name, environment=environment)
    if isinstance(figures, str):
        print(f"| read + find, {label}: {figures} | | | | |", flush=True)
        return {}
    rows = {name: row_of_engine(f"read + find, {label}", figures)}
    if bare := row_of_bare(f"the graph alone, windows of {label}", figures):
        rows[f"graph {name}"] = bare
    for row in rows.values():
        print(row.line(), flush=True)
    return rows


def _print_torch(root: Path, texts: list[Path], asked: argparse.Namespace) -> Row | None:
    if not asked.torch:
        return None
    sample = [path.read_text("utf-8") for path in texts[:: max(1, len(texts) // SAMPLE)]]
    tokenizer = asked.pieces.read_text("utf-8") if asked.pieces else load_weights().tokenizer
    job = root / "job.json"
    job.write_text(json.dumps({"texts": sample, "tokenizer": tokenizer}), "utf-8")
    figures = child(asked.torch, Path(__file__).with_name("reader_torch.py"), job)
    if isinstance(figures, str):
        print(f"| PyTorch: {figures} | | | | |")
        return None
    what = f"PyTorch, {figures['parameters']:.0f}M parameters, fp32, 8 x 256, {len(sample)} of the texts"
    row = Row(what, figures["words"], figures["find"], figures["cpu"])
    print(row.line(), flush=True)
    return row


def _print_plain(root: Path, texts: list[Path]) -> None:
    """Print the same without AVX-512 and VNNI, and how far the answers of the graph agree."""
    plain = plain_environment(root / "plain")
    if plain is None:
        print("without AVX-512: onnxruntime can be kept from it on x86-64 Linux only")
        return
    environments = {"as it comes": plain, "exact products": plain | {EXACT: "1"}}
    print(f"\n{HEAD}")
    for label, environment in environments.items():
        _print_engine(root, ENGINES[-1], f"{ENGINES[-1]} without AVX-512, {label}", environment)
    print()
    print_agreement(root, texts, environments)


if __name__ == "__main__":
    main()
