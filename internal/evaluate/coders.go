package evaluate

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"entente"
)

// roots of PLOVER by root of CAMEO; 01, a plain statement, is none.
var cameoRoots = [...]string{2: "REQUEST", 3: "AGREE", 4: "CONSULT", 5: "SUPPORT", 6: "COOPERATE", 7: "AID",
	8: "YIELD", 9: "ACCUSE", 10: "REQUEST", 11: "ACCUSE", 12: "REJECT", 13: "THREATEN", 14: "PROTEST", 15: "MOBILIZE",
	16: "SANCTION", 17: "COERCE", 18: "ASSAULT", 19: "ASSAULT", 20: "ASSAULT"}

// coded is a sentence with the set of roots that each coder gave it.
type coded struct {
	id, text string
	coders   []map[string]bool
}

// readCoders reads the sentences that at least two people finished.
func readCoders(data string) ([]coded, error) {
	paths, _ := filepath.Glob(filepath.Join(data, "cameo-coders", "*.csv"))
	if len(paths) == 0 {
		return nil, fmt.Errorf("evaluate: no coded sentences in %s", filepath.Join(data, "cameo-coders"))
	}
	var out []coded
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("evaluate: coders: %w", err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("evaluate: %s: %w", path, err)
		}
		for _, row := range rows[1:] {
			if c := readCoded(rows[0], row); len(c.coders) > 1 {
				out = append(out, c)
			}
		}
	}
	return out, nil
}

func readCoded(head, row []string) coded {
	var c coded
	byCoder := map[string]map[string]bool{}
	for i, h := range head {
		cut := strings.LastIndexByte(h, '_')
		switch {
		case h == "ids":
			c.id = row[i]
		case h == "sentences":
			c.text = row[i]
		case strings.HasPrefix(h, "anncomplete_") && strings.EqualFold(row[i], "true"):
			byCoder[h[cut+1:]] = map[string]bool{}
		}
	}
	for i, h := range head {
		cut := strings.LastIndexByte(h, '_')
		if cut > 0 && strings.HasSuffix(h[:cut], "_CAMEO") && byCoder[h[cut+1:]] != nil {
			if r := cameoRoot(row[i]); r != "" {
				byCoder[h[cut+1:]][r] = true
			}
		}
	}
	for _, k := range sortedKeys(byCoder) {
		c.coders = append(c.coders, byCoder[k])
	}
	return c
}

// cameoRoot reads "3-11 Disapprove": pentaclass, root, name.
func cameoRoot(s string) string {
	_, s, _ = strings.Cut(s, "-")
	s, _, _ = strings.Cut(s, " ")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n >= len(cameoRoots) {
		return ""
	}
	return cameoRoots[n]
}

// Coders scores the roots of sentences against those of several people, and
// each person against the others in the same way: a root is right when some
// other coder gave it, and found when it is one that at least half gave.
func Coders(data string, read Reader) (*Report, error) {
	list, err := readCoders(data)
	if err != nil {
		return nil, err
	}
	r := &Report{}
	var ours, people [2]counts // against any coder, against the majority
	for _, c := range list {
		d := read(&entente.Article{ID: c.id, Language: "en", Text: c.text})
		got := map[string]bool{}
		for i := range d.Events {
			if x := root(&d.Events[i]); x != "" && d.Events[i].Parent < 0 {
				got[x] = true
			}
		}
		if !compareCoder(&ours, got, c.coders) {
			gold := make([]string, len(c.coders))
			for i, s := range c.coders {
				gold[i] = strings.Join(sortedKeys(s), "+")
			}
			r.miss("differs", c.id, c.text, strings.Join(gold, " / "), eventLines(d, func(*entente.Event) bool { return true }))
		}
		for i := range c.coders {
			others := append(append([]map[string]bool{}, c.coders[:i]...), c.coders[i+1:]...)
			compareCoder(&people, c.coders[i], others)
		}
	}
	for i, who := range []string{"ours", "one person"} {
		c := [2][2]counts{ours, people}[i]
		p, f := c[0].precision(), c[1].recall()
		r.score(who+" right by any", p, c[0].tp+c[0].fp)
		r.score(who+" found of majority", f, c[1].tp+c[1].fn)
	}
	return r, nil
}

func compareCoder(c *[2]counts, got map[string]bool, coders []map[string]bool) (agree bool) {
	votes := map[string]int{}
	for _, s := range coders {
		for x := range s {
			votes[x]++
		}
	}
	agree = true
	for x := range got {
		if votes[x] > 0 {
			c[0].tp++
		} else {
			c[0].fp++
			agree = false
		}
	}
	for x, n := range votes {
		if 2*n < len(coders) {
			continue
		}
		if got[x] {
			c[1].tp++
		} else {
			c[1].fn++
			agree = false
		}
	}
	return agree
}
