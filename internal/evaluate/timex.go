package evaluate

import (
	"path/filepath"
	"strings"

	"entente"
)

// Timex scores time expressions by the rules of TempEval-3: strict when the
// spans are equal, relaxed when they overlap; type and value are right when
// they equal those of the gold expression that the span overlaps.
func Timex(data string, read Reader) (*Report, error) {
	r := &Report{}
	var all timexScore
	for _, part := range []string{"TimeBank", "AQUAINT"} {
		docs, err := readTimex(filepath.Join(data, "time", part))
		if err != nil {
			return nil, err
		}
		var s timexScore
		for i := range docs {
			s.add(r, &docs[i], read)
		}
		s.report(r, part+" ")
		all.merge(s)
	}
	all.report(r, "")
	return r, nil
}

// timexScore counts expressions: of ours, how many match; of the gold, how
// many are matched.
type timexScore struct {
	ours, gold        int
	oursHit, goldHit  int
	strict            int
	oursType, oursVal int // of ours that hit, with the gold's type, value
	goldType, goldVal int
}

func (s *timexScore) merge(o timexScore) {
	s.ours += o.ours
	s.gold += o.gold
	s.oursHit += o.oursHit
	s.goldHit += o.goldHit
	s.strict += o.strict
	s.oursType += o.oursType
	s.oursVal += o.oursVal
	s.goldType += o.goldType
	s.goldVal += o.goldVal
}

func (s *timexScore) add(r *Report, g *timexDoc, read Reader) {
	d := read(&entente.Article{ID: g.name, Language: "en", Text: g.text, Published: g.made})
	s.ours += len(d.Times)
	s.gold += len(g.times)
	answered := map[int]bool{}
	for i := range d.Times {
		t := &d.Times[i]
		k := firstTimex(g.times, t.Span)
		if k < 0 {
			r.miss("extra", g.name, window(g.text, t.Span), "", timeLine(d, t))
			continue
		}
		s.oursHit++
		gold := &g.times[k]
		if gold.Span == t.Span {
			s.strict++
		}
		if gold.kind == string(t.Type) {
			s.oursType++
		}
		if sameValue(gold.value, t.Value) {
			s.oursVal++
		} else {
			r.miss("wrong", g.name, window(g.text, t.Span), gold.line(g.text), timeLine(d, t))
		}
	}
	for k := range g.times {
		gold := &g.times[k]
		for i := range d.Times {
			if t := &d.Times[i]; t.Overlaps(gold.Span) {
				answered[k] = true
				s.goldHit++
				if gold.kind == string(t.Type) {
					s.goldType++
				}
				if sameValue(gold.value, t.Value) {
					s.goldVal++
				}
				break
			}
		}
		if !answered[k] {
			r.miss("missed", g.name, window(g.text, gold.Span), gold.line(g.text), "")
		}
	}
}

func firstTimex(list []timex, s entente.Span) int {
	for i := range list {
		if list[i].Overlaps(s) {
			return i
		}
	}
	return -1
}

// sameValue compares TIMEX3 values; seconds of no account are left out.
func sameValue(a, b string) bool {
	return strings.EqualFold(a, b)
}

func (s *timexScore) report(r *Report, name string) {
	f1 := func(label string, ours, gold int) {
		p, q := ratio(ours, s.ours), ratio(gold, s.gold)
		f := 0.0
		if p+q > 0 {
			f = 2 * p * q / (p + q)
		}
		r.score(name+label+" F1", f, s.gold)
	}
	r.score(name+"relaxed precision", ratio(s.oursHit, s.ours), s.ours)
	r.score(name+"relaxed recall", ratio(s.goldHit, s.gold), s.gold)
	f1("relaxed", s.oursHit, s.goldHit)
	f1("strict", s.strict, s.strict)
	f1("type", s.oursType, s.goldType)
	f1("value", s.oursVal, s.goldVal)
}

func (t *timex) line(text string) string {
	return t.Of(text) + " = " + t.kind + " " + t.value + " " + t.mod
}

func timeLine(d *entente.Document, t *entente.Time) string {
	return d.TextOf(t.Span) + " = " + string(t.Type) + " " + t.Value + " " + t.Mod + " (" + t.Rule + ")"
}

// window is the text around s with s in brackets.
func window(text string, s entente.Span) string {
	from, to := max(0, s.Start-60), min(len(text), s.End+40)
	return text[from:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:to]
}
