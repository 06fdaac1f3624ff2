package evaluate

import (
	"bytes"
	"compress/gzip"
	"testing"

	"entente"
)

const smallTimeML = `<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2001-05-07" functionInDocument="CREATION_TIME">7 May</TIMEX3></DCT>
<TEXT>Fish &amp; chips <EVENT eid="e1">rose</EVENT> <TIMEX3 tid="t1" type="DATE" value="2001-05-06">yesterday</TIMEX3> and in <TIMEX3 tid="t2" type="DATE" value="1999">1999</TIMEX3>.</TEXT></TimeML>`

func TestReadTimeML(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(smallTimeML))
	z.Close()
	d, err := readTimeML(&b)
	if err != nil || d.made.Format("2006-01-02") != "2001-05-07" || len(d.times) != 2 {
		t.Fatalf("%+v, %v", d, err)
	}
	if d.times[0].Of(d.text) != "yesterday" || d.times[1].Of(d.text) != "1999" || d.times[0].value != "2001-05-06" {
		t.Errorf("%q: %+v", d.text, d.times)
	}
}

func TestTimexScore(t *testing.T) {
	g := timexDoc{text: "yesterday and in 1999 or so", times: []timex{
		{Span: entente.Span{Start: 0, End: 9}, kind: "DATE", value: "2001-05-06"},
		{Span: entente.Span{Start: 17, End: 21}, kind: "DATE", value: "1999"},
	}}
	read := func(a *entente.Article) *entente.Document {
		return &entente.Document{Article: a, Times: []entente.Time{
			{Span: entente.Span{Start: 14, End: 21}, Type: "DATE", Value: "1998"},
			{Span: entente.Span{Start: 22, End: 27}, Type: "DATE", Value: "X"},
		}}
	}
	var s timexScore
	s.add(&Report{}, &g, read)
	if want := (timexScore{ours: 2, gold: 2, oursHit: 1, goldHit: 1, oursType: 1, goldType: 1}); s != want {
		t.Errorf("%+v, want %+v", s, want)
	}
}

func TestScorePlaces(t *testing.T) {
	docs := []placeDoc{{name: "a", text: "Paris and Rome", places: []toponym{
		{Span: entente.Span{Start: 0, End: 5}, lat: 48.9, lon: 2.3, located: true},
		{Span: entente.Span{Start: 10, End: 14}, lat: 41.9, lon: 12.5, located: true},
	}}}
	r := &Report{}
	scorePlaces(r, "", docs, func(a *entente.Article) *entente.Document {
		return &entente.Document{Article: a, Places: []entente.Place{{Span: entente.Span{Start: 0, End: 5}, Lat: 33.7, Lon: -95.6}}}
	})
	got := map[string]float64{}
	for _, s := range r.Scores {
		got[s.Name] = s.Value
	}
	if got["found precision"] != 1 || got["found recall"] != 0.5 || got["within 161 km"] != 0 || got["median km error"] < 7000 {
		t.Errorf("%v", got)
	}
}

func TestGreatCircle(t *testing.T) {
	if km := greatCircle(52.52, 13.4, 48.86, 2.35); km < 870 || km > 885 {
		t.Errorf("Berlin to Paris is %.0f km", km)
	}
}
