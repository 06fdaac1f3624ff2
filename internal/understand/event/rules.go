package event

import (
	"strings"
	"sync"

	"entente/data"
)

// StoryRule is a rule of the whole-article step with what it says.
type StoryRule struct{ ID, Meaning, Example string }

// StoryRules lists the rules of data/en/story.txt in their order. A file that
// cannot be read is a fault of the program and panics.
var StoryRules = sync.OnceValue(func() []StoryRule {
	ls, err := lines(data.FS, "en/story.txt")
	if err != nil {
		panic(err)
	}
	var out []StoryRule
	for _, l := range ls {
		cols, err := columns(l, 3)
		if err != nil {
			panic(err)
		}
		out = append(out, StoryRule{cols[0], cols[1], cols[2]})
	}
	return out
})

// meaning is what a rule of the step says, "" for other rules.
func meaning(id string) string {
	if !strings.HasPrefix(id, "story.") {
		return ""
	}
	for _, r := range StoryRules() {
		if id == r.ID || strings.HasPrefix(id, r.ID+".") {
			return r.Meaning
		}
	}
	return ""
}
