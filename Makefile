# Every target runs from a clean checkout with Go alone, unless it says otherwise.

GO ?= go
export CGO_ENABLED = 0

.PHONY: build test check bench eval fuzz web train demo

build: ## the static program
	$(GO) build -trimpath -ldflags="-s -w" -o entente ./cmd/entente

test: ## all tests; those that read ../shared say so and are skipped without it
	$(GO) vet ./...
	$(GO) test ./...

check: ## what must be green before a change lands
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	$(GO) mod tidy -diff
	$(GO) mod verify
	$(MAKE) test
	$(MAKE) build
	./entente version
	@size=$$(stat -c %s entente); echo "binary $$size bytes"; test $$size -lt 31457280 || { echo "the binary is over 30 MB"; exit 1; }

bench: ## speed and memory of every room
	$(GO) test -run '^$$' -bench . -benchmem ./...

eval: ## score against the gold in ../shared/data and rewrite the golden score files
	$(GO) run ./internal/evaluate/cmd/eval

fuzz: ## every fuzz test for FUZZTIME each
	@for pkg in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$pkg | grep ^Fuzz); do \
	    echo "$$pkg $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $${FUZZTIME:-10s} $$pkg || exit 1; \
	  done; \
	done

web: ## pictures of the pages in a headless Chromium (Debian: chromium), into screenshots/
	./internal/share/web/screenshots.sh

train: ## fit the weights again; see docs/models.md for data, seed and time
	$(GO) run ./internal/train/cmd/train

demo: ## the web pages on the bundled dispatches
	$(GO) run ./cmd/entente serve --demo
