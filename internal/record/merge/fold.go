package merge

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entente"
)

const (
	certain = 0.99 // the most that agreeing sources give
	doubt   = 0.6  // by which a denial lowers an entry, however many report it
)

// Fold makes one entry of its tellings, each given as an entry with one
// source. The most specific code that most tellings share, the most precise
// date and place and the fullest parties win; no telling is lost. The result
// does not depend on anything but the tellings and their order. ID is left to
// the ledger.
func Fold(tellings []*entente.Entry) entente.Entry {
	best := slices.MaxFunc(tellings, func(a, b *entente.Entry) int {
		return cmp.Or(
			cmp.Compare(affirmed(a), affirmed(b)),
			cmp.Compare(filled(a), filled(b)),
			cmp.Compare(votes(tellings, a), votes(tellings, b)),
			cmp.Compare(len(bare(a.CAMEO)), len(bare(b.CAMEO))),
			cmp.Compare(a.Confidence, b.Confidence),
		)
	})
	e := *best
	e.ID, e.Sources, e.Contexts, e.Denials = 0, nil, nil, 0
	for _, t := range tellings {
		e.Sources = append(e.Sources, t.Sources...)
		e.Contexts = append(e.Contexts, t.Contexts...)
		if t.Status == entente.Denied {
			e.Denials++
		}
		if finer(t, &e) {
			e.Date = t.Date
		}
		if e.Mode == "" && strings.HasPrefix(bare(t.CAMEO), bare(e.CAMEO)) {
			e.Mode = t.Mode
		}
		if known(t.Target) && !known(e.Target) && !e.Symmetric {
			e.Target = t.Target
		}
		if better(t.Place, e.Place) {
			e.Place = t.Place
		}
	}
	slices.Sort(e.Contexts)
	e.Contexts = slices.Compact(e.Contexts)
	if e.Denials == len(tellings) {
		e.Denials = 0 // nothing but denials: that is the entry's status
	}
	e.Amounts = latest(e.Sources)
	e.Confidence = belief(tellings, e.Denials > 0)
	return e
}

// latest gives of each kind and unit the amount that was published last: a
// toll that is corrected is the corrected one, and every telling keeps its own.
func latest(tellings []entente.Telling) []entente.Amount {
	order := slices.Clone(tellings)
	slices.SortStableFunc(order, func(a, b entente.Telling) int { return a.Published.Compare(b.Published) })
	var out []entente.Amount
	for _, t := range order {
		for _, a := range t.Amounts {
			a.Span = entente.Span{}
			same := func(o entente.Amount) bool { return o.Kind == a.Kind && o.Unit == a.Unit }
			if i := slices.IndexFunc(out, same); i >= 0 {
				out[i] = a
			} else {
				out = append(out, a)
			}
		}
	}
	slices.SortFunc(out, func(a, b entente.Amount) int { return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Unit, b.Unit)) })
	return out
}

func affirmed(e *entente.Entry) int {
	if e.Status == entente.Denied {
		return 0
	}
	return 1
}

// filled tells how much is known of source, target and recipient: an actor
// with a code counts for more than mere words.
func filled(e *entente.Entry) int {
	n := 0
	for _, l := range [][]entente.Party{e.Source, e.Target, e.Recipient} {
		switch {
		case known(l):
			n += 2
		case len(l) > 0:
			n++
		}
	}
	return n
}

// known reports whether one of the parties has a code.
func known(list []entente.Party) bool {
	return slices.ContainsFunc(list, func(p entente.Party) bool { return p.Key() != "" })
}

// votes counts the tellings whose code is that of e or says less than it.
func votes(tellings []*entente.Entry, e *entente.Entry) int {
	n := 0
	for _, t := range tellings {
		if x, y := bare(t.CAMEO), bare(e.CAMEO); len(x) <= len(y) && y[:len(x)] == x {
			n++
		}
	}
	return n
}

// finer reports whether t dates the event more precisely than e does.
func finer(t, e *entente.Entry) bool {
	if t.Date.Precision == entente.ByUnknown {
		return false
	}
	return e.Date.Precision == entente.ByUnknown || coarse(t.Date.Precision) < coarse(e.Date.Precision)
}

// better reports whether p says more than q: a spot more than a whole state.
func better(p, q entente.EntryPlace) bool {
	return p.Name != "" && (q.Name == "" || whole(q) && !whole(p))
}

// belief joins the confidences of independent publishers: each publisher
// counts once and copies of an article not at all. That somebody denies it
// counts once too: the accused mostly does.
func belief(tellings []*entente.Entry, disputed bool) float64 {
	most := map[string]float64{}
	for _, t := range tellings {
		s := t.Sources[0]
		switch {
		case disputed && t.Status == entente.Denied: // says nothing for it
		case s.CopyOf == "" || len(tellings) == 1:
			most[s.Publisher] = max(most[s.Publisher], t.Confidence)
		}
	}
	rest, only := 1.0, 0.0
	var order []string
	for p := range most {
		order = append(order, p)
	}
	slices.Sort(order) // floating point sums depend on their order
	for _, p := range order {
		rest *= 1 - most[p]
		only = most[p]
	}
	c := only
	if len(order) > 1 {
		c = min(certain, 1-rest)
	}
	if len(order) == 0 { // copies of articles that are gone
		c = tellings[0].Confidence
	}
	if disputed {
		c *= doubt
	}
	return math.Round(c*1000) / 1000
}
