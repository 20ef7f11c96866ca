"""Take the picture that the README shows: `python tools/screenshot.py docs/screenshot.png`."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SIZE: ViewportSize = {"width": 1280, "height": 860}


def main() -> None:
    """Read the demo sources, serve them on a free port, and take the picture of one document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--path", default="", help="the page; the document with most claims if left out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        demo = [sys.executable, "-u", "-m", "onrecord", "demo", "--into", f"{folder}/demo.db", "--port", "0"]
        with subprocess.Popen(demo, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
            try:
                take(asked.out, _address(server), asked.path)
            finally:
                server.terminate()


def take(out: Path, address: str, path: str) -> None:
    """Write the picture of one page."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport=SIZE, device_scale_factor=1)
        page.goto(address.rstrip("/") + (path or _fullest_document(page, address)), wait_until="networkidle")
        page.screenshot(path=str(out))
        browser.close()


def _address(server: subprocess.Popen[str]) -> str:
    if server.stdout is None:
        raise SystemExit("the demo gives no output")
    for line in server.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise SystemExit("the demo did not start")


def _fullest_document(page: Page, address: str) -> str:
    rows = page.request.get(f"{address}documents.json").json()["rows"]
    best = max(rows, key=lambda row: row["claims"])
    return f"/documents/{best['id']}"


if __name__ == "__main__":
    main()
