package record

import (
	"strings"
	"testing"

	"entente"
	"entente/internal/record/store"
)

// TestUnderstood holds that a fault of the coder costs one article, not the run.
func TestUnderstood(t *testing.T) {
	understand := func(list []*entente.Article) (docs []*entente.Document) {
		for _, a := range list {
			if a.ID == "seven" {
				panic("index out of range")
			}
			docs = append(docs, &entente.Document{Article: a})
		}
		return docs
	}
	var list []*entente.Article
	for _, id := range []string{"six", "seven", "eight"} {
		list = append(list, &entente.Article{ID: id, Text: "Prose."})
	}
	for i, o := range Understood(understand, list) {
		if broken := list[i].ID == "seven"; broken != (o.Err != nil) || !broken && o.Result.Article != list[i] {
			t.Errorf("%s: %v %v", list[i].ID, o.Result, o.Err)
		} else if broken && !strings.HasPrefix(o.Err.Error(), "seven: the coder broke on this article: index out of range") {
			t.Error(o.Err)
		}
	}
	var told error
	coded := Coder{Understand: understand, Report: func(err error) { told = err }}.safely([]store.Pending{{Num: 7, Article: list[1]}})
	d := coded[0].Result.Document
	if told == nil || d.ID != "seven" || len(d.Skipped) != 1 || d.Skipped[0].Reason != entente.SkipBroken {
		t.Errorf("%+v, reported %v", d, told)
	}
}
