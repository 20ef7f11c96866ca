from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "onrecord"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FOLDERS = sorted(p.name for p in PACKAGE.iterdir() if (p / "__init__.py").is_file())
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_of_the_package_has_a_page(folder):
    assert (ROOT / "docs" / f"{folder}.md").is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_of_a_page_leads_to_a_file(page):
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []


def test_every_run_time_dependency_has_its_line_in_the_decisions():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    names = re.findall(r'^  "([a-z0-9]+)>=', project.partition("[project.optional")[0], re.MULTILINE)
    decisions = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    assert [name for name in names if name not in decisions] == []


def test_the_page_of_the_vocabulary_is_made_from_its_tables():
    done = subprocess.run([sys.executable, ROOT / "tools" / "vocabulary_page.py", "--check"], check=False)
    assert done.returncode == 0, "run: make docs"
