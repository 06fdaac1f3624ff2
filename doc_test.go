package entente_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestMapNamesEveryRoom holds doc.go to the house: every link leads to a
// package, and every package is on the map.
func TestMapNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	linked := map[string]bool{}
	for _, m := range regexp.MustCompile(`\[(entente/[a-z/]+)\]`).FindAllStringSubmatch(string(text), -1) {
		linked[m[1]] = true
	}
	all := imports(t)
	for link := range linked {
		if _, ok := all[link]; !ok {
			t.Errorf("doc.go links %s, which is no package", link)
		}
	}
	for pkg := range all {
		program := pkg == "entente" || strings.HasPrefix(pkg, "entente/cmd") || hall(pkg) == "train" || hall(pkg) == "evaluate"
		if !program && !linked[pkg] {
			t.Errorf("doc.go does not name %s", pkg)
		}
	}
}
