package conllu

import (
	"sort"
	"strings"

	"entente"
)

// features pairs each bit of Morph with the feature that it stands for, in
// the order of the FEATS column.
var features = [...]struct {
	bit  entente.Morph
	feat string
}{
	{entente.Definite, "Definite=Def"},
	{entente.Indefinite, "Definite=Ind"},
	{entente.Comparative, "Degree=Cmp"},
	{entente.Superlative, "Degree=Sup"},
	{entente.Imperative, "Mood=Imp"},
	{entente.Cardinal, "NumType=Card"},
	{entente.Ordinal, "NumType=Ord"},
	{entente.Plural, "Number=Plur"},
	{entente.FirstPerson, "Person=1"},
	{entente.SecondPerson, "Person=2"},
	{entente.ThirdPerson, "Person=3"},
	{entente.Negative, "Polarity=Neg"},
	{entente.Possessive, "Poss=Yes"},
	{entente.Interrogative, "PronType=Int"},
	{entente.Relative, "PronType=Rel"},
	{entente.Past, "Tense=Past"},
	{entente.Present, "Tense=Pres"},
	{entente.Finite, "VerbForm=Fin"},
	{entente.Gerund, "VerbForm=Ger"},
	{entente.Infinitive, "VerbForm=Inf"},
	{entente.Participle, "VerbForm=Part"},
	{entente.Passive, "Voice=Pass"},
}

// Feats is the FEATS column for m, "_" when no feature is set.
func Feats(m entente.Morph) string {
	var b strings.Builder
	for _, f := range features {
		if m&f.bit != 0 {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			b.WriteString(f.feat)
		}
	}
	if b.Len() == 0 {
		return "_"
	}
	return b.String()
}

// ParseFeats reads a FEATS column; features that Morph does not know are dropped.
func ParseFeats(s string) entente.Morph {
	var m entente.Morph
	for f := range strings.SplitSeq(s, "|") {
		k := sort.Search(len(features), func(i int) bool { return features[i].feat >= f })
		if k < len(features) && features[k].feat == f {
			m |= features[k].bit
		}
	}
	return m
}
