# lexdocs: `make build` sets up this machine and builds the worked example; `make test` runs everything that CI runs.
# Each target sets up what it needs, and costs next to nothing when that is done (see .ci/setup).

SHELL := bash
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev build test lint format bench soak million validate wheel clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## .venv with the package, and the system libraries it needs
	@.ci/setup

setup-dev: ## the same, with what the tests need
	@.ci/setup dev

build: setup ## set up, then build the worked example into output/
	@$(BIN)/lexdocs build

test: setup-dev ## set up, then lint, types, the drift check, doctests and tests
	@.ci/checks

lint: setup-dev ## only lint and types
	@.ci/checks lint

format: setup-dev ## write the code the way the formatter likes it
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: setup-dev ## measure; prints the table and writes .bench/results.json
	@$(BIN)/python -c 'import reportlab, typst' 2>/dev/null || \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --editable '.[bench]' || true
	@$(BIN)/python -m tests.benchmarks

soak: setup-dev ## what takes long: hostile registers, kills, single files, releases, and then a million holders
	@$(BIN)/python -c 'import flask_cors, moto, s3fs' 2>/dev/null || \
		$(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --editable '.[soak]'
	@$(BIN)/python -m pytest -m soak -q -n 2 --dist loadgroup tests
	@$(BIN)/python -m tests.benchmarks.million

million: setup-dev ## of that the last alone: 1,000,000 fictional holders mailed and verified; time, memory, sums
	@$(BIN)/python -m tests.benchmarks.million

validate: setup ## hold what was built, and single files, against veraPDF, the Nu HTML checker and axe-core
	@$(BIN)/lexdocs build
	@rm -rf .validation/mailed .validation/quillhaven_2032
	@$(BIN)/lexdocs mail --each --out .validation/mailed
	@$(BIN)/lexdocs build quillhaven_2032 --out .validation/quillhaven_2032
	@tests/validation/validate output .validation/mailed .validation/quillhaven_2032

wheel: setup-dev ## a wheel in dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## take away what was made here, and leave what is committed
	rm -rf .venv .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis .validation build dist
	find lexdocs tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find output -name '*.pdf' -delete
