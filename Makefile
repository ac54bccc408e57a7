# make setup     .venv with everything that running and testing needs
# make demo      the main job, for real, in build/demo
# make test      the tests, the linter and the type checker
# make test-all  the same and the suites that need peers' tools (see docs/contributing.md)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.complete

.PHONY: setup demo test test-all lint bench docs clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: Python 3.11 or later is needed"; \
	    echo "hint: install it, and run make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: setup
	@rm -rf build/demo
	@$(BIN)/workflow demo build/demo

test: setup lint
	$(BIN)/python -m pytest -q -n auto -m "not peer"

test-all: setup lint
	$(BIN)/python -m pytest -q -n auto

lint: setup
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/status.py
	$(BIN)/python benchmarks/drafting.py
	$(BIN)/python benchmarks/documents.py
	$(BIN)/python benchmarks/terminology.py
	$(BIN)/python benchmarks/server.py

docs: setup
	$(BIN)/python -m workflow.checks.table
	$(BIN)/python -m workflow.cli.reference > docs/commands.md

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
