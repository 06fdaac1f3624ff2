package event

import (
	"io/fs"
	"math"
	"strconv"
	"strings"

	"entente"
)

// weights are the coefficients of the confidence: a logistic model over a
// handful of features.
type weights map[string]float64

// readWeights reads "feature weight".
func readWeights(files fs.FS, name string) (weights, error) {
	ls, err := lines(files, name)
	if err != nil {
		return nil, err
	}
	w := weights{}
	for _, l := range ls {
		f := strings.Fields(l.text)
		if len(f) < 2 {
			return nil, l.errorf("want \"feature weight\"")
		}
		if w[f[0]], err = strconv.ParseFloat(f[1], 64); err != nil {
			return nil, l.errorf("%q is no number", f[1])
		}
	}
	return w, nil
}

// features of an event in the order of data/en/confidence.txt.
func (c *coder) features(ev *entente.Event, n *node, f func(string, float64)) {
	f("bias", 1)
	flag := func(name string, on bool) {
		if on {
			f(name, 1)
		}
	}
	flag("operator", n.kind != "")
	flag("noun", !c.isVerb(n.at))
	flag("carried", !c.isVerb(n.at) && c.carrier(n.at) >= 0)
	f("constraints", math.Min(3, float64(positive(n.m.r))))
	f("depth", math.Min(3, float64(n.depth)))
	f("near", float64(n.near))
	flag("loose", n.loose)
	flag("child", ev.Parent >= 0)
	flag("hypothetical", ev.Status == entente.Hypothetical)
	flag("bare-source", len(ev.Source) > 0 && !named(ev.Source))
	flag("bare-target", len(ev.Target) > 0 && !named(ev.Target))
	flag("no-source", len(ev.Source) == 0)
	flag("no-target", len(ev.Target) == 0 && !ev.Symmetric)
	flag("state-source", stated(ev.Source))
	flag("state-target", stated(ev.Target) || ev.Symmetric)
	flag("proposed", n.proposed() != nil)
	flag("topic", c.topic != "")
	flag("article", len(c.d.Sentences) >= longArticle)
	f("parse", float64(c.d.Tokens[n.at].Score))
	f("length", math.Min(3, float64(c.d.Sentences[ev.Sentence].Last-c.d.Sentences[ev.Sentence].First)/30))
	f("type."+ev.Type, 1)
}

// named reports whether a known actor is among the participants.
func named(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Actor >= 0 {
			return true
		}
	}
	return false
}

func stated(ps []entente.Participant) bool {
	for _, p := range ps {
		if p.Code != "" {
			return true
		}
	}
	return false
}

// doubtful is the confidence under which an event of a whole article is not
// told: of those that were read, fewer than one in five were right.
const doubtful = 0.40

// inStory is the confidence of an event in a whole article, once its story is
// complete: more can go wrong there than in a sentence of its own, and what the
// event rests on tells how much.
func (c *coder) inStory(ev *entente.Event, n *node) float64 {
	w := c.lx.weights
	p := min(max(ev.Confidence, 0.01), 0.99)
	sum := w["story.bias"] + w["story.scale"]*math.Log(p/(1-p)) + w["story.type."+ev.Type] + w["story.status."+string(ev.Status)]
	flag := func(name string, on bool) {
		if on {
			sum += w["story."+name]
		}
	}
	flag("child", ev.Parent >= 0)
	flag("no-target", len(ev.Target) == 0 && !ev.Symmetric)
	flag("bare-target", len(ev.Target) > 0 && !stated(ev.Target) && !c.deplores(n))
	flag("home", related(ev.Source, ev.Target))
	for _, r := range ev.Rule {
		id, _, _ := strings.Cut(r, ":")
		if strings.HasPrefix(id, "judge.") {
			id = "judge"
		}
		sum += w["rule."+id]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}

// confidence is how likely the event is to be right, 0-1.
func (c *coder) confidence(ev *entente.Event, n *node) float64 {
	sum := 0.0
	c.features(ev, n, func(name string, v float64) {
		sum += c.lx.weights[name] * v
		if c.watch != nil {
			c.watch(len(c.d.Events), name, v)
		}
	})
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}
