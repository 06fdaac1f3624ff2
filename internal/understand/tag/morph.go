package tag

import (
	"strings"

	"entente"
)

// byXPOS is the morphology that the Penn tag settles.
var byXPOS = map[string]entente.Morph{
	"NNS": entente.Plural, "NNPS": entente.Plural,
	"VBD":  entente.Past | entente.Finite,
	"VBP":  entente.Present | entente.Finite,
	"VBZ":  entente.Present | entente.Finite | entente.ThirdPerson,
	"MD":   entente.Finite,
	"VB":   entente.Infinitive,
	"VBG":  entente.Gerund | entente.Participle | entente.Present,
	"VBN":  entente.Participle | entente.Past,
	"JJR":  entente.Comparative,
	"RBR":  entente.Comparative,
	"JJS":  entente.Superlative,
	"RBS":  entente.Superlative,
	"PRP$": entente.Possessive,
	"WP$":  entente.Possessive | entente.Relative,
	"WP":   entente.Interrogative,
	"WRB":  entente.Interrogative,
	"WDT":  entente.Relative,
	"CD":   entente.Cardinal,
}

// morph gives the morphology of a word from its tags and the closed classes
// of data/en/morph.txt. Passive, Imperative and the relative reading of
// pronouns need the tree; the parser adds them.
func morph(form string, u entente.UPOS, x string) entente.Morph {
	m := byXPOS[x]
	switch u {
	case entente.PRON, entente.DET, entente.PART, entente.ADJ, entente.ADV:
		m |= words().morph[strings.ToLower(form)]
	case entente.VERB, entente.NOUN, entente.PROPN:
	}
	return m
}
