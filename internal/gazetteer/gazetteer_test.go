package gazetteer

import "testing"

func TestLookups(t *testing.T) {
	for name, iso := range map[string]string{"Japan": "JPN", "Türkiye": "TUR", "Cote d'Ivoire": "CIV", "U.S.": "USA", "Soviet Union": "SUN", "Kosovo": "XKX"} {
		s, ok := StateNamed(name)
		if !ok || s.ISO3 != iso {
			t.Errorf("StateNamed(%q) = %v, want %s", name, s, iso)
		}
	}
	if refs := Lookup("Kremlin"); len(refs) != 1 || Metonyms()[refs[0].Index].Country != "RUS" {
		t.Errorf("Lookup(Kremlin) = %v", refs)
	}
}

func TestTables(t *testing.T) {
	for _, errs := range [][]error{states().errs, organisations().errs, offices().errs, metonyms().errs, outlets().errs} {
		for _, err := range errs {
			t.Error(err)
		}
	}
	for _, m := range Metonyms() {
		if _, ok := StateByISO3(m.Country); !ok {
			t.Errorf("metonym %q: no state has code %q", m.Phrase, m.Country)
		}
	}
	for _, o := range Outlets() {
		if _, ok := StateByISO3(o.Country); !ok && o.Country != "" {
			t.Errorf("outlet %q: no state has code %q", o.Name, o.Country)
		}
	}
	for _, o := range Organisations() {
		if _, ok := StateByISO3(o.Country); !ok && o.Country != "" {
			t.Errorf("organisation %q: no state has code %q", o.Name, o.Country)
		}
	}
	for _, s := range Spells() {
		_, state := StateByISO3(s.Country)
		_, org := OrganisationByCode(s.Country)
		if !state && !org {
			t.Errorf("office %q of %q: no such state or organisation", s.Office, s.Country)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		buildNames()
	}
}

func BenchmarkFindNames(b *testing.B) {
	text := "Japanese Prime Minister Fumio Kishida met NATO Secretary General Jens Stoltenberg in Tokyo on Tuesday, the Kremlin said. "
	for len(text) < 1<<16 {
		text += text
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FindNames(Atoms(text))
	}
}
