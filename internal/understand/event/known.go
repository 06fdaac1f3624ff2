package event

// Known is one word of the lexicon with one of its readings.
type Known struct {
	Lemma string
	Pos   byte   // v n a x
	ID    string // of the reading or operator
	Type  string // PLOVER type of a content, "" for an operator
	Kind  string // of an operator, "" for a content
	Plain bool   // the reading asks for no words beside its own
	Lex   bool   // the reading holds only with a known actor
}

// Vocabulary lists what the shipped lexicon knows, in the order of its files.
func Vocabulary() []Known {
	var out []Known
	for _, r := range english().readings {
		k := Known{Pos: r.pos, ID: r.id, Kind: r.kind, Plain: positive(r) == 0}
		if r.class != nil {
			k.Type, k.Lex = r.class.typ, r.class.lex
		}
		for _, l := range r.lemmas {
			k.Lemma = l
			out = append(out, k)
		}
	}
	return out
}
