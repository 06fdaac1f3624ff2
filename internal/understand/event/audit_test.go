package event

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"sort"
	"strconv"
	"strings"
	"testing"

	"entente/data"
)

// asked is what the code of the room asks of the word files: grammar lists
// and sets by name, each with the place of one question, and every literal.
type asked struct{ grammar, sets, literals map[string]string }

// questions reads them off the syntax of the room.
func questions(t *testing.T) asked {
	t.Helper()
	q := asked{map[string]string{}, map[string]string{}, map[string]string{}}
	fset := token.NewFileSet()
	pkgs, err := parser.ParseDir(fset, ".", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range pkgs["event"].Files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GenDecl:
				return !declares(n, "grammarLists")
			case *ast.BasicLit:
				jot(q.literals, fset, n)
			case *ast.CallExpr:
				jot(q.grammar, fset, listAsked(n))
			case *ast.IndexExpr:
				if x, ok := n.X.(*ast.SelectorExpr); ok && x.Sel.Name == "grammar" {
					jot(q.grammar, fset, n.Index)
				} else if ok && x.Sel.Name == "sets" {
					jot(q.sets, fset, n.Index)
				}
			}
			return true
		})
	}
	return q
}

func declares(d *ast.GenDecl, name string) bool {
	for _, s := range d.Specs {
		if v, ok := s.(*ast.ValueSpec); ok && v.Names[0].Name == name {
			return true
		}
	}
	return false
}

// listAsked is the argument of a call that names a grammar list.
func listAsked(call *ast.CallExpr) ast.Expr {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) < 2 {
		return nil
	}
	switch s.Sel.Name {
	case "isGrammar":
		return call.Args[0]
	case "markedIn", "prepsIn":
		return call.Args[1]
	}
	return nil
}

func jot(into map[string]string, fset *token.FileSet, e ast.Expr) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil {
			into[s] = fset.Position(lit.Pos()).String()
		}
	}
}

// listsOf maps each "name = words" of a file to where it stands; a name given
// twice is reported where the file says that each has one line.
func listsOf(t *testing.T, file string, once bool) map[string]string {
	t.Helper()
	ls, err := lines(data.FS, file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, l := range ls {
		name, words, _ := strings.Cut(l.text, "=")
		name = strings.TrimPrefix(strings.TrimSpace(name), "@")
		if strings.TrimSpace(words) == "" {
			t.Errorf("%s: list %q is empty: drop it or fill it", l.where, name)
		}
		if old, ok := out[name]; ok && once {
			t.Errorf("%s: list %q is already at %s: make them one line", l.where, name, old)
		}
		out[name] = l.where
	}
	return out
}

// TestListsAsked holds that each list that the rules ask for is there, and
// that each list that is there is asked for: a name that is misspelt on one
// side would silence a rule.
func TestListsAsked(t *testing.T) {
	q := questions(t)
	grammar := listsOf(t, "en/grammar.txt", true)
	for _, name := range sortedKeys(q.grammar) {
		if grammar[name] == "" {
			t.Errorf("%s: no list %q in data/en/grammar.txt: add it or drop the rule", q.grammar[name], name)
		}
	}
	for _, name := range sortedKeys(grammar) {
		if q.literals[name] == "" {
			t.Errorf("%s: no rule asks for list %q: drop it", grammar[name], name)
		}
	}
	lx := english()
	for _, name := range sortedKeys(q.sets) {
		if lx.sets[name] == nil {
			t.Errorf("%s: no set @%s in data/en: add it or drop the rule", q.sets[name], name)
		}
	}
	used := setsNamed(t)
	for _, name := range sortedKeys(used.sets) {
		if used.literals["@"+name] == "" && q.sets[name] == "" && q.literals["@"+name] == "" && q.literals[name] == "" {
			t.Errorf("%s: nothing asks for set @%s: drop it", used.sets[name], name)
		}
	}
}

func sortedKeys(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// setsNamed are the sets of data/en, and every "@name" that a pattern or
// another set names.
func setsNamed(t *testing.T) asked {
	out := asked{sets: map[string]string{}, literals: map[string]string{}}
	for _, file := range wordFiles(t) {
		ls, err := lines(data.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range ls {
			text := l.text
			if head, words, ok := strings.Cut(text, "="); ok && text[0] == '@' {
				out.sets[strings.TrimSpace(head)[1:]] = l.where
				text = words
			}
			for _, w := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == ':' }) {
				if w[0] == '@' {
					out.literals[w] = l.where
				}
			}
		}
	}
	return out
}

// wordFiles are the files of data/en that hold sets, readings and judgements.
func wordFiles(t *testing.T) []string {
	out := []string{"en/sets.txt", "en/operators.txt", "en/light.txt"}
	for _, dir := range []string{"en/predicates", "en/judgements"} {
		entries, err := data.FS.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}

// TestShadowed holds that no reading stands in the shade of a later one: with
// the same word and the same conditions the later line always wins.
func TestShadowed(t *testing.T) {
	seen := map[string][]*reading{}
	for _, r := range english().readings {
		key := conditions(r)
		for _, l := range r.lemmas {
			k := l + "/" + string(r.pos) + " " + key
			for _, old := range seen[k] {
				if beats(r, old) {
					t.Errorf("%s: %q is also at %s, which it always beats: drop one", r.where, strings.TrimSpace(k), old.where)
				}
			}
			seen[k] = append(seen[k], r)
		}
	}
}

// beats reports whether a later reading of the same words wins wherever the
// earlier one holds: contents always do, operators where they look for their
// content in all places of the earlier one.
func beats(r, old *reading) bool {
	if r.class != nil || old.class != nil {
		return r.class != nil && old.class != nil
	}
	if bare(old.kind) && !bare(r.kind) || r.frame[content][0].kind == slotHead || old.frame[content][0].kind == slotHead {
		return false
	}
	places := map[slot]bool{}
	for _, s := range r.frame[content] {
		places[s] = true
	}
	for _, s := range old.frame[content] {
		if !places[s] {
			return false
		}
	}
	return true
}

// conditions spells the constraints of a reading in one order.
func conditions(r *reading) string {
	var out []string
	for _, c := range r.cons {
		words, preps := append([]string{}, c.words...), append([]string{}, c.preps...)
		sort.Strings(words)
		sort.Strings(preps)
		out = append(out, strconv.FormatBool(c.not)+strconv.Itoa(int(c.test))+strings.Join(preps, ",")+":"+strings.Join(words, ","))
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

// TestKindsUsed holds that each kind of operator has an operator.
func TestKindsUsed(t *testing.T) {
	used := map[string]bool{}
	for _, r := range english().readings {
		used[r.kind] = true
	}
	for _, kinds := range []map[string]bool{composed, plainKinds} {
		for k := range kinds {
			if !used[k] {
				t.Errorf("kinds.go: no operator is of kind %q: drop it", k)
			}
		}
	}
}

// Word is a word that readings look for, and where.
type Word struct{ Lemma, Pos, Where string }

// Heads lists the head words of all readings for the tests outside the room.
func Heads() []Word {
	var out []Word
	for _, r := range english().readings {
		for _, l := range r.lemmas {
			out = append(out, Word{l, string(r.pos), r.where})
		}
	}
	return out
}

// Fillers lists the words that each condition on an object, subject or
// preposition asks for, with sets written out.
func Fillers() [][]Word {
	var out [][]Word
	lx := english()
	for _, r := range lx.readings {
		for _, k := range r.cons {
			if k.test != testObject && k.test != testSubject && k.test != testPrep {
				continue
			}
			var list []Word
			for _, w := range k.words {
				if w[0] != '@' {
					list = append(list, Word{w, "n", r.where})
					continue
				}
				for x := range lx.sets[w[1:]] {
					list = append(list, Word{x, "n", r.where + " " + w})
				}
			}
			out = append(out, list)
		}
	}
	return out
}
