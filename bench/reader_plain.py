"""A copy of the installed onnxruntime that takes the processor for one without AVX-512 and VNNI.

onnxruntime has no switch for this. It chooses its kernels when it is loaded: it asks the processor what it
can do (CPUID) and the system which registers it saves (XGETBV), and takes AVX-512 only where both say yes
(onnxruntime/core/mlas/lib/platform.cpp). In the copy, XGETBV is replaced by an instruction of equal length
that gives the answer of a system which saves the registers of AVX2 and no larger ones. All else is as it was
built, so it runs the kernels that a processor with AVX2 alone would run, at this processor's speed.
"""

from __future__ import annotations

import platform
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

__all__ = ["answers_replaced", "plain_environment"]

ASKED = re.compile(rb"(?<=\x31\xc9)\x0f\x01\xd0|\x0f\x01\xd0(?=\x89\xc0\x48\xc1\xe2\x20)")
"""XGETBV as compilers write it: the register's number 0 set just before, or both halves joined just after.

The same three bytes stand elsewhere across two other instructions, which must stay.
"""
ANSWER = b"\xb0\x07\x90"
"""MOV AL, 7 and a NOP: registers of x87, SSE and AVX are saved, those of AVX-512 (bits 5 to 7) are not."""
LARGE = "X86_V4 AVX512_ICL AVX512_SPR"
"""What numpy calls the processors with AVX-512."""


def plain_environment(folder: Path) -> dict[str, str] | None:
    """Copy onnxruntime into a folder; give the environment that runs the copy, None where there is none."""
    spec = find_spec("onnxruntime")
    if platform.machine() != "x86_64" or spec is None or spec.origin is None:
        return None
    copy = folder / "onnxruntime"
    shutil.copytree(Path(spec.origin).parent, copy, ignore=shutil.ignore_patterns("libonnxruntime.so*"))
    replaced = 0
    for library in (copy / "capi").glob("onnxruntime_pybind11_state*.so"):
        changed, count = answers_replaced(library.read_bytes())
        library.write_bytes(changed)
        replaced += count
    return {"PYTHONPATH": str(folder), "NPY_DISABLE_CPU_FEATURES": LARGE} if replaced else None


def answers_replaced(code: bytes) -> tuple[bytes, int]:
    """Give machine code in which every XGETBV is answered without AVX-512, and how many there were."""
    return ASKED.subn(ANSWER, code)
