// Package read turns files, standard input and web pages into articles. What
// cannot be read becomes an *entente.Problem, and reading goes on behind it.
package read

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"path"
	"path/filepath"
	"strings"
	"time"

	"entente"
	"entente/internal/read/charset"
	"entente/internal/read/feed"
	"entente/internal/read/page"
	"entente/internal/read/plain"
	"entente/internal/read/table"

	"github.com/klauspost/compress/gzip"
)

// Format is how the articles of an input are written.
type Format string

const (
	Auto  Format = "" // by name and content
	HTML  Format = "html"
	Text  Format = "text" // plain text or markdown, one article or the parts of a long one
	JSONL Format = "jsonl"
	JSON  Format = "json" // an array of articles, or objects that span lines
	CSV   Format = "csv"
	Feed  Format = "feed"
)

// Options of reading; the zero value reads everything by its content.
type Options struct {
	Format      Format
	Stdin       io.Reader     // what "-" means
	Timeout     time.Duration // for a page from the network; 0 is 30 s
	Fetched     time.Time     // recorded on articles from the network
	Published   time.Time     // the day of articles that do not say theirs
	ContentType string        // of the input, as HTTP gives it
}

// MaxArticle is the longest page or feed in bytes that is read.
const MaxArticle = 16 << 20

// Read yields the articles of one input in order. name says where it comes
// from (file, URL or "-"): it decides between formats that look alike, and
// stands in front of every problem. Rows stream; a page is held whole.
func Read(r io.Reader, name string, opt Options) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		if head, _ := in.Peek(2); bytes.Equal(head, []byte{0x1F, 0x8B}) {
			z, err := gzip.NewReader(in)
			if err != nil {
				yield(nil, &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: "not a whole gzip file: " + err.Error()})
				return
			}
			defer z.Close()
			in = bufio.NewReaderSize(z, 1<<16)
		}
		head, err := in.Peek(8192)
		if bad := unreadable(head, err, name); bad != nil {
			yield(nil, bad)
			return
		}
		for a, err := range open(in, head, name, opt) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			finish(a, name, opt)
			for p := range parts(a) {
				if !yield(p, nil) {
					return
				}
			}
		}
	}
}

// unreadable says why an input holds no text at all.
func unreadable(head []byte, err error, name string) *entente.Problem {
	if len(head) == 0 && err != nil && err != io.EOF {
		return &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: err.Error()}
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")))) == 0 && err != nil {
		return &entente.Problem{Name: name, Reason: entente.SkipEmpty, Detail: "the input is empty"}
	}
	if format, binary := charset.Binary(head); binary {
		detail := "not text: it holds binary bytes"
		if format != "" {
			detail = "not text but a " + format
		}
		return &entente.Problem{Name: name, Reason: entente.SkipBinary, Detail: detail, Hint: "give HTML, plain text, JSONL or CSV"}
	}
	return nil
}

// open chooses the reader of an input.
func open(in *bufio.Reader, head []byte, name string, opt Options) iter.Seq2[*entente.Article, error] {
	format := opt.Format
	if format == Auto {
		format = detect(head, name, opt.ContentType)
	}
	switch format {
	case JSONL:
		return table.JSONL(in, name)
	case CSV:
		return table.CSV(in, name)
	case JSON:
		return table.JSON(in, name)
	case Text:
		return prose(in, name, opt)
	}
	return func(yield func(*entente.Article, error) bool) {
		data, err := io.ReadAll(io.LimitReader(in, MaxArticle+1))
		if len(data) > MaxArticle {
			yield(nil, &entente.Problem{Name: name, Reason: entente.SkipTooLong, Detail: "more than 16 MB in one page or feed", Hint: "split it into files, or give one JSON object a line (.jsonl)"})
			return
		}
		if err != nil {
			yield(nil, &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: "the input breaks off: " + err.Error(), Hint: "what came before it was read"})
		}
		text := charset.Decode(data, opt.ContentType)
		if format == Feed {
			feed.Read(text, name)(yield)
			return
		}
		a, err := page.Read(text, address(name))
		if err != nil {
			yield(nil, &entente.Problem{Name: name, Reason: entente.SkipEmpty, Detail: err.Error(), Hint: "save the article's own page, not an index or a page that scripts fill"})
			return
		}
		plain.MarkAsides(a)
		plain.MarkBoilerplate(a)
		yield(a, nil)
	}
}

// detect decides by the name's ending where the content leaves a choice.
func detect(head []byte, name, contentType string) Format {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))))
	if len(start) > 1 && (start[0] == 0xFF || start[0] == 0xFE) { // UTF-16
		start = bytes.ToLower([]byte(charset.Decode(head[:len(head)&^1], "")))
	}
	has := func(s string) bool { return bytes.Contains(start[:min(len(start), 2048)], []byte(s)) }
	ext := path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	switch {
	case bytes.HasPrefix(start, []byte("{\n")), bytes.HasPrefix(start, []byte("{\r\n")), ext == ".json", array(start):
		return JSON
	case bytes.HasPrefix(start, []byte("{")), ext == ".jsonl" || ext == ".ndjson":
		return JSONL
	case bytes.HasPrefix(start, []byte("<")) && (has("<rss") || has("<feed") || has("<rdf:rdf")):
		return Feed
	case ext == ".html" || ext == ".htm", strings.Contains(contentType, "html"), bytes.HasPrefix(start, []byte("<")) && (has("<html") || has("<!doctype") || has("<head") || has("<body") || has("<p>") || has("<div") || has("<article") || has("<meta")):
		return HTML
	case ext == ".csv" || ext == ".tsv":
		return CSV
	}
	return Text
}

// array reports whether a text begins as a JSON array of objects.
func array(start []byte) bool {
	return bytes.HasPrefix(start, []byte("[")) && bytes.HasPrefix(bytes.TrimSpace(start[1:]), []byte("{"))
}

// address is the URL of a page when its name is one.
func address(name string) string {
	if strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://") {
		return name
	}
	return ""
}

// finish fills what every article has, whatever its format.
func finish(a *entente.Article, name string, opt Options) {
	if len(a.Aside) == 0 && a.Headline.Empty() && a.Part <= 1 {
		plain.MarkAsides(a)
	}
	if a.URL == "" {
		a.URL = address(name)
	}
	if a.Published.IsZero() {
		a.Published = opt.Published
	}
	if address(name) != "" {
		a.Fetched = opt.Fetched
	}
	if a.ID == "" {
		a.ID = identity(a, name)
	}
	speak(a)
}

// identity names an article that has no id of its own: its file and the
// beginning of a hash of its words, so that the same file twice is the same.
func identity(a *entente.Article, name string) string {
	sum := sha256.Sum256([]byte(a.URL + "\x00" + a.Title + "\x00" + a.Text))
	short := hex.EncodeToString(sum[:5])
	base := strings.TrimSuffix(filepath.Base(name), ".gz")
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if address(name) != "" || base == "-" || base == "" || base == "." {
		return short
	}
	return base + "-" + short
}
