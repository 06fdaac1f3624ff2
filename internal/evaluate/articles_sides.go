package evaluate

import (
	"sort"
	"strings"

	"entente"
)

// sides counts, for each rule of the whole-article step that gave an event of
// ours a party, how often the gold has that party on that side of an event of
// the same type in the sentence ("side"), and how often the whole event is
// right ("event").
type sides struct {
	order       []string
	side, event map[string]*ruleTally
}

type ruleTally struct{ right, all int }

// storyRule is how the names of such rules begin; heldRule marks an event that
// its sentence alone did not make.
const (
	storyRule = "story."
	heldRule  = "story.held"
)

// add counts the parties of event j that the step gave.
func (s *sides) add(g *goldDocument, d *entente.Document, e *entente.Event, right bool, r *Report) {
	if s.side == nil {
		s.side, s.event = map[string]*ruleTally{}, map[string]*ruleTally{}
	}
	for _, rule := range e.Rule {
		if rule == heldRule {
			s.count(rule, -1, right)
		}
	}
	for k, ps := range [2][]entente.Participant{e.Source, e.Target} {
		seen := map[string]bool{}
		for _, p := range ps {
			for _, rule := range strings.Fields(p.Rule) {
				if !strings.HasPrefix(rule, storyRule) || seen[rule] {
					continue
				}
				seen[rule] = true
				had := g.hasSide(d, e, k, ps)
				s.count(rule, had, right)
				if had == 0 {
					r.miss("side", g.ID, sentenceText(d, e.Sentence), rule+" "+g.eventsIn(d, e.Sentence), eventLines(d, func(x *entente.Event) bool { return x == e }))
				}
			}
		}
	}
}

// count adds one use of a rule; side is 1 for right, 0 for wrong, -1 where
// the gold has no event to compare with.
func (s *sides) count(rule string, side int, right bool) {
	if s.side[rule] == nil {
		s.side[rule], s.event[rule] = &ruleTally{}, &ruleTally{}
		s.order = append(s.order, rule)
	}
	if side >= 0 {
		s.side[rule].all++
		s.side[rule].right += side
	}
	s.event[rule].all++
	if right {
		s.event[rule].right++
	}
}

// hasSide compares one side (0 source, 1 target) with the gold events of the
// type in the sentence: 1 when one agrees, 0 when none does, -1 without any.
func (g *goldDocument) hasSide(d *entente.Document, e *entente.Event, side int, ps []entente.Participant) int {
	found := -1
	for i := range g.Events {
		gold := &g.Events[i]
		if !gold.accepts(e.Type) || !tells(d, locate(g.article.Text, gold.S, ""))(e) {
			continue
		}
		want := gold.Source
		if side == 1 {
			want = gold.Target
		}
		if gold.Symmetric {
			want = gold.Source
		}
		if len(want) == 0 {
			continue
		}
		found = max(found, 0)
		if anyMatch(d, want, ps) {
			return 1
		}
	}
	return found
}

// fewestUses is how often a rule must be used for its share to tell anything.
const fewestUses = 3

func (s *sides) report(r *Report) {
	sort.Strings(s.order)
	for _, rule := range s.order {
		if s.event[rule].all < fewestUses {
			continue
		}
		r.share(rule+" side", s.side[rule].right, s.side[rule].all)
		r.share(rule+" event", s.event[rule].right, s.event[rule].all)
	}
}
