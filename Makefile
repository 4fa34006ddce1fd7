# One name for each thing done to this project. Tools run by version, so that
# importers of the module inherit none of them.
GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.1.4
FUZZTIME ?= 10s

.PHONY: test check race lint vet fmt tidy vuln fuzz bench bench-store data

test: ## what README promises passes everywhere
	go test ./...

check: fmt vet lint tidy test race ## what a change must pass

race:
	go test -race -timeout 20m ./...

fmt:
	@out=$$(gofmt -l .); test -z "$$out" || { echo "gofmt:"; echo "$$out"; exit 1; }

vet:
	go vet ./...

lint:
	go run $(GOLANGCI) run

tidy:
	go mod tidy -diff

vuln: ## says so and passes where the database of vulnerabilities is out of reach
	@out=$$(go run $(GOVULNCHECK) ./... 2>&1); code=$$?; echo "$$out" | tail -n 40; \
	case "$$code:$$out" in \
	  0:*) ;; \
	  *"fetching vulnerabilities"*) echo "govulncheck: no verdict, its database is out of reach" ;; \
	  *) exit 1 ;; esac

# Go before 1.27 now and then reports the end of the time itself as a failure
# (go.dev/issue/75804): one without a failing input, which alone is let pass.
fuzz: ## every fuzz target for FUZZTIME
	@go list -f '{{.Dir}} {{.ImportPath}}' ./... | while read -r dir pkg; do \
	  grep -ho '^func Fuzz[A-Za-z0-9]*' $$dir/*_test.go 2>/dev/null | sed 's/^func //' | while read -r f; do \
	    echo "$$pkg $$f"; \
	    out=$$(go test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$pkg 2>&1); code=$$?; echo "$$out"; \
	    case "$$code:$$out" in \
	      0:*) ;; \
	      *"Failing input written"*|*"panic:"*) exit 1 ;; \
	      *"--- FAIL: $$f "*"s)"*"    context deadline exceeded"*) echo "$$f: no failing input; its time ran out" ;; \
	      *) exit 1 ;; esac; done || exit 1; done

bench: bench-store ## compare two runs with benchstat
	go test -run '^$$' -bench . -benchmem -count 6 ./...

# Graphs of 5 thousand, 100 thousand and 1 million talks: SIZES=S,M,L takes half an hour.
SIZES ?= S,M

bench-store: ## the store beside its peers, in a module of their own, into docs/benchmarks.md
	cd bench && CNCFGRAPH_BENCH=$(SIZES) go test -timeout 4h -run '^$$' -bench . -benchtime 300ms . | tee /dev/stderr | go run ./table ../docs/benchmarks.md

data: ## rebuild the embedded default graph from data/*.yaml
	go generate ./data
