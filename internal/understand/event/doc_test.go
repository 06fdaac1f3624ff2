package event

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestMap holds the map in doc.go to the files of the room: each stands in it.
func TestMap(t *testing.T) {
	b, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	words := regexp.MustCompile(`[a-z]+`).FindAllString(string(b), -1)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f, ".go"); !strings.HasSuffix(name, "_test") && name != "doc" && !slices.Contains(words, name) {
			t.Errorf("%s is not in the map of doc.go: add it to the line of its kin", f)
		}
	}
}
