package entente

// Token is one syntactic word of the text.
type Token struct {
	Span
	Lemma string  // lower case except proper names
	UPOS  UPOS    // universal part of speech
	XPOS  string  // Penn Treebank tag, "VBD"
	Morph Morph   // the morphology that the rooms above ask for
	Head  int     // index into Document.Tokens, -1 for the root of its sentence
	Rel   Rel     // relation to Head
	Score float32 // how sure the parser is of Head, 0-1
}

// Sentence is a run of tokens Document.Tokens[First:Last] under one root.
type Sentence struct {
	Span
	First, Last int
	Kind        SentenceKind
}

// SentenceKind says how a sentence is to be read.
type SentenceKind uint8

const (
	Prose    SentenceKind = iota
	Headline              // headline grammar
	Aside                 // metadata, not coded
)

// UPOS is a universal part of speech.
type UPOS uint8

const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var uposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (p UPOS) String() string {
	if int(p) < len(uposNames) {
		return uposNames[p]
	}
	return "X"
}

// ParseUPOS returns the part of speech named s, X when there is none.
func ParseUPOS(s string) UPOS {
	for i, n := range uposNames {
		if n == s {
			return UPOS(i)
		}
	}
	return X
}

// Nominal reports whether the word heads a noun phrase.
func (p UPOS) Nominal() bool { return p == NOUN || p == PROPN || p == PRON }

// Morph is a set of morphological features.
type Morph uint32

const (
	Plural Morph = 1 << iota
	Past
	Present
	Finite
	Infinitive
	Gerund
	Participle
	Passive
	Imperative
	FirstPerson
	SecondPerson
	ThirdPerson
	Possessive
	Comparative
	Superlative
	Definite
	Indefinite
	Negative
	Interrogative
	Relative
	Ordinal
	Cardinal
)

// Has reports whether all features of f are set.
func (m Morph) Has(f Morph) bool { return m&f == f }

// Rel is a Universal Dependencies relation with the subtypes of English.
type Rel uint8

const (
	Dep Rel = iota
	Root
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	AuxRel
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Clf
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	DetRel
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	FlatForeign
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodNpmod
	NmodPoss
	NmodTmod
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblNpmod
	OblTmod
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

var relNames = [...]string{"dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "flat:foreign", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:npmod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

func (r Rel) String() string {
	if int(r) < len(relNames) {
		return relNames[r]
	}
	return "dep"
}

// ParseRel returns the relation named s; an unknown subtype falls back to its
// universal part, an unknown relation to Dep.
func ParseRel(s string) Rel {
	for i, n := range relNames {
		if n == s {
			return Rel(i)
		}
	}
	for i := range s {
		if s[i] == ':' {
			return ParseRel(s[:i])
		}
	}
	return Dep
}

// Universal is the relation without its subtype.
func (r Rel) Universal() Rel {
	switch r {
	case AclRelcl:
		return Acl
	case AdvclRelcl:
		return Advcl
	case AuxPass:
		return AuxRel
	case CcPreconj:
		return Cc
	case CompoundPrt:
		return Compound
	case CsubjOuter, CsubjPass:
		return Csubj
	case DetPredet:
		return DetRel
	case FlatForeign:
		return Flat
	case NmodDesc, NmodNpmod, NmodPoss, NmodTmod, NmodUnmarked:
		return Nmod
	case NsubjOuter, NsubjPass:
		return Nsubj
	case OblAgent, OblNpmod, OblTmod, OblUnmarked:
		return Obl
	}
	return r
}
