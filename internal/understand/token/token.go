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
func Run(doc *entente.Document) {
	doc.Tokens, doc.Sentences = doc.Tokens[:0], doc.Sentences[:0]
	lx := english()
	for _, b := range blocks(doc.Article) {
		first := len(doc.Tokens)
		doc.Tokens = scan(doc.Tokens, doc.Text, b.Span, lx)
		split(doc, first, b.kind, lx)
	}
}

// split cuts the tokens from first on into sentences of one kind.
func split(doc *entente.Document, first int, kind entente.SentenceKind, lx *lexicon) {
	emit := func(from, to int) {
		if from >= to {
			return
		}
		doc.Sentences = append(doc.Sentences, entente.Sentence{
			Span:  entente.Span{Start: doc.Tokens[from].Start, End: doc.Tokens[to-1].End},
			First: from, Last: to, Kind: kind,
		})
	}
	s := splitter{text: doc.Text, toks: doc.Tokens, lx: lx}
	from := first
	for i := first; i < len(doc.Tokens); i++ {
		switch {
		case s.ends(i, from):
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
