package event

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// proposal is why a word that the lexicon lacks is read like one that it has.
type proposal struct {
	word     string // lemma/pos
	donor    string // class:lemma/pos of the reading that it takes its class and frame from
	strength float64
	path     string // through WordNet: sense, relation, known word
}

func (p *proposal) String() string {
	return fmt.Sprintf("not in the lexicon; read as %s, strength %.2f, through WordNet: %s", p.donor, p.strength, p.path)
}

// readProposals reads "lemma/pos | TYPE | donor | strength | path", where the
// donor is "class:lemma/pos" and the path ends in the known word that led to
// it. A line whose donor is gone, constrained or of another type by now proposes nothing until
// it is renewed, and is kept in lx.orphans; a word that the lexicon has as well
// keeps the lexicon's readings.
func (lx *lexicon) readProposals(files fs.FS, name string) error {
	ls, err := lines(files, name)
	if err != nil {
		return err
	}
	donors := map[string]*reading{}
	for _, r := range lx.readings {
		if r.class == nil || positive(r) > 0 {
			continue
		}
		for _, l := range r.lemmas {
			if id := r.class.id + ":" + l + "/" + string(r.pos); donors[id] == nil {
				donors[id] = r
			}
		}
	}
	lx.proposed = map[string]*reading{}
	for _, l := range ls {
		r, err := readProposal(l, donors)
		if err != nil {
			return err
		}
		if r == nil {
			lx.orphans = append(lx.orphans, l.where+": "+l.text)
			continue
		}
		word := r.through.word
		if lx.proposed[word] != nil {
			return l.errorf("%s is proposed twice: drop one line", word)
		}
		lx.proposed[word] = r
	}
	return nil
}

// readProposal is nil without an error where no donor is of that type.
func readProposal(l line, donors map[string]*reading) (*reading, error) {
	cols, err := columns(l, 5)
	if err != nil {
		return nil, err
	}
	lemma, pos, ok := strings.Cut(cols[0], "/")
	if !ok || lemma == "" || pos != "v" && pos != "n" {
		return nil, l.errorf("%q: want lemma/v or lemma/n", cols[0])
	}
	strength, err := strconv.ParseFloat(cols[3], 64)
	if err != nil || strength <= 0 || strength > 1 {
		return nil, l.errorf("%q: want a strength above 0, at most 1", cols[3])
	}
	donor := donors[cols[2]]
	switch {
	case cols[4] == "":
		return nil, l.errorf("%s does not say through which sense it came", cols[0])
	case !strings.HasSuffix(cols[2], "/"+pos):
		return nil, l.errorf("%s takes its frame from %s: want a reading of a word /%s", cols[0], cols[2], pos)
	case donor == nil || donor.class.typ != cols[1]:
		return nil, nil
	}
	like := cols[4][strings.LastIndexByte(cols[4], ' ')+1:]
	r := *donor
	r.id, r.where, r.lemmas = entente.ProposedRule+lemma+"~"+like, path.Base(l.where), []string{lemma}
	r.through = &proposal{word: cols[0], donor: cols[2], strength: strength, path: cols[4]}
	return &r, nil
}

// proposal is the proposed reading with a rule id, nil where there is none.
func (lx *lexicon) proposal(id string) *reading {
	word, ok := strings.CutPrefix(id, entente.ProposedRule)
	if !ok {
		return nil
	}
	lemma, _, _ := strings.Cut(word, "~")
	for _, pos := range []string{"/v", "/n"} {
		if r := lx.proposed[lemma+pos]; r != nil && r.id == id {
			return r
		}
	}
	return nil
}

// propose reads the word at token i through the table of proposals where the
// lexicon does not know it. It asks for more than the lexicon does: an article
// on politics, and powers on both sides that stand where the frame says.
func (c *coder) propose(i int) *match {
	var r *reading
	switch c.upos(i) {
	case entente.VERB:
		r = c.lx.proposed[c.lem[i]+"/v"]
	case entente.NOUN:
		r = c.lx.proposed[c.lem[i]+"/n"]
	}
	if r == nil || c.topic != "" || c.timed[i] || c.aside[i] || c.modifier(i) || len(c.find(i)) > 0 || len(c.lx.words[c.lem[i]]) > 0 {
		return nil
	}
	m := c.try(i, r)
	if m == nil {
		return nil
	}
	s, t := c.parties(m, source), c.parties(m, target)
	if !c.betweenPowers(s, c.without(t, s), r.class) {
		return nil
	}
	return m
}

// betweenPowers reports whether both parties hold a power: a state, a body of
// states, an armed group or somebody who speaks for one, named where the frame
// says. The target of words may be named by what it owns ("chided Russia's
// decision"), unless it is of the same state; at home only words count.
func (c *coder) betweenPowers(s, t []fill, k *class) bool {
	verbal, home := codebook.Verbal(k.typ), c.compatriots(s, t)
	from, to := c.powers(s, false), c.powers(t, verbal && !home && !k.sym)
	if k.sym {
		return len(nations(from, to)) > 1
	}
	other := false
	for code := range to {
		_, same := from[code]
		other = other || !same
	}
	return len(from) > 0 && other && (verbal || !home)
}

// nations are the states and bodies among the powers.
func nations(lists ...map[string]string) map[string]bool {
	out := map[string]bool{}
	for _, powers := range lists {
		for code, country := range powers {
			if country != "" {
				code = country
			}
			out[code] = true
		}
	}
	return out
}

// powers are the fillers that are powers themselves, or whose things they
// are: code -> country, "" for bodies of states.
func (c *coder) powers(fs []fill, owned bool) map[string]string {
	codes := map[string]string{}
	for _, f := range fs {
		switch f.rule {
		case "", "nationality", "apposition":
		case "owner":
			if !owned {
				continue
			}
		default:
			continue
		}
		for _, p := range c.participant(f, "") {
			if p.Code != "" && codebook.Political(p.Sector) {
				codes[p.Code] = p.Country
			}
		}
	}
	return codes
}

// proposed is the class of the proposal on which the node or what it holds
// rests, nil where all is in the lexicon.
func (n *node) proposed() *class {
	for b := n; b != nil; b = b.base {
		if b.m != nil && b.m.r.through != nil {
			return b.m.r.class
		}
	}
	return nil
}
