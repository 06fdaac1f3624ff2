package event

import (
	"fmt"
	"strings"

	"entente"
)

// Example is one example of the lexicon: a sentence and what must be found.
type Example struct {
	Where  string // file:line
	ID     string // of the reading or operator
	Text   string
	Expect string // "JPN > UKR" for a content; "TYPE [status] parties + ..." for an operator
	typ    string // of a content
}

// Examples lists the examples of the shipped lexicon in file order.
func Examples() []Example {
	lx := english()
	out := make([]Example, 0, len(lx.readings))
	for _, r := range lx.readings {
		ex := Example{Where: r.where, ID: r.id, Text: r.example, Expect: r.expect}
		if r.class != nil {
			ex.typ = r.class.typ
		}
		out = append(out, ex)
	}
	return append(out, lx.judged.examples...)
}

// Check reports what is wrong with the document of an example: "" when it
// holds every expected event, else what was found instead.
func Check(d *entente.Document, ex Example) string {
	for _, want := range strings.Split(ex.Expect, " + ") {
		typ, status, parties := ex.typ, "", strings.TrimSpace(want)
		if typ == "" {
			f := strings.Fields(parties)
			typ, parties = f[0], strings.TrimSpace(strings.TrimPrefix(parties, f[0]))
			if len(f) > 1 && isStatus(f[1]) {
				status, parties = f[1], strings.TrimSpace(strings.TrimPrefix(parties, f[1]))
			}
		}
		if !answered(d, typ, status, parties) {
			return found(d)
		}
	}
	return ""
}

func isStatus(s string) bool {
	switch entente.Status(s) {
	case entente.Happened, entente.Ongoing, entente.Planned, entente.Hypothetical, entente.Requested, entente.Threatened, entente.Refused, entente.Denied:
		return true
	}
	return false
}

func answered(d *entente.Document, typ, status, parties string) bool {
	for i := range d.Events {
		e := &d.Events[i]
		if e.Type != typ || status != "" && string(e.Status) != status {
			continue
		}
		if strings.Contains(parties, "=") {
			if namesAll(d, append(e.Source[:len(e.Source):len(e.Source)], e.Target...), strings.Split(parties, "=")) {
				return true
			}
			continue
		}
		cols := append(strings.Split(parties, ">"), "", "", "")
		if namesAll(d, e.Source, split(cols[0])) && namesAll(d, e.Target, split(cols[1])) && namesAll(d, e.Recipient, split(cols[2])) {
			return true
		}
	}
	return false
}

// namesAll reports whether every expected party is among the participants.
func namesAll(d *entente.Document, ps []entente.Participant, want []string) bool {
	for _, w := range want {
		if w = strings.TrimSpace(w); w == "" {
			continue
		}
		ok := false
		for _, p := range ps {
			if strings.HasPrefix(w, "\"") {
				a, b := strings.ToLower(d.TextOf(p.Span)), strings.ToLower(strings.Trim(w, "\""))
				ok = ok || strings.Contains(a, b) || a != "" && strings.Contains(b, a)
			} else {
				ok = ok || p.Country == w || p.Code == w || p.Name == w || strings.HasPrefix(p.Code, w) || p.Actor >= 0 && short(d, p.Actor, w)
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// short reports whether a mention of the actor is written as w.
func short(d *entente.Document, actor int, w string) bool {
	for _, m := range d.Actors[actor].Mentions {
		if d.TextOf(m.Span) == w || strings.Contains(d.TextOf(m.Span), w) {
			return true
		}
	}
	return false
}

// found writes the events of a document on one line.
func found(d *entente.Document) string {
	if len(d.Events) == 0 {
		return "nothing"
	}
	var out []string
	for i := range d.Events {
		e := &d.Events[i]
		out = append(out, fmt.Sprintf("%s %s %s > %s", e.Type, e.Status, names(e.Source), names(e.Target)))
	}
	return strings.Join(out, " + ")
}

func names(ps []entente.Participant) string {
	var out []string
	for _, p := range ps {
		if p.Country != "" {
			out = append(out, p.Country)
		} else {
			out = append(out, p.Name)
		}
	}
	return strings.Join(out, ", ")
}
