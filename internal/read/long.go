package read

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"entente"
	"entente/internal/read/charset"
	"entente/internal/read/plain"
)

// Long is how many bytes of text are one article at most, some 20,000 words:
// a longer text is read and coded in parts, so that memory does not grow with
// it. Part n of article x is called x#n, from the second on.
const Long = 128 << 10

// prose yields a plain text: one article, or the parts of a long one. Memory
// holds one part.
func prose(in io.Reader, name string, opt Options) iter.Seq2[*entente.Article, error] {
	return func(yield func(*entente.Article, error) bool) {
		p := pieces{in: charset.Reader(in)}
		var first *entente.Article
		offset := 0
		for n := 1; ; n++ {
			piece, more, err := p.next()
			if err != nil && !yield(nil, &entente.Problem{Name: name, Reason: entente.SkipBroken, Detail: "the input breaks off: " + err.Error(), Hint: "what came before it was read"}) {
				return
			}
			text := charset.Decode(piece, opt.ContentType)
			var a *entente.Article
			if first == nil {
				a = plain.Read(text)
				first = a
			} else {
				a = plain.Continue(text, first)
				a.ID = partID(first.ID, n)
			}
			if n > 1 || more {
				a.Part, a.Offset = n, offset
			}
			offset += len(a.Text)
			if (n == 1 || strings.TrimSpace(a.Text) != "") && !yield(a, nil) || !more {
				return
			}
		}
	}
}

func partID(id string, n int) string { return id + "#" + strconv.Itoa(n) }

// pieces cuts a text into pieces of at most Long bytes.
type pieces struct {
	in  io.Reader
	buf []byte // read and not yet handed out
}

// next is the next piece and whether more follows; it is valid until the next
// call.
func (p *pieces) next() (piece []byte, more bool, err error) {
	buf := make([]byte, Long+1)
	n := copy(buf, p.buf)
	k, err := io.ReadFull(p.in, buf[n:])
	buf = buf[:n+k]
	if err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = nil
		}
		p.buf = nil
		return buf, false, err
	}
	at := cut(buf[:Long])
	p.buf = buf[at:]
	return buf[:at], true, nil
}

// cut is where a text that goes on behind b is parted: behind the last
// paragraph in the second half of b, else the last line, sentence or word.
func cut[T []byte | string](b T) int {
	half := len(b) / 2
	tail := []byte(b[half:])
	for _, mark := range []string{"\n\n", "\n\r\n", ".\n", "\n", ". ", " "} {
		if i := bytes.LastIndex(tail, []byte(mark)); i >= 0 {
			return half + i + len(mark)
		}
	}
	n := len(tail)
	for n > 1 && !utf8.RuneStart(tail[n-1]) {
		n--
	}
	return half + max(n-1, 1)
}

// parts yields an article whole, or in parts when its text is long. The texts
// of the parts, one after the other, are the text.
func parts(a *entente.Article) iter.Seq[*entente.Article] {
	return func(yield func(*entente.Article) bool) {
		if a.Part > 0 || len(a.Text) <= Long {
			yield(a)
			return
		}
		for n, start := 1, 0; start < len(a.Text); n++ {
			end := len(a.Text)
			if end-start > Long {
				end = start + cut(a.Text[start:start+Long])
			}
			if !yield(part(a, n, entente.Span{Start: start, End: end})) {
				return
			}
			start = end
		}
	}
}

// part is part n of an article: the text of a span and what is marked in it.
func part(a *entente.Article, n int, in entente.Span) *entente.Article {
	p := *a
	p.Part, p.Offset, p.Text = n, in.Start, in.Of(a.Text)
	if n > 1 {
		p.ID = partID(a.ID, n)
	}
	p.Headline, p.Aside, p.Links = inside(a.Headline, in), nil, nil
	for _, s := range a.Aside {
		if s = inside(s, in); !s.Empty() {
			p.Aside = append(p.Aside, s)
		}
	}
	for _, l := range a.Links {
		if l.Span = inside(l.Span, in); !l.Empty() {
			p.Links = append(p.Links, l)
		}
	}
	return &p
}

// inside is what of s lies in a part, counted from where the part begins.
func inside(s, in entente.Span) entente.Span {
	s.Start, s.End = max(s.Start, in.Start)-in.Start, min(s.End, in.End)-in.Start
	if s.Empty() {
		return entente.Span{}
	}
	return s
}
