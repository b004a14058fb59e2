# Dateline: set up, show, test. Everything happens in .venv; nothing is opened, nothing is left running.
#   make demo                          the brief of each sample story, on the terminal and as HTML under out/
#   make demo ARTICLES="a.txt b.html"  the same for your own files; DATES="a.txt=2024-10-14" says when one was published
#   make test                          every test, with coverage
# Set-up runs again only when a lock or pyproject.toml has changed.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARTICLES ?=
DATES ?=
SECONDS_OF_FUZZ ?= 120

.PHONY: demo test lint gate measure bench bench-pages fuzz profile docs picture lock setup setup-full clean

demo: setup
	@$(BIN)/python scripts/demo.py $(ARTICLES) $(addprefix --date=,$(DATES))

test: setup-full
	$(BIN)/python -m pytest -m "not gate" --cov=dateline --cov-report=term

lint: setup-full
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gate: setup-full
ifdef DATELINE_GOLD
	$(BIN)/python -m pytest -m gate -s
else
	@echo "gate SKIPPED: it measures against gold data that is not part of the project; set DATELINE_GOLD to the folder that holds it"
endif

measure: setup-full
	$(BIN)/python scripts/measure.py

bench: setup-full
	$(BIN)/python scripts/bench_help.py
	$(BIN)/python scripts/bench_moments.py
	$(BIN)/python scripts/bench_annotate.py $(if $(DATELINE_GOLD),--gold)

bench-pages: setup-full
	$(BIN)/python scripts/bench_pages.py

fuzz: setup-full
	$(BIN)/python scripts/fuzz.py --seconds $(SECONDS_OF_FUZZ)

profile: setup-full
	$(BIN)/python scripts/profile_annotate.py $(if $(DATELINE_GOLD),--gold)

docs: setup-full
	$(BIN)/python scripts/make_docs.py

picture: setup
	$(BIN)/python scripts/make_picture.py

lock: setup-full
	PYTHON=$(BIN)/python scripts/lock.sh

setup:
	@scripts/setup.sh base "$(PYTHON)" "$(VENV)"

setup-full:
	@scripts/setup.sh full "$(PYTHON)" "$(VENV)"

clean:
	rm -rf out build dist .coverage .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
