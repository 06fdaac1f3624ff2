package event

import (
	"strings"

	"entente"
	"entente/internal/codebook"
)

// Explanation is what an event rests on, for people.
type Explanation struct {
	Clause   entente.Span // the words under the trigger
	Trigger  entente.Span
	Content  string   // id of the reading of the content, "" below an unknown one
	Chain    []string // ids of the operators, outermost first
	Story    []string // rules of the whole article that completed or dated it, each with what it says
	Slots    []SlotFilled
	Codebook string // the codebook's line
	Status   entente.Status
	Examples map[string]string // by rule id
	Through  string            // of a proposed reading: its donor, class and the way through WordNet
}

// SlotFilled is a participant with how it was found.
type SlotFilled struct {
	Role    string // "source", "target", "recipient"
	Name    string
	Code    string
	Span    entente.Span // the words in the clause
	Mention entente.Span // the first mention of the actor, empty for bare words
	Rule    string       // slot, way, sieve
}

// Explain says why event i of the document was coded. It reads the event
// alone and may be called for a document from the ledger; it is nil when there
// is no such event.
func Explain(d *entente.Document, i int) *Explanation {
	if i < 0 || i >= len(d.Events) {
		return nil
	}
	e := &d.Events[i]
	x := &Explanation{Trigger: e.Trigger, Clause: e.Trigger, Status: e.Status, Codebook: codebook.Line(e.Type, e.Mode, e.CAMEO), Examples: map[string]string{}}
	if e.Token >= 0 && e.Token < len(d.Tokens) {
		x.Clause = d.YieldSpan(e.Token)
	}
	for _, r := range e.Rule {
		if strings.Contains(r, ":") {
			x.Content = r
		} else if fromStory(r) {
			x.Story = append(x.Story, strings.TrimSpace(r+"  "+meaning(r)))
		} else {
			x.Chain = append(x.Chain, r)
		}
	}
	lx := english()
	for _, r := range lx.readings {
		for _, id := range e.Rule {
			if r.id == id {
				x.Examples[id] = r.example
			}
		}
	}
	for _, id := range e.Rule {
		if r := lx.proposal(id); r != nil {
			x.Examples[id], x.Through = r.example, r.through.String()
		}
	}
	x.slots(d, "source", e.Source)
	x.slots(d, "target", e.Target)
	x.slots(d, "recipient", e.Recipient)
	return x
}

func (x *Explanation) slots(d *entente.Document, role string, ps []entente.Participant) {
	for _, p := range ps {
		s := SlotFilled{Role: role, Name: p.Name, Code: p.Code, Span: p.Span, Rule: p.Rule}
		if p.Actor >= 0 && p.Actor < len(d.Actors) && len(d.Actors[p.Actor].Mentions) > 0 {
			s.Mention = d.Actors[p.Actor].Mentions[0].Span
		}
		x.Slots = append(x.Slots, s)
	}
}

// fromStory reports whether a rule looks beyond the sentence.
func fromStory(rule string) bool {
	return strings.HasPrefix(rule, "story.") || strings.HasPrefix(rule, "when.") || strings.HasPrefix(rule, "where.")
}
