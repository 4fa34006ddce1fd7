package link

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"plain ASCII, Kept", "plain ASCII, Kept"},
		{"かな カナ 漢字（全角の括弧）", "かな カナ 漢字（全角の括弧）"},
		{"ＮＡＴＳを使う", "NATSを使う"},
		{"ｸﾊﾞﾈﾃｨｽ", "クバネティス"},
		{"か\u3099", "が"},
		{"ÉCOLE", "éCOLE"},
		{"①と㈱", "①と(株)"},
		{"\xff\xfe", "\ufffd\ufffd"},
	} {
		f := fold(tt.in)
		if f.text != tt.want {
			t.Errorf("fold(%q) = %q, want %q", tt.in, f.text, tt.want)
		}
		if start, end := f.original(0, len(f.text)); start != 0 || end != len(tt.in) {
			t.Errorf("fold(%q): the whole stands at %d–%d", tt.in, start, end)
		}
	}
}

// TestFoldOffsets checks that what is found in the folded text is given where it
// stands in the original.
func TestFoldOffsets(t *testing.T) {
	l := testLinker(t)
	for _, tt := range []struct{ text, want string }{
		{"㈱でＮＡＴＳサーバー", "ＮＡＴＳ"},
		{"Café de Kubernetes", "Kubernetes"},
		{"ｸﾊﾞﾈﾃｨｽ入門", "ｸﾊﾞﾈﾃｨｽ"},
		{"①Ｏｐｅｎ Ｐｏｌｉｃｙ　Ａｇｅｎｔ。", "Ｏｐｅｎ Ｐｏｌｉｃｙ　Ａｇｅｎｔ"},
		{norm.NFD.String("ドッカーでビルド"), norm.NFD.String("ドッカー")},
	} {
		m := l.Link([]Segment{{Text: tt.text}})
		if len(m) != 1 || tt.text[m[0].Start:m[0].End] != tt.want {
			t.Errorf("%q: mentions %+v, want one of %q", tt.text, m, tt.want)
		}
	}
}
