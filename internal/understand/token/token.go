// Package token parts the text of an article into sentences and tokens after
// the conventions of the English Web Treebank. Tokens are spans of the
// unchanged text; what lies between them is white space.
package token

import "entente"

// Stage fills Document.Tokens (spans only) and Document.Sentences.
func Stage() entente.Stage {
	return entente.Stage{
		Name:  "token",
		Gives: entente.LayerSentences | entente.LayerTokens,
		Run:   Run,
	}
}

// maxSentence is the longest sentence in tokens; longer ones are cut, so that
// the rooms above stay linear in the length of the text.
const maxSentence = 160

// Run parts doc.Text. Sentences under the headline and the asides of the
// article are marked as such and end where those end.
func Run(doc *entente.Document) { run(doc, nil) }

// Learn parts doc.Text as Run does, with sentences ending where decide says.
// It is called for each gap in which a sentence may end, with the features of
// the gap and the offset of the byte before it.
func Learn(doc *entente.Document, decide func(features []uint32, offset int) bool) { run(doc, decide) }

func run(doc *entente.Document, decide func([]uint32, int) bool) {
	doc.Tokens, doc.Sentences = doc.Tokens[:0], doc.Sentences[:0]
	if doc.Tokens == nil {
		doc.Tokens = make([]entente.Token, 0, len(doc.Text)/5+4) // a word and its space are 5 or 6 bytes
	}
	lx := english()
	for _, b := range blocks(doc.Article, lx) {
		first := len(doc.Tokens)
		doc.Tokens = scan(doc.Tokens, doc.Text, b.Span, lx)
		s := splitter{text: doc.Text, toks: doc.Tokens, lx: lx, model: learned(), decide: decide}
		s.split(doc, first, b.kind)
	}
}

// split cuts the tokens from first on into sentences of one kind.
func (s *splitter) split(doc *entente.Document, first int, kind entente.SentenceKind) {
	emit := func(from, to int) {
		if from >= to {
			return
		}
		doc.Sentences = append(doc.Sentences, entente.Sentence{
			Span:  entente.Span{Start: doc.Tokens[from].Start, End: doc.Tokens[to-1].End},
			First: from, Last: to, Kind: kind,
		})
	}
	from := first
	for i := first; i < len(doc.Tokens); i++ {
		switch {
		case kind != entente.Headline && s.stops(i, from):
			emit(from, i+1)
			from = i + 1
		case i+1-from >= maxSentence:
			cut := s.softCut(from, i+1)
			emit(from, cut)
			from = cut
		}
	}
	emit(from, len(doc.Tokens))
}
