# Everything, on a fresh machine: `make site` and `make test`. Python 3.11.5 or newer and make are all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help site serve check test test-all test-quick golden format benchmarks lighthouse lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/site.done ## Set up and build the briefing: open build/index.html (FLAGS=… for generate.py)
	$(BIN)/python generate.py $(FLAGS)

serve: $(VENV)/site.done ## Show the briefing at http://127.0.0.1:8000/, and again after each edit
	$(BIN)/python generate.py serve $(FLAGS)

test: $(VENV)/dev.done $(VENV)/browser.done ## Set up and run all checks and tests, as CI does
	$(MAKE) check

test-all: $(VENV)/dev.done $(VENV)/browser.done ## The same, and everything of what `make test` only samples: an hour
	$(MAKE) check EVERYTHING=--all

check: ## Lint, types, layers, all tests and a strict build (after `make test` has set up)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(EVERYTHING)
	$(BIN)/python generate.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

test-quick: $(VENV)/dev.done ## The tests that need no browser
	$(BIN)/python -m pytest -m "not browser"

golden: $(VENV)/dev.done ## Accept pages, reviews and pictures as they are now: look at what changed with git diff
	$(BIN)/python -m pytest tests/test_golden.py tests/compare tests/browser/test_pictures.py --update-golden

format: $(VENV)/dev.done ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmarks: $(VENV)/dev.done ## Measure on real texts: DATA=folder of the data sets
	$(BIN)/python -m benchmarks $(DATA)

lighthouse: $(VENV)/browser.done ## Let Lighthouse judge build/, which npx fetches
	$(BIN)/python -m benchmarks.lighthouse build

lock: ## Resolve the dependencies anew (needs uv) into requirements/
	uv pip compile --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q pyproject.toml -o requirements/site.txt
	uv pip compile --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -q pyproject.toml --extra dev -o requirements/dev.txt

clean: ## Delete what was generated and the set-up; your own pages in site_src/ stay
	rm -rf $(VENV) build-internal
	find build -mindepth 1 ! -name .gitkeep -delete
	$(PYTHON) -c 'from pathlib import Path; from briefing.write import write_pages; \
	    [write_pages([], Path(folder), Path(".briefing/pages")) for folder in ("site_src", "site_src-internal")]'
	rm -rf .briefing

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Python 3.11.5 or newer is needed, this is " + sys.version)'
	$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/site.done: requirements/site.txt $(VENV)/bin/python
	$(BIN)/python -m pip install --disable-pip-version-check -q --require-hashes -r requirements/site.txt
	touch $@

$(VENV)/dev.done: requirements/dev.txt $(VENV)/bin/python
	$(BIN)/python -m pip install --disable-pip-version-check -q --require-hashes -r requirements/dev.txt
	touch $@ $(VENV)/site.done

$(VENV)/browser.done: $(VENV)/dev.done tests/browser/install.py tests/promises/package-lock.json
	$(BIN)/python tests/browser/install.py
	touch $@
