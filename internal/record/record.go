// Package record keeps what is read: it adds articles to the ledger and codes
// those that the current coder has not seen, in the order in which they came.
package record

import (
	"context"
	"fmt"
	"iter"

	"entente"
	"entente/internal/record/store"
)

// batch is how many articles are written in one transaction.
const batch = 64

// AddTally counts what became of articles that were read.
type AddTally struct {
	Fates    map[store.Fate]int
	Problems map[entente.Reason]int // inputs that gave no article
}

// Total is the number of articles read.
func (t AddTally) Total() (n int) {
	for _, c := range t.Fates {
		n += c
	}
	return n
}

// Add keeps the articles of seq. A problem is handed to report and the rest
// goes on; seen is told how many articles were read so far. When ctx ends,
// what was read is kept before its error is returned.
func Add(ctx context.Context, l store.Ledger, seq iter.Seq2[*entente.Article, error], report func(error), seen func(int)) (AddTally, error) {
	t := AddTally{map[store.Fate]int{}, map[entente.Reason]int{}}
	var waiting []*entente.Article
	flush := func() error {
		if len(waiting) == 0 {
			return nil
		}
		added, err := l.Add(context.WithoutCancel(ctx), waiting)
		for _, a := range added {
			t.Fates[a.Fate]++
		}
		waiting = waiting[:0]
		seen(t.Total())
		return err
	}
	for a, err := range seq {
		if err != nil {
			t.Problems[reasonOf(err)]++
			report(err)
			continue
		}
		if waiting = append(waiting, a); len(waiting) == batch {
			if err := flush(); err != nil {
				return t, err
			}
		}
		if ctx.Err() != nil {
			break
		}
	}
	if err := flush(); err != nil {
		return t, err
	}
	return t, ctx.Err()
}

func reasonOf(err error) entente.Reason {
	if p, ok := err.(*entente.Problem); ok {
		return p.Reason
	}
	return entente.SkipBroken
}

// CodeTally counts what was understood.
type CodeTally struct {
	Articles   int
	Events     int
	Statements int
	Skipped    map[entente.Reason]int
}

func (t *CodeTally) add(d *entente.Document) {
	t.Articles++
	t.Events += len(d.Events)
	t.Statements += len(d.Statements)
	for _, s := range d.Skipped {
		t.Skipped[s.Reason]++
	}
}

// Coder understands an article; Version says which coder it is.
type Coder struct {
	Version    int
	Understand Understand
	Workers    int         // articles understood at once
	Report     func(error) // told of an article that the coder broke on
}

// Code codes every article of the ledger that the coder's version has not
// coded, and records the results in the order of the articles, so that the
// ledger does not depend on the number of workers. done is told how many of
// how many are finished. It may be stopped at any time and goes on where it
// was.
func Code(ctx context.Context, l store.Ledger, c Coder, done func(n, total int)) (CodeTally, error) {
	t := CodeTally{Skipped: map[entente.Reason]int{}}
	total, err := l.CountPending(ctx, c.Version)
	if err != nil || total == 0 {
		return t, err
	}
	var ready []store.Coded
	flush := func() error {
		if len(ready) == 0 {
			return nil
		}
		err := l.Record(context.WithoutCancel(ctx), c.Version, ready)
		for _, r := range ready {
			t.add(r.Document)
		}
		ready = ready[:0]
		done(t.Articles, total)
		return err
	}
	size := func(p store.Pending) int { return len(p.Article.Text) }
	for coded, err := range InOrder(ctx, c.Workers, pending(ctx, l, c.Version), size, c.safely) {
		if err != nil {
			return t, err
		}
		if ready = append(ready, coded); len(ready) == batch {
			if err := flush(); err != nil {
				return t, err
			}
		}
	}
	if err := flush(); err != nil {
		return t, err
	}
	return t, ctx.Err()
}

func pending(ctx context.Context, l store.Ledger, version int) iter.Seq2[store.Pending, error] {
	return func(yield func(store.Pending, error) bool) {
		after := int64(0)
		for ctx.Err() == nil {
			list, err := l.Pending(ctx, version, after, 8*batch)
			if err != nil && ctx.Err() == nil {
				yield(store.Pending{}, err)
			}
			if err != nil || len(list) == 0 {
				return
			}
			for _, p := range list {
				if !yield(p, nil) {
					return
				}
				after = p.Num
			}
		}
	}
}

// safely keeps a fault of the coder on one article from ending the run: the
// article is kept as set aside, and the fault is reported.
func (c Coder) safely(list []store.Pending) []Outcome[store.Coded] {
	articles := make([]*entente.Article, len(list))
	for i, p := range list {
		articles[i] = p.Article
	}
	out := make([]Outcome[store.Coded], len(list))
	for i, o := range Understood(c.Understand, articles) {
		d, a := o.Result, articles[i]
		if o.Err != nil {
			if c.Report != nil {
				c.Report(o.Err)
			}
			d = &entente.Document{Article: a, Skipped: []entente.Skip{{Span: entente.Span{End: len(a.Text)}, Reason: entente.SkipBroken, Detail: o.Err.Error()}}}
		}
		out[i].Result = store.Coded{Num: list[i].Num, Document: d}
	}
	return out
}

// Understand turns articles into documents, one each.
type Understand func([]*entente.Article) []*entente.Document

// Understood are the articles understood, or an *entente.Problem for one on
// which a fault of the program broke.
func Understood(understand Understand, list []*entente.Article) []Outcome[*entente.Document] {
	out := make([]Outcome[*entente.Document], len(list))
	docs, err := whole(understand, list)
	if err == nil {
		for i, d := range docs {
			out[i].Result = d
		}
		return out
	}
	if len(list) == 1 {
		out[0].Err = err
		return out
	}
	for i := range list { // which of them is it?
		out[i] = Understood(understand, list[i:i+1])[0]
	}
	return out
}

// whole understands articles, or says why none of them could be.
func whole(understand Understand, list []*entente.Article) (docs []*entente.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &entente.Problem{Name: list[0].ID, Reason: entente.SkipBroken, Detail: fmt.Sprintf("the coder broke on this article: %v", fault), Hint: "it is set aside; please report it"}
		}
	}()
	return understand(list), nil
}
