# debrief: every target that a person or a machine needs. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
RELEASE = .build-release
BINARY = $(RELEASE)/release/debrief
# Made at the end of a build: what is newer than this is not in it.
BUILT = $(RELEASE)/built
# Colours are among what a compiler is told: a build on a terminal would throw away that of a pipe, and back.
CHECKED = --explicit-target-dependency-import-check error --no-color-diagnostics
# Before main, the loader mends addresses and looks up symbols. With the C++ runtime and ncurses inside and nothing
# exported it looks up few. The program reads files of others, so it lies elsewhere each time (PIE); LLVM's linker
# packs what has to be mended then, which starts 1.09 times as late as at fixed addresses, and otherwise 1.19 times.
STATIC = $(CURDIR)/$(RELEASE)/static
# What runs with every key lies side by side: scattered over 20 MB it is cold after every pause.
AT_ONCE = --disable-local-rpath -Xlinker -pie -Xlinker "-L$(STATIC)" -Xlinker --no-export-dynamic \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc -Xswiftc -Xfrontend -Xswiftc -function-sections
SWIFT_RELEASE = swift build -c release --static-swift-stdlib --scratch-path $(RELEASE) -j $(JOBS) $(CHECKED) $(AT_ONCE)
# Tests see one clock, one locale, and no debugger prompt after a crash.
TEST_ENV = TZ=UTC LC_ALL=C.UTF-8 SWIFT_BACKTRACE=interactive=no,color=no
# libstdc++-dev stands for that of this Debian's compiler; without it everything compiles and nothing links.
BUILD_PACKAGES = git ca-certificates binutils libc6-dev libstdc++-dev libncurses-dev libsqlite3-dev libical-dev
RUN_PACKAGES = $(BUILD_PACKAGES) libenchant-2-2 hunspell-en-us libgmime-3.0-0 libpangocairo-1.0-0 fonts-dejavu-core
TEST_PACKAGES = $(RUN_PACKAGES) libvterm-dev poppler-utils zbar-tools tmux ncurses-term procps python3 python3-html5lib python3-icalendar cmark age mutt xdg-utils strace less
DOCS_PACKAGES = $(BUILD_PACKAGES) python3 mandoc zsh fish
BENCH_PACKAGES = $(RUN_PACKAGES) gcc libc6-dev python3
# PACKAGES=skip on a system that is no Debian; ARGS are those of the program that `make run` opens.
PACKAGES ?=
ARGS ?=
EMBED = sh Sources/CResources/generate.sh
NEEDS = @PACKAGES='$(PACKAGES)' sh Sources/needs.sh

.PHONY: help run build debug test torture mutants fuzz check format lint docs docs-check install-check hardening-check screens resources frequent bench install uninstall deb clean

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build ## Build a release and open the app; ARGS="--demo" opens it on sample data
	@$(BINARY) $(ARGS)

build: ## Build a release
	$(NEEDS) $(RELEASE) $(RUN_PACKAGES)
	@$(EMBED)
	@mkdir -p "$(STATIC)"
	@ln -sf "$$(clang -print-file-name=libstdc++.a 2>/dev/null || echo none)" "$(STATIC)/libstdc++.a"
	@rm -f "$(STATIC)/libncursesw.so"; curses="$$(clang -print-file-name=libncursesw.a 2>/dev/null)"; \
	info="$$(clang -print-file-name=libtinfo.a 2>/dev/null)"; if [ -f "$$curses" ] && [ -f "$$info" ]; then \
	  echo "GROUP ( $$curses $$info )" > "$(STATIC)/libncursesw.so"; fi
	@linked=(); if clang -fuse-ld=lld -Wl,--version -x c /dev/null -o /dev/null >/dev/null 2>&1; then \
	  cp Sources/Linking/frequent.txt "$(STATIC)/order"; \
	  linked=(-Xswiftc -use-ld=lld -Xlinker "--symbol-ordering-file=$(STATIC)/order" -Xlinker --no-warn-symbol-ordering); \
	  if printf '2.36\n%s\n' "$$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.* //')" | sort -CV; then \
	    linked+=(-Xlinker -z -Xlinker pack-relative-relocs); fi; \
	elif clang -Wl,--version -x c /dev/null -o /dev/null 2>/dev/null | grep -q gold; then \
	  sed 's/^/.text./' Sources/Linking/frequent.txt > "$(STATIC)/order"; \
	  linked=(-Xlinker "--section-ordering-file=$(STATIC)/order"); fi; \
	library="$$(dirname "$$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath" *: *"\(.*\)".*/\1/p')")/swift_static/linux/lib_FoundationICU.a"; \
	table="$$(nm "$$library" 2>/dev/null | sed -n 's/.* R \(icudt[0-9]*_dat\)$$/\1/p' | head -n 1)"; \
	if [ -n "$$table" ] && clang -c -O1 -DTABLE="__wrap_$$table" Sources/Linking/no-icu-data.c -o "$(STATIC)/no-icu-data.o"; then \
	  linked+=(-Xlinker "--wrap=$$table" -Xlinker "$(STATIC)/no-icu-data.o"); fi; \
	$(SWIFT_RELEASE) "$${linked[@]}" --product debrief
	@touch $(BUILT)

debug: ## Build for debugging
	$(NEEDS) .build $(BUILD_PACKAGES)
	@$(EMBED)
	@swift build -j $(JOBS) $(CHECKED)

resources: ## List the files of Resources/ for the compiler
	@$(EMBED)

test: ## Run all tests
	$(NEEDS) .build $(TEST_PACKAGES)
	@$(EMBED)
	@sh Tests/run.sh -j $(JOBS) $(CHECKED)

torture: build ## Real faults on real files, for up to 20 minutes (TORTURE=quick: 90 seconds)
	$(NEEDS) $(RELEASE) $(RUN_PACKAGES) python3 strace
	@mkdir -p .build
	@python3 -B Tests/Torture/torture.py "$(BINARY)" --log .build/torture.log $(if $(filter quick,$(TORTURE)),--quick) \
	  $(if $(SEED),--seed "$(SEED)") $(if $(FAULT),--fault "$(FAULT)") $(if $(ROUND),--round "$(ROUND)") $(if $(MINUTES),--minutes "$(MINUTES)")

mutants: ## Plant some 600 faults, one at a time, and print which of them the tests see (takes an hour or two)
	$(NEEDS) .build $(TEST_PACKAGES)
	@$(EMBED)
	@python3 -B Tests/Mutants/mutants.py --jobs $(JOBS) $(if $(ONLY),--only "$(ONLY)") $(if $(LEFT),--left)

fuzz: ## Look for bytes that a reader can't take: MINUTES for each (default 1), TARGET for one alone
	$(NEEDS) .build $(TEST_PACKAGES)
	@$(EMBED)
	@JOBS=$(JOBS) MINUTES=$(or $(MINUTES),1) TARGET=$(TARGET) sh Tests/Fuzz/fuzz.sh

check: lint docs-check install-check test ## Format, docs, installing and all tests

format: ## Format all Swift files
	$(NEEDS) .build
	@swift format -i -p -r Sources Tests Package.swift

lint: ## Fail if a file is badly formatted
	$(NEEDS) .build
	@swift format lint -s -p -r Sources Tests Package.swift

docs: debug ## Update what is generated from the commands: the tables of keys and the completions
	$(NEEDS) .build $(DOCS_PACKAGES)
	@sh Tests/docs.sh write .build/debug/debrief

docs-check: debug ## Fail if a page, a table or a completion is out of date
	$(NEEDS) .build $(DOCS_PACKAGES)
	@sh Tests/docs.sh check .build/debug/debrief

install-check: ## Fail if installing or uninstalling leaves out a file, or takes one too many
	$(NEEDS) .build binutils desktop-file-utils appstream python3
	@sh Tests/install.sh
	@if [ -x $(BINARY) ] && [ -e $(BUILT) ] && [ -z "$(NEWER)" ]; then python3 -B Tests/hardened.py $(BINARY) --release; \
	else echo "There's no release of these sources to look at; make hardening-check builds one and does."; fi
	@desktop-file-validate Resources/linux/debrief.desktop
	@appstreamcli validate --no-net Resources/linux/*.metainfo.xml >/dev/null || appstreamcli validate --no-net --explain Resources/linux/*.metainfo.xml

hardening-check: build ## Fail if the release isn't on its guard: its stack, its tables of addresses, what it copies
	$(NEEDS) $(RELEASE) $(BUILD_PACKAGES) python3
	@python3 -B Tests/hardened.py $(BINARY) --release

screens: resources ## Record the golden screens again; look at the diff before you commit it
	$(NEEDS) .build $(TEST_PACKAGES)
	@swift build --build-tests -j $(JOBS) $(CHECKED)
	-@RECORD_SCREENS=1 $(TEST_ENV) swift test --skip-build --disable-xctest --filter "PictureTests|AppTests|ExportTests|BranchTests|AdviceTests|LetterTests" >/dev/null 2>&1
	@git --no-pager diff --stat -- Tests

frequent: build ## Find out again which functions run with every key, for the linker (takes a minute)
	$(NEEDS) $(RELEASE) valgrind python3 binutils
	@python3 -B Tests/Bench/frequent.py $(BINARY) Sources/Linking/frequent.txt
	@git --no-pager diff --stat -- Sources/Linking/frequent.txt

bench: build ## Measure speed, compared with the minimum and with similar programs
	$(NEEDS) $(RELEASE) $(BENCH_PACKAGES)
	@$(MAKE) -s -C Tests/Bench run "BINARY=$(CURDIR)/$(BINARY)"

# What is installed next to the program: where it is in Resources, and where it goes under PREFIX.
BASHDIR ?= share/bash-completion/completions
ZSHDIR ?= share/zsh/site-functions
FISHDIR ?= share/fish/vendor_completions.d
SHARED = man/debrief.1:share/man/man1/debrief.1 man/debrief-config.5:share/man/man5/debrief-config.5 \
  man/debrief-data.5:share/man/man5/debrief-data.5 completions/debrief.bash:$(BASHDIR)/debrief \
  completions/_debrief:$(ZSHDIR)/_debrief completions/debrief.fish:$(FISHDIR)/debrief.fish \
  linux/debrief.desktop:share/applications/debrief.desktop \
  linux/debrief.svg:share/icons/hicolor/scalable/apps/debrief.svg \
  linux/local.debrief.debrief.metainfo.xml:share/metainfo/local.debrief.debrief.metainfo.xml \
  README.md:share/doc/debrief/content.md ../LICENSE:share/doc/debrief/LICENSE
# None of these is in the program.
BESIDE = -path Resources/man -o -path Resources/completions -o -path Resources/linux
# A file that has changed since the release was built, if there is one.
NEWER = $$(find Sources Resources Package.swift \( $(BESIDE) \) -prune -o -type f -newer $(BUILT) -print -quit)

# With sudo there is no Swift in the PATH, and a build would leave root's files in a tree that is not root's:
# then what was built before is installed, and nothing else is done.
install: ## Install under PREFIX (default /usr/local), honoring DESTDIR; after make build, also with sudo
	@stale=""; if [ ! -x $(BINARY) ] || [ ! -e $(BUILT) ]; then stale="is not built yet"; \
	elif [ -n "$(NEWER)" ]; then \
	  stale="has changed since it was built"; fi; \
	if [ -n "$$stale" ]; then \
	  if { [ "$$(id -u)" = 0 ] && [ "$$(stat -c %u .)" != 0 ]; } || ! command -v swift >/dev/null; then \
	    echo "debrief $$stale. Run make build first, without sudo, then try this again." >&2; exit 1; fi; \
	  $(MAKE) --no-print-directory build; fi
	@umask 022; install -D -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/debrief"
	@strip "$(DESTDIR)$(PREFIX)/bin/debrief"
	@umask 022; for it in $(SHARED); do \
	  install -D -m 644 "Resources/$${it%%:*}" "$(DESTDIR)$(PREFIX)/$${it#*:}" || exit 1; done
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/debrief, its manual (man debrief), and completions"

uninstall: ## Remove what install added; your notes stay
	@rm -f "$(DESTDIR)$(PREFIX)/bin/debrief"
	@for it in $(SHARED); do rm -f "$(DESTDIR)$(PREFIX)/$${it#*:}"; done
	@rmdir "$(DESTDIR)$(PREFIX)/share/doc/debrief" 2>/dev/null || true

deb: ## Make a Debian package in .build-deb
	@if [ "$$(id -u)" = 0 ] && [ "$$(stat -c %u .)" != 0 ]; then \
	  echo "Run make deb without sudo: it needs no root." >&2; exit 1; fi
	@rm -rf .build-deb/stage
	@$(MAKE) --no-print-directory install DESTDIR=.build-deb/stage PREFIX=/usr ZSHDIR=share/zsh/vendor-completions >/dev/null
	@! command -v python3 >/dev/null || python3 -B Tests/hardened.py $(BINARY) --release
	@sh Resources/linux/deb.sh .build-deb/stage .build-deb

clean: ## Remove everything that was built or downloaded
	@rm -rf .build $(RELEASE) .build-bench .build-deb .build-mutants .build-fuzz Package.resolved
	@find Tests -name __pycache__ -prune -exec rm -rf {} +
