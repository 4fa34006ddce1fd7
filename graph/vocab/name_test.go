package vocab

import (
	"slices"
	"strings"
	"testing"
)

func TestNameWords(t *testing.T) {
	for name, want := range map[string]string{
		"":                      "",
		"--":                    "",
		"Open Policy Agent":     "open policy agent",
		"Fluent-bit":            "fluent bit",
		"FluentBit":             "fluentbit",
		"C++ and C#":            "c plus plus and c sharp",
		"José's talk":           "josé s talk",
		"NATSの運用":               "nats の運 運用",
		"運用":                    "運用",
		"運":                     "運",
		"ＮＡＴＳサーバー 入門":           "nats サー ーバ バー 入門",
		"v2で運a用":                "v2 で運 a 用",
		"쿠버네티스 입문":              "쿠버 버네 네티 티스 입문",
		"Mesh: サービスメッシュ, again": "mesh サー ービ ビス スメ メッ ッシ シュ again",
	} {
		words := NameWords(name)
		if got := strings.Join(words, " "); got != want {
			t.Errorf("NameWords(%q) = %q, want %q", name, got, want)
		}
	}
}

// FuzzFoldName holds the key against the slug, and the words against the key.
func FuzzFoldName(f *testing.F) {
	for _, s := range []string{"Fluent-bit", " --A  b_2.", "\x00\x7f", "C# and C++", "NATSの運用", "e\u0301té", "a\xff", "ﾊﾝｶｸ ﾀﾞ", "\u1100\u1161"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		key, places := FoldName([]byte("before"), []WordPlace{{1, 2}}, name)
		if want := "before" + strings.ReplaceAll(foldedSlug(name), "-", ""); string(key) != want || NameKey(name) != want[6:] {
			t.Fatalf("key of %q is %q, want %q", name, key, want)
		}
		if Slug(name) != foldedSlug(name) {
			t.Errorf("slug of %q is %q, want %q", name, Slug(name), foldedSlug(name))
		}
		if places[0] != (WordPlace{1, 2}) {
			t.Errorf("words before those of %q changed", name)
		}
		read := 0 // every byte of the key is in a word, in order
		for _, p := range places[1:] {
			if p.From > read || p.To <= p.From || p.To <= read && p.From < read || p.To > len(key)-6 {
				t.Errorf("word from %d to %d of %q behind %d", p.From, p.To, key[6:], read)
			}
			read = max(read, p.To)
		}
		if read != len(key)-6 {
			t.Errorf("words of %q end at %d", key[6:], read)
		}
		if words := NameWords(name); slices.Contains(words, "") {
			t.Errorf("words of %q: %q", name, words)
		}
	})
}
