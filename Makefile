# Everything runs in .venv, made on first use with the versions of the lock files. Needs Python 3.11 or newer, and make.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help demo test check format snapshots benchmark-conversion benchmark-names benchmark-reader benchmark-search quality lock clean

help:  ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 24

demo: .venv/installed  ## Open the reader on the bundled samples (prints them as Markdown without a terminal)
	@$(BIN)/briefs demo

test: .venv/installed-dev  ## Run the tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup

check: .venv/installed-dev  ## Format, lint, types, tests: what CI runs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) --no-print-directory test

format: .venv/installed-dev  ## Format the code and mend what the linter can
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

snapshots: .venv/installed-dev  ## Accept the screens as they look now
	$(BIN)/python -m pytest tests/tui --snapshot-update

benchmark-conversion: .venv-bench/conversion  ## Articles per second beside the glue of libraries
	@.venv-bench/bin/python -W ignore -m tests.benchmarks.conversion

benchmark-names: .venv-bench/conversion  ## Names with and without a language model
	@.venv-bench/bin/python -W ignore -m tests.benchmarks.names_with_spacy

benchmark-reader: .venv/installed-dev  ## First paint, keypress, search and memory at up to 100,000 briefs
	@$(BIN)/python -m tests.benchmarks.reader $(ARGUMENTS)

benchmark-search: .venv-bench/search  ## Search beside Whoosh, SQLite FTS5 and tantivy, to 100,000 briefs
	@.venv-bench/bin/python -W ignore -m tests.benchmarks.search $(ARGUMENTS)

quality: .venv/installed-dev  ## How good briefs are: the table of the README
	@$(BIN)/python -m tests.gold.scoring

lock: .venv/installed-dev  ## Lock the newest versions that pyproject.toml allows, for every Python at once
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-annotate --no-header \
	  -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --no-annotate --no-header \
	  -c requirements.lock --group dev -o requirements-dev.lock

.venv-bench/conversion: .venv/installed-dev
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip --quiet install -r requirements.lock
	@.venv-bench/bin/python -m pip --quiet install --no-deps --editable .
	@$(BIN)/uv pip install --quiet --python .venv-bench/bin/python --group bench-conversion
	@touch $@

.venv-bench/search: .venv/installed-dev
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip --quiet install -r requirements.lock
	@.venv-bench/bin/python -m pip --quiet install --no-deps --editable .
	@$(BIN)/uv pip install --quiet --python .venv-bench/bin/python --group bench-search
	@touch $@

clean:  ## Remove the environment and the caches
	rm -rf .venv .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Briefs needs Python 3.11 or newer; install it, or name it: make demo PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Making .venv with $(PYTHON) ..." >&2
	@$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	@echo "Installing (a minute on the first time) ..." >&2
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@$(PIP) install -r requirements-dev.lock
	@touch $@
