package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"entente"
)

// Open yields the articles of a file, of the files below a folder in the
// order of their names, of "-" (Options.Stdin), or of one page at an http(s)
// address. Reading stops when ctx is done.
func Open(ctx context.Context, name string, opt Options) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		more := func(a *entente.Article, err error) bool { return ctx.Err() == nil && yield(a, err) }
		switch {
		case name == "-":
			if opt.Stdin == nil {
				yield(nil, &entente.Problem{Name: name, Reason: entente.SkipEmpty, Detail: "no standard input"})
				return
			}
			Read(opt.Stdin, name, opt)(more)
		case address(name) != "":
			fetch(ctx, name, opt)(more)
		default:
			list := files(name)
			if len(list) == 0 {
				more(nil, &entente.Problem{Name: name, Reason: entente.SkipEmpty, Detail: "the folder holds no files", Hint: "hidden files are left out"})
			}
			for _, file := range list {
				if !openFile(file, opt, more) {
					return
				}
			}
		}
	}
}

// files lists name, or what lies below it when it is a folder. Hidden files
// are left out.
func files(name string) []string {
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return []string{name}
	}
	var list []string
	filepath.WalkDir(name, func(p string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(filepath.Base(p), ".") && p != name
		switch {
		case err != nil:
			list = append(list, p) // opening it reports why
		case d.IsDir() && hidden:
			return fs.SkipDir
		case !d.IsDir() && !hidden:
			list = append(list, p)
		}
		return nil
	})
	return list
}

func openFile(name string, opt Options, yield func(*entente.Article, error) bool) bool {
	f, err := os.Open(name)
	if err != nil {
		hint := "check the path"
		if errors.Is(err, fs.ErrPermission) {
			hint = "allow reading it"
		}
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		return yield(nil, &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: err.Error(), Hint: hint})
	}
	defer f.Close()
	for a, err := range Read(f, name, opt) {
		if !yield(a, err) {
			return false
		}
	}
	return true
}

// fetch reads one page from the network.
func fetch(ctx context.Context, url string, opt Options) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		fail := func(detail, hint string) {
			yield(nil, &entente.Problem{Name: url, Reason: entente.SkipBroken, Detail: detail, Hint: hint})
		}
		timeout := opt.Timeout
		if timeout == 0 {
			timeout = 30 * time.Second
		}
		ctx, stop := context.WithTimeout(ctx, timeout)
		defer stop()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			fail("not a web address: "+err.Error(), "")
			return
		}
		req.Header.Set("User-Agent", "Entente")
		req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8")
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			if errors.Is(err, context.DeadlineExceeded) {
				fail(fmt.Sprintf("no answer within %s", timeout), "try again, or save the page and give the file")
			} else {
				fail(err.Error(), "save the page and give the file")
			}
			return
		}
		defer res.Body.Close()
		if res.StatusCode != http.StatusOK {
			fail("the server answers "+res.Status, "save the page and give the file")
			return
		}
		opt.ContentType = res.Header.Get("Content-Type")
		Read(io.LimitReader(res.Body, 4*MaxArticle), url, opt)(yield)
	}
}
