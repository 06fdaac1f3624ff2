package event

import (
	"strconv"
	"strings"

	"entente"
)

// amounts lists the quantities that stand under the trigger of an event.
func (c *coder) amounts(ev *entente.Event) []entente.Amount {
	first, last := c.d.Yield(ev.Token)
	if g := c.carrier(ev.Token); g >= 0 {
		first, last = c.d.Yield(g)
	}
	sent := &c.d.Sentences[ev.Sentence]
	var out []entente.Amount
	for i := max(first, sent.First); i < min(last, sent.Last); i++ {
		if c.upos(i) != entente.NUM || c.timed[i] {
			continue
		}
		a, next, ok := c.amount(i, sent.Last)
		if ok {
			out = append(out, a)
		}
		i = next
	}
	return out
}

// amount reads the number at token i with its scale and unit; next is the
// last token read.
func (c *coder) amount(i, end int) (a entente.Amount, next int, ok bool) {
	v, ok := c.lx.number(c.d.Form(i))
	if !ok {
		return a, i, false
	}
	next = i
	a.Span = c.d.Tokens[i].Span
	for next+1 < end {
		s, ok := c.lx.scales[c.lem[next+1]]
		if !ok {
			break
		}
		v *= s
		next++
		a.Span = a.Span.Cover(c.d.Tokens[next].Span)
	}
	a.Value, a.Kind, a.Unit = v, "other", ""
	if i > 0 {
		if u, ok := c.lx.units[c.d.Form(i-1)]; ok {
			a.Kind, a.Unit = u[0], u[1]
			a.Span = a.Span.Cover(c.d.Tokens[i-1].Span)
			return a, next, true
		}
	}
	for n, h := 0, i; n < 3 && h >= 0; n++ {
		if u, ok := c.lx.units[c.lem[h]]; ok && h != i {
			a.Kind, a.Unit = u[0], u[1]
			if !c.isVerb(h) {
				a.Span = a.Span.Cover(c.d.Tokens[h].Span)
			}
			c.casualties(&a, h)
			return a, next, true
		}
		h = c.head(h)
	}
	return a, next, false
}

// casualties turns people into dead or wounded by the verb above them.
func (c *coder) casualties(a *entente.Amount, h int) {
	if a.Kind != "people" && a.Kind != "troops" {
		return
	}
	if g := c.head(h); g >= 0 {
		if u, ok := c.lx.units[c.lem[g]]; ok && (u[0] == "dead" || u[0] == "wounded") {
			a.Kind = u[0]
			a.Unit = "person"
		}
	}
}

// number reads a number written in digits or words.
func (lx *lexicon) number(s string) (float64, bool) {
	s = strings.ToLower(s)
	if v, ok := lx.numbers[s]; ok {
		return v, true
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && v >= 0 && v < 1e15
}
