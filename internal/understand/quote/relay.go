package quote

import (
	"strings"

	"entente"
	"entente/internal/gazetteer"
)

// relay is the chain behind a statement, nearest first: the document or
// platform that carries the words, the outlet that has them, the statement
// around it, the publisher of the article.
func (s *scan) relay(f *found, outlets []outlet) []entente.Relay {
	var out []entente.Relay
	add := func(r entente.Relay) {
		for _, o := range out {
			if o.Name == r.Name {
				return
			}
		}
		out = append(out, r)
	}
	if a, ok := s.anonymous(f); ok {
		add(a)
	}
	sen := &s.d.Sentences[f.sentence]
	if r, ok := s.documentOf(f, sen); ok {
		add(r)
	}
	for _, o := range outlets {
		if o.Start >= sen.Start && o.End <= sen.End && s.tellsThrough(f, o) {
			add(entente.Relay{Name: o.name, Kind: entente.ViaOutlet, Span: o.Span})
		}
	}
	if f.outer >= 0 {
		g := &s.found[f.outer]
		if g.speaker >= 0 {
			p := s.participant(g.speaker, "")
			add(entente.Relay{Name: p.Name, Kind: entente.ViaSpeaker, Span: p.Span})
		}
	}
	if p := s.d.Publisher; p != "" {
		add(entente.Relay{Name: p, Kind: entente.ViaPublisher})
	}
	return out
}

// outlet is a paper, agency or broadcaster named in the text.
type outlet struct {
	entente.Span
	name string
}

func outletsIn(d *entente.Document) []outlet {
	var out []outlet
	all := gazetteer.Outlets()
	for _, h := range gazetteer.FindNames(gazetteer.Atoms(d.Article.Text)) {
		for _, r := range h.Refs {
			if r.Sense == gazetteer.OutletName {
				out = append(out, outlet{h.Span, all[r.Index].Name})
				break
			}
		}
	}
	return out
}

// tellsThrough reports whether an outlet in the sentence carries the words of
// f: it stands outside the content, as speaker, addressee or beside the cue.
func (s *scan) tellsThrough(f *found, o outlet) bool {
	t := s.d.TokenAt(o.Start)
	return (t < f.first || t >= f.last) || f.cue >= f.first && f.cue < f.last && !s.quotedDeep(t)
}

func (s *scan) quotedDeep(t int) bool { return t < len(s.in) && s.in[t] >= 0 }

// anonymous finds a speaker that is not named: "domestic sources", "officials
// who asked not to be named".
func (s *scan) anonymous(f *found) (entente.Relay, bool) {
	if f.speaker < 0 {
		return entente.Relay{}, false
	}
	span := s.nounPhraseSpan(f.speaker)
	r := entente.Relay{Name: s.d.TextOf(span), Kind: entente.ViaAnonymous, Span: span}
	if s.x.anonNoun[strings.ToLower(s.d.Tokens[f.speaker].Lemma)] {
		return r, true
	}
	for _, k := range s.d.Kids(f.speaker) {
		if s.x.anonMark[s.form(k)] {
			return r, true
		}
	}
	sen := &s.d.Sentences[f.sentence]
	for t := sen.First; t < sen.Last; t++ {
		if t >= f.first && t < f.last && s.in[t] >= 0 {
			continue
		}
		for _, p := range s.x.anonPhrase {
			if s.matches(t, p) {
				return r, true
			}
		}
	}
	return entente.Relay{}, false
}

// documentOf finds "in a statement", "on Twitter" beside the cue, or the
// document that carries the cue or speaks itself.
func (s *scan) documentOf(f *found, sen *entente.Sentence) (entente.Relay, bool) {
	if f.cue < 0 {
		return entente.Relay{}, false
	}
	for t := sen.First; t < sen.Last; t++ {
		if t >= f.first && t < f.last && !(f.cue >= f.first && f.cue < f.last) {
			continue
		}
		tok := &s.d.Tokens[t]
		name := strings.ToLower(tok.Lemma)
		platform := s.x.platforms[s.form(t)]
		if !platform && !s.x.documents[name] || tok.UPOS == entente.VERB || s.in[t] >= 0 {
			continue
		}
		if !platform && !s.beneath(t, f.cue) && tok.Head != f.cue && !s.beneath(f.cue, t) && t != f.speaker {
			continue
		}
		span := s.nounPhraseSpan(t)
		return entente.Relay{Name: s.d.TextOf(span), Kind: entente.ViaDocument, Span: span}, true
	}
	return entente.Relay{}, false
}

// beneath reports whether t hangs on h over at most three links.
func (s *scan) beneath(t, h int) bool {
	for i := 0; i < 3 && t >= 0; i++ {
		t = s.d.Tokens[t].Head
		if t == h {
			return true
		}
	}
	return false
}
