package event

import (
	"io/fs"
	"strings"

	"entente/internal/codebook"
)

// topics are the words by which an article is known to be about something
// else than politics.
type topics struct {
	of map[string]string // lemma -> topic
}

// readTopics reads "topic | word word ..."; the topic "politics" speaks against
// the others.
func readTopics(files fs.FS, name string) (*topics, error) {
	ls, err := lines(files, name)
	if err != nil {
		return nil, err
	}
	t := &topics{of: map[string]string{}}
	for _, l := range ls {
		cols, err := columns(l, 2)
		if err != nil {
			return nil, err
		}
		for _, w := range strings.Fields(cols[1]) {
			if old, ok := t.of[w]; ok && old != cols[0] {
				return nil, l.errorf("word %q is already in topic %s", w, old)
			}
			t.of[w] = cols[0]
		}
	}
	return t, nil
}

// guessTopic names the topic of the article when it is not politics, or "".
func (c *coder) guessTopic() string {
	count := map[string]int{}
	for _, l := range c.lem {
		if t, ok := c.lx.topics.of[l]; ok {
			count[t]++
		}
	}
	best, n := "", 0
	for _, t := range [...]string{"culture", "disaster", "history", "markets", "science", "sport", "weather"} {
		if count[t] > n {
			best, n = t, count[t]
		}
	}
	if n < 3 || n <= count["politics"] || n*60 < len(c.lem) {
		return ""
	}
	return best
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
