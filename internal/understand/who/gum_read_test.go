package who_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"entente"
)

// gumReader rebuilds the text of a CoNLL-U file and reads its mentions.
type gumReader struct {
	text  strings.Builder
	gold  []goldMention
	day   time.Time
	open  []*openMention
	fused int // words left of a multiword token; negative when no space follows it
}

type openMention struct {
	id, kind, minimal string
	words             []entente.Span
}

func readGUM(t *testing.T, file string) (string, []goldMention, time.Time) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r gumReader
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line(lines.Text())
	}
	return r.text.String(), r.gold, r.day
}

func (r *gumReader) line(l string) {
	if v, ok := strings.CutPrefix(l, "# meta::dateCreated = "); ok {
		r.day, _ = time.Parse("2006-01-02", v)
	}
	if strings.HasPrefix(l, "# newpar") && r.text.Len() > 0 {
		r.text.WriteString("\n\n")
	}
	cols := strings.Split(l, "\t")
	if len(cols) < 10 || strings.Contains(cols[0], ".") {
		return
	}
	glued := strings.Contains(cols[9], "SpaceAfter=No")
	if a, b, ok := strings.Cut(cols[0], "-"); ok {
		x, _ := strconv.Atoi(a)
		y, _ := strconv.Atoi(b)
		if r.fused = y - x; glued {
			r.fused = -(r.fused + 1)
		}
		return
	}
	r.word(cols[1], cols[9], glued)
}

func (r *gumReader) word(form, misc string, glued bool) {
	span := entente.Span{Start: r.text.Len(), End: r.text.Len() + len(form)}
	r.text.WriteString(form)
	switch {
	case r.fused > 0:
		r.fused--
	case r.fused < 0:
		r.fused++
	case !glued:
		r.text.WriteString(" ")
	}
	for _, o := range r.open {
		o.words = append(o.words, span)
	}
	for _, field := range strings.Split(misc, "|") {
		if v, ok := strings.CutPrefix(field, "Entity="); ok {
			r.entity(v, span)
		}
	}
}

// entity reads "(1-person-new-sss-cf1-2-coref(2-place...)" and "1)2)".
func (r *gumReader) entity(v string, span entente.Span) {
	for v != "" {
		if v[0] != '(' {
			id, rest, _ := strings.Cut(v, ")")
			r.close(id)
			v = rest
			continue
		}
		item, closed := v[1:], false
		if end := strings.IndexAny(v[1:], "()"); end >= 0 {
			item, closed = v[1:end+1], v[end+1] == ')'
		}
		parts := strings.Split(item, "-")
		o := &openMention{id: parts[0], words: []entente.Span{span}}
		if len(parts) > 5 {
			o.kind, o.minimal = parts[1], parts[5]
		}
		r.open = append(r.open, o)
		v = v[len(item)+1:]
		if closed {
			r.close(o.id)
			v = v[1:]
		}
	}
}

func (r *gumReader) close(id string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if o := r.open[i]; o.id == id {
			r.gold = append(r.gold, o.mention())
			r.open = append(r.open[:i], r.open[i+1:]...)
			return
		}
	}
}

func (o *openMention) mention() goldMention {
	g := goldMention{Span: entente.Span{Start: o.words[0].Start, End: o.words[len(o.words)-1].End}, cluster: o.id}
	for _, k := range strings.Split(o.minimal, ",") {
		if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= len(o.words) {
			g.head = g.head.Cover(o.words[n-1])
		}
	}
	if g.head.Empty() {
		g.head = g.Span
	}
	return g
}
