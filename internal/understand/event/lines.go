package event

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"entente/internal/codebook"
)

// line is one meaningful line of a text file with where it stands.
type line struct {
	where string
	text  string
}

// lines reads a file without its comments and blank lines; a missing file
// has none.
func lines(files fs.FS, name string) ([]line, error) {
	text, err := fs.ReadFile(files, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []line
	for n, l := range bytes.Split(text, []byte("\n")) {
		s := strings.TrimSpace(string(l))
		if s == "" || s[0] == '#' {
			continue
		}
		out = append(out, line{fmt.Sprintf("%s:%d", name, n+1), s})
	}
	return out, nil
}

func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s: %s", l.where, fmt.Sprintf(format, args...))
}

// readSets adds "@name = word word @other"; lines of one name add up.
func (lx *lexicon) readSets(files fs.FS, name string) error {
	ls, err := lines(files, name)
	if err != nil {
		return err
	}
	for _, l := range ls {
		head, words, ok := strings.Cut(l.text, "=")
		head = strings.TrimSpace(head)
		if !ok || !strings.HasPrefix(head, "@") {
			return l.errorf("want \"@name = word word\", got %q", l.text)
		}
		set := lx.sets[head[1:]]
		if set == nil {
			set = map[string]bool{}
			lx.sets[head[1:]] = set
		}
		for _, w := range strings.Fields(words) {
			if w[0] != '@' {
				set[w] = true
				continue
			}
			if lx.sets[w[1:]] == nil {
				return l.errorf("set %s is not known yet: move it above", w)
			}
			for x := range lx.sets[w[1:]] {
				set[x] = true
			}
		}
	}
	return nil
}

func columns(l line, want int) ([]string, error) {
	cols := strings.Split(l.text, "|")
	if len(cols) != want {
		return nil, l.errorf("%d columns parted by \" | \", want %d", len(cols), want)
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	return cols, nil
}

// readPredicates reads classes and their readings.
func (lx *lexicon) readPredicates(files fs.FS, name string) error {
	ls, err := lines(files, name)
	if err != nil {
		return err
	}
	var cur *class
	for _, l := range ls {
		if strings.HasPrefix(l.text, "==") {
			if cur, err = lx.readClass(l); err != nil {
				return err
			}
			continue
		}
		if cur == nil {
			return l.errorf("a reading stands before the first class: add a line \"== id | TYPE CAMEO\" above it")
		}
		cols, err := columns(l, 4)
		if err != nil {
			return err
		}
		r := &reading{where: path.Base(l.where), class: cur, example: cols[2], expect: cols[3]}
		if err := lx.readPattern(l, r, cols[0]); err != nil {
			return err
		}
		if err := readFrame(l, r, cols[1]); err != nil {
			return err
		}
		if len(r.frame[addressee])+len(r.frame[content]) > 0 {
			return l.errorf("A: and C: belong to operators")
		}
		r.id = cur.id + ":" + strings.ReplaceAll(cols[0], " ", "+")
		lx.readings = append(lx.readings, r)
	}
	return nil
}

func (lx *lexicon) readClass(l line) (*class, error) {
	cols := strings.Split(strings.TrimPrefix(l.text, "=="), "|")
	if len(cols) < 2 || len(cols) > 3 {
		return nil, l.errorf("want \"== id | TYPE CAMEO [mode] [context ...] | flags\"")
	}
	c := &class{id: strings.TrimSpace(cols[0])}
	words := strings.Fields(strings.Join(cols[1:], " "))
	if len(words) < 2 {
		return nil, l.errorf("want \"== id | TYPE CAMEO [mode] [context ...] [flags]\"")
	}
	c.typ, c.cameo = words[0], words[1]
	if codebook.Quad(c.typ) == 0 {
		return nil, l.errorf("unknown type %s", c.typ)
	}
	if c.cameo == "-" {
		c.cameo = ""
	} else if _, ok := codebook.Lookup(c.cameo); !ok {
		return nil, l.errorf("unknown CAMEO code %s", c.cameo)
	}
	for _, w := range words[2:] {
		switch {
		case w == "sym":
			c.sym = true
		case w == "swap":
			c.swap = true
		case w == "lex":
			c.lex = true
		case w == "due":
			c.due = true
		case w == "once":
			c.once = true
		case w == "official":
			c.official = true
		case w == "-":
		case strings.HasPrefix(w, "joint="), strings.HasPrefix(w, "state="):
			flag, code, _ := strings.Cut(w, "=")
			typ, cameo, _ := strings.Cut(code, ":")
			if _, ok := codebook.Lookup(cameo); !ok || codebook.Quad(typ) == 0 {
				return nil, l.errorf("%q: want %s=TYPE:CAMEO", w, flag)
			}
			if other := (&class{typ: typ, cameo: cameo}); flag == "joint" {
				c.joint = other
			} else {
				c.state = other
			}
		case strings.HasPrefix(w, "status="):
			c.status = w[len("status="):]
		case codebook.HasMode(c.typ, w):
			c.mode = w
		case codebook.IsContext(w):
			c.contexts = append(c.contexts, w)
		default:
			return nil, l.errorf("%q is no mode of %s, no context and no flag", w, c.typ)
		}
	}
	if old := lx.classes[c.id]; old != nil && (old.typ != c.typ || old.cameo != c.cameo) {
		return nil, l.errorf("class %s is already %s %s: give it another id", c.id, old.typ, old.cameo)
	}
	lx.classes[c.id] = c
	return c, nil
}

// readOperators reads "id | pattern | kind | frame | example | expected".
func (lx *lexicon) readOperators(files fs.FS, name string) error {
	ls, err := lines(files, name)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, l := range ls {
		cols, err := columns(l, 6)
		if err != nil {
			return err
		}
		if seen[cols[0]] {
			return l.errorf("operator %s is given twice", cols[0])
		}
		seen[cols[0]] = true
		r := &reading{id: cols[0], where: path.Base(l.where), kind: cols[2], example: cols[4], expect: cols[5]}
		if !knownKind(r.kind) {
			return l.errorf("unknown kind %q of operator", r.kind)
		}
		if err := lx.readPattern(l, r, cols[1]); err != nil {
			return err
		}
		if err := readFrame(l, r, cols[3]); err != nil {
			return err
		}
		if len(r.frame[content]) == 0 {
			return l.errorf("operator %s has no C: where is its content?", r.id)
		}
		lx.readings = append(lx.readings, r)
	}
	return nil
}
