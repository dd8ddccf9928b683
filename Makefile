# Every target sets up what it needs, says what it does, and is quick the second time.
#
#   make serve    read the articles, write the pages, show the site (PORT=8000)
#   make test     run all tests, those in a browser included
#   make site     build the site into site/
#   make offline  put the site into dist/ as a zip that works when its files are opened, without a server
#   make check    all that CI asks: ruff, mypy, the tests, pages written again, the site without a warning
#   make audit    measure the site in a browser, beside a default Material site: axe, Lighthouse, weights, markup
#   make builders build the site with ProperDocs and Zensical, too, and count the pages
#   make pages    read the articles and write the pages
#   make lock     choose new versions of everything that is installed
#   make clean    remove what the other targets made

.DEFAULT_GOAL := help
.SUFFIXES:
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)

VENV := .venv
RUN := $(VENV)/bin/python
# Errors only: pip's warnings are about how a machine is set up, and nothing here depends on it.
PIP := $(RUN) -m pip install -qq --disable-pip-version-check --no-input --require-hashes
# The theme's banner about the next MkDocs; what is installed is locked.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve test site offline check audit builders pages lint types same strict browser node java lock clean

help:
	@sed -n 's/^#   //p' Makefile

# ---------------------------------------------------------------- what a person asks for

serve: $(VENV)/site.stamp pages
	@echo "Serving http://127.0.0.1:$(PORT)/ (Ctrl-C ends it); edits of seeds/ and templates/ show by themselves."
	@SITE_URL=http://127.0.0.1:$(PORT)/ $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: $(VENV)/dev.stamp browser
	@echo "Running the tests."
	@$(RUN) -m pytest

site: $(VENV)/site.stamp pages strict

# Without an address of its own unless it is given (SITE_URL), and without the page that a server shows for a missing one.
offline: $(VENV)/site.stamp pages
	@mkdir -p dist; rm -f dist/briefing.zip
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	OFFLINE=true SITE_URL="$${SITE_URL-}" $(RUN) -m mkdocs build --strict --quiet --site-dir "$$folder/briefing"; \
	rm -f "$$folder"/briefing/404.html "$$folder"/briefing/sitemap.xml*; \
	$(RUN) -m zipfile -c dist/briefing.zip "$$folder/briefing"
	@echo "Wrote dist/briefing.zip: unpack it and open briefing/index.html."

check: lint types test same strict

audit: $(VENV)/dev.stamp browser java audit/node_modules/made.stamp
	@echo "Measuring the site and a default one; this takes some minutes."
	@$(RUN) -m audit

builders: $(VENV)/site.stamp
	@echo "Building the site with its successors, each in an environment that is thrown away."
	@$(RUN) -m audit.builders

pages: $(VENV)/site.stamp
	@$(RUN) -m generator build

# ---------------------------------------------------------------- the parts of `make check`

lint: $(VENV)/dev.stamp
	@echo "Checking style (ruff)."
	@$(RUN) -m ruff check --quiet --output-format concise

types: $(VENV)/dev.stamp
	@echo "Checking types (mypy)."
	@$(RUN) -m mypy --strict --no-error-summary generator audit

same: $(VENV)/site.stamp
	@echo "Writing the pages again: nothing may differ from what is committed."
	@$(RUN) -m generator build >/dev/null
	@git diff --exit-code --stat -- docs
	@new=$$(git ls-files --others --exclude-standard -- docs); \
	if [ -n "$$new" ]; then echo "Pages that are not committed:"; echo "$$new"; exit 1; fi

strict: $(VENV)/site.stamp
	@echo "Building the site into site/."
	@$(RUN) -m mkdocs build --strict --quiet --site-dir site

# ---------------------------------------------------------------- setting up

$(VENV)/made.stamp:
	@if [ -z "$(PYTHON)" ]; then echo "Python 3.11, 3.12 or 3.13 is needed (Debian: apt install python3 python3-venv)."; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing python3-venv."; $(call apt,python3-venv); \
		else echo "Python cannot make virtual environments here (Debian: apt install python3-venv)."; exit 1; fi; fi
	@echo "Making a virtual environment in $(VENV)/ ($$($(PYTHON) -V))."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: requirements.txt $(VENV)/made.stamp
	@echo "Installing what the site needs (requirements.txt)."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	@echo "Installing what the tests need (requirements-dev.txt)."
	@$(PIP) -r requirements-dev.txt
	@touch $@

browser:
	@if ! command -v chromium >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the tests in a browser."; $(call apt,chromium); \
		else echo "Chromium is missing: the tests in a browser will not be run (Debian: apt install chromium)."; fi; fi

node:
	@if ! command -v npm >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Node.js and npm for Lighthouse."; $(call apt,nodejs npm); \
		else echo "Node.js 18 or newer and npm are missing (Debian: apt install nodejs npm)."; exit 1; fi; fi

java:
	@if ! command -v java >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Java for the Nu HTML checker."; $(call apt,default-jre-headless); \
		else echo "Java is missing: the markup will not be checked (Debian: apt install default-jre-headless)."; fi; fi

# Without their install scripts, which would fetch a browser and a Java of their own.
audit/node_modules/made.stamp: audit/package-lock.json | node
	@echo "Installing what measures the site (audit/package-lock.json)."
	@cd audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Quiet where it works, everything that was said where it does not. $(1): a package of Debian's.
define apt
log=$$(mktemp); \
{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(1); } >"$$log" 2>&1 \
	|| { cat "$$log"; rm -f "$$log"; exit 1; }; rm -f "$$log"
endef

# ---------------------------------------------------------------- now and then

# Names, versions and hashes; no addresses, which a registry's mirror does not share.
lock: | node
	@echo "Choosing new versions for requirements.txt, requirements-dev.txt and audit/package-lock.json."
	@tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; $(PYTHON) -m venv "$$tools"; \
	"$$tools/bin/pip" install -qq --disable-pip-version-check uv; \
	lock() { "$$tools/bin/uv" pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links "$$@"; }; \
	lock -o requirements.txt; lock --extra dev -c requirements.txt -o requirements-dev.txt
	@cd audit && rm -f package-lock.json && npm install --package-lock-only --omit-lockfile-registry-resolved \
		--ignore-scripts --no-audit --no-fund --loglevel=error && \
	$(PYTHON) -c "import json; lock = json.load(open('package-lock.json')); \
		[part.pop('funding', None) for part in lock['packages'].values()]; \
		print(json.dumps(lock, indent=2, ensure_ascii=False), file=open('package-lock.json', 'w'))"

clean:
	@rm -rf $(VENV) site dist audit/node_modules .pytest_cache .mypy_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
