package terminal

import (
	"fmt"
	"strings"

	"entente"
)

// maxDepth bounds how deep a tree is drawn; below it the words are given flat.
const maxDepth = 24

// Tree draws the dependency tree of sentence i, one word a line, the words of
// the trigger emphasised.
func Tree(d *entente.Document, i int, trigger entente.Span) string {
	s := d.Sentences[i]
	var b strings.Builder
	for t := s.First; t < s.Last; t++ {
		if d.Tokens[t].Head < 0 {
			drawing{d, trigger, &b}.word(t, "", "")
		}
	}
	return b.String()
}

type drawing struct {
	*entente.Document
	trigger entente.Span
	out     *strings.Builder
}

// word draws a token and what hangs on it; here and below are what stands in
// front of its own line and of the lines under it.
func (d drawing) word(t int, here, below string) {
	tok := d.Tokens[t]
	form := oneLine(d.Form(t))
	if d.trigger.Contains(tok.Span) {
		form = triggerStyle.Render(form)
	}
	fmt.Fprintf(d.out, "%s%s %s\n", dimStyle.Render(here), form, dimStyle.Render(fmt.Sprintf("%s %s %.2f", tok.UPOS, tok.Rel, tok.Score)))
	kids := d.shown(t)
	if len(below) > 3*maxDepth {
		return
	}
	for n, k := range kids {
		if n == len(kids)-1 {
			d.word(k, below+"└─ ", below+"   ")
		} else {
			d.word(k, below+"├─ ", below+"│  ")
		}
	}
}

// shown are the children without punctuation.
func (d drawing) shown(t int) []int {
	var kids []int
	for _, k := range d.Kids(t) {
		if d.Tokens[k].UPOS != entente.PUNCT {
			kids = append(kids, k)
		}
	}
	return kids
}
