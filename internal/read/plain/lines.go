package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/internal/read/stamp"
)

// titleLike reports whether the first block of several is a title: one short
// line that is no metadata and does not end as a sentence.
func titleLike(s string, heading bool) bool {
	if heading {
		return true
	}
	if s == "" || len(s) > 250 || strings.Contains(s, "\n") {
		return false
	}
	if _, _, ok := match(s); ok {
		return false
	}
	if _, ok := stamp.Parse(s); ok {
		return false
	}
	if allCaps(s) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(".,;:", last)
}

// allCaps reports whether a line has letters and none in lower case.
func allCaps(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

// bareCue decides whether a cue without a colon is metadata: "Posted on
// February 2" is, "Published research shows" is not.
func bareCue(kind, rest string) bool {
	if rest == "" || len(rest) > 100 {
		return false
	}
	switch kind {
	case "date":
		_, ok := stamp.Parse(rest)
		return ok
	case "author":
		return len(names(rest)) > 0
	case "skip":
		_, ok := stamp.Parse(rest)
		return ok || rest[0] >= '0' && rest[0] <= '9' && len(rest) <= 30 || !strings.ContainsAny(rest, ".!?") && len(strings.Fields(rest)) <= 2
	}
	return false
}

// names parts "Anna Lind and Omar Haddad, Northern Wire" into its names; nil
// when the words do not look like names.
func names(s string) []string {
	var out []string
	for _, n := range split(s) {
		words := strings.Fields(n)
		cut := -1
		for i, w := range words {
			first, size := utf8.DecodeRuneInString(w)
			if unicode.IsUpper(first) && !strings.ContainsAny(w, "!?:") {
				continue
			}
			if unicode.IsLower(first) && size < len(w) && len(w) == 3 && i > 0 && i < len(words)-1 && cut < 0 {
				cut = i // "and", or a particle: "van", "bin"
				continue
			}
			return nil
		}
		if len(words) > 8 || len(words) == 0 {
			return nil
		}
		if cut > 1 {
			out = append(out, strings.Join(words[:cut], " "), strings.Join(words[cut+1:], " "))
			continue
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

// Names parts a byline such as "By Anna Lind and Omar Haddad" into its names.
// What does not look like names comes back as it was, parted at commas.
func Names(s string) []string {
	if c, rest, ok := match(s); ok && c.kind == "author" {
		s = rest
	}
	if list := names(s); list != nil {
		return list
	}
	return split(s)
}

// split parts a list at commas and semicolons.
func split(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}
