package web

import (
	"context"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"entente"
	"entente/internal/record/store"
)

// hostile is a text that must never reach a page as markup.
const hostile = `<script>alert(1)</script>`

// understand gives one event with hostile names, whatever the article says.
func understand(a *entente.Article) *entente.Document {
	d := &entente.Document{Article: a}
	end := len(a.Text)
	d.Sentences = []entente.Sentence{{Span: entente.Span{End: end}, Last: 1}}
	d.Tokens = []entente.Token{{Span: entente.Span{End: 4}, Head: -1, Rel: entente.Root}}
	d.Link()
	d.Actors = []entente.Actor{{Name: hostile, Code: "JPNGOV", Country: "JPN", Mentions: []entente.Mention{{Span: entente.Span{End: 4}}}}}
	d.Events = []entente.Event{{
		Type: "CONSULT", CAMEO: "042", Status: entente.Happened, Place: -1, Parent: -1, Trigger: entente.Span{Start: 2, End: 6},
		Source:     []entente.Participant{{Name: hostile, Code: "JPNGOV", Country: "JPN", Sector: "GOV", Span: entente.Span{End: 4}}},
		Target:     []entente.Participant{{Actor: -1, Name: "Ukraine", Code: "UKR", Country: "UKR", Span: entente.Span{Start: 5, End: 9}}},
		Date:       entente.Interval{Start: a.Published, End: a.Published, Precision: entente.ByDay},
		Confidence: .8, Rule: []string{"consult.visit:visit/v"},
	}}
	return d
}

func serverWith(t *testing.T) http.Handler {
	t.Helper()
	ctx := context.Background()
	ledger, err := store.Open(ctx, store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ledger.Close() })
	article := &entente.Article{
		ID: "a/1?x", Title: hostile, Publisher: "Wire " + hostile, URL: "javascript:alert(1)", Language: "en",
		Published: time.Date(2023, 3, 21, 0, 0, 0, 0, time.UTC), Text: "Kishida visited Kyiv. " + hostile + "\n\nHe met Zelensky.",
	}
	if _, err := ledger.Add(ctx, []*entente.Article{article}); err != nil {
		t.Fatal(err)
	}
	pending, err := ledger.Pending(ctx, 1, 0, 10)
	if err != nil || len(pending) != 1 {
		t.Fatalf("pending %v, %v", pending, err)
	}
	if err := ledger.Record(ctx, 1, []store.Coded{{Num: pending[0].Num, Document: understand(pending[0].Article)}}); err != nil {
		t.Fatal(err)
	}
	handler, err := Handler(Config{
		Ledger: ledger, Understand: understand, Note: "note", Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Today: func() time.Time { return time.Date(2023, 3, 20, 0, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

func get(h http.Handler, method, target string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1"+target, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestPages(t *testing.T) {
	h := serverWith(t)
	for _, c := range []struct {
		target string
		status int
		want   string
	}{
		{"/", 200, "CONSULT"},
		{"/?actor=Japan&type=CONSULT&status=happened", 200, "entry-"},
		{"/?actor=FRA", 200, "No entries match"},
		{"/pairs", 200, "/pair/JPN/UKR"},
		{"/pair/JPN/UKR", 200, "<svg"},
		{"/pair/JPN/UKR?by=year&scale=plover&period=2023", 200, "Entries of 2023"},
		{"/pair/JPN/UKR?period=nonsense", 400, "is no period"},
		{"/pair/JPN/JPN", 400, "one actor"},
		{"/pair?a=Japan&b=ukr", 303, ""},
		{"/announced", 200, "Announced"},
		{"/search?q=Kyiv", 200, "<mark>"},
		{"/search?q=%22%27(", 200, "Search"},
		{"/article/a%2F1%3Fx", 200, `href="#e1"`},
		{"/article/none", 404, "Not found"},
		{"/nowhere", 404, "Not found"},
		{"/read", 200, "<textarea"},
		{"/static/entente.css", 200, "--ties"},
	} {
		w := get(h, "GET", c.target, nil)
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("GET %s: status %d, want %d and %q in\n%s", c.target, w.Code, c.status, c.want, w.Body)
		}
		if strings.Contains(w.Body.String(), hostile) || strings.Contains(w.Body.String(), "javascript:") {
			t.Errorf("GET %s: the text reaches the page unescaped", c.target)
		}
		if strings.Contains(w.Body.String(), "//cdn") || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("GET %s: a page must be closed to other machines", c.target)
		}
	}
}

func TestReadPasted(t *testing.T) {
	h := serverWith(t)
	w := get(h, "POST", "/read", url.Values{"text": {"Kishida visited Kyiv. " + hostile}, "published": {"2023-03-21"}})
	if w.Code != 200 || !strings.Contains(w.Body.String(), "CONSULT") || strings.Contains(w.Body.String(), hostile) {
		t.Errorf("status %d\n%s", w.Code, w.Body)
	}
	for _, form := range []url.Values{{"text": {""}}, {"text": {"x"}, "published": {"soon"}}, {"text": {"\x00\x01\x02\x00\x00"}}} {
		if w := get(h, "POST", "/read", form); w.Code != 400 {
			t.Errorf("%v: status %d, want 400", form, w.Code)
		}
	}
}

func TestProposedIsMarked(t *testing.T) {
	d := understand(&entente.Article{Text: "Kishida visited Kyiv."})
	if eventCardOf(d, 0, d.Events[0]).Proposed {
		t.Error("a reading of the lexicon is marked as proposed")
	}
	d.Events[0].Rule = []string{"proposed:tour~visit"}
	page, err := template.ParseFS(files, "templates/article.html")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := page.ExecuteTemplate(&b, "body", articleOf(d)); err != nil || !strings.Contains(b.String(), `<span class="status proposed"`) {
		t.Errorf("%v\n%s", err, b.String())
	}
}

func TestForeignHostsAreRefused(t *testing.T) {
	h := serverWith(t)
	r := httptest.NewRequest("GET", "http://evil.example/", nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden {
		t.Errorf("foreign host: status %d", w.Code)
	}
	r = httptest.NewRequest("POST", "http://127.0.0.1/read", strings.NewReader("text=x"))
	r.Header.Set("Origin", "http://evil.example")
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden {
		t.Errorf("foreign origin: status %d", w.Code)
	}
}

// FuzzPieces holds that marks never change or lose a byte of the text, but
// for the blank lines between paragraphs.
func FuzzPieces(f *testing.F) {
	f.Add("one two\n\nthree", 0, 3, 2, 9, 5, 5)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, e, g int) {
		marks := []mark{{entente.Span{Start: a, End: b}, "x", "1", 1}, {entente.Span{Start: c, End: d}, "y", "", 0}, {entente.Span{Start: e, End: g}, "z", "2", 2}}
		var joined strings.Builder
		for _, p := range pieces(text, marks) {
			joined.WriteString(p.Text)
		}
		strip := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		if strip(joined.String()) != strip(text) {
			t.Errorf("pieces of %q give %q", text, joined.String())
		}
	})
}

func BenchmarkArticlePage(b *testing.B) {
	a := &entente.Article{ID: "a", Title: "t", Text: strings.Repeat("Kishida visited Kyiv on Tuesday. ", 200)}
	for b.Loop() {
		articleOf(understand(a))
	}
}
