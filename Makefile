# What a person types. `make run` and `make test` need Python 3.11 (with venv), git and make, and nothing else.
PYTHON ?= python3
BIN := .venv/bin
pytest = set -e; there=$$(mktemp -d); trap 'rm -rf "$$there"' EXIT; LINE=$(1) PYTHONNEO4JDEBUG=1 $(BIN)/python -m pytest -n 2 --dist loadfile --basetemp="$$there/pytest" $(2)
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q

.PHONY: run bench test test-long check setup setup-dev requirements clean

run: setup  ## the service over a real Neo4j, at http://127.0.0.1:8000/graphql
	$(BIN)/dmu serve

test: setup-dev check  ## every test but the long ones, on a Neo4j of its own; LINE=5.26 for the LTS line
	$(call pytest,$(LINE),-m "not long")

test-long: setup-dev check  ## all tests, on both lines of Neo4j
	$(call pytest,2026)
	$(call pytest,5.26,-m "not long")

bench: setup .venv/bench.stamp  ## the service beside a bare route and @neo4j/graphql; OPTIONS=--quick for two minutes, OPTIONS=--help for the rest
	$(BIN)/python -m bench $(OPTIONS)

check: setup-dev  ## the rooms' walls, types, style
	$(BIN)/lint-imports
	$(BIN)/mypy cypher schema service bench
	$(BIN)/ruff check
	$(BIN)/ruff format --check

setup: .venv/run.stamp
setup-dev: .venv/run.stamp .venv/dev.stamp

.venv/run.stamp: requirements.txt pyproject.toml $(wildcard web/explorer/*.json web/explorer/src/*)
	$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	$(BIN)/python web/build.py
	touch $@

.venv/dev.stamp: requirements-dev.txt $(wildcard tests/package*.json)
	$(BIN)/pip install -q --require-hashes -r requirements-dev.txt
	$(BIN)/python tests/node.py
	touch $@

.venv/bench.stamp: requirements-bench.txt bench/peer/package-lock.json
	$(BIN)/pip install -q --require-hashes -r requirements-bench.txt
	$(BIN)/python -m bench.peer
	touch $@

requirements: setup  ## pin again what pyproject.toml asks for
	$(BIN)/pip install -q uv
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(COMPILE) pyproject.toml --group bench -c requirements.txt -o requirements-bench.txt

clean:  ## forget the environment, not the data
	rm -rf .venv web/explorer/dist web/explorer/node_modules bench/peer/node_modules tests/node_modules

LINE ?= 2026
