# What one does with this checkout, one line each: make help

# where things run and how much of them: all can be set on the command line
PARUTION_LISTEN ?= 127.0.0.1:8080
PARUTION_DATA   ?= ./data
SEEDS           ?= 50
MUTANT_SEEDS    ?= 50
N               ?= 20
FUZZTIME        ?= 30s

# where the longer tests live
SIM_PACKAGES   := ./scheduler/...
CRASH_PACKAGES := ./cmd/parution/

# what the pages are made of, and what shows that they were built
PAGES         := web/built/pages/index.html
PAGES_SOURCES := $(shell find web/src web/index.html web/*.ts web/*.json -type f -not -name schema.d.ts)

has_node      := command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'

VERSION          := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
GOLANGCI_VERSION := v2.15.0
GOLANGCI         := bin/tools/$(GOLANGCI_VERSION)/golangci-lint

# SQLite is C; and Go's own installer puts Go in a folder that not every shell knows
export CGO_ENABLED := 1
export PATH := $(PATH):/usr/local/go/bin

.DEFAULT_GOAL := help
.PHONY: help run build pages web-test e2e web-bench has-node test race sim sim-mutants crash bench fuzz lint golden clean zoneinfo

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and start the daemon with a demonstration calendar (PARUTION_LISTEN, PARUTION_DATA)
	bin/parution serve --demo --listen $(PARUTION_LISTEN) --data $(PARUTION_DATA)

build: pages ## build bin/parution, with the pages in it where npm is there
	go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/parution ./cmd/parution

pages: ## build the pages alone, where npm is there
	@if $(has_node); then $(MAKE) --no-print-directory $(PAGES); \
	else echo 'no npm with Node 20.19 or later here: the daemon is built without its pages, and serves the API'; fi

web-test: $(PAGES) ## check and test the pages: format, types, rules and words
	cd web && npm run check
	go test ./web # what was built, as it is served

e2e: build ## play the pages in Chromium against the daemon (E2E='--grep @smoke' for a few minutes' worth; CHROMIUM)
	cd web && npx playwright test $(E2E)

web-bench: build ## measure the first load of the calendar: its size and its time
	cd web && npx playwright test --config playwright.bench.config.ts

has-node:
	@$(has_node) && node --version

test: ## run every test
	go test ./...

# those that ask one thing after the other, thousands of times, show no race: make test runs them
ONE_BY_ONE := ^(TestMatrix|TestBadInput|TestBadAddresses|TestHostileTextIsHarmless|TestNarrowedTokens)$$

race: ## run the tests under the race detector
	go test -race -skip '$(ONE_BY_ONE)' ./...

sim: ## run the time simulation over SEEDS=50 seeds
	$(call must_list,^TestSim,$(SIM_PACKAGES))
	PARUTION_SIM_SEEDS=$(SEEDS) go test -count=1 -run '^TestSim' $(SIM_PACKAGES)

sim-mutants: ## break each promise by one line, and see that the simulation notices
	$(call must_list,^TestSimMutants,./scheduler)
	PARUTION_MUTANTS=$(MUTANT_SEEDS) go test -count=1 -timeout 1h -v -run '^TestSimMutants$$' ./scheduler

crash: ## kill the daemon at every step, and N=20 times at random, and see that it settles
	$(call must_list,^TestCrash,$(CRASH_PACKAGES))
	PARUTION_CRASHES=$(N) go test -count=1 -timeout 2h -run '^TestCrash' $(CRASH_PACKAGES)

bench: ## run every benchmark; docs/benchmarks.md says how to size them
	go test -p 1 -count=1 -timeout 2h -run '^$$' -bench . -benchmem ./...

fuzz: ## run every fuzz target in turn, FUZZTIME=30s each
	@set -eu; packages=$$(go list ./...); \
	for package in $$packages; do \
		listed=$$(go test -list '^Fuzz' "$$package"); \
		for target in $$(printf '%s\n' "$$listed" | grep '^Fuzz'); do \
			echo "go test -run '^$$' -fuzz '^$$target\$$' -fuzztime $(FUZZTIME) $$package"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$package"; \
		done; \
	done

lint: $(GOLANGCI) ## check format, import table, complexity, vet and go.mod
	@files=$$(find . -name '*.go' -not -path '*/node_modules/*' -exec gofmt -s -l {} +) || exit 1; \
	test -z "$$files" || { printf 'not gofmt-ed:\n%s\n' "$$files"; exit 1; }
	go mod tidy -diff
	go vet ./...
	$(GOLANGCI) config verify
	$(GOLANGCI) run ./...

golden: ## write the golden files anew; read the difference before you commit it
	PARUTION_GOLDEN=1 go test -count=1 ./...

zoneinfo: ## renew the zone data that the binary carries, from the Go toolchain
	cp "$$(go env GOROOT)/lib/time/zoneinfo.zip" cmd/parution/zoneinfo.zip

clean: ## remove what was built and measured; data and tools stay
	rm -rf bin/parution web/built/pages coverage* *.test *.prof

# npm is asked again only when its lock has changed, and the pages are built anew only when something of them has
$(PAGES): web/src/api/schema.d.ts $(PAGES_SOURCES)
	cd web && npm run build

web/src/api/schema.d.ts: web/node_modules/.installed api/testdata/openapi.json
	cd web && npm run types

web/node_modules/.installed: web/package-lock.json
	cd web && npm ci --no-audit --no-fund && touch node_modules/.installed

$(GOLANGCI):
	GOBIN=$(abspath $(@D)) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)

# go test is content when a pattern matches nothing; a target with that pattern for a name is not
define must_list
@go test -list '$(1)' $(2) | grep -q '$(1)' || { echo 'no test matches $(1) in $(2)'; exit 1; }
endef
