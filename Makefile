# debrief: every target that a person or a machine needs. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
RELEASE = .build-release
CHECKED = --explicit-target-dependency-import-check error
# Before main, the loader mends addresses and looks up symbols. A program at fixed addresses, with the C++
# runtime and ncurses inside and nothing exported, spares it nine tenths of that: the start takes a third less.
STATIC = $(CURDIR)/$(RELEASE)/static
# What runs with every key lies side by side: scattered over 20 MB it is cold after every pause.
AT_ONCE = --disable-local-rpath -Xlinker -no-pie -Xlinker -L$(STATIC) -Xlinker --no-export-dynamic \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xswiftc -Xfrontend -Xswiftc -function-sections
SWIFT_RELEASE = swift build -c release --static-swift-stdlib --scratch-path $(RELEASE) -j $(JOBS) $(CHECKED) $(AT_ONCE)
# Tests see one clock, one locale, and no debugger prompt after a crash.
TEST_ENV = TZ=UTC LC_ALL=C.UTF-8 SWIFT_BACKTRACE=interactive=no,color=no
RUN_PACKAGES = libncurses-dev libsqlite3-dev libical-dev libenchant-2-2 hunspell-en-us
TEST_PACKAGES = $(RUN_PACKAGES) libvterm-dev tmux ncurses-term procps python3 python3-icalendar mutt xdg-utils
BENCH_PACKAGES = $(RUN_PACKAGES) gcc libc6-dev python3

# Installs what is missing from Debian, as root or through sudo, and says what it installs.
define install-missing
	@missing=""; for package in $(1); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing from Debian:$$missing"; \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	    -o DPkg::Lock::Timeout=300 $$missing >/dev/null; fi
	@command -v swift >/dev/null || { echo "A Swift 6 toolchain is needed: https://www.swift.org/install/linux/"; exit 1; }
endef

.PHONY: help run build debug test check format lint docs docs-check screens resources frequent bench install uninstall clean deps

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## Build a release and open the app
	@$(RELEASE)/release/debrief

build: resources ## Build a release
	$(call install-missing,$(RUN_PACKAGES))
	@mkdir -p $(STATIC)
	@ln -sf "$$(clang -print-file-name=libstdc++.a 2>/dev/null || echo none)" $(STATIC)/libstdc++.a
	@rm -f $(STATIC)/libncursesw.so; curses="$$(clang -print-file-name=libncursesw.a 2>/dev/null)"; \
	info="$$(clang -print-file-name=libtinfo.a 2>/dev/null)"; if [ -f "$$curses" ] && [ -f "$$info" ]; then \
	  echo "GROUP ( $$curses $$info )" > $(STATIC)/libncursesw.so; fi
	@ordered=""; case "$$(clang -Wl,--version -x c /dev/null -o /dev/null 2>/dev/null | head -n 1)" in \
	*gold*) sed 's/^/.text./' Sources/frequent.txt > $(STATIC)/order; \
	  ordered="-Xlinker --section-ordering-file=$(STATIC)/order" ;; \
	*LLD*) cp Sources/frequent.txt $(STATIC)/order; \
	  ordered="-Xlinker --symbol-ordering-file=$(STATIC)/order -Xlinker --no-warn-symbol-ordering" ;; esac; \
	$(SWIFT_RELEASE) $$ordered --product debrief

debug: resources ## Build for debugging
	@swift build -j $(JOBS) $(CHECKED)

resources: ## List the files of Resources/ for the compiler
	@sh Sources/CResources/generate.sh

test: resources ## Run all tests
	$(call install-missing,$(TEST_PACKAGES))
	@swift build --build-tests -j $(JOBS) $(CHECKED)
	@set -o pipefail; $(TEST_ENV) swift test --skip-build --disable-xctest 2>&1 | tee .build/test.log | \
	  { grep -vE '^(◇|✔ Test [^r]|✔ Suite|↳)' || true; }
	@grep -aoE 'Test run with [0-9]+ tests?.*' .build/test.log | tail -n 1 | \
	  sed -E 's/Test run with ([0-9]+) tests?.*passed.*/\1 passed, 0 failed/'

check: lint docs-check test ## Format, docs and all tests

format: ## Format all Swift files
	@swift format -i -p -r Sources Tests Package.swift

lint: ## Fail on a badly formatted file
	@swift format lint -s -p -r Sources Tests Package.swift

docs: debug ## Write the generated tables into the README
	@sh Tests/docs.sh write .build/debug/debrief

docs-check: debug ## Fail when a generated table is stale
	@sh Tests/docs.sh check .build/debug/debrief

screens: resources ## Record the golden screens anew; look at the difference before committing it
	@swift build --build-tests -j $(JOBS) $(CHECKED)
	-@RECORD_SCREENS=1 $(TEST_ENV) swift test --skip-build --disable-xctest --filter "AppTests|ExportTests|BranchTests|AdviceTests|LetterTests" >/dev/null 2>&1
	@git --no-pager diff --stat -- Tests

frequent: build ## Find out anew which functions run with every key, for the linker (takes a minute)
	$(call install-missing,valgrind python3 binutils)
	@python3 -B Tests/Bench/frequent.py $(RELEASE)/release/debrief Sources/frequent.txt
	@git --no-pager diff --stat -- Sources/frequent.txt

bench: build ## Measure speed against the floor and the peers
	$(call install-missing,$(BENCH_PACKAGES))
	@$(MAKE) -s -C Tests/Bench run BINARY=$(CURDIR)/$(RELEASE)/release/debrief

install: build ## Install under PREFIX (default /usr/local), honouring DESTDIR
	install -D -m 755 $(RELEASE)/release/debrief $(DESTDIR)$(PREFIX)/bin/debrief
	strip $(DESTDIR)$(PREFIX)/bin/debrief

uninstall: ## Remove what install put there; your data stays
	rm -f $(DESTDIR)$(PREFIX)/bin/debrief

clean: ## Remove everything that was built
	rm -rf .build $(RELEASE)
