// Package understand turns an Article into a Document by running the stages
// in order. The stages never see each other; they meet in *entente.Document.
package understand

import (
	"fmt"
	"strings"

	"entente"
	"entente/internal/understand/event"
	"entente/internal/understand/parse"
	"entente/internal/understand/quote"
	"entente/internal/understand/tag"
	"entente/internal/understand/token"
	"entente/internal/understand/when"
	"entente/internal/understand/where"
	"entente/internal/understand/who"
)

// Version numbers the understanding as a whole. It is raised whenever the
// same article may give other events; the ledger recodes what an older
// version coded.
const Version = 3

// stages lists the rooms in the order in which they run.
func stages() []entente.Stage {
	return []entente.Stage{
		token.Stage(),
		tag.Stage(),
		parse.Stage(),
		when.Stage(),
		where.Stage(),
		who.Stage(),
		quote.Stage(),
		event.Stage(),
	}
}

// Pipeline is the list of stages with their tables loaded. It holds no state
// between articles and may be used by many goroutines at once.
type Pipeline struct{ stages []entente.Stage }

// New loads the stages. A wrong order is a fault of the program and panics.
func New() *Pipeline {
	list := stages()
	if err := Check(list); err != nil {
		panic(err)
	}
	return &Pipeline{list}
}

// Check reports the first stage that needs a layer which no earlier one gives.
func Check(list []entente.Stage) error {
	var have entente.Layer
	for _, s := range list {
		if missing := s.Needs &^ have; missing != 0 {
			return fmt.Errorf("understand: stage %s needs layer %b, which no earlier stage gives: move it behind the one that does", s.Name, missing)
		}
		have |= s.Gives
	}
	return nil
}

// Understand runs every stage over the article. It never fails: an article
// that cannot be read as English has no annotations and says why in Skipped.
func (p *Pipeline) Understand(a *entente.Article) *entente.Document {
	d, refused := open(a)
	if !refused {
		p.Continue(d)
	}
	return d
}

// open begins a document; one of an article that cannot be read as English is
// refused, and says why.
func open(a *entente.Article) (d *entente.Document, refused bool) {
	d = &entente.Document{Article: a}
	reason := refuse(a)
	if reason != "" {
		d.Skipped = append(d.Skipped, entente.Skip{Span: entente.Span{End: len(a.Text)}, Reason: reason, Detail: a.Language})
	}
	return d, reason != ""
}

// UnderstandAll understands articles as Understand does each of them. A stage
// runs over all before the next one does: its tables stay in the processor's
// caches, which for short articles is worth a third of the time.
func (p *Pipeline) UnderstandAll(list []*entente.Article) []*entente.Document {
	docs := make([]*entente.Document, 0, len(list))
	read := make([]*entente.Document, 0, len(list))
	for _, a := range list {
		d, refused := open(a)
		docs = append(docs, d)
		if !refused {
			read = append(read, d)
		}
	}
	for _, s := range p.stages {
		for _, d := range read {
			s.Run(d)
		}
	}
	return docs
}

// Continue runs the stages whose layers d lacks, from the first such stage
// on. Given tokens, as from a treebank, are kept.
func (p *Pipeline) Continue(d *entente.Document) {
	for _, s := range p.stages {
		if len(d.Tokens) > 0 && s.Gives&(entente.LayerTokens|entente.LayerSentences) != 0 {
			continue
		}
		s.Run(d)
	}
}

// Until runs the stages up to the first that gives layer, and no further.
func (p *Pipeline) Until(d *entente.Document, layer entente.Layer) {
	for _, s := range p.stages {
		if len(d.Tokens) > 0 && s.Gives&(entente.LayerTokens|entente.LayerSentences) != 0 {
			continue
		}
		s.Run(d)
		if s.Gives&layer != 0 {
			return
		}
	}
}

func refuse(a *entente.Article) entente.Reason {
	switch {
	case strings.TrimSpace(a.Text) == "":
		return entente.SkipEmpty
	case a.Language != "" && a.Language != "en" && !strings.HasPrefix(a.Language, "en-"):
		return entente.SkipLanguage
	}
	return ""
}
