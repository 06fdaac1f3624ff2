package quote

import (
	"sort"
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
	if f.cue >= 0 {
		if name, ok := s.x.posts[s.d.Tokens[f.cue].Lemma]; ok {
			add(entente.Relay{Name: name, Kind: entente.ViaDocument, Span: f.cueSpan})
		}
	}
	for _, r := range s.documentsOf(f, sen) {
		add(r)
	}
	for _, o := range outlets {
		if o.Start >= sen.Start && o.End <= sen.End && s.tellsThrough(f, o) {
			add(entente.Relay{Name: o.name, Kind: entente.ViaOutlet, Span: o.Span})
		}
	}
	for _, r := range s.mediaSpeaker(f) {
		add(r)
	}
	if f.outer >= 0 {
		g := &s.found[f.outer]
		if g.speaker >= 0 {
			p := s.participant(g.speaker, "")
			add(entente.Relay{Name: p.Name, Kind: entente.ViaSpeaker, Span: p.Span})
		}
	}
	if s.agency.name != "" {
		add(entente.Relay{Name: s.agency.name, Kind: entente.ViaOutlet, Span: s.agency.Span})
	}
	if p := s.d.Publisher; p != "" {
		add(entente.Relay{Name: p, Kind: entente.ViaPublisher})
	}
	return out
}

// mediaSpeaker gives the speakers of a statement as its outlets where one of
// them is known to be a paper, agency or broadcaster: "Uhuru, a daily, said".
func (s *scan) mediaSpeaker(f *found) []entente.Relay {
	var out []entente.Relay
	media := false
	for _, p := range s.participants(f.speaker, "", f.first, f.last) {
		media = media || p.Sector == "JRN"
		if properName(p.Name) {
			out = append(out, entente.Relay{Name: p.Name, Kind: entente.ViaOutlet, Span: p.Span})
		}
	}
	if !media {
		return nil
	}
	return out
}

// outlet is a paper, agency or broadcaster named in the text.
type outlet struct {
	entente.Span
	name string
}

// outletsIn finds the outlets of the gazetteer and the names that say
// themselves that they are one ("Greek Reporter" does not, "Masirah TV" does).
func (s *scan) outletsIn() []outlet {
	var out []outlet
	all := gazetteer.Outlets()
	for _, h := range gazetteer.Read(s.d).Names {
		for _, r := range h.Refs {
			if r.Sense == gazetteer.OutletName {
				out = append(out, outlet{h.Span, all[r.Index].Name})
				break
			}
		}
	}
	n := len(out)
	for _, end := range s.x.sites {
		out = append(out, sitesIn(s.d.Article.Text, end, out[:n])...)
	}
	for t := range s.d.Tokens {
		form := s.d.Form(t)
		if s.x.outletWord[form] && s.d.Tokens[t].UPOS == entente.PROPN {
			if o := s.namedOutlet(t); o.name != "" && !known(out[:n], o.Span) {
				out = append(out, o)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// datelineAgency is the agency of "WASHINGTON (Reuters) -" at the start of a
// paragraph near the top: all of the article comes through it.
func (s *scan) datelineAgency() outlet {
	text := s.d.Article.Text
	for _, o := range s.outlets {
		if o.Start > 1000 {
			break
		}
		after := strings.TrimLeft(text[o.End:min(o.End+4, len(text))], ") ")
		if o.Start > 0 && text[o.Start-1] == '(' && text[o.End:min(o.End+1, len(text))] == ")" && dashes(after) && s.nearStart(o.Start) {
			return o
		}
	}
	return outlet{}
}

// nearStart reports whether a paragraph starts at most 60 bytes before pos.
func (s *scan) nearStart(pos int) bool {
	k := sort.Search(len(s.paragraphs), func(i int) bool { return s.paragraphs[i].End > pos })
	return k < len(s.paragraphs) && pos-s.paragraphs[k].Start <= 60
}

func dashes(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–")
}

func known(list []outlet, s entente.Span) bool {
	i := sort.Search(len(list), func(i int) bool { return list[i].End > s.Start })
	return i < len(list) && list[i].Overlaps(s)
}

// namedOutlet is the run of capitals that ends in an outlet's word at t; empty
// when the word stands alone.
func (s *scan) namedOutlet(t int) outlet {
	first := t
	for first > 0 && t-first < 5 {
		p := &s.d.Tokens[first-1]
		if p.UPOS != entente.PROPN && p.UPOS != entente.ADJ && s.form(first-1) != "-" || p.End+1 < s.d.Tokens[first].Start {
			break
		}
		if c := s.d.Form(first - 1)[0]; (c < 'A' || c > 'Z') && s.form(first-1) != "-" && s.form(first) != "-" {
			break
		}
		first--
	}
	if first == t {
		return outlet{}
	}
	span := entente.Span{Start: s.d.Tokens[first].Start, End: s.d.Tokens[t].End}
	return outlet{span, s.d.TextOf(span)}
}

// sitesIn finds the addresses of web sites that hold an ending.
func sitesIn(text, end string, have []outlet) []outlet {
	var out []outlet
	for from := 0; ; {
		i := strings.Index(text[from:], end)
		if i < 0 {
			return out
		}
		first, last := from+i, from+i+len(end)
		for first > from && siteByte(text[first-1]) {
			first--
		}
		if last+2 < len(text) && text[last] == '.' && siteByte(text[last+1]) && siteByte(text[last+2]) {
			last += 3 // a country
		}
		span := entente.Span{Start: first, End: last}
		whole := last == len(text) || !siteByte(text[last]) && text[last] != '/'
		if free := first == 0 || text[first-1] != '@' && text[first-1] != '/'; whole && free && last-first > len(end)+2 && !known(have, span) {
			out = append(out, outlet{span, span.Of(text)})
		}
		from = last
	}
}

func siteByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-'
}

// outletTokens says which tokens lie in the name of an outlet.
func (s *scan) outletTokens() []bool {
	at := make([]bool, len(s.d.Tokens))
	for _, o := range s.outlets {
		for t := s.d.TokenAt(o.Start); t < len(at) && s.d.Tokens[t].Start < o.End; t++ {
			at[t] = true
		}
	}
	return at
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

// documentsOf finds "in a statement" and "on Twitter" beside the cue, or the
// document that carries the cue or speaks itself; one of each.
func (s *scan) documentsOf(f *found, sen *entente.Sentence) []entente.Relay {
	if f.cue < 0 {
		return nil
	}
	var document, platform []entente.Relay
	for t := sen.First; t < sen.Last; t++ {
		led := t > f.first && t < f.first+3 && s.x.platforms[s.form(t)] && s.d.Tokens[t-1].UPOS == entente.ADP // ': via Twitter: "..."'
		if t >= f.first && t < f.last && !led && !(f.cue >= f.first && f.cue < f.last) || s.in[t] >= 0 || s.d.Tokens[t].UPOS == entente.VERB {
			continue
		}
		switch {
		case len(platform) == 0 && s.x.platforms[s.form(t)]:
			platform = append(platform, entente.Relay{Name: s.d.Form(t), Kind: entente.ViaDocument, Span: s.d.Tokens[t].Span})
		case len(document) == 0 && s.x.documents[strings.ToLower(s.d.Tokens[t].Lemma)] && s.carries(t, f):
			span := s.nounPhraseSpan(t)
			document = append(document, entente.Relay{Name: s.d.TextOf(span), Kind: entente.ViaDocument, Span: span})
		}
	}
	return append(document, platform...)
}

// carries reports whether the document at t carries the words of f.
func (s *scan) carries(t int, f *found) bool {
	return t == f.speaker || s.beneath(t, f.cue) || s.beneath(f.cue, t) || s.besides(t, f.cue)
}

// besides: "issued a joint statement, stating that" hangs document and cue on
// one verb.
func (s *scan) besides(t, cue int) bool {
	h := s.d.Tokens[cue].Head
	return h >= 0 && s.d.Tokens[t].Head == h && s.d.Tokens[t].Rel == entente.Obj && s.d.Tokens[cue].Rel == entente.Advcl
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
