package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"entente/data/demo"
	"entente/internal/read"
	"entente/internal/record"
	"entente/internal/record/store"
	"entente/internal/share/web"
	"entente/internal/understand"
)

const defaultAddr = "127.0.0.1:7788"

type serveFlags struct {
	db, addr string
	demo     bool
}

func newServeCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show a ledger as web pages on this machine",
		Long: `Serve shows the latest entries, a page per pair of states, every article with
what was found in it, and what is announced. It listens on this machine alone.`,
		Example: `  entente serve --demo
  entente serve --db news.db --addr 127.0.0.1:9000`,
		Args: args(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			if f.demo && c.Flags().Changed("db") {
				return usagef(c, "--demo shows the bundled dispatches, --db a ledger: choose one")
			}
			return runServe(c, f)
		},
	}
	dbFlag(c, &f.db)
	c.Flags().BoolVar(&f.demo, "demo", false, "show the bundled demo dispatches, kept in memory")
	c.Flags().StringVar(&f.addr, "addr", defaultAddr, "address to listen on; port 0 takes a free one")
	return c
}

func runServe(c *cobra.Command, f serveFlags) error {
	listener, err := listen(c, f.addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	pipeline := understand.New()
	ledger, err := openServed(c.Context(), f, pipeline)
	if err != nil {
		return err
	}
	defer ledger.Close()
	handler, err := web.Handler(web.Config{
		Ledger:     ledger,
		Understand: pipeline.Understand,
		Today:      today(f.demo),
		Note:       note(f.demo),
		Log:        slog.New(slog.NewTextHandler(c.ErrOrStderr(), nil)),
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "Entente is at http://%s/ (Ctrl-C stops it)\n", listener.Addr())
	return serve(c.Context(), listener, handler)
}

// listen opens the address on this machine; a taken default port gives way
// to a free one.
func listen(c *cobra.Command, addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, usagef(c, "--addr %s: write it like %s", addr, defaultAddr)
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, usagef(c, "--addr %s: the pages are for this machine alone: use 127.0.0.1", addr)
	}
	listener, err := net.Listen("tcp", addr)
	if err != nil && addr == defaultAddr {
		listener, err = net.Listen("tcp", "127.0.0.1:0")
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w: choose another with --addr", addr, err)
	}
	return listener, nil
}

func openServed(ctx context.Context, f serveFlags, pipeline *understand.Pipeline) (store.Ledger, error) {
	if !f.demo {
		return store.OpenExisting(ctx, f.db)
	}
	ledger, err := store.Open(ctx, store.Memory)
	if err != nil {
		return nil, err
	}
	if err := loadDemo(ctx, ledger, pipeline); err != nil {
		ledger.Close()
		return nil, fmt.Errorf("load the demo: %w", err)
	}
	return ledger, nil
}

// loadDemo adds the bundled dispatches to the ledger.
func loadDemo(ctx context.Context, ledger store.Ledger, pipeline *understand.Pipeline) error {
	articles := read.Read(bytes.NewReader(demo.Dispatches), "demo", read.Options{Format: read.JSONL})
	var failed error
	if _, err := record.Add(ctx, ledger, articles, func(err error) { failed = err }, func(int) {}); err != nil || failed != nil {
		return errors.Join(err, failed)
	}
	coder := record.Coder{Version: understand.Version, Understand: pipeline.UnderstandAll, Workers: runtime.GOMAXPROCS(0)}
	_, err := record.Code(ctx, ledger, coder, func(int, int) {})
	return err
}

// today is the day from which "announced" counts: for the demo, the day of
// its last dispatch.
func today(demo bool) func() time.Time {
	if demo {
		return func() time.Time { return time.Date(2023, time.December, 20, 0, 0, 0, 0, time.UTC) }
	}
	return func() time.Time { return time.Now().UTC().Truncate(24 * time.Hour) }
}

func note(demo bool) string {
	if demo {
		return "Demo: dispatches written for Entente, 2021 to 2023; the publishers are invented. The demo's today is 20 December 2023."
	}
	return "What sources report, as they report it. Nothing on these pages leaves this machine."
}

// serve runs until ctx ends, then lets open requests finish.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if err := server.Shutdown(closing); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
