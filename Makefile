# Two commands do all the set-up:  make site  and  make test .  `make` alone lists the others.
.DEFAULT_GOAL := help
.PHONY: help site test check fuzz spell release scheduled report learning-lock serve bench lint lock clean

PYTHON ?= python3
SITE_URL ?= https://first-relationships.example/
export SITE_URL
# Material prints at every build that its line ends in May 2027 and names its successor; nothing to be done by who builds.
export NO_MKDOCS_2_WARNING := 1
# Compiled Python beside the sources would look like a change of the sources.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/pycache
export PYTHONPATH := $(CURDIR)/hooks

BIN := .venv/bin
SOURCES := $(shell find docs data hooks overrides mkdocs.yml -not -name '*~')

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: .cache/site.stamp ## build the whole site with its PDFs into site/

# Built beside site/ and moved there when whole, so that a failed or broken-off build leaves the last good site.
# Its day is the edition's unless SOURCE_DATE_EPOCH says another, never the clock's: the same sources give the same bytes.
.cache/site.stamp: .venv/site.stamp .cache/site-url $(SOURCES)
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$($(BIN)/python -m guidebook.edition)} \
	  $(BIN)/python -m guidebook.exchange $(BIN)/mkdocs build --strict
	@touch $@
	@echo "The site is in site/. Open it with: make serve"

# A new address or another day is a new site, though no file has changed.
.cache/site-url: FORCE
	@mkdir -p .cache
	@[ "$$(cat $@ 2>/dev/null)" = "$(SITE_URL) $(SOURCE_DATE_EPOCH)" ] || echo "$(SITE_URL) $(SOURCE_DATE_EPOCH)" > $@
FORCE:

test: .venv/test.stamp site lint ## run every test, in the browser too
	$(BIN)/python -m pytest

lint: .venv/test.stamp ## read the code: style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

check: .venv/site.stamp ## check the content alone, in seconds
	@$(BIN)/python -m guidebook.check

learning-lock: .venv/site.stamp ## write down what answers to new or changed questions mean
	@$(BIN)/python -m guidebook.lock

fuzz: .venv/test.stamp ## spoil sources in twenty times as many ways as `make test` does
	FUZZ_TIMES=20 $(BIN)/python -m pytest tests/fuzz

spell: .venv/test.stamp ## check the spelling of every page, in both languages
	@$(BIN)/python -m tests.language.spelling

release: .venv/site.stamp ## stamp an edition, as a commit and a tag here: make release VERSION=1.1.0
	@$(BIN)/python -m guidebook.release "$(VERSION)"

report: .venv/site.stamp ## count what the library holds, and how hard it is to read
	@$(BIN)/python -m guidebook.report

serve: .venv/site.stamp ## preview at http://127.0.0.1:8000, reloaded at each change
	$(BIN)/mkdocs serve

bench: .venv/test.stamp site ## measure build, PDFs and pages against their peers
	$(BIN)/python -m tests.bench

# Not for a change: what it tells of has another cause than the change. Its packages stay out of .venv, where a spare
# engine would speak at every build.
scheduled: .cache/scheduled/stamp site ## links, promises, vulnerabilities, newer versions, the spare engine
	PATH=$(CURDIR)/$(BIN):$$PATH SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$($(BIN)/python -m guidebook.edition)} \
	  .cache/scheduled/bin/python -m tests.scheduled

lock: .venv/test.stamp ## write requirements*.txt anew from requirements*.in
	$(BIN)/python -m pip install --quiet pip-tools==7.6.2
	for name in requirements requirements-dev requirements-scheduled; do \
	  $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --output-file $$name.txt $$name.in || exit 1; done

clean: ## remove everything that was built or installed here
	rm -rf .cache .venv site

.venv/bin/python:
	@./tests/prepare python "$(PYTHON)"
	$(PYTHON) -m venv .venv

.venv/site.stamp: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

.cache/scheduled/stamp: requirements.txt requirements-scheduled.txt .venv/test.stamp
	$(BIN)/python -m venv .cache/scheduled
	.cache/scheduled/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
	  -r requirements.txt -r requirements-scheduled.txt
	@touch $@

.venv/test.stamp: requirements-dev.txt tests/node/package-lock.json .venv/site.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@./tests/prepare node
	@./tests/prepare browser
	@touch $@
