package understand

import (
	"reflect"
	"testing"

	"entente"
)

func TestCheckNamesTheStageInTheWrongPlace(t *testing.T) {
	first := entente.Stage{Name: "first", Gives: entente.LayerTokens}
	second := entente.Stage{Name: "second", Needs: entente.LayerTokens, Gives: entente.LayerTags}
	if err := Check([]entente.Stage{first, second}); err != nil {
		t.Errorf("right order refused: %v", err)
	}
	if err := Check([]entente.Stage{second, first}); err == nil {
		t.Error("wrong order accepted")
	}
	if err := Check(stages()); err != nil {
		t.Error(err)
	}
}

func TestWhatIsNotEnglishIsSetAside(t *testing.T) {
	p := New()
	for _, c := range []struct {
		article entente.Article
		want    entente.Reason
	}{
		{entente.Article{Text: "Le président a rencontré le roi.", Language: "fr"}, entente.SkipLanguage},
		{entente.Article{Text: " \n\t"}, entente.SkipEmpty},
	} {
		d := p.Understand(&c.article)
		if len(d.Skipped) != 1 || d.Skipped[0].Reason != c.want || len(d.Tokens) > 0 {
			t.Errorf("%q: skipped %v, want one with reason %s", c.article.Text, d.Skipped, c.want)
		}
	}
}

// TestTogetherAsAlone holds that articles understood together are what each is
// by itself.
func TestTogetherAsAlone(t *testing.T) {
	p := New()
	list := []*entente.Article{
		{Text: "Envoys of Japan met those of Iran in Geneva on Monday.", Language: "en"},
		{Text: "Le président a rencontré le roi.", Language: "fr"},
		{Text: " "},
		{Text: "“We go on,” the Iranian foreign minister said. He will visit Tokyo next week."},
	}
	for i, d := range p.UnderstandAll(list) {
		if want := p.Understand(list[i]); !reflect.DeepEqual(d, want) {
			t.Errorf("%q: %+v, want %+v", list[i].Text, d, want)
		}
	}
}
