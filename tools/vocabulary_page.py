"""Write docs/vocabulary.md from the first remark of each table; --check says whether it is up to date."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLES = ROOT / "src" / "onrecord" / "vocabulary"
PAGE = ROOT / "docs" / "vocabulary.md"
HEAD = """# vocabulary: the tables

Policy and words are data: each table is a CSV file in `src/onrecord/vocabulary/` that starts with remarks
on what it is and where it comes from. Code asks for one by name (`onrecord.vocabulary.rows`). A new word is
a new row, not new code. This page is made from the tables (`make docs`); a test compares them.

| table | rows | what it is |
|---|---|---|
"""


def page() -> str:
    """Give the page: a row a table, with the first remark of its file."""
    return HEAD + "".join(_row(path) for path in sorted(TABLES.glob("*.csv")))


def _row(path: Path) -> str:
    lines = [line for line in path.read_text("utf-8").splitlines() if line]
    remark = lines[0].lstrip("# ").rstrip(".").replace("|", "\\|")
    rows = sum(not line.startswith("#") for line in lines) - 1
    return f"| `{path.stem}` | {rows:,} | {remark} |\n"


def main() -> None:
    """Write the page, or with --check say whether it is up to date."""
    if "--check" in sys.argv[1:]:
        sys.exit(PAGE.read_text("utf-8") != page())
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
