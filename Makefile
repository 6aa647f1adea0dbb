# Gongkai. The two commands a user needs: make run, make test.
PYTHON ?= python3
BIN := .venv/bin
OUT ?= out
export GONGKAI_HOME ?= var
LOCK := UV_NO_PROGRESS=1 $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11 --custom-compile-command 'make lock'
INSTALL := $(BIN)/uv pip install --quiet --require-hashes --python $(BIN)/python
EDITABLE := $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .

.PHONY: run serve test check fix lock bench clean

run: .venv/.run  ## the main job: both sample offices, from spreadsheets to notices in out/
	$(BIN)/gongkai demo --offices offices --output $(OUT)

serve:  ## the workbench in the browser
	@echo '网页工作台尚未发布，请先使用命令行：$(BIN)/gongkai' >&2; exit 1

test: .venv/.dev check  ## everything that must hold
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: .venv/.dev  ## format, lint, types, floors, documents in step with the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -p no:randomly tests/docs

fix: .venv/.dev  ## format and mend what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.bench  ## each promise of speed beside its peers
	$(BIN)/python -m bench

lock: .venv/.uv  ## resolve anew; the locks carry hashes and no addresses
	$(LOCK) requirements/uv.in -o requirements/uv.txt
	$(LOCK) pyproject.toml --group build -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(LOCK) pyproject.toml --group dev --group bench -o requirements/bench.txt

clean:  ## remove what was built; never the sources
	rm -rf .venv out var

.venv/.uv: requirements/uv.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "需要 Python 3.11 或更高版本，当前为 %d.%d" % sys.version_info[:2])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.run: .venv/.uv requirements/run.txt pyproject.toml
	$(INSTALL) -r requirements/run.txt
	$(EDITABLE)
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(INSTALL) -r requirements/dev.txt
	@touch $@

.venv/.bench: .venv/.dev requirements/bench.txt
	$(INSTALL) -r requirements/bench.txt
	@touch $@
