package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// WordNet is the part of the WordNet database that the proposals read: verbs
// and nouns, their senses with counts, and the relations between synsets.
type WordNet struct {
	synsets map[string]*synset // by part of speech and offset: "v00828170"
	senses  map[string][]sense // by lemma and part of speech: "criticize/v", most frequent first
}

type synset struct {
	words []string // lemma/pos
	links []link
}

// link is a relation from one synset to another.
type link struct {
	rel      string // symbol of the database: "@" hypernym, "~" troponym, "+" derivation, "$" verb group
	from, to int    // the words that it joins, from 1; 0 for whole synsets
	synset   string
}

// place is a synset, and one of its words where the relation is between words.
type place struct {
	synset string
	word   string // "" for all
}

// sense is one synset of a lemma with the share of its uses, which sum to 1.
type sense struct {
	synset string
	share  float64
}

// ReadWordNet reads data.verb, data.noun and index.sense in dir.
func ReadWordNet(dir string) (*WordNet, error) {
	w := &WordNet{synsets: map[string]*synset{}, senses: map[string][]sense{}}
	for _, name := range []string{"data.verb", "data.noun"} {
		err := eachLine(filepath.Join(dir, name), w.readSynset)
		if err != nil {
			return nil, err
		}
	}
	if err := eachLine(filepath.Join(dir, "index.sense"), w.readSense); err != nil {
		return nil, err
	}
	for _, list := range w.senses {
		sum := 0.0
		for _, s := range list {
			sum += s.share
		}
		for i := range list {
			list[i].share /= sum
		}
	}
	return w, nil
}

func eachLine(path string, read func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if l := in.Text(); !strings.HasPrefix(l, "  ") { // the licence
			if err := read(l); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	return in.Err()
}

// readSynset reads "offset file pos count word id ... count pointer ... | gloss".
func (w *WordNet) readSynset(line string) error {
	f := strings.Fields(line)
	if len(f) < 5 {
		return fmt.Errorf("%d fields, want a synset", len(f))
	}
	n, err := strconv.ParseUint(f[3], 16, 16)
	if err != nil || len(f) < 5+2*int(n) {
		return fmt.Errorf("%q: want a count of words and as many words", f[3])
	}
	pos := f[2]
	s := &synset{}
	for i := 0; i < int(n); i++ {
		s.words = append(s.words, lemmaKey(f[4+2*i], pos))
	}
	rest := f[4+2*int(n):]
	m, err := strconv.Atoi(rest[0])
	if err != nil || len(rest) < 1+4*m {
		return fmt.Errorf("%q: want a count of pointers and as many pointers", rest[0])
	}
	for i := 0; i < m; i++ {
		p := rest[1+4*i:]
		from, to, err := wordNumbers(p[3])
		if err != nil {
			return err
		}
		s.links = append(s.links, link{p[0], from, to, p[2] + p[1]})
	}
	w.synsets[pos+f[0]] = s
	return nil
}

// wordNumbers reads the words that a pointer joins, from 1, 0 for all.
func wordNumbers(s string) (from, to int, err error) {
	n, err := strconv.ParseUint(s, 16, 16)
	if err != nil || len(s) != 4 {
		return 0, 0, fmt.Errorf("%q: want the numbers of two words", s)
	}
	return int(n >> 8), int(n & 255), nil
}

// readSense reads "criticize%2:32:00:: 00828170 1 13": key, offset, number,
// count in tagged texts. Senses stand in the order of their keys.
func (w *WordNet) readSense(line string) error {
	f := strings.Fields(line)
	lemma, rest, ok := strings.Cut(line, "%")
	if len(f) < 4 || !ok {
		return fmt.Errorf("%q is no sense", line)
	}
	pos := map[byte]string{'1': "n", '2': "v"}[rest[0]]
	if pos == "" {
		return nil
	}
	number, err1 := strconv.Atoi(f[2])
	count, err2 := strconv.Atoi(f[3])
	if err1 != nil || err2 != nil || number < 1 {
		return fmt.Errorf("%q: want a number and a count", line)
	}
	// Senses that no tagged text holds follow in the order of the dictionary.
	key := lemmaKey(lemma, pos)
	w.senses[key] = append(w.senses[key], sense{pos + f[1], float64(count) + 1/float64(number)})
	return nil
}

func lemmaKey(word, pos string) string {
	return strings.ToLower(strings.ReplaceAll(word, "_", " ")) + "/" + pos
}

// follow lists the places that a relation leads to.
func (w *WordNet) follow(at place, rel string) []place {
	s := w.synsets[at.synset]
	if s == nil {
		return nil
	}
	var out []place
	for _, l := range s.links {
		to := w.synsets[l.synset]
		if l.rel != rel || to == nil || l.from > 0 && at.word != "" && (l.from > len(s.words) || s.words[l.from-1] != at.word) {
			continue
		}
		next := place{synset: l.synset}
		if l.to > 0 && l.to <= len(to.words) {
			next.word = to.words[l.to-1]
		}
		out = append(out, next)
	}
	return out
}

// name is the first word of a synset with its number, as people write it:
// "knock/v.07" is the synset in which "knock" has its seventh sense.
func (w *WordNet) name(s string) string {
	word := w.synsets[s].words[0]
	return word[:len(word)-2] + "." + s[:1] + "." + s[1:]
}
