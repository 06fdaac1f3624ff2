package event

import (
	"io/fs"
	"strconv"
	"strings"

	"entente"
	"entente/internal/codebook"
)

// topics are the words by which an article is known to be about something
// else than politics.
type topics struct {
	of map[string]topicWord // by lemma
}

type topicWord struct {
	topic  string
	weight float64
}

// topicNames are the topics that speak against events, in the order in which
// ties are settled.
var topicNames = [...]string{"culture", "disaster", "history", "markets", "science", "sport", "weather"}

// readTopics reads "topic | weight | word word ..."; the topic "politics"
// speaks against the others.
func readTopics(files fs.FS, name string) (*topics, error) {
	ls, err := lines(files, name)
	if err != nil {
		return nil, err
	}
	t := &topics{of: map[string]topicWord{}}
	for _, l := range ls {
		cols, err := columns(l, 3)
		if err != nil {
			return nil, err
		}
		w, err := strconv.ParseFloat(cols[1], 64)
		if err != nil {
			return nil, l.errorf("weight %q is no number", cols[1])
		}
		for _, word := range strings.Fields(cols[2]) {
			if old, ok := t.of[word]; ok && old.topic != cols[0] {
				return nil, l.errorf("word %q is already in topic %s", word, old.topic)
			}
			t.of[word] = topicWord{cols[0], w}
		}
	}
	return t, nil
}

// guessTopic names the topic of the article when it is not politics, or "".
// Each word counts once: a name repeated does not make a topic.
func (c *coder) guessTopic() string {
	sum := map[string]float64{}
	seen := map[string]bool{}
	for _, l := range c.lem {
		if t, ok := c.lx.topics.of[l]; ok && !seen[l] {
			seen[l] = true
			sum[t.topic] += t.weight
		}
	}
	sum["politics"] += c.officials()
	best, most, all := "", 0.0, 0.0
	for _, t := range topicNames {
		all += sum[t]
		if sum[t] > most {
			best, most = t, sum[t]
		}
	}
	need := 1.4*sum["politics"] + 6
	if best == "markets" {
		need = 2*sum["politics"] + 12
	}
	if most < need && all < 8*sum["politics"]+20 {
		return ""
	}
	return best
}

// officials weighs the rulers, soldiers and international bodies that the
// article names: each speaks for politics.
func (c *coder) officials() float64 {
	sum := 0.0
	for i := range c.d.Actors {
		a := &c.d.Actors[i]
		switch {
		case a.Kind == entente.PersonActor && a.Sector != "" && codebook.Political(a.Sector), strings.HasPrefix(a.Code, "IGO"):
			sum += 2
		}
	}
	return min(sum, 20)
}

// readContexts reads "context | lemma lemma ...".
func readContexts(files fs.FS, name string) (map[string][]string, error) {
	ls, err := lines(files, name)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, l := range ls {
		cols, err := columns(l, 2)
		if err != nil {
			return nil, err
		}
		if !codebook.IsContext(cols[0]) {
			return nil, l.errorf("%q is no context of PLOVER", cols[0])
		}
		for _, w := range strings.Fields(cols[1]) {
			out[w] = append(out[w], cols[0])
		}
	}
	return out, nil
}

// contextsOf lists the contexts of an event: those of its code and class, and
// those of the words under its trigger.
func (c *coder) contextsOf(n *node, s int) []string {
	var out []string
	out = append(out, n.contexts...)
	if code, ok := codebook.Lookup(n.cameo); ok && code.Type == n.typ {
		out = append(out, code.Contexts...)
	}
	first, last := c.d.Yield(n.at)
	if g := c.carrier(n.at); g >= 0 {
		first, last = c.d.Yield(g)
	}
	sent := &c.d.Sentences[s]
	for i := max(first, sent.First); i < min(last, sent.Last); i++ {
		out = append(out, c.lx.contexts[c.lem[i]]...)
	}
	return sortedUnique(out)
}
