# Two verbs set everything up on a machine with Python 3.11, pip, make and (for a checkout) npm:
#   make demo   creates .venv, installs, reads the demo sources, serves them
#   make test   creates .venv, installs, runs everything that CI runs
PYTHON ?= python3
BIN := .venv/bin
VENDOR := src/onrecord/show/web/static/vendor
PYTEST_WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo test check lint types imports tests floors bench wheel offline screenshot docs lock clean chromium

help:
	@sed -n '1,4s/^# \{0,1\}//p' Makefile

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer; say which with: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

.venv/development: .venv/runtime requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

$(VENDOR)/.done: package-lock.json tools/vendor.mjs
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --silent --no-fund --no-audit && node tools/vendor.mjs && touch $@; \
	else echo 'npm is not here: the pages work without the bundled fonts and live filtering'; fi

demo: .venv/runtime $(VENDOR)/.done
	$(BIN)/onrecord demo

test: .venv/development $(VENDOR)/.done chromium check

check: lint types imports tests floors

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

tests:
	$(BIN)/pytest -n $(PYTEST_WORKERS) -rs

floors:
	$(BIN)/python bench/gate.py

# The pages are tested in Debian's Chromium; without it, or the right to install it, those tests say so and are left out.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	|| echo 'no Chromium and no right to install it: the browser tests are left out'

bench: .venv/development
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/kill.py --kills 100

wheel: .venv/development $(VENDOR)/.done
	rm -rf dist
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .
	$(BIN)/pip download --quiet --require-hashes --requirement requirements.lock --dest dist/wheelhouse
	@echo 'install offline with: pip install --no-index --find-links dist/wheelhouse dist/onrecord-*.whl'

offline: wheel
	tools/offline.sh

screenshot: .venv/development $(VENDOR)/.done chromium
	$(BIN)/python tools/screenshot.py docs/screenshot.png

docs: .venv/development
	$(BIN)/python tools/vocabulary_page.py

lock:
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet --output-file requirements-dev.lock

clean:
	rm -rf .venv dist node_modules $(VENDOR)
