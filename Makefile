# The targets of pumpurs; `make` alone lists them.

INBOX     ?= sample-data
PIPELINES ?= pipelines
STATE     ?= state
OUTPUT    ?= reports
SEMESTER  ?= all
SUBMISSIONS ?= submissions
YEAR      ?= 2019
MESSAGES  ?= lv
SECONDS   ?= 60
KILLS     ?= 200
DATA      ?=
RECORD    ?=
SIZE      ?= m
N         ?= 5
PREFIX    ?= /usr/local
DESTDIR   ?=

PACKAGES   = libglpk-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev libzip-dev zlib1g-dev
KNOWN_PACKAGES = /var/lib/dpkg/status
PROGRAM    = .build/release/pumpurs
# The tests run whole reports hundreds of times, so they run what is optimised; the program that stands beside
# them is the one that users run.
BUILD_TESTS = swift build -c release --build-tests -Xswiftc -enable-testing -debug-info-format none \
    --explicit-target-dependency-import-check error && touch -c $(PROGRAM)
TEST       = swift test -c release --skip-build --disable-xctest
# What looks at pages comes from PyPI, with a copy of axe-core, into an environment of its own.
WEB        = .build/web-tools
WEB_TOOLS  = html5lib==1.1 axe-playwright-python==0.1.8 six==1.17.0 webencodings==0.5.1

# Of the packages beside the product their own sources, not the links to the product's.
FORMATTED  = Sources Tests Fuzz/Sources/fuzz Package.swift Fuzz/Package.swift \
    Benchmarks/reading/Sources/reading Benchmarks/reading/Package.swift \
    Benchmarks/suite/Benchmarks Benchmarks/suite/Package.swift

# Without this make asks for each of the sources whether one of its own rules could make it, for a quarter of a second.
MAKEFLAGS += --no-builtin-rules

.DEFAULT_GOAL := help
.PHONY: help report rollup submission year test test-spreadsheets test-files test-spark test-web test-kills report-pdf race fuzz lint format samples install uninstall clean bench profile check-performance packages packages-now program

help: ## list the targets
	@echo "make TARGET, with one of"
	@sed -nE 's/^([a-z-]+):.*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22
	@echo "and for report: INBOX=$(INBOX) PIPELINES=$(PIPELINES) STATE=$(STATE) OUTPUT=$(OUTPUT) SEMESTER=$(SEMESTER) MESSAGES=$(MESSAGES)"

# Exit code 3 says that records were held back; the report is written all the same.
report: packages program ## import the inbox and write the report of every semester
	@$(PROGRAM) report --inbox '$(INBOX)' --pipelines '$(PIPELINES)' --state '$(STATE)' \
	    --output '$(OUTPUT)' --semester '$(SEMESTER)' --language '$(MESSAGES)' || test $$? -eq 3

rollup: packages program ## import what is new and write the reports that are due, as cron does
	@$(PROGRAM) rollup --inbox '$(INBOX)' --pipelines '$(PIPELINES)' --state '$(STATE)' \
	    --output '$(OUTPUT)' --language '$(MESSAGES)' || test $$? -eq 3

# Exit code 4 says that something blocks the package, and the list says what.
submission: packages program ## make the package of SEMESTER for the State and the Fund, or name all that blocks it
	@$(PROGRAM) submit '$(SEMESTER)' --pipelines '$(PIPELINES)' --state '$(STATE)' --output '$(OUTPUT)' \
	    --packages '$(SUBMISSIONS)' --inbox '$(INBOX)' --language '$(MESSAGES)'

# Exit code 3 says that a semester of the year is not sealed yet; the report is written all the same, and says so.
year: packages program ## write the report on the participants of the calendar year YEAR for the authorities
	@$(PROGRAM) submit year '$(YEAR)' --pipelines '$(PIPELINES)' --state '$(STATE)' \
	    --packages '$(SUBMISSIONS)' --inbox '$(INBOX)' --language '$(MESSAGES)' || test $$? -eq 3

test: packages ## build and run all tests, the worked examples and the independent recount
	@scripts/require-packages python3
	$(BUILD_TESTS)
	TMPDIR=$$(scripts/test-folder) $(TEST) --parallel
	$(PROGRAM) test
	scripts/check-recount

test-spreadsheets: packages ## let LibreOffice make workbooks for us, and read the files that reports have for it
	@scripts/require-packages libreoffice-calc-nogui
	$(BUILD_TESTS)
	$(TEST) --filter LibreOffice

# The readers come from PyPI, into a folder of their own below .build.
test-files: packages program ## let readers that are not ours check the files of the sample reports
	@scripts/require-packages python3 python3-venv
	@scripts/check-files

# PySpark comes from PyPI (434 MB), into a folder of its own below .build; it needs Java 17.
test-spark: packages program ## let Spark count the sample data, and compare every figure with the program's
	@command -v java >/dev/null || scripts/require-packages default-jre-headless
	@scripts/require-packages python3 python3-venv
	@scale-out/spark/check

test-web: packages program ## look at the pages of the sample reports in headless Chromium: axe-core, HTML, widths
	@scripts/require-packages chromium python3-venv
	@test -x $(WEB)/bin/python || python3 -m venv $(WEB)
	@$(WEB)/bin/pip install --quiet --no-deps $(WEB_TOOLS)
	@rm -rf .build/web .build/web-state
	@$(PROGRAM) report --inbox sample-data --state .build/web-state --output .build/web >/dev/null || test $$? -eq 3
	@$(WEB)/bin/python scripts/check-web $$(find .build/web -name '*.html' | sort)

report-pdf: report ## print the pages of the reports on A4 by headless Chromium
	@scripts/print-pages '$(OUTPUT)'

test-kills: packages ## kill the rollup at KILLS random moments
	$(BUILD_TESTS)
	PUMPURS_KILLS=$(KILLS) $(TEST) --filter "A rollup that is killed"

race: packages program ## run the program and its peers in turns on a national export of SIZE s, m or l, N times; write docs/performance.md
	@scripts/require-packages python3 python3-venv
	@N='$(N)' Benchmarks/national/race '$(SIZE)'

fuzz: packages ## fuzz the readers of tables, XML and workbooks for SECONDS each
	@Fuzz/run $(SECONDS)

bench: packages ## measure each part by itself: time, throughput and memory
	@scripts/require-packages python3
	@Benchmarks/suite/measure

profile: packages program ## show which functions take most of an import of DATA, a folder or a file, or of made-up rows
	@scripts/require-packages python3
	@scripts/profile '$(DATA)'

# Counts hold for one compiler, one version of the libraries and one kind of processor: RECORD=1 writes them anew.
check-performance: packages program ## count the instructions of a few runs and compare them with the baseline
	@scripts/require-packages python3 valgrind
	@scripts/check-performance $(if $(RECORD),--record)

lint: ## check the format, the imports and the scripts
	swift format lint --strict --recursive $(FORMATTED)
	scripts/check-imports
	python3 -m py_compile Tests/Oracle/*.py scale-out/spark/*.py

format: ## format the sources
	swift format --in-place --recursive $(FORMATTED)

samples: packages ## write the sample data anew
	swift run -c release sample-data-generator --output sample-data

# The installed program brings Swift's libraries along, for the account that runs it may not read the toolchain's.
install: packages ## install the program, definitions and schedule below PREFIX (and DESTDIR)
	@scripts/require-rights .build
	swift build -c release --product pumpurs --static-swift-stdlib --scratch-path .build/static --quiet
	scripts/install .build/static/release/pumpurs '$(PREFIX)' '$(DESTDIR)'

uninstall: ## remove what install has put there; states, inboxes and changed definitions stay
	scripts/uninstall '$(PREFIX)' '$(DESTDIR)'

clean: ## remove what was built and the reports; the store and its key stay
	rm -rf .build reports

# Asked again when any package came or went since; where there is no such list, each time.
packages: $(if $(wildcard $(KNOWN_PACKAGES)),.build/packages,packages-now)

.build/packages: $(KNOWN_PACKAGES) Makefile scripts/require-packages
	@scripts/require-packages $(PACKAGES)
	@mkdir -p .build && touch $@ || :

packages-now:
	@scripts/require-packages $(PACKAGES)

program: $(PROGRAM)

# Folders are among the sources, for a file that was removed makes its folder newer. What swift finds to be built
# already keeps its time, so the program gets the time of the build.
$(PROGRAM): $(shell find Sources) Package.swift $(wildcard Package.resolved) | packages
	@scripts/require-rights .build
	@swift build -c release --product pumpurs --quiet
	@touch -c $@
