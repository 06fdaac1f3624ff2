// Package web shows a ledger as pages: the latest entries, pairs of states,
// articles with what was found in them, and what is announced. A page is a
// struct, a function that fills it, and a template.
package web

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"entente"
	"entente/internal/record/store"
)

//go:embed templates static
var files embed.FS

// Config is what the pages stand on.
type Config struct {
	Ledger     store.Ledger
	Understand func(*entente.Article) *entente.Document
	Today      func() time.Time // the day from which "announced" counts
	Note       string           // printed at the foot of every page
	Log        *slog.Logger
}

type server struct {
	Config
	pages map[string]*template.Template
}

// Handler serves the pages. Everything that a page needs comes from this
// handler: no request leaves the machine.
func Handler(c Config) (http.Handler, error) {
	s := &server{Config: c, pages: map[string]*template.Template{}}
	for _, name := range []string{"latest", "pairs", "pair", "announced", "article", "read", "search", "error"} {
		t, err := template.ParseFS(files, "templates/layout.html", "templates/parts.html", "templates/entry.html", "templates/"+name+".html")
		if err != nil {
			return nil, fmt.Errorf("web: template %s: %w", name, err)
		}
		s.pages[name] = t
	}
	static, err := fs.Sub(files, "static")
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(static)))
	mux.Handle("GET /{$}", s.page("latest", s.latest))
	mux.Handle("GET /search", s.page("search", s.search))
	mux.Handle("GET /pairs", s.page("pairs", s.pairs))
	mux.Handle("GET /pair", http.HandlerFunc(s.choosePair))
	mux.Handle("GET /pair/{a}/{b}", s.page("pair", s.pair))
	mux.Handle("GET /article/{id...}", s.page("article", s.article))
	mux.Handle("GET /announced", s.page("announced", s.announced))
	mux.Handle("GET /read", s.page("read", s.readForm))
	mux.Handle("POST /read", s.page("article", s.readPasted))
	mux.Handle("/", s.page("error", func(*http.Request) (view, error) { return view{}, store.ErrNotFound }))
	return guard(mux), nil
}

// view is what a page function gives: a title and the page's struct.
type view struct {
	Title string
	Body  any
}

// populate fills a page from the ledger.
type populate func(*http.Request) (view, error)

type layout struct {
	view
	Nav    []navItem
	Footer string
}

type navItem struct {
	Name, Href string
	Here       bool
}

// badRequest is a wrong address or form; its text is for the reader.
type badRequest string

func (b badRequest) Error() string { return string(b) }

func (s *server) page(name string, fill populate) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := fill(r)
		status := http.StatusOK
		if err != nil {
			if errors.Is(err, context.Canceled) {
				return
			}
			name, v, status = "error", errorView(err), statusOf(err)
			if status == http.StatusInternalServerError {
				s.Log.Error("page failed", "path", r.URL.Path, "err", err)
			}
		}
		var out bytes.Buffer
		if err := s.pages[name].ExecuteTemplate(&out, "layout", layout{v, nav(r.URL.Path), s.Note}); err != nil {
			s.Log.Error("template failed", "page", name, "err", err)
			http.Error(w, "the page could not be drawn", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(status)
		_, _ = out.WriteTo(w) // the reader may have left
	})
}

func nav(path string) []navItem {
	items := []navItem{{"Latest", "/", false}, {"Pairs", "/pairs", false}, {"Announced", "/announced", false}, {"Search", "/search", false}, {"Read an article", "/read", false}}
	for i := range items {
		items[i].Here = items[i].Href == path || items[i].Href == "/pairs" && strings.HasPrefix(path, "/pair/")
	}
	return items
}

// statusOf is the one table from errors to HTTP status.
func statusOf(err error) int {
	var bad badRequest
	switch {
	case errors.Is(err, store.ErrNotFound):
		return http.StatusNotFound
	case errors.As(err, &bad):
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}

type errorPage struct{ Heading, Text string }

func errorView(err error) view {
	switch statusOf(err) {
	case http.StatusNotFound:
		return view{"Not found", errorPage{"Not found", "The ledger holds nothing at this address."}}
	case http.StatusBadRequest:
		return view{"Not understood", errorPage{"Not understood", err.Error()}}
	}
	return view{"Failed", errorPage{"The page could not be made", "The reason stands in the program's log."}}
}

// guard sets the headers of every answer and refuses requests that name
// another host than this machine's, so that a foreign page cannot read the
// ledger through the reader's browser.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		if !ownHost(r.Host) {
			http.Error(w, "this server answers to its own address only", http.StatusForbidden)
			return
		}
		if origin := r.Header.Get("Origin"); r.Method == http.MethodPost && origin != "" && origin != "http://"+r.Host {
			http.Error(w, "forms are taken from this server's own pages only", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ownHost accepts localhost and numeric addresses, which no foreign name can
// be made to point at.
func ownHost(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return name == "localhost" || net.ParseIP(strings.Trim(name, "[]")) != nil
}
