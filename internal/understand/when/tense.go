package when

import (
	"entente"
)

// tenseOf says on which side of the publication date an expression looks: by
// a word right before it ("effective Friday"), else by the verb that governs
// it, else by the words around it.
func (r *resolver) tenseOf(d *entente.Document, m *matcher, f match) direction {
	hint, weak := unsure, unsure
	if f.start > 0 {
		for _, w := range [...]struct {
			class int
			out   *direction
			dir   direction
		}{{r.lex.known.forward, &hint, future}, {r.lex.known.backward, &hint, past}, {r.lex.known.until, &weak, future}} {
			if _, ok := m.atoms[f.start-1].in(w.class); ok {
				*w.out = w.dir
			}
		}
	}
	if hint != unsure {
		return hint
	}
	verb := unsure
	if len(d.Tokens) > 0 {
		i := d.TokenAt(m.atoms[f.start].Start)
		if r.planned(d, i) {
			return future
		}
		verb = governed(d, r.lex, i)
	} else {
		verb = r.guess(d, m, f)
	}
	if verb == unsure {
		return weak
	}
	return verb
}

// planned reports whether what stands before token i, the verb above it or one
// of the eight words before, sets something for a later date: "scheduled talks
// for", "put off until".
func (r *resolver) planned(d *entente.Document, i int) bool {
	if i >= len(d.Tokens) {
		return false
	}
	s := d.SentenceAt(d.Tokens[i].Start)
	if s < 0 {
		return false
	}
	for k := i - 1; k >= max(d.Sentences[s].First, i-8); k-- {
		t := &d.Tokens[k]
		if t.UPOS != entente.VERB || k == i-1 && t.XPOS == "VBD" { // "postponed Friday" dates the putting off
			continue
		}
		w := r.lex.words[t.Lemma]
		return w != nil && w.mask&(1<<r.lex.known.setverb) != 0
	}
	return false
}

// near is how many words around an expression may tell its tense.
const near = 60

// guess reads the tense off the words around an expression, for text without
// tags: the nearest word that tells, first before it and then after it.
func (r *resolver) guess(d *entente.Document, m *matcher, f match) direction {
	found := unsure
	for i, far := f.start-1, 0; i >= max(0, f.start-near) && !m.ends(i) && far < 4; i-- {
		t := r.hint(d, m, i)
		if t == future {
			return future
		}
		if found = max(found, t); found != unsure { // "will be held" has its future a little before
			far++
		}
	}
	if found != unsure {
		return found
	}
	for i := f.end; i < min(len(m.atoms), f.end+near) && !m.ends(i); i++ {
		if t := r.hint(d, m, i); t != unsure {
			return t
		}
	}
	return unsure
}

func (r *resolver) hint(d *entente.Document, m *matcher, i int) direction {
	a := &m.atoms[i]
	if _, ok := a.in(r.lex.known.willword); ok {
		return future
	}
	if _, ok := a.in(r.lex.known.wasword); ok {
		return past
	}
	if s := a.Of(d.Text); a.kind == wordAtom && len(s) > 4 && r.lex.pastEndings[s[len(s)-2:]] {
		return past
	}
	return unsure
}

// ends reports whether a sentence may end at atom i.
func (m *matcher) ends(i int) bool { return m.atoms[i].kind == breakAtom || m.is(i, m.lex.known.stop) }

// governed is the tense of the verb that governs token i: one right before it
// ("said Friday"), else the nearest up the tree, else the nearest of the
// sentence. A verb in the present tells little: then any past verb of the
// sentence decides, and what modifies a noun ("a June accord") is past.
func governed(d *entente.Document, lex *lexicon, i int) direction {
	s := d.SentenceAt(d.Tokens[min(i, len(d.Tokens)-1)].Start)
	if s < 0 || i >= len(d.Tokens) {
		return unsure
	}
	sent := d.Sentences[s]
	for k := i - 1; k >= max(sent.First, i-2); k-- {
		if t := verbTense(d, lex, k, sent); t != unsure && d.Tokens[k].XPOS == "VBD" {
			return t
		}
	}
	v := verbAbove(d, i)
	if v >= 0 {
		if t := verbTense(d, lex, v, sent); t != unsure {
			return t
		}
	}
	for k := i - 1; k >= max(sent.First, i-near); k-- {
		if t := verbTense(d, lex, k, sent); t != unsure {
			return t
		}
	}
	for k := i + 1; k < min(sent.Last, i+near); k++ {
		if t := verbTense(d, lex, k, sent); t != unsure {
			return t
		}
	}
	switch h := d.Tokens[i].Head; {
	case h >= 0 && d.Tokens[h].UPOS.Nominal():
		return past
	case v >= 0 && (d.Tokens[v].XPOS == "VBZ" || d.Tokens[v].XPOS == "VBP"):
		if sent.Kind == entente.Headline { // headlines tell the past in the present
			return past
		}
		return future
	}
	return unsure
}

// verbAbove climbs the tree from token i to a verb; -1 when there is no tree
// or no verb above.
func verbAbove(d *entente.Document, i int) int {
	for steps := 0; steps < 50; steps++ {
		h := d.Tokens[i].Head
		if h < 0 {
			return -1
		}
		if p := d.Tokens[h].UPOS; p == entente.VERB || p == entente.AUX {
			return h
		}
		i = h
	}
	return -1
}

// verbTense is where the verb at token v puts the dates that it governs.
func verbTense(d *entente.Document, lex *lexicon, v int, sent entente.Sentence) direction {
	switch t := &d.Tokens[v]; t.XPOS {
	case "VBD":
		return past
	case "VBN", "VBG", "VB":
		return auxTense(d, lex, v, sent)
	case "MD":
		return future
	case "VBZ", "VBP":
		if lex.perfect(t) {
			return past
		}
	}
	return unsure
}

// auxTense looks at the auxiliaries before a verb that shows no tense itself.
func auxTense(d *entente.Document, lex *lexicon, v int, sent entente.Sentence) direction {
	for k := v - 1; k >= max(sent.First, v-4); k-- {
		switch t := &d.Tokens[k]; {
		case t.XPOS == "MD" || t.XPOS == "TO":
			return future
		case t.XPOS == "VBD" || t.UPOS == entente.AUX && lex.perfect(t):
			return past
		case t.XPOS == "VBZ" || t.XPOS == "VBP":
			if d.Tokens[v].XPOS == "VBG" {
				return future
			}
			return past
		}
	}
	if d.Tokens[v].XPOS == "VB" {
		return unsure
	}
	return past
}

// perfect reports whether the verb makes the perfect tenses.
func (lex *lexicon) perfect(t *entente.Token) bool {
	w := lex.words[t.Lemma]
	return w != nil && w.mask&(1<<lex.known.perfect) != 0
}
