# What one does with this checkout, one line each: make help

# where things run and how much of them: all can be set on the command line
PARUTION_LISTEN ?= 127.0.0.1:8080
PARUTION_DATA   ?= ./data
SEEDS           ?= 50
MUTANT_SEEDS    ?= 6
N               ?= 20
FUZZTIME        ?= 30s

# where the longer tests live
SIM_PACKAGES   := ./scheduler/...
CRASH_PACKAGES := ./cmd/parution/

VERSION          := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
GOLANGCI_VERSION := v2.15.0
GOLANGCI         := bin/tools/$(GOLANGCI_VERSION)/golangci-lint

# SQLite is C; and Go's own installer puts Go in a folder that not every shell knows
export CGO_ENABLED := 1
export PATH := $(PATH):/usr/local/go/bin

.DEFAULT_GOAL := help
.PHONY: help run build test race sim sim-mutants crash bench fuzz lint golden clean zoneinfo

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build and start the daemon with a demonstration calendar (PARUTION_LISTEN, PARUTION_DATA)
	bin/parution serve --demo --listen $(PARUTION_LISTEN) --data $(PARUTION_DATA)

build: ## build bin/parution
	go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/parution ./cmd/parution

test: ## run every test
	go test ./...

race: ## run every test under the race detector
	go test -race ./...

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
	rm -rf bin/parution coverage* *.test *.prof

$(GOLANGCI):
	GOBIN=$(abspath $(@D)) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)

# go test is content when a pattern matches nothing; a target with that pattern for a name is not
define must_list
@go test -list '$(1)' $(2) | grep -q '$(1)' || { echo 'no test matches $(1) in $(2)'; exit 1; }
endef
