package event

import (
	"slices"

	"entente"
)

// waits reports whether a node that the sentence alone does not make an event
// waits for the rest of the story, which may name the parties that it lacks.
func (c *coder) waits(n *node) bool {
	return c.topic == "" && len(c.d.Sentences) >= storyLength && !c.figurative(n) && !(n.mode == "visit" && c.compatriots(n.s, n.t) && c.atPlace(n.t))
}

// storyLength is the number of sentences that make a story.
const storyLength = 2

// settleStory drops the events that waited for the story and got no party
// from it, with what hangs below them.
func (c *coder) settleStory() {
	evs := c.d.Events
	number, kept := make([]int, len(evs)), evs[:0:0]
	left, unsure := map[int]bool{}, map[int]bool{}
	for e := range evs {
		drop := false
		t := &c.told[e]
		if t.gave {
			t.n.s, t.n.t = c.fillsOf(t.n.s, evs[e].Source), c.fillsOf(t.n.t, evs[e].Target)
		}
		if p := evs[e].Parent; p >= 0 {
			drop = number[p] < 0 && !t.root
			evs[e].Parent = number[p]
		}
		if drop = drop || t.held && !c.admits(t.n) || c.ownerless(e); drop {
			number[e] = -1
			continue
		}
		if b := t.back; b >= 0 && number[b] >= 0 && c.toldAgain(e, b) {
			number[e] = number[b]
			left[evs[e].Sentence] = true
			c.witness(&kept[number[b]], evs[e].Sentence)
			continue
		}
		if t.gave {
			evs[e].Confidence = c.confidence(&evs[e], t.n) * t.sure
		}
		if t.held {
			evs[e].Rule = append(evs[e].Rule, "story.held")
		}
		if len(c.d.Sentences) >= longArticle {
			if evs[e].Confidence = c.inStory(&evs[e], t.n); evs[e].Confidence < doubtful {
				number[e], unsure[evs[e].Sentence] = -1, true
				continue
			}
		}
		number[e] = len(kept)
		left[evs[e].Sentence] = true
		kept = append(kept, evs[e])
	}
	for e := range evs {
		if s := evs[e].Sentence; !left[s] {
			left[s] = true
			why := entente.SkipNoActor
			if unsure[s] {
				why = entente.SkipDoubtful
			}
			c.d.Skipped = append(c.d.Skipped, entente.Skip{Span: c.d.Sentences[s].Span, Reason: why})
		}
	}
	if c.d.Events = kept; len(kept) == 0 {
		c.d.Events = nil
	}
}

// witness adds a sentence to the evidence of an event.
func (c *coder) witness(ev *entente.Event, sentence int) {
	if s := c.d.Sentences[sentence].Span; sentence != ev.Sentence && !slices.Contains(ev.Evidence, s) {
		ev.Evidence = append(ev.Evidence, s)
	}
}

// toldAgain reports whether event e, a definite noun, only repeats the event b
// to which it points: it names nobody besides and no other day.
func (c *coder) toldAgain(e, b int) bool {
	x, y := &c.d.Events[e], &c.d.Events[b]
	if x.Parent >= 0 && c.above(b, x.Parent) || x.Parent == b || !x.DateFrom.Empty() && !y.DateFrom.Empty() && apart(x.Date, y.Date) {
		return false
	}
	parties := slices.Concat(y.Source, y.Target)
	for _, p := range slices.Concat(x.Source, x.Target) {
		if (p.Code != "" || p.Country != "") && !share([]entente.Participant{p}, parties) && !coded(parties, p.Code) {
			return false
		}
	}
	return x.Status.Real() && y.Status.Real()
}

// ownerless reports whether nobody is told to do what an article tells of:
// violence alone makes news without its doer.
func (c *coder) ownerless(e int) bool {
	ev := &c.d.Events[e]
	return ev.Parent < 0 && !c.somebody(ev.Source) && ev.Type != "ASSAULT" && ev.Type != "PROTEST" && len(c.d.Sentences) >= longArticle
}

// somebody reports whether one of the participants is known or people with a
// word for them, no thing or pronoun.
func (c *coder) somebody(ps []entente.Participant) bool {
	for _, p := range ps {
		if in, _ := c.anchor(p.Span); p.Code != "" || p.Country != "" || in >= 0 && c.person(in) && c.upos(in) != entente.PRON {
			return true
		}
	}
	return false
}

// fillsOf are the fillers that stand for the participants of an event: those
// that the sentence gave, and one for each that the story added.
func (c *coder) fillsOf(old []fill, ps []entente.Participant) []fill {
	var out []fill
	for _, p := range ps {
		at := -1
		for k := range old {
			if old[k].span == p.Span && len(old[k].part) == 0 {
				at = k
			}
		}
		if at >= 0 {
			out = append(out, old[at])
		} else {
			out = append(out, recalled([]entente.Participant{p})...)
		}
	}
	return out
}
