package event

import (
	"testing"

	"entente/data"
)

func TestCompile(t *testing.T) {
	lx, err := compile(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	contents, ops := 0, 0
	for _, r := range lx.readings {
		if r.kind == "" {
			contents += len(r.lemmas)
		} else {
			ops++
		}
	}
	t.Logf("%d content predicates, %d operators, %d classes", contents, ops, len(lx.classes))
	if ops < 80 {
		t.Errorf("%d operators", ops)
	}
}
