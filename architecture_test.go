package entente_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floorOne are the rooms that any room may import besides the root and data.
var floorOne = []string{"entente/internal/codebook", "entente/internal/gazetteer", "entente/internal/model"}

// halls lists which halls each hall may look into; a hall may always look into itself.
var halls = map[string][]string{
	"codebook":   {},
	"gazetteer":  {},
	"model":      {},
	"read":       {},
	"understand": {},
	"record":     {"read", "understand"},
	"measure":    {"record"},
	"watch":      {"record", "measure"},
	"share":      {"read", "understand", "record", "measure", "watch"},
	"train":      {"read", "understand", "evaluate"},
	"evaluate":   {"read", "understand", "record", "measure"},
}

// imports returns the packages of this module with what their non-test files import.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (strings.HasPrefix(e.Name(), ".") && e.Name() != "." || e.Name() == "testdata" || e.Name() == "node_modules") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := "entente"
		if dir := filepath.ToSlash(filepath.Dir(path)); dir != "." {
			pkg += "/" + dir
		}
		found[pkg] = append(found[pkg], "") // a room without imports is a room too
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[pkg] = append(found[pkg], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func hall(pkg string) string {
	rest, ok := strings.CutPrefix(pkg, "entente/internal/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

func isFloorOne(pkg string) bool {
	for _, f := range floorOne {
		if pkg == f || strings.HasPrefix(pkg, f+"/") {
			return true
		}
	}
	return false
}

func TestRoomsImportOnlyWhatTheyMay(t *testing.T) {
	for pkg, list := range imports(t) {
		for _, imp := range list {
			if why := forbidden(pkg, imp); why != "" {
				t.Errorf("%s imports %s: %s", pkg, imp, why)
			}
		}
	}
}

func forbidden(pkg, imp string) string {
	ours := imp == "entente" || strings.HasPrefix(imp, "entente/")
	if pkg == "entente" && strings.Contains(imp, ".") {
		return "the root imports the standard library only"
	}
	if pkg == "entente" && ours {
		return "the root imports no room"
	}
	if !ours || hall(pkg) == "" {
		return ""
	}
	if imp == "entente" || strings.HasPrefix(imp, "entente/data") || isFloorOne(imp) {
		return ""
	}
	if strings.HasPrefix(imp, pkg+"/") {
		return "" // the rooms below
	}
	from, to := hall(pkg), hall(imp)
	if from == "understand" && pkg != "entente/internal/understand" && to == "understand" {
		return "stage rooms never import each other; they meet in *entente.Document"
	}
	if from == to {
		return ""
	}
	allowed, known := halls[from]
	if !known {
		return "hall " + from + " is not in the plan: add it to halls in architecture_test.go"
	}
	for _, a := range allowed {
		if a == to {
			return ""
		}
	}
	return "hall " + from + " may not look into " + to
}

func TestProgramDoesNotLinkTraining(t *testing.T) {
	all := imports(t)
	seen := map[string]bool{}
	var walk func(string)
	walk = func(pkg string) {
		if seen[pkg] {
			return
		}
		seen[pkg] = true
		for _, imp := range all[pkg] {
			walk(imp)
		}
	}
	walk("entente/cmd/entente")
	for pkg := range seen {
		if h := hall(pkg); h == "train" || h == "evaluate" {
			t.Errorf("the program links %s", pkg)
		}
	}
}

func TestNoInitFunctions(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(text), "\nfunc init"+"(") {
			t.Errorf("%s has an init function: make it a table or a call", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
