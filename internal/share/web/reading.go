package web

import (
	"net/http"
	"strings"
	"time"

	"entente"
	"entente/internal/read"
)

// maxPaste is the longest text in bytes that the form takes.
const maxPaste = 1 << 20

type readPage struct{ Published, Text, Error string }

// article shows an article of the ledger, understood anew: the text is kept,
// the annotations follow the newest rules.
func (s *server) article(r *http.Request) (view, error) {
	kept, err := s.Ledger.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return view{}, err
	}
	page := articleOf(s.Understand(kept.Article))
	return view{page.Title, page}, nil
}

func (s *server) readForm(*http.Request) (view, error) {
	return view{"Read an article", readPage{Published: s.Today().Format(time.DateOnly)}}, nil
}

// readPasted shows a pasted article and keeps nothing of it.
func (s *server) readPasted(r *http.Request) (view, error) {
	r.Body = http.MaxBytesReader(nil, r.Body, maxPaste)
	if err := r.ParseForm(); err != nil {
		return view{}, badRequest("The text is too long for this form: use `entente code FILE`.")
	}
	opt := read.Options{Format: read.Text}
	if day := r.PostForm.Get("published"); day != "" {
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return view{}, badRequest("The day is not written like 2023-01-31.")
		}
		opt.Published = t
	}
	var pasted *entente.Article
	for a, err := range read.Read(strings.NewReader(r.PostForm.Get("text")), "pasted text", opt) {
		if err != nil {
			return view{}, badRequest(err.Error())
		}
		pasted = a
	}
	if pasted == nil {
		return view{}, badRequest("There is no text to read.")
	}
	page := articleOf(s.Understand(pasted))
	return view{page.Title, page}, nil
}
