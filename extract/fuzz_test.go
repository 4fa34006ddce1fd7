package extract_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/link"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

var extractor = sync.OnceValues(func() (*extract.Extractor, error) {
	l, err := link.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(l, nil), nil
})

// FuzzExtract feeds the readers of all formats anything at all: no panic, every
// mention on its line and column, every statement under a line of the document.
func FuzzExtract(f *testing.F) {
	x, err := extractor()
	if err != nil {
		f.Fatal(err)
	}
	docs, err := filepath.Glob(filepath.Join("testdata", "gold", "dev", "docs", "*"))
	if err != nil || len(docs) == 0 {
		f.Fatal("no documents to start from", err)
	}
	for _, name := range docs {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, unit := range hostile {
		f.Add([]byte(strings.Repeat(unit, 40)))
	}
	for _, text := range records {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		const key = "https://example.org/document"
		doc, err := x.Extract(key, "document", data)
		if err != nil {
			return
		}
		checkMentions(t, doc, data)
		last := bytes.Count(data, []byte("\n")) + 1
		for _, q := range doc.Quads() {
			if e := vocab.ParseLabel(q.Label.Value); e.Source != key || e.Line > last || e.EndLine > last {
				t.Errorf("statement %s, of a document with %d lines", q, last)
			}
		}
	})
}

// records are small files of each kind of records.
var records = []string{
	"BEGIN:VCALENDAR\nPRODID:-//Sched.com MeshConf 2031//EN\nBEGIN:VEVENT\nDTSTART:20310405\nSUMMARY:Envoy - Ada Nord\\, Fjord\nEND:VEVENT\n",
	"<schedule><conference><title>X 2031</title></conference><day date=\"2031-04-05\"><event><title>Envoy</title><persons><person>Ada Nord</person></persons></event></day></schedule>",
	"# X 2031 - Oslo\n\n|Title|Video|\n|---|---|\n|题<br>Envoy - Ada Nord|[v](https://youtu.be/a)|\n|NATS - Bo Sund|x|\n",
	"title,event,date,video\n\"Envoy, cold - Ada Nord\",X 2031,2031-04-05,https://youtu.be/a\n",
	"- name: Envoy\n  presenters:\n    - name: Ada\n      github: ada\n  projects: [NATS]\n",
	"[{\"name\": \"X\", \"startDate\": \"2031-04-05\", \"city\": \"Oslo\"}]",
	"landscape:\n- category:\n  name: C\n  subcategories:\n  - subcategory:\n    name: S\n    items:\n    - item:\n      name: K\n      project: sandbox\n      extra: {accepted: '2020-01-02'}\n",
	"projects:\n  a:\n    name: Envoy\n    status: Sandbox\n    join_date: 2020-01-01\n",
	"- name: envoy\n  maturity: sandbox\n  repositories:\n  - url: https://x.example\n",
	"name,to,date\nEnvoy,sandbox,2020-01-01\n",
	"from,relation,to\nIstio,uses,Envoy\n",
	"project,maintainer,company,github\nEnvoy,Ada,Fjord,ada\n",
	"<urn:a> <urn:b> \"c\" .\n_:a <urn:b> <urn:c> <urn:d#L7> .\n",
}

// checkMentions fails where a mention does not stand where it says. A byte order
// mark and UTF-16 move the text, so that these documents are passed over.
func checkMentions(t *testing.T, doc *extract.Document, data []byte) {
	t.Helper()
	if !utf8.Valid(data) || bytes.HasPrefix(data, []byte("\uFEFF")) {
		return
	}
	lines := strings.Split(string(data), "\n")
	for _, p := range doc.Projects {
		for _, m := range p.Mentions {
			if m.Line < 1 || m.Line > len(lines) || m.Column < 1 || m.Column > utf8.RuneCountInString(lines[m.Line-1]) {
				t.Errorf("%q at %d:%d, of %d lines", m.Text, m.Line, m.Column, len(lines))
			}
		}
	}
}

// hostile are texts that would take long if work grew faster than the text: signs of
// markup, then words of each family of rules, on one line and on a line each.
var hostile = []string{
	">", "[", "[a](", "[x]: y\n", "a|a|", "- ", "  - ", "* a\n", "#", "# a\n", "```\n", "<", "<a ", "<!--", "{{", "\\", "`", "**", "_a", "![", "http://", "@a ", "「", "（",
	"Slide 1\n", "Slide 1 text\n", "● ", " - ", "さん", "2019/01/01 ", "Istio, ", "---\n", "a: b\n",
	"a", "あ", "漢字", "\n\n", "(", ")", "」", "（A社）", "\"a\" ", "“Title of a talk” by ", " by A B ", " / ", "、", "。", "さん、", "登壇者：", "Speaker: A B\n", "by ", "さんの発表",
	"helm ", "Helm ", "flux,", "kubernetis ", "Istio uses Envoy. ", "IstioはEnvoyを使う。", "Istio is built on Envoy ", "Google created Istio. ", "Istio (Sandbox) ", "GoogleがIstioを開発。", "Istio、", "サンドボックス",
	"Meetup #3 ", "KubeCon 2019 ", "勉強会", "第3回", "May 21, 2019 ", "19:00 ", "19:00 A\n", "[A-1] ", "LT ", "Keynote: ", "(15 min) ",
	"- A / B\n", "- A\n    - B\n", "## A - B C\n\n", "### Slides\n\n", "**A B**\n\n", "■A\n", "・A\n", "| a | b |\n|---|---|\n", "| Title |\n|---|\n| A |\n", "|a", "> ", "<td>", "<ul><li>", "<h2>a</h2>\n", "<iframe src=x>", "<a href=x>",
	"https://a.b/c ", "https://speakerdeck.com/a/b-c\n", "[Title of a talk](https://speakerdeck.com/a/b)\n", "{% youtube a %}", "&amp;", "\u3000", "\t", "  ", "a@b ", "#a ", "＃勉強会 ", "&", "A & B, C ", "A (B) & ", "x ", "- - ", "1. ", "    a\n",
}

// mixed is all of them.
var mixed = strings.Join(hostile, " ")

func TestHostileInput(t *testing.T) {
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	for _, unit := range append(hostile, mixed) {
		text := strings.Repeat(unit, 1<<15/len(unit)+1)
		if doc, err := x.Extract("https://example.org/document", "document", []byte(text)); err == nil {
			checkMentions(t, doc, []byte(text))
		}
	}
}

// BenchmarkHostile has a quarter beside each megabyte, so that growth out of
// proportion is seen within one run. No megabyte may take more than a second.
func BenchmarkHostile(b *testing.B) {
	x, err := extractor()
	if err != nil {
		b.Fatal(err)
	}
	for _, unit := range append(hostile, mixed) {
		for _, size := range []int{1 << 18, 1 << 20} {
			text := []byte(strings.Repeat(unit, size/len(unit)))
			b.Run(fmt.Sprintf("%.30q/%dKiB", unit, size>>10), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if doc, err := x.Extract("https://example.org/document", "document", text); err == nil { // some are no documents
						doc.Quads()
					}
				}
			})
		}
	}
}
