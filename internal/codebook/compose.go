package codebook

// Keep, as the Type of an Outcome, leaves the code of the content.
const Keep = "="

// Outcome is what an operator makes of a content.
type Outcome struct {
	Type   string // PLOVER type, Keep, or "" when nothing is left to code
	CAMEO  string // or Keep
	Status string // status of the child (of the content itself with Keep); "" for no child
}

// Compose says what an operator of a kind makes of a content with the given
// type and CAMEO code; an empty type is a content that the codebook does not
// know. It reports false when the kind composes nothing.
func Compose(kind, typ, cameo string) (Outcome, bool) {
	table := load().compose[kind]
	if table == nil {
		return Outcome{}, false
	}
	if o, ok := table[typ]; ok && typ != "" {
		return o, true
	}
	if typ != "" {
		for n := len(cameo); n >= 2; n-- {
			if o, ok := table[cameo[:n]]; ok {
				return o, true
			}
		}
	}
	o, ok := table["*"]
	return o, ok
}
