package rdf_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

const xsd = "http://www.w3.org/2001/XMLSchema#"

func iri(s string) rdf.Term { return rdf.NewIRI(s) }

// The cases follow the areas that the W3C test suite of N-Quads covers.
func TestReadStatement(t *testing.T) {
	s, p := iri("http://example/s"), iri("http://example/p")
	tests := []struct {
		name, text string
		want       rdf.Quad
	}{
		{"triple", `<http://example/s> <http://example/p> <http://example/o> .`, rdf.Quad{Subject: s, Predicate: p, Object: iri("http://example/o")}},
		{"quad", `<http://example/s> <http://example/p> <http://example/o> <http://example/g#L1> .`, rdf.Quad{Subject: s, Predicate: p, Object: iri("http://example/o"), Label: iri("http://example/g#L1")}},
		{"blank node as label", `<http://example/s> <http://example/p> "o" _:g .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("o"), Label: rdf.NewBlank("g")}},
		{"blank nodes", `_:a <http://example/p> _:b1.x .`, rdf.Quad{Subject: rdf.NewBlank("a"), Predicate: p, Object: rdf.NewBlank("b1.x")}},
		{"blank node before the full stop", `_:a <http://example/p> _:b.`, rdf.Quad{Subject: rdf.NewBlank("a"), Predicate: p, Object: rdf.NewBlank("b")}},
		{"blank node of digits and colons", `_:1:a <http://example/p> _:_ .`, rdf.Quad{Subject: rdf.NewBlank("1:a"), Predicate: p, Object: rdf.NewBlank("_")}},
		{"blank node in another script", `_:例 <http://example/p> "o" .`, rdf.Quad{Subject: rdf.NewBlank("例"), Predicate: p, Object: rdf.NewString("o")}},
		{"no white space", `<http://example/s><http://example/p>"o"<http://example/g>.`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("o"), Label: iri("http://example/g")}},
		{"tabs and comment", "\t<http://example/s>\t<http://example/p>\t\"o\"\t.\t# said twice", rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("o")}},
		{"comment without white space", `<http://example/s> <http://example/p> "o" .#comment`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("o")}},
		{"number sign in a literal and an IRI", `<http://example/s> <http://example/p> "# o" <http://example/g#L3-L4> .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("# o"), Label: iri("http://example/g#L3-L4")}},
		{"empty literal", `<http://example/s> <http://example/p> "" .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("")}},
		{"character escapes", `<http://example/s> <http://example/p> "\t\b\n\r\f\"\'\\" .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("\t\b\n\r\f\"'\\")}},
		{"numeric escapes", `<http://example/s> <http://example/p> "\u0041\U0001F680\u0000" .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("A\U0001F680\x00")}},
		{"escaped IRI", `<http://example/\u0073> <http://example/p> <http://example/\U0000006F> .`, rdf.Quad{Subject: s, Predicate: p, Object: iri("http://example/o")}},
		{"raw control characters", "<http://example/s> <http://example/p> \"\x00\x01\x7f\u2028\" .", rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("\x00\x01\x7f\u2028")}},
		{"replacement character", "<http://example/s> <http://example/p> \"\uFFFD\" .", rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("\uFFFD")}},
		{"any script", `<http://example/s> <http://example/p> "サービスメッシュ 🚀" .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("サービスメッシュ 🚀")}},
		{"IRI of another script", `<http://example/水野> <http://example/p> "o" .`, rdf.Quad{Subject: iri("http://example/水野"), Predicate: p, Object: rdf.NewString("o")}},
		{"other schemes", `<urn:a:b> <x+y.z-1:p> <file:talks/a.md> .`, rdf.Quad{Subject: iri("urn:a:b"), Predicate: iri("x+y.z-1:p"), Object: iri("file:talks/a.md")}},
		{"language", `<http://example/s> <http://example/p> "o"@ja .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewLangString("o", "ja")}},
		{"language with subtags", `<http://example/s> <http://example/p> "o"@zh-Hant-TW-x-1 .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewLangString("o", "zh-Hant-TW-x-1")}},
		{"language before the full stop", `<http://example/s> <http://example/p> "o"@en.`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewLangString("o", "en")}},
		{"typed", `<http://example/s> <http://example/p> "2018-11-28"^^<` + xsd + `date> .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewTyped("2018-11-28", xsd+"date")}},
		{"a typed string is a plain one", `<http://example/s> <http://example/p> "o"^^<` + xsd + `string> .`, rdf.Quad{Subject: s, Predicate: p, Object: rdf.NewString("o")}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := rdf.ReadAll(strings.NewReader(test.text))
			if err != nil || len(got) != 1 || got[0] != test.want {
				t.Fatalf("got %v, %v; want %v", got, err, test.want)
			}
			again, err := rdf.ReadAll(strings.NewReader(got[0].String()))
			if err != nil || len(again) != 1 || again[0] != test.want {
				t.Errorf("written as %q, read as %v, %v", got[0], again, err)
			}
		})
	}
}

func TestReadFault(t *testing.T) {
	tests := []struct {
		name, text string
		column     int
		msg        string
	}{
		{"no object", `<a:s> <a:p> .`, 13, "object: unexpected '.'"},
		{"no predicate", `<a:s>`, 6, "predicate: missing term"},
		{"literal as subject", `"s" <a:p> <a:o> .`, 1, "subject: not allowed here"},
		{"literal as predicate", `<a:s> "p" <a:o> .`, 7, "predicate: not allowed here"},
		{"blank node as predicate", `<a:s> _:p <a:o> .`, 7, "predicate: not allowed here"},
		{"literal as label", `<a:s> <a:p> <a:o> "g" .`, 19, "label: not allowed here"},
		{"fifth term", `<a:s> <a:p> <a:o> <a:g> <a:h> .`, 25, "statement does not end in '.'"},
		{"no full stop", `<a:s> <a:p> <a:o>`, 18, "label: missing term"},
		{"two statements", `<a:s> <a:p> <a:o> . <a:s> <a:p> <a:q> .`, 21, "text behind the statement"},
		{"prefixed name", `a:s <a:p> <a:o> .`, 1, "subject: unexpected 'a'"},
		{"prefixed name in another script", `例:s <a:p> <a:o> .`, 1, "subject: unexpected '例'"},
		{"directive", `@prefix a: <a:b> .`, 1, "subject: unexpected '@'"},
		{"number", `<a:s> <a:p> 1 .`, 13, "object: unexpected '1'"},
		{"single quotes", `<a:s> <a:p> 'o' .`, 13, `object: unexpected '\''`},
		{"long quotes", `<a:s> <a:p> """o""" .`, 15, "label: not allowed here"},
		{"literal without end", `<a:s> <a:p> "o .`, 13, "object: literal without closing '\"'"},
		{"carriage return in a literal", "<a:s> <a:p> \"o\rp\" .", 15, "object: line end in a literal"},
		{"carriage return between terms", "<a:s> <a:p> <a:o> .\r<a:s> <a:p> <a:q> .", 20, "text behind the statement"},
		{"unknown escape", `<a:s> <a:p> "\a" .`, 14, "object: unknown escape"},
		{"short escape", `<a:s> <a:p> "\u00" .`, 14, "object: escape is no character"},
		{"escape at the end", `<a:s> <a:p> "\`, 14, "object: escape without a character"},
		{"escape cut off", `<a:s> <a:p> "\u12`, 14, "object: unknown escape"},
		{"signed escape", `<a:s> <a:p> "\u+041" .`, 14, "object: escape is no character"},
		{"surrogate", `<a:s> <a:p> "\uD800" .`, 14, "object: escape is no character"},
		{"beyond Unicode", `<a:s> <a:p> "\U00110000" .`, 14, "object: escape is no character"},
		{"relative IRI", `<s> <a:p> <a:o> .`, 1, "subject: not an absolute IRI"},
		{"empty IRI", `<> <a:p> <a:o> .`, 1, "subject: not an absolute IRI"},
		{"scheme that begins with a digit", `<1a:s> <a:p> <a:o> .`, 1, "subject: not an absolute IRI"},
		{"IRI without end", `<a:s <a:p> <a:o> .`, 5, "subject: character ' ' in an IRI"},
		{"IRI cut off", `<a:s`, 1, "subject: IRI without '>'"},
		{"brace in an IRI", `<a:{s}> <a:p> <a:o> .`, 4, "subject: character '{' in an IRI"},
		{"escaped space in an IRI", `<a:\u0020s> <a:p> <a:o> .`, 1, "subject: not an absolute IRI"},
		{"character escape in an IRI", `<a:\n> <a:p> <a:o> .`, 4, "subject: unknown escape"},
		{"language of a digit", `<a:s> <a:p> "o"@1 .`, 17, "object: faulty language tag"},
		{"empty subtag", `<a:s> <a:p> "o"@en- .`, 20, "object: faulty language tag"},
		{"base direction", `<a:s> <a:p> "o"@en--ltr .`, 20, "object: faulty language tag"},
		{"datatype as a name", `<a:s> <a:p> "o"^^xsd:date .`, 18, "object: datatype is not an IRI"},
		{"language and datatype", `<a:s> <a:p> "o"@en^^<a:t> .`, 19, "label: unexpected '^'"},
		{"blank node without label", `_: <a:p> <a:o> .`, 3, "subject: blank node without a label"},
		{"blank node that begins with a hyphen", `_:-a <a:p> <a:o> .`, 5, "subject: blank node without a label"},
		{"underscore", `_a <a:p> <a:o> .`, 1, "subject: '_' without ':'"},
		{"invalid UTF-8", "<a:s> <a:p> \"例\xff\" .", 15, "invalid UTF-8"},
		{"columns are characters", `<a:例> <a:p> "例え" ; .`, 18, "label: unexpected ';'"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := rdf.ReadAll(strings.NewReader("# comment\n\n" + test.text + "\n"))
			var syntax *rdf.SyntaxError
			if !errors.As(err, &syntax) {
				t.Fatalf("got error %v, want a SyntaxError", err)
			}
			if want := (rdf.SyntaxError{Line: 3, Column: test.column, Msg: test.msg}); *syntax != want {
				t.Errorf("got %v, want %v", syntax, &want)
			}
		})
	}
}

func TestReadLines(t *testing.T) {
	const quad = `<a:s> <a:p> "o" .`
	tests := []struct {
		name, text string
		lines      []int
	}{
		{"empty", "", nil},
		{"comments only", "# a\n\n  # b", nil},
		{"LF", quad + "\n" + quad + "\n", []int{1, 2}},
		{"CRLF", quad + "\r\n\r\n" + quad + "\r\n", []int{1, 3}},
		{"no end of the last line", quad + "\n" + quad, []int{1, 2}},
		{"byte order mark", "\uFEFF" + quad + "\n" + quad, []int{1, 2}},
		{"U+2028 ends no line", "# \u2028\n" + quad, []int{2}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var lines []int
			for r := rdf.NewReader(strings.NewReader(test.text)); ; {
				q, err := r.Read()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil || q.String() != quad {
					t.Fatalf("got %v, %v", q, err)
				}
				lines = append(lines, r.Line())
			}
			if !slices.Equal(lines, test.lines) {
				t.Errorf("got lines %v, want %v", lines, test.lines)
			}
		})
	}
}

func TestReadGoesOnBehindAFault(t *testing.T) {
	long := `<a:s> <a:p> "` + strings.Repeat("o", rdf.MaxLine) + `" .`
	r := rdf.NewReader(strings.NewReader("bad\n" + long + "\n<a:s> <a:p> <a:o> .\n" + long))
	var got []string
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, q.String())
		}
	}
	want := []string{
		"1:1: subject: unexpected 'b'",
		"2:1: line longer than 16777216 bytes",
		"<a:s> <a:p> <a:o> .",
		"4:1: line longer than 16777216 bytes",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestReadLongestLine(t *testing.T) {
	const frame = `<a:s> <a:p> "" .` + "\n"
	value := strings.Repeat("o", rdf.MaxLine-len(frame))
	quads, err := rdf.ReadAll(strings.NewReader(`<a:s> <a:p> "` + value + `" .` + "\n"))
	if err != nil || len(quads) != 1 || quads[0].Object.Value != value {
		t.Errorf("got %d quads, %v", len(quads), err)
	}
}

func TestReadPassesOnErrors(t *testing.T) {
	broken := errors.New("broken pipe")
	in := io.MultiReader(strings.NewReader("<a:s> <a:p> <a:o> .\n<a:s> "), iotest.ErrReader(broken))
	quads, err := rdf.ReadAll(in)
	if len(quads) != 1 || !errors.Is(err, broken) {
		t.Errorf("got %v, %v", quads, err)
	}
}

func TestParseTerm(t *testing.T) {
	for _, s := range []string{`<a:b>`, `_:a`, `"a"`, `"a\"b"@en`, `"1"^^<` + xsd + `integer>`} {
		if term, err := rdf.ParseTerm(s); err != nil || term.String() != s {
			t.Errorf("ParseTerm(%q) = %v, %v", s, term, err)
		}
	}
	for s, want := range map[string]string{
		"":         "1:1: missing term",
		`<a:b> `:   "1:6: text behind the term",
		` <a:b>`:   "1:1: unexpected ' '",
		`"a"@`:     "1:5: faulty language tag",
		`"水" .`:    "1:4: text behind the term",
		`<a:b`:     "1:1: IRI without '>'",
		`"a"^^<b>`: "1:6: not an absolute IRI",
	} {
		if _, err := rdf.ParseTerm(s); err == nil || err.Error() != want {
			t.Errorf("ParseTerm(%q): error %v, want %s", s, err, want)
		}
	}
}

// FuzzRead checks that no text makes the reader fail otherwise than with a
// SyntaxError, and that what it reads is written so that it is read again.
func FuzzRead(f *testing.F) {
	f.Add(`<a:s> <a:p> "o\u0041\n"@en-US <a:g#L1> .` + "\n# c\n_:a <a:p> \"1\"^^<a:t> .")
	f.Add("\uFEFF<a:s> <a:p> <a:o> .\r\n<a:s> <a:p> \"\x00\x7f\" _:g.x .\r\n")
	f.Add(`<a:\u0041> <a:p> "\U0001F680" . x`)
	f.Fuzz(func(t *testing.T, text string) {
		var quads []rdf.Quad
		for r := rdf.NewReader(strings.NewReader(text)); ; {
			q, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			var syntax *rdf.SyntaxError
			switch {
			case err == nil:
				quads = append(quads, q)
			case !errors.As(err, &syntax):
				t.Fatalf("error %v", err)
			case syntax.Line < 1 || syntax.Column < 1 || syntax.Column > len(text)+1:
				t.Fatalf("error at %d:%d of %d bytes", syntax.Line, syntax.Column, len(text))
			}
		}
		var out bytes.Buffer
		if err := rdf.Write(&out, quads); err != nil {
			t.Fatal(err)
		}
		again, err := rdf.ReadAll(bytes.NewReader(out.Bytes()))
		if err != nil || !slices.Equal(again, quads) {
			t.Fatalf("%q was read again as %v, %v", out.String(), again, err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var text bytes.Buffer
	line := rdf.Quad{
		Subject:   iri("https://w3id.org/cncfgraph/talk/service-mesh-in-practice-abcdefgh"),
		Predicate: iri("http://schema.org/name"),
		Object:    rdf.NewLangString("Service mesh in practice \"2019\"", "en"),
		Label:     iri("https://github.com/cncf/presentations/blob/d90af6bb/chinese/2019.md#L123"),
	}
	for range 1000 {
		text.WriteString(line.String() + "\n")
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rdf.ReadAll(bytes.NewReader(text.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
