package link

import (
	"strings"
	"testing"
)

// prose is what event reports read like: a name in every other sentence.
var prose = map[string]string{
	"english": `The second day opened with a keynote on how platform teams measure what they do, and whether anybody reads the reports that come out of it.
A team of four engineers described how they moved two hundred services to Kubernetes within a year, and why they would not do it again in the same order.
Certificates were the hardest part: they expired at night, on weekends, and once during the demonstration itself, to the delight of the audience.
They collect metrics with Prometheus, keep them for ninety days, and look at perhaps a tenth of what they pay for.
One question from the floor was whether a service mesh is worth the trouble for a handful of teams; the answer was a polite no.
After lunch the room was full for a talk about delivery with Helm charts and Argo CD, with a live migration that nearly worked.
The speaker admitted that most of the time went into agreeing on names, and the remainder into explaining these names to newcomers.
In the hallway people compared notes on storage, on the price of logs, and on the best way to persuade a reluctant manager.
`,
	"japanese": `二日目の基調講演は、プラットフォームチームが自分たちの仕事をどう測るかという話だった。
四人のチームが一年で二百のサービスをKubernetesに移した経緯と、同じ順番では二度とやりたくない理由を話していた。
いちばん大変だったのは証明書で、夜中や週末に切れ、デモの最中にも一度切れて会場が沸いた。
メトリクスはPrometheusで集めて九十日残しているが、見ているのは一割くらいとのこと。
サービスメッシュは数チームの規模でも割に合うのかという質問には、やんわり「いいえ」という答え。
午後はHelmチャートとArgo CDによるデリバリーの話が満席で、その場での移行がもう少しでうまくいくところだった。
名前を決めるのに時間の大半を使い、残りは新しく来た人に名前を説明するのに使った、という正直な話もあった。
廊下ではストレージの話、ログの値段の話、上司の説得の仕方の話で盛り上がっていた。
`,
}

func BenchmarkLink(b *testing.B) {
	l := testLinker(b)
	for _, lang := range []string{"english", "japanese"} {
		b.Run(lang, func(b *testing.B) {
			var segments []Segment
			size := 0
			for i := range 20 {
				for _, line := range strings.Split(strings.TrimSpace(prose[lang]), "\n") {
					segments = append(segments, Segment{Text: line, Section: i})
					size += len(line)
				}
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				l.Link(segments)
			}
		})
	}
}

// BenchmarkScan is the first pass alone: all names of the default graph, and words
// near them, found in one walk.
func BenchmarkScan(b *testing.B) {
	l, err := New(catalogue(b), readWords(b))
	if err != nil {
		b.Fatal(err)
	}
	for _, lang := range []string{"english", "japanese"} {
		b.Run(lang, func(b *testing.B) {
			var spans []span
			b.SetBytes(int64(len(prose[lang])))
			b.ReportAllocs()
			for b.Loop() {
				spans = l.scan(prose[lang], spans[:0])
			}
		})
	}
}

// BenchmarkNew is the start-up cost of a linker of the default graph.
func BenchmarkNew(b *testing.B) {
	l, err := New(catalogue(b), readWords(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(l.entries, l.words); err != nil {
			b.Fatal(err)
		}
	}
}
