package vocab_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestSlug(t *testing.T) {
	tests := []struct{ name, want string }{
		{"", ""},
		{"—!?", ""},
		{"🚀", ""},
		{"Open Policy Agent (OPA)", "open-policy-agent-opa"},
		{"  Argo\u00a0CD  ", "argo-cd"},
		{"KubeCon + CloudNativeCon Europe 2026", "kubecon-plus-cloudnativecon-europe-2026"},
		{"KubeCon+CloudNativeCon", "kubecon-plus-cloudnativecon"},
		{"C++", "c-plus-plus"},
		{"C#", "c-sharp"},
		{"C# and F#", "c-sharp-and-f-sharp"},
		{"Cloud Native Night #7", "cloud-native-night-7"},
		{"Cloud Native Night#7", "cloud-native-night-7"},
		{"サービスメッシュ", "サービスメッシュ"},
		{"ｻｰﾋﾞｽﾒｯｼｭ", "サービスメッシュ"},
		{"Ｉｓｔｉｏ　入門", "istio-入門"},
		{"クラウド・ネイティブ", "クラウド-ネイティブ"},
		{"쿠버네티스 입문", "쿠버네티스-입문"},
		{"쿠버네티스", "쿠버네티스"}, // conjoining jamo are composed
		{"云原生", "云原生"},
		{"Облако №3", "облако-no3"},
		{"Ἀθῆναι", "ἀθῆναι"},
		{"STRASSE straße", "strasse-strasse"},
		{"ﬁle", "file"},
		{"हिन्दी", "हिन्दी"},
		{"\u0301abc", "abc"},
		{"Café", "café"},
		{"Cafe\u0301", "café"},
		{"a\u200bb\u200fc", "abc"}, // format characters part no word
		{"① first", "1-first"},
		{"10²", "102"},
	}
	for _, test := range tests {
		if got := vocab.Slug(test.name); got != test.want {
			t.Errorf("Slug(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"C# C++ #1", "サービスメッシュ ｻｰﾋﾞｽ", "\u0301İ\u0345", "a\xffb", "%41", "Ꮵ", "ꮵ", "ᏸ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		slug := vocab.Slug(name)
		if strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--") {
			t.Errorf("Slug(%q) = %q has a stray hyphen", name, slug)
		}
		if again := vocab.Slug(slug); again != slug && utf8.ValidString(name) {
			t.Errorf("Slug(%q) = %q, whose slug is %q", name, slug, again)
		}
		for _, id := range []string{slug, vocab.ScopedID(name, "scope"), name} {
			term := vocab.Entity(vocab.KindTalk, id)
			if !rdf.ValidIRI(term.Value) {
				t.Errorf("Entity(%q) = %s is no IRI", id, term)
			}
			if parsed, err := rdf.ParseTerm(term.String()); err != nil || parsed != term {
				t.Errorf("Entity(%q) = %s, read as %v, %v", id, term, parsed, err)
			}
		}
	})
}

// The ids are in databases and in links: they must never change.
func TestScopedID(t *testing.T) {
	tests := []struct {
		name  string
		scope []string
		want  string
	}{
		{"Intro to NATS", []string{"file:memos/a.md"}, "intro-to-nats-vxy7s4is"},
		{"Intro to NATS", []string{"file:memos/b.md"}, "intro-to-nats-ntn5fosh"},
		{"Intro to NATS", []string{"file:memos/a.md", "2"}, "intro-to-nats-7c3ryh6o"},
		{"NATS 入門", []string{"file:memos/a.md"}, "nats-入門-l2vclya6"},
		{"?", []string{"file:memos/a.md"}, "3vnyojay"},
		{"", nil, "xj3iwmy7"},
	}
	for _, test := range tests {
		if got := vocab.ScopedID(test.name, test.scope...); got != test.want {
			t.Errorf("ScopedID(%q, %q) = %q, want %q", test.name, test.scope, got, test.want)
		}
	}
}

func TestScopedIDTellsScopesApart(t *testing.T) {
	seen := map[string]string{}
	for _, args := range [][]string{{"a", "b", "c"}, {"a", "bc"}, {"a", "b:c"}, {"a", "", "bc"}, {"a"}, {"A"}} {
		id := vocab.ScopedID(args[0], args[1:]...)
		if other, ok := seen[id]; ok {
			t.Errorf("%q and %s have the id %s", args, other, id)
		}
		seen[id] = fmt.Sprintf("%q", args)
	}
}

func TestScopedIDLeavesItsArguments(t *testing.T) {
	scope := []string{"a", "b"}
	vocab.ScopedID("c", scope[:1]...)
	if scope[1] != "b" {
		t.Errorf("the scope is now %q", scope)
	}
}

func TestScopedIDIsShort(t *testing.T) {
	id := vocab.ScopedID(strings.Repeat("あ", 59)+" "+strings.Repeat("い", 9), "scope")
	slug, hash, _ := strings.Cut(id, "-")
	if slug != strings.Repeat("あ", 59) || len(hash) != 8 {
		t.Errorf("got %s", id)
	}
}

func TestKindOf(t *testing.T) {
	for _, k := range vocab.Kinds {
		iri := vocab.Entity(k, "a/b").Value
		if kind, id, ok := vocab.KindOf(iri); kind != k || id != "a/b" || !ok {
			t.Errorf("KindOf(%s) = %v, %v, %v", iri, kind, id, ok)
		}
	}
	for _, iri := range []string{
		"", vocab.Base, vocab.Base + "talk", vocab.Base + "talk/", vocab.Base + "maturity/graduated",
		vocab.Talk, vocab.Event, "http://w3id.org/cncfgraph/talk/a",
	} {
		if kind, id, ok := vocab.KindOf(iri); kind != "" || id != "" || ok {
			t.Errorf("KindOf(%s) = %v, %v, %v", iri, kind, id, ok)
		}
	}
}

func TestSourceKey(t *testing.T) {
	tests := []struct{ key, want string }{
		{"https://example.org/a.md", "https://example.org/a.md"},
		{"https://example.org/a b<c>.md", "https://example.org/a%20b%3Cc%3E.md"},
		{"https://example.org/水", "https://example.org/水"},
		{"https://example.org/%41?q=1", "https://example.org/%41?q=1"},
		{"file:memos/a.md", "file:memos/a.md"},
	}
	for _, test := range tests {
		if got, err := vocab.SourceKey(test.key); err != nil || got != rdf.NewIRI(test.want) {
			t.Errorf("SourceKey(%q) = %v, %v, want %s", test.key, got, err, test.want)
		}
	}
	for _, key := range []string{"", "a.md", "/tmp/a.md", "./a:b", "https://example.org/a#L1", "file:a#b"} {
		if got, err := vocab.SourceKey(key); err == nil {
			t.Errorf("SourceKey(%q) = %v, want an error", key, got)
		}
	}
}

func TestFileKey(t *testing.T) {
	tests := []struct{ collection, path, want string }{
		{"memos", "a.md", "file:memos/a.md"},
		{"memos", "2019/a b.md", "file:memos/2019/a%20b.md"},
		{"memos", "#1?.md", "file:memos/%231%3F.md"},
		{"memos", "100%.md", "file:memos/100%25.md"},
		{"memos", "a<b>\"c\\d.md", "file:memos/a%3Cb%3E%22c%5Cd.md"},
		{"会議", "水.md", "file:%E4%BC%9A%E8%AD%B0/%E6%B0%B4.md"},
	}
	for _, test := range tests {
		got := vocab.FileKey(test.collection, test.path)
		if got != test.want {
			t.Errorf("FileKey(%q, %q) = %q, want %q", test.collection, test.path, got, test.want)
		}
		if key, err := vocab.SourceKey(got); err != nil || key.Value != got {
			t.Errorf("SourceKey(%q) = %v, %v", got, key, err)
		}
	}
}

func TestPageIRI(t *testing.T) {
	tests := []struct {
		url, want string
		ok        bool
	}{
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d", true},
		{"http://example.org/a b|c", "http://example.org/a%20b%7Cc", true},
		{"//example.org/a", "", false},
		{"ftp://example.org/a", "", false},
		{"https:///a", "", false},
		{"javascript:alert(1)", "", false},
		{"https://example.org/%zz", "", false},
		{"", "", false},
	}
	for _, test := range tests {
		got, ok := vocab.PageIRI(test.url)
		if ok != test.ok || ok && got != rdf.NewIRI(test.want) {
			t.Errorf("PageIRI(%q) = %v, %v", test.url, got, ok)
		}
	}
}

func ExampleSlug() {
	fmt.Println(vocab.Slug("Open Policy Agent (OPA)"))
	fmt.Println(vocab.Slug("サービスメッシュ C++"))
	// Output:
	// open-policy-agent-opa
	// サービスメッシュ-c-plus-plus
}

func ExampleFileKey() {
	fmt.Println(vocab.FileKey("memos", "2019/meetup #7.md"))
	// Output: file:memos/2019/meetup%20%237.md
}
