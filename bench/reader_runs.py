"""What one process of reader_speed.py measures, as JSON: `python bench/reader_runs.py WHAT SOURCE NAME`.

`engine FOLDER NAME` reads the texts of a folder, and runs the windows of each once more, the graph alone;
`long FILE NAME` reads one text and says which of its characters the graph was given pieces of;
`outputs FOLDER OUT` keeps what the graph says of each piece, to compare two runtimes.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from reader_recorder import Recorder, recorders_of

from onrecord.errors import InputError
from onrecord.find.engine import Engine, Parallel
from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.reader import open_reader
from onrecord.pipeline import Asked, _engine
from onrecord.read import read_sources
from onrecord.records import Failure, Text
from onrecord.resolve import Resolver
from onrecord.run.local import side_by_side

AT = "2026-01-01T00:00:00+00:00"
EXACT = "ONRECORD_BENCH_EXACT"
"""Set to ask onnxruntime for products that do not saturate where the processor has no VNNI."""
ROOM = 12 * 2**30
"""Bytes of address space that a run may take, so that one that grows ends itself and not the machine."""
TURN = 25
"""Texts that are read before their windows run alone."""
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def main() -> None:
    """Measure what was asked; exits with 1 and the reason in words where that cannot be measured."""
    what, source, name = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    if os.environ.get(EXACT):
        _ask_for_exact_products()
    try:
        print(json.dumps(MEASURES[what](Path(source), name)))
    except InputError as error:
        sys.exit(f"not measured: {error}")
    except MemoryError:
        sys.exit(f"not measured: it took more than {ROOM / 2**30:.0f} GiB")


def _ask_for_exact_products() -> None:
    """Add the setting of onnxruntime to the options that the reader makes its session with."""
    onnxruntime: Any = import_module("onnxruntime")
    made = onnxruntime.SessionOptions

    def options() -> object:
        found = made()
        found.add_session_config_entry("session.x64quantprecision", "1")
        return found

    onnxruntime.SessionOptions = options


def _texts(source: Path) -> list[Text]:
    texts: list[Text] = []
    for intake in read_sources([str(source)], at=AT):
        if isinstance(intake, Failure):
            raise InputError(f"{intake.where}: {intake.what}")
        texts += intake.texts
    return texts


def _engine_called(name: str) -> Engine:
    return _engine(Asked(name))(Resolver().names)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_engine(folder: Path, name: str) -> dict[str, float]:
    """Give words, seconds by the clock and of processors, peak MiB, and the same of the bare graph."""
    recorders = recorders_of(Graph)
    engine = _engine_called(name)
    began, used = time.perf_counter(), time.process_time()
    texts = _texts(folder)
    read = {"read": time.perf_counter() - began, "read_cpu": time.process_time() - used}
    engine.read(texts[0])
    with ThreadPoolExecutor(engine.workers - 1 if isinstance(engine, Parallel) else 1) as pool:
        _again(recorders, pool)
        turns = [texts[k : k + TURN] for k in range(0, len(texts), TURN)]
        found = [_turn(engine, some, recorders, pool) for some in turns]
    sums = {name: sum(one[name] for one in found) for name in found[0]}
    return {"texts": len(texts), "peak": _peak()} | read | sums


def _turn(
    engine: Engine, texts: list[Text], recorders: list[Recorder], pool: ThreadPoolExecutor
) -> dict[str, float]:
    """Read some texts, then run their windows through the graph alone: both meet the machine in one state."""
    began, used = time.perf_counter(), time.process_time()
    workers = engine.workers if isinstance(engine, Parallel) else 1
    claims = sum(len(reading.claims) for reading in side_by_side(engine.read, texts, workers))
    read, read_cpu = time.perf_counter(), time.process_time()
    pieces = _again(recorders, pool)
    return {
        "words": sum(len(text.content.split()) for text in texts),
        "claims": claims,
        "pieces": pieces,
        "find": read - began,
        "cpu": read_cpu - used,
        "bare": time.perf_counter() - read,
        "bare_cpu": time.process_time() - read_cpu,
    }


def _again(recorders: list[Recorder], pool: ThreadPoolExecutor) -> int:
    return sum(recorder.again(pool) for recorder in recorders)


def measure_long(source: Path, name: str) -> dict[str, float]:
    """Give length, seconds, peak MiB, and how many characters other than blanks no piece covers."""
    (text,) = _texts(source)
    given: dict[str, Mask] = {}
    _watched(given)
    engine = _engine_called(name)
    before, began = _peak(), time.perf_counter()
    reading = engine.read(text)
    figures = {"seconds": time.perf_counter() - began, "before": before, "peak": _peak()}
    figures |= {"characters": len(text.content), "words": len(text.content.split())}
    figures |= {"claims": len(reading.claims), "written": int(_written(text.content).sum())}
    figures["last"] = max((claim.evidence.end for claim in reading.claims), default=0)
    figures["unread"] = sum(one.span.end - one.span.start for one in reading.unread)
    return figures | {kind: int(mask.sum()) for kind, mask in given.items()}


def _written(text: str) -> Mask:
    return np.fromiter((not c.isspace() for c in text), dtype=bool, count=len(text))


def _watched(given: dict[str, Mask]) -> None:
    """Have every graph note which characters it was given, blanks aside, and which are in no piece."""
    read = Graph.read

    def watch(graph: Graph, text: str) -> Iterator[Signals]:
        given["given"], given["missing"] = _written(text), _written(text)
        for signals in read(graph, text):
            for start, end in zip(signals.starts.tolist(), signals.ends.tolist(), strict=True):
                given["missing"][start:end] = False
            yield signals

    setattr(Graph, "read", watch)  # noqa: B010 - mypy takes no assignment to a method


def measure_outputs(folder: Path, out: str) -> dict[str, float]:
    """Keep the tag outputs of every piece of the texts in a file of numpy."""
    graph = open_reader().graph
    tags = [signals.tags for text in _texts(folder) for signals in graph.read(text.content)]
    np.save(out, np.concatenate(tags))
    return {"pieces": sum(len(one) for one in tags)}


MEASURES = {"engine": measure_engine, "long": measure_long, "outputs": measure_outputs}

if __name__ == "__main__":
    main()
