# From nothing to a conversation: `make chat`. `make` alone lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:

# PYTHON=/path/to/python3.12 chooses the interpreter, UV= installs by pip even where uv is there.
PYTHON ?=
UV ?= uv
VENV := .venv
PY := $(VENV)/bin/python

# One file of pins a group (pins/), one stamp a file: nothing is looked at twice.
GROUPS_SMALL := core stt
GROUPS_CHAT := $(GROUPS_SMALL) ocr llm docs speech charts
GROUPS_SERVE := $(GROUPS_CHAT) vectors channels models server
GROUPS_DEV := $(GROUPS_SERVE) dev
stamps = $(VENV)/.project $(patsubst %,$(VENV)/.pins-%,$(1))
# What is to come, before it comes: one line, and only where more than one group is missing.
lacking = $(foreach group,$(1),$(if $(wildcard $(VENV)/.pins-$(group)),,$(group)))
announced = $(if $(word 2,$(call lacking,$(1))),.to-come-$(words $(1)))

# What a first start will fetch and fill; measured with the pins as they are.
SIZE_core := 32 MB to fetch, 140 MB on disk
SIZE_stt := 265 MB to fetch, 600 MB on disk
SIZE_ocr := 90 MB to fetch, 200 MB on disk
SIZE_llm := 120 MB to fetch, 195 MB on disk
SIZE_docs := 6 MB to fetch, 20 MB on disk
SIZE_speech := 10 MB to fetch, 25 MB on disk
SIZE_charts := 16 MB to fetch, 50 MB on disk
SIZE_vectors := 14 MB to fetch, 35 MB on disk
SIZE_channels := 12 MB to fetch, 50 MB on disk
SIZE_models := 3 MB to fetch, 20 MB on disk
SIZE_server := 4 MB to fetch, 20 MB on disk
SIZE_dev := 90 MB to fetch, 250 MB on disk

.PHONY: help
help: ## List what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r name what; do \
		printf '  make %-10s %s\n' "$$name" "$$what"; done

# ---- talking to it

.PHONY: chat chat-small serve
chat: $(call announced,$(GROUPS_CHAT)) $(call stamps,$(GROUPS_CHAT)) ## Talk to it here: by terminal, or lines in and replies out
	@$(PY) -m bots chat $(ARGS)

chat-small: $(call announced,$(GROUPS_SMALL)) $(call stamps,$(GROUPS_SMALL)) ## The same with text and speech only
	@$(PY) -m bots chat $(ARGS)

serve: $(call stamps,$(GROUPS_SERVE)) ## Answer on every channel whose settings are there (ARGS="--port 8000")
	@$(PY) -m bots serve $(ARGS)

# ---- checking it

.PHONY: test torture bench lint format
test: $(call stamps,$(GROUPS_DEV)) ## Run the tests (ARGS="-k words")
	@$(PY) -m pytest -q -n auto --dist loadfile $(ARGS)

torture: $(call stamps,$(GROUPS_DEV)) ## Kill it, starve it, feed it rubbish: minutes, not seconds
	@$(PY) -m pytest -q -m torture $(ARGS)

bench: $(call stamps,$(GROUPS_DEV)) ## Measure the budgets as ratios against a rival in the same run
	@$(PY) -m tests.bench $(ARGS)

lint: $(call stamps,$(GROUPS_DEV)) ## Style, format, types, and who may import whom
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports

format: $(call stamps,$(GROUPS_DEV)) ## Put format and import order right
	@$(VENV)/bin/ruff check --fix-only .
	@$(VENV)/bin/ruff format .

# ---- setting it up

.PHONY: setup setup-dev clean
setup: $(call stamps,$(GROUPS_SERVE)) ## Install what `chat` and `serve` need

setup-dev: $(call stamps,$(GROUPS_DEV)) ## Install everything, the tests' and linters' packages too

clean: ## Remove the virtual environment and caches; what people told it stays in .viva
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14)
say = echo "vivavoce: $(1)" >&2

# Whatever these print goes to stderr, for stdout belongs to the replies; and they leave stdin alone.
$(VENV)/.made: $(if $(shell test -x $(PY) || echo gone),remade)
	@found=; for python in $(PYTHONS); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null </dev/null \
			&& found="$$python" && break; \
	done; \
	if [ -z "$$found" ]; then \
		$(call say,Python 3.11 or newer is needed and not found ($(PYTHONS)): install it or name it as in 'make chat PYTHON=/path/to/python3.12'.); \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null </dev/null; then \
		$(call say,$$found has no venv module: install it (Debian and Ubuntu: apt install python3-venv) and run make again.); \
		exit 1; \
	fi; \
	$(call say,making $(VENV) with $$("$$found" -V)); \
	if ! "$$found" -m venv --clear $(VENV) >&2 </dev/null; then \
		rm -rf $(VENV); \
		$(call say,$$found could not make $(VENV): put right what it says above and run make again.); \
		exit 1; \
	fi; \
	touch $@

.PHONY: remade
remade:

# pip's own mirror (pip.conf, PIP_INDEX_URL) is not read by uv: where there is one, pip installs;
# so it does where uv fails, which knows fewer certificates than pip.
by_uv = [ -n "$(UV)" ] && $(UV) --version >/dev/null 2>&1 && { [ -n "$$UV_DEFAULT_INDEX$$UV_INDEX_URL" ] \
	|| ! $(PY) -m pip config list 2>/dev/null </dev/null | grep -qE '[.](no-index|index-url)='; }

install = { { $(by_uv) && $(UV) pip install --compile-bytecode --python $(PY) $(1); } \
	|| $(PY) -m pip --disable-pip-version-check --no-input install $(1); } >&2 </dev/null \
	|| { $(call say,not installed; see above. Without a network or behind a mirror: put the mirror into pip.conf and run make again.); exit 1; }

$(VENV)/.pins-%: pins/%.txt $(VENV)/.made
	@$(call say,installing $* ($(SIZE_$*)))
	@$(call install,--no-deps --require-hashes -r $<)
	@touch $@

# Editable, by the build packages that pins/core.txt put there: nothing is fetched.
$(VENV)/.project: pyproject.toml $(VENV)/.pins-core
	@$(call install,--no-deps --no-build-isolation --quiet --editable .)
	@touch $@

.PRECIOUS: $(VENV)/.pins-%

.PHONY: .to-come-2 .to-come-7
.to-come-2: $(VENV)/.made
	@$(call say,first start: about 300 MB to fetch and 740 MB on disk for text and speech)
.to-come-7: $(VENV)/.made
	@$(call say,first start: about 550 MB to fetch and 1.2 GB on disk; 'make chat-small' takes half of it for text and speech)

# ---- choosing versions

.PHONY: pins
EXTRAS := stt ocr llm docs speech charts vectors channels models server dev
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-annotate --no-header --no-emit-index-url --group build \
	--override pins/dropped.in

# Everything together first, so that no group takes a version another forbids; then each group for
# itself under those versions, less what is in core already.
pins: ## Choose versions anew from pyproject.toml (needs uv; UPGRADE=--upgrade for newer ones)
	@mkdir -p $(VENV)/pins && cat pins/*.txt > $(VENV)/pins/all 2>/dev/null || true
	@$(COMPILE) $(UPGRADE) --all-extras pyproject.toml -o $(VENV)/pins/all
	@$(COMPILE) -c $(VENV)/pins/all pyproject.toml > pins/core.txt
	@for extra in $(EXTRAS); do \
		$(COMPILE) -c $(VENV)/pins/all --extra $$extra pyproject.toml > $(VENV)/pins/$$extra && \
		awk 'FNR == NR { core[$$0]; next } /^[^ ]/ { kept = !($$0 in core) } kept' \
			pins/core.txt $(VENV)/pins/$$extra > pins/$$extra.txt || exit 1; \
	done
	@for group in core $(EXTRAS); do \
		awk '/^[^ ]/ { kept = !/never/ } kept' pins/$$group.txt > $(VENV)/pins/kept && \
		cp $(VENV)/pins/kept pins/$$group.txt || exit 1; \
	done
	@wc -l pins/*.txt

# ---- in a container

.PHONY: docker
docker: ## Build the image (docker/compose.yaml starts it)
	docker build -f docker/Dockerfile -t vivavoce .
