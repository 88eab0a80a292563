# Everything here sets itself up: the environment comes from uv.lock, and uv itself is put into it where it is missing.
# The first Python that answers and is new enough: a name on the PATH may be an empty shim.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv || echo $(BIN)/uv)
# Prefect's own small database, made with the environment, so that no run waits for it.
PREFECT_HOME := $(CURDIR)/$(VENV)/prefect
export UV_PROJECT_ENVIRONMENT := $(VENV)
# Half of a short command's time is imports, so bytecode is kept even where the shell says not to.
unexport PYTHONDONTWRITEBYTECODE
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export GX_ANALYTICS_ENABLED := false

.DEFAULT_GOAL := help
.PHONY: help demo test test-long check audit vulnerable sbom bench docs gallery format

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/.ready: uv.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "cartera needs Python 3.11 or newer, and found none. Install it, or name one: make PYTHON=/path/to/python3.12"; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@test -x "$(UV)" || command -v uv >/dev/null || $(BIN)/python -m pip install --quiet uv
	@"$(UV)" sync --frozen --inexact --quiet
	@PREFECT_HOME="$(PREFECT_HOME)" PREFECT_LOGGING_LEVEL=ERROR $(BIN)/prefect server database upgrade --yes >/dev/null
	@touch $@

DEMO_PASSWORD := only-for-the-demo
DEMO_PEOPLE := elena.robles=manager margaret.ellison=lead director=director finance=finance operator=operator

demo: $(BIN)/.ready ## the sample company's quarter, from raw exports to decks and workbooks, in ./demo
	@rm -rf demo && mkdir demo && cp -R samples/company/*.toml samples/company/landing demo/
	@PREFECT_HOME="$(PREFECT_HOME)" $(BIN)/cartera run --company demo --period 2026-Q3; status=$$?; test $$status -eq 0 -o $$status -eq 3
	@for who in $(DEMO_PEOPLE); do echo $(DEMO_PASSWORD) | $(BIN)/cartera portal users add \
		"$${who%%=*}@lumbrera.example" --name "$${who%%=*}" --role "$${who##*=}" --company demo || exit 1; done
	@$(BIN)/cartera portal prepare --company demo --period 2026-Q3 --no-pictures --manager elena.robles@lumbrera.example
	@echo "Open the pages:     $(BIN)/cartera portal --company demo   (password of each: $(DEMO_PASSWORD))"
	@echo "With all workings and pictures of the slides:  $(BIN)/cartera portal prepare --company demo --period 2026-Q3"

test: $(BIN)/.ready ## the tests for every day, PostgreSQL included
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m "not thorough and not long and not rendering and not validator and not real_data" -rs

test-long: $(BIN)/.ready ## what takes minutes: whole runs side by side, crowds of clients, kills, a cluster
	@$(BIN)/python -m pytest -n 2 --dist loadfile -m "long" -rs

check: $(BIN)/.ready ## linters, types, imports, dependencies; reports all failures
	@failed=0; \
	$(BIN)/ruff format --check --quiet . || failed=1; \
	$(BIN)/ruff check --quiet . || failed=1; \
	$(BIN)/basedpyright --level error || failed=1; \
	$(BIN)/lint-imports --no-cache || failed=1; \
	$(BIN)/deptry . || failed=1; \
	exit $$failed

audit: $(BIN)/.ready ## figures recomputed from a generated company's raw exports in SQL; AUDIT="--accounts 150 --seed 77" for another
	@$(BIN)/python -m audit $(AUDIT)

vulnerable: $(BIN)/.ready ## known vulnerabilities of everything in uv.lock, asked of osv.dev; fails where it cannot ask
	@$(BIN)/python .ci/vulnerable.py "$(UV)" $(VULNERABLE)

sbom: $(BIN)/.ready ## everything that is installed with Cartera, by name, version and hash: sbom.json (CycloneDX)
	@"$(UV)" export --frozen --no-dev --all-extras --quiet --preview-features sbom-export --format cyclonedx1.5 --output-file $(or $(SBOM),sbom.json) >/dev/null

format: $(BIN)/.ready ## put the code into shape
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

docs: $(BIN)/.ready ## write the generated pages anew: the KPI dictionary, the canonical tables, what mappings read
	@$(BIN)/python -c "from pathlib import Path; from transforms.reference.kpi_reference import reference_page as page; \
	from transforms.reference.table_reference import tables_page; Path('docs/tables.md').write_text(tables_page(), 'utf-8'); \
	from sources.mapping.reference import PAGE, page as sources_page; \
	PAGE.write_text(sources_page(PAGE.read_text('utf-8')), 'utf-8'); \
	Path('docs/kpis.md').write_text(page('en'), 'utf-8'); Path('docs/kpis.es.md').write_text(page('es'), 'utf-8')"

gallery: $(BIN)/.ready ## every kind of slide and sheet as pictures in docs/gallery/, and of the portal after `make demo` (needs LibreOffice, poppler, Chromium)
	@$(BIN)/python tests/gallery.py
	@$(BIN)/python tests/workbook_gallery.py
	@test ! -d demo || $(BIN)/python tests/portal_gallery.py

bench: $(BIN)/.ready ## side by side with the scripts people write by hand; BENCH="--only deck" for one
	@$(BIN)/python -m benchmarks $(BENCH)
