package rdf_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// w3cPositive are the cases of the W3C test suite of N-Quads
// (https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-n-quads/) that must be read, under
// their names there: the text and the quads in canonical form.
var w3cPositive = []struct {
	name, text string
	want       []string
}{
	{"nq-syntax-uri-01", `<http://example/s> <http://example/p> <http://example/o> <http://example/g> .`, same},
	{"nq-syntax-uri-02", `_:s <http://example/p> <http://example/o> <http://example/g> .`, same},
	{"nq-syntax-uri-03", `<http://example/s> <http://example/p> _:o <http://example/g> .`, same},
	{"nq-syntax-uri-04", `<http://example/s> <http://example/p> "o" <http://example/g> .`, same},
	{"nq-syntax-uri-05", `<http://example/s> <http://example/p> "o"@en <http://example/g> .`, same},
	{"nq-syntax-uri-06", `<http://example/s> <http://example/p> "o"^^<http://www.w3.org/2001/XMLSchema#string> <http://example/g> .`, []string{`<http://example/s> <http://example/p> "o" <http://example/g> .`}},
	{"nq-syntax-bnode-01", `<http://example/s> <http://example/p> <http://example/o> _:g .`, same},
	{"nq-syntax-bnode-02", `_:s <http://example/p> <http://example/o> _:g .`, same},
	{"nq-syntax-bnode-03", `<http://example/s> <http://example/p> _:o _:g .`, same},
	{"nq-syntax-bnode-04", `<http://example/s> <http://example/p> "o" _:g .`, same},
	{"nq-syntax-bnode-05", `<http://example/s> <http://example/p> "o"@en _:g .`, same},
	{"nq-syntax-bnode-06", `<http://example/s> <http://example/p> "o"^^<http://www.w3.org/2001/XMLSchema#string> _:g .`, []string{`<http://example/s> <http://example/p> "o" _:g .`}},
	{"nt-syntax-file-01", "", nil},
	{"nt-syntax-file-02", "#Empty file.\n", nil},
	{"nt-syntax-file-03", "#One comment, one empty line.\n\n", nil},
	{"nt-syntax-uri-01", `<http://example/s> <http://example/p> <http://example/o> .`, same},
	{"nt-syntax-uri-02", `<http://example/\u0053> <http://example/p> <http://example/o> .`, []string{`<http://example/S> <http://example/p> <http://example/o> .`}},
	{"nt-syntax-uri-03", `<http://example/\U00000053> <http://example/p> <http://example/o> .`, []string{`<http://example/S> <http://example/p> <http://example/o> .`}},
	{"nt-syntax-uri-04", `<scheme:!$%25&'()*+,-./0123456789:/@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~?#> <http://example/p> <http://example/o> .`, same},
	{"nt-syntax-string-01", `<http://example/s> <http://example/p> "string" .`, same},
	{"nt-syntax-string-02", `<http://example/s> <http://example/p> "string"@en .`, same},
	{"nt-syntax-string-03", `<http://example/s> <http://example/p> "string"@en-uk .`, same},
	{"nt-syntax-str-esc-01", `<http://example/s> <http://example/p> "a\n" .`, same},
	{"nt-syntax-str-esc-02", `<http://example/s> <http://example/p> "a\u0020b" .`, []string{`<http://example/s> <http://example/p> "a b" .`}},
	{"nt-syntax-str-esc-03", `<http://example/s> <http://example/p> "a\U00000020b" .`, []string{`<http://example/s> <http://example/p> "a b" .`}},
	{"nt-syntax-bnode-01", `_:a  <http://example/p> <http://example/o> .`, []string{`_:a <http://example/p> <http://example/o> .`}},
	{"nt-syntax-bnode-02", "<http://example/s> <http://example/p> _:a .\n_:a  <http://example/p> <http://example/o> .", []string{`<http://example/s> <http://example/p> _:a .`, `_:a <http://example/p> <http://example/o> .`}},
	{"nt-syntax-bnode-03", "<http://example/s> <http://example/p> _:1a .\n_:1a  <http://example/p> <http://example/o> .", []string{`<http://example/s> <http://example/p> _:1a .`, `_:1a <http://example/p> <http://example/o> .`}},
	{"nt-syntax-datatypes-01", `<http://example/s> <http://example/p> "123"^^<http://www.w3.org/2001/XMLSchema#byte> .`, same},
	{"nt-syntax-datatypes-02", `<http://example/s> <http://example/p> "123"^^<http://www.w3.org/2001/XMLSchema#string> .`, []string{`<http://example/s> <http://example/p> "123" .`}},
	{"comment_following_triple", "<http://example/s> <http://example/p> <http://example/o> . # comment\n<http://example/s> <http://example/p> _:o . # comment\n<http://example/s> <http://example/p> \"o\"@en . # comment", []string{
		`<http://example/s> <http://example/p> <http://example/o> .`, `<http://example/s> <http://example/p> _:o .`, `<http://example/s> <http://example/p> "o"@en .`,
	}},
	{"literal", `<http://a.example/s> <http://a.example/p> "x" .`, same},
	{"literal_all_controls", `<http://a.example/s> <http://a.example/p> "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F" .`, []string{
		`<http://a.example/s> <http://a.example/p> "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F" .`,
	}},
	{"literal_all_punctuation", "<http://a.example/s> <http://a.example/p> \" !\\\"#$%&():;<=>?@[]^_`{|}~\" .", same},
	{"literal_ascii_boundaries", "<http://a.example/s> <http://a.example/p> \"\x00\t\v\f\x0e&([]\x7f\" .", []string{`<http://a.example/s> <http://a.example/p> "\u0000\t\u000B\f\u000E&([]\u007F" .`}},
	{"literal_false", `<http://a.example/s> <http://a.example/p> "false"^^<http://www.w3.org/2001/XMLSchema#boolean> .`, same},
	{"literal_true", `<http://a.example/s> <http://a.example/p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .`, same},
	{"literal_with_2_dquotes", `<http://a.example/s> <http://a.example/p> "x\"\"y" .`, same},
	{"literal_with_2_squotes", `<http://a.example/s> <http://a.example/p> "x''y" .`, same},
	{"literal_with_dquote", `<http://a.example/s> <http://a.example/p> "x\"y" .`, same},
	{"literal_with_squote", `<http://a.example/s> <http://a.example/p> "x'y" .`, same},
	{"literal_with_BACKSPACE", `<http://a.example/s> <http://a.example/p> "\b" .`, same},
	{"literal_with_CARRIAGE_RETURN", `<http://a.example/s> <http://a.example/p> "\r" .`, same},
	{"literal_with_CHARACTER_TABULATION", `<http://a.example/s> <http://a.example/p> "\t" .`, same},
	{"literal_with_FORM_FEED", `<http://a.example/s> <http://a.example/p> "\f" .`, same},
	{"literal_with_LINE_FEED", `<http://a.example/s> <http://a.example/p> "\n" .`, same},
	{"literal_with_REVERSE_SOLIDUS", `<http://a.example/s> <http://a.example/p> "\\" .`, same},
	{"literal_with_REVERSE_SOLIDUS2", `<http://example.org/ns#s> <http://example.org/ns#p1> "test-\\" .`, same},
	{"literal_with_UTF8_boundaries", "<http://a.example/s> <http://a.example/p> \"\u0080\u07ff\u0800\u0fff\u1000\ucfff\ud000\ud7ff\ue000\ufffd\U00010000\U0003fffd\U00040000\U000ffffd\U00100000\U0010fffd\" .", same},
	{"literal_with_numeric_escape4", `<http://a.example/s> <http://a.example/p> "\u006F" .`, []string{`<http://a.example/s> <http://a.example/p> "o" .`}},
	{"literal_with_numeric_escape8", `<http://a.example/s> <http://a.example/p> "\U0000006F" .`, []string{`<http://a.example/s> <http://a.example/p> "o" .`}},
	{"langtagged_string", `<http://a.example/s> <http://a.example/p> "chat"@en .`, same},
	{"lantag_with_subtag", `<http://example.org/ex#a> <http://example.org/ex#b> "Cheers"@en-UK .`, same},
	{"minimal_whitespace", "<http://example/s><http://example/p><http://example/o>.\n<http://example/s><http://example/p>\"Alice\".\n<http://example/s><http://example/p>_:o.\n_:s<http://example/p><http://example/o>.\n_:s<http://example/p>\"Alice\".\n_:s<http://example/p>_:bnode1.", []string{
		`<http://example/s> <http://example/p> <http://example/o> .`, `<http://example/s> <http://example/p> "Alice" .`, `<http://example/s> <http://example/p> _:o .`,
		`_:s <http://example/p> <http://example/o> .`, `_:s <http://example/p> "Alice" .`, `_:s <http://example/p> _:bnode1 .`,
	}},
}

// same says that the text is in canonical form.
var same = []string{"same"}

// w3cNegative are the cases that must not be read, and where the fault is.
var w3cNegative = []struct {
	name, text   string
	line, column int
}{
	{"nq-syntax-bad-literal-01", `<http://example/s> <http://example/p> <http://example/o> "o" .`, 1, 58},
	{"nq-syntax-bad-literal-02", `<http://example/s> <http://example/p> <http://example/o> "o"@en .`, 1, 58},
	{"nq-syntax-bad-literal-03", `<http://example/s> <http://example/p> <http://example/o> "o"^^<http://www.w3.org/2001/XMLSchema#string> .`, 1, 58},
	{"nq-syntax-bad-uri-01", `<http://example/s> <http://example/p> <http://example/o> <g> .`, 1, 58},
	{"nq-syntax-bad-quint-01", `<http://example/s> <http://example/p> <http://example/o> <http://example/g> <http://example/n> .`, 1, 77},
	{"nt-syntax-bad-uri-01", "# Bad IRI : space.\n<http://example/ space> <http://example/p> <http://example/o> .", 2, 17},
	{"nt-syntax-bad-uri-02", "# Bad IRI : bad escape\n<http://example/\\u00ZZ11> <http://example/p> <http://example/o> .", 2, 17},
	{"nt-syntax-bad-uri-03", "# Bad IRI : bad escape\n<http://example/\\U00ZZ1111> <http://example/p> <http://example/o> .", 2, 17},
	{"nt-syntax-bad-uri-04", "# Bad IRI : character escapes not allowed.\n<http://example/\\n> <http://example/p> <http://example/o> .", 2, 17},
	{"nt-syntax-bad-uri-05", "# Bad IRI : character escapes not allowed.\n<http://example/\\/> <http://example/p> <http://example/o> .", 2, 17},
	{"nt-syntax-bad-uri-06", "# No relative IRIs in N-Triples\n<s> <http://example/p> <http://example/o> .", 2, 1},
	{"nt-syntax-bad-uri-07", "# No relative IRIs in N-Triples\n<http://example/s> <p> <http://example/o> .", 2, 20},
	{"nt-syntax-bad-uri-08", "# No relative IRIs in N-Triples\n<http://example/s> <http://example/p> <o> .", 2, 39},
	{"nt-syntax-bad-uri-09", "# No relative IRIs in N-Triples\n<http://example/s> <http://example/p> \"foo\"^^<dt> .", 2, 46},
	{"nt-syntax-bad-prefix-01", "@prefix : <http://example/> .", 1, 1},
	{"nt-syntax-bad-base-01", "@base <http://example/> .", 1, 1},
	{"nt-syntax-bad-struct-01", `<http://example/s> <http://example/p> <http://example/o>, <http://example/o2> .`, 1, 57},
	{"nt-syntax-bad-struct-02", `<http://example/s> <http://example/p> <http://example/o>; <http://example/p2>, <http://example/o2> .`, 1, 57},
	{"nt-syntax-bad-lang-01", "# Bad lang tag\n<http://example/s> <http://example/p> \"string\"@1 .", 2, 48},
	{"nt-syntax-bad-esc-01", "# Bad string escape\n<http://example/s> <http://example/p> \"a\\zb\" .", 2, 41},
	{"nt-syntax-bad-esc-02", "# Bad string escape\n<http://example/s> <http://example/p> \"\\uWXYZ\" .", 2, 40},
	{"nt-syntax-bad-esc-03", "# Bad string escape\n<http://example/s> <http://example/p> \"\\U0000WXYZ\" .", 2, 40},
	{"nt-syntax-bad-string-01", `<http://example/s> <http://example/p> "abc' .`, 1, 39},
	{"nt-syntax-bad-string-02", `<http://example/s> <http://example/p> 1.0 .`, 1, 39},
	{"nt-syntax-bad-string-03", `<http://example/s> <http://example/p> 1.0e1 .`, 1, 39},
	{"nt-syntax-bad-string-04", `<http://example/s> <http://example/p> '''abc''' .`, 1, 39},
	{"nt-syntax-bad-string-05", `<http://example/s> <http://example/p> """abc""" .`, 1, 41},
	{"nt-syntax-bad-string-06", `<http://example/s> <http://example/p> "abc .`, 1, 39},
	{"nt-syntax-bad-string-07", `<http://example/s> <http://example/p> abc" .`, 1, 39},
	{"nt-syntax-bad-num-01", `<http://example/s> <http://example/p> 1 .`, 1, 39},
	{"nt-syntax-bad-num-02", `<http://example/s> <http://example/p> 1.0 .`, 1, 39},
	{"nt-syntax-bad-num-03", `<http://example/s> <http://example/p> 1.0e0 .`, 1, 39},
}

func TestW3C(t *testing.T) {
	for _, test := range w3cPositive {
		want := strings.Join(test.want, "\n")
		if want == "same" {
			want = test.text
		}
		if got := strings.Join(quads(test.text), "\n"); got != want {
			t.Errorf("%s: Read: %s, want %s", test.name, got, want)
		}
		if got := strings.Join(forms(test.text), "\n"); got != want {
			t.Errorf("%s: ReadForms: %s, want %s", test.name, got, want)
		}
	}
	for _, test := range w3cNegative {
		_, err := rdf.ReadAll(strings.NewReader(test.text))
		var syntax *rdf.SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%s: error %v, want a SyntaxError", test.name, err)
			continue
		}
		if got, want := fmt.Sprintf("%d:%d", syntax.Line, syntax.Column), fmt.Sprintf("%d:%d", test.line, test.column); got != want {
			t.Errorf("%s: fault at %s (%s), want %s", test.name, got, syntax.Msg, want)
		}
	}
}
