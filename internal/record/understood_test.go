package record

import (
	"strings"
	"testing"

	"entente"
)

// TestUnderstood holds that a fault of the coder costs one article, not the run.
func TestUnderstood(t *testing.T) {
	whole := func(a *entente.Article) *entente.Document { return &entente.Document{Article: a} }
	broken := func(*entente.Article) *entente.Document { panic("index out of range") }
	a := &entente.Article{ID: "seven", Text: "Prose."}
	if d, err := Understood(whole, a); err != nil || d.Article != a {
		t.Error(d, err)
	}
	d, err := Understood(broken, a)
	if d != nil || err == nil || !strings.HasPrefix(err.Error(), "seven: the coder broke on this article: index out of range") {
		t.Error(d, err)
	}
	var told error
	d = Coder{Understand: broken, Report: func(err error) { told = err }}.safely(a)
	if told == nil || d.ID != "seven" || len(d.Skipped) != 1 || d.Skipped[0].Reason != entente.SkipBroken {
		t.Errorf("%+v, reported %v", d, told)
	}
}
