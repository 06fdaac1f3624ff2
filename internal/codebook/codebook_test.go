package codebook

import "testing"

func TestTables(t *testing.T) {
	b := load()
	if len(b.codes) < 300 || len(b.order) != 17 || len(b.contexts) != 37 {
		t.Fatalf("%d codes, %d types, %d contexts", len(b.codes), len(b.order), len(b.contexts))
	}
	for _, c := range b.codes {
		if c.Type == "" {
			continue
		}
		if _, ok := b.types[c.Type]; !ok {
			t.Errorf("cameo %s: unknown type %s", c.CAMEO, c.Type)
		}
		if c.Mode != "" && !HasMode(c.Type, c.Mode) {
			t.Errorf("cameo %s: %s has no mode %s", c.CAMEO, c.Type, c.Mode)
		}
		for _, x := range c.Contexts {
			if !IsContext(x) {
				t.Errorf("cameo %s: unknown context %s", c.CAMEO, x)
			}
		}
	}
	for kind, table := range b.compose {
		for content, o := range table {
			if o.CAMEO != "" && o.CAMEO != Keep {
				if _, ok := b.codes[o.CAMEO]; !ok {
					t.Errorf("compose %s %s: unknown code %s", kind, content, o.CAMEO)
				}
			}
			if o.Type != "" && o.Type != Keep {
				if _, ok := b.types[o.Type]; !ok {
					t.Errorf("compose %s %s: unknown type %s", kind, content, o.Type)
				}
			}
		}
	}
}

func TestCompose(t *testing.T) {
	cases := []struct{ kind, typ, cameo, wantType, wantCode, wantStatus string }{
		{"agree", "AID", "072", "AGREE", "0332", "planned"},
		{"plan", "CONSULT", "042", "AGREE", "036", "planned"},
		{"announce", "RETREAT", "0874", "CONCEDE", "0356", "planned"},
		{"request", "AID", "0723", "REQUEST", "0232", "requested"},
		{"refuse", "REQUEST", "0232", "REJECT", "1222", ""},
		{"threaten", "SANCTION", "163", "THREATEN", "1312", "threatened"},
		{"stop", "AID", "071", "SANCTION", "1621", ""},
		{"agree", "", "", "AGREE", "030", ""},
	}
	for _, c := range cases {
		o, ok := Compose(c.kind, c.typ, c.cameo)
		if !ok || o.Type != c.wantType || o.CAMEO != c.wantCode || o.Status != c.wantStatus {
			t.Errorf("%s over %s %s: %+v", c.kind, c.typ, c.cameo, o)
		}
	}
	if Goldstein("0723") != Goldstein("072") || Quad("ASSAULT") != 4 || Score("CONSULT", "visit") != 4 {
		t.Error("scores")
	}
}
