// Package train makes what the training of the language rooms needs from
// treebanks and free text. The program never links it.
package train

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"entente"
	"entente/internal/understand/tag"
)

// Lemmas writes data/en/lemma.txt: the base forms of the treebank, and the
// forms whose lemma the regular rules do not give.
func Lemmas(gold *entente.Document) []byte {
	base := map[string]map[string]bool{}
	votes := map[string]map[string]map[string]int{} // class -> form -> lemma -> count
	for i, t := range gold.Tokens {
		c := tag.LemmaClass(t.UPOS)
		form := gold.Form(i)
		if c != "p" {
			form = strings.ToLower(form)
		}
		if strings.ContainsAny(form+t.Lemma, " >#") || t.Lemma == "" || t.Lemma == "_" || strings.ToLower(t.Lemma) != t.Lemma && c != "p" && c != "x" {
			continue
		}
		if (c == "v" || c == "a" || c == "n") && plain(t.Lemma) {
			add(base, c, t.Lemma)
		}
		if c == "p" && (t.XPOS != "NNPS" || form == t.Lemma) {
			continue
		}
		key := c
		if c == "v" && form == "'s" || form == "'d" || form == "’s" || form == "’d" {
			key += t.XPOS
		}
		if votes[key] == nil {
			votes[key] = map[string]map[string]int{}
		}
		if votes[key][form] == nil {
			votes[key][form] = map[string]int{}
		}
		votes[key][form][t.Lemma+"\t"+t.XPOS+"\t"+t.UPOS.String()]++
	}
	var b bytes.Buffer
	b.WriteString("# Lemmas. origin: forms and lemmas of Universal Dependencies English-EWT (CC BY-SA 4.0) and GUM Wikinews (CC BY), written by\n")
	b.WriteString("# `go run ./internal/train/cmd lemma`; do not edit. A class (v verb, n noun, p name, a adjective, r adverb, x other), then base\n")
	b.WriteString("# forms, or form>lemma where the rules of internal/understand/tag do not give it.\n")
	for _, c := range keys(base) {
		block(&b, c, keys(base[c]))
	}
	for _, key := range keys(votes) {
		var out []string
		for _, form := range keys(votes[key]) {
			lemma, n := "", 0
			for _, k := range keys(votes[key][form]) {
				if votes[key][form][k] > n {
					lemma, n = k, votes[key][form][k]
				}
			}
			f := strings.Split(lemma, "\t")
			if got := tag.Regular(form, entente.ParseUPOS(f[2]), f[1]); got != f[0] {
				out = append(out, form+">"+f[0])
			}
		}
		block(&b, key, out)
	}
	return b.Bytes()
}

// block writes words of a class in lines of about 120 bytes.
func block(b *bytes.Buffer, class string, words []string) {
	n := 0
	for _, w := range words {
		if n > 120 {
			b.WriteByte('\n')
			n = 0
		}
		if n == 0 {
			b.WriteString(class)
		}
		k, _ := fmt.Fprintf(b, " %s", w)
		n += k
	}
	if n > 0 {
		b.WriteByte('\n')
	}
}

func plain(w string) bool {
	return len(w) > 1 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}

func add(m map[string]map[string]bool, k, v string) {
	if m[k] == nil {
		m[k] = map[string]bool{}
	}
	m[k][v] = true
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
