# Two commands for a newcomer: `make demo` and `make test`. Everything else is for those who stay.
VENV := .venv
PYTHON := $(VENV)/bin/python
BOOT ?= python3
PORT ?= 8000

.PHONY: demo test check lock clean faults bench fuzz

$(VENV)/ready: requirements.lock pyproject.toml
	$(BOOT) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed: make BOOT=/path/to/python3.11")'
	test -x $(PYTHON) || $(BOOT) -m venv $(VENV)
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --quiet --python $(PYTHON) --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(PYTHON) --no-deps --no-build-isolation --editable . ; \
	else \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . ; \
	fi
	touch $@

demo: $(VENV)/ready
	$(PYTHON) run.py demo --port $(PORT) $(if $(ONCE),--once)

test: $(VENV)/ready
	sh .ci/system-packages
	$(PYTHON) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder

faults: $(VENV)/ready
	sh .ci/system-packages
	TRIAGE_FAULTS=full $(PYTHON) -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder --timeout 3600 -m row

FUZZ ?= parse cutter numbers pack headers header walk html charset
RUNS ?= 1000000

# One target after the other, from the seeds in benchmarks/fuzz; stops at the first input that breaks a promise.
fuzz: $(VENV)/ready
	$(PYTHON) -c 'import atheris' 2>/dev/null || $(PYTHON) -m pip install --quiet --disable-pip-version-check 'atheris==3.0.0'
	for target in $(FUZZ); do $(PYTHON) -m benchmarks.fuzz $$target -runs=$(RUNS) || exit 1; done

check: $(VENV)/ready
	$(PYTHON) -m ruff format --check . && $(PYTHON) -m ruff check . && $(PYTHON) -m mypy && $(VENV)/bin/lint-imports

lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header --group dev --all-extras \
	  --python-version 3.11 pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) data/demo .mypy_cache .ruff_cache .hypothesis
