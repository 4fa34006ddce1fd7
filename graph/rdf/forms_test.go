package rdf_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// forms returns what ReadForms reads of text: the lines of quads and the errors.
func forms(text string) (got []string) {
	var f rdf.Forms
	var before [4]string
	for r := rdf.NewReader(strings.NewReader(text)); ; {
		err := r.ReadForms(&f)
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		for i := range before {
			if now := string(f.At(i)); f.Same(i) && now != before[i] {
				got = append(got, "not the same: "+now+" "+before[i])
			}
			before[i] = string(f.At(i))
		}
		line := string(f.At(0)) + " " + string(f.At(1)) + " " + string(f.At(2)) + " "
		if len(f.At(3)) > 0 {
			line += string(f.At(3)) + " "
		}
		got = append(got, line+".")
	}
}

// quads returns the same of Read.
func quads(text string) (got []string) {
	for r := rdf.NewReader(strings.NewReader(text)); ; {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, q.String())
	}
}

// FuzzReadForms checks that ReadForms reads what Read reads.
func FuzzReadForms(f *testing.F) {
	for _, s := range []string{
		`<a:s> <a:p> "o" <a:g#L1> .`, `<a:s> <a:p> <a:o> .`, `_:a <a:p> "x"@en .`, `<a:s> <a:p> "1"^^<a:t> _:g .`,
		`<a:s> <a:p> "o"^^<http://www.w3.org/2001/XMLSchema#string> .`, `<a:s> <a:p> "o\u0041" .`, `<a:\u0041> <a:p> "o" .`,
		"<a:s>\t<a:p>  <a:o>. # c", `<a:s> <a:p> "o"@en- .`, "<a:s> <a:p> \"\xff\" .", `<s> <a:p> <a:o> .`, "<a:s> <a:p> \"\t\" .",
		`<a:s> <a:p> <a:o> "g" .`, `<a:s> <a:p> <a:o> <a:g> . x`, `<a:s> <a:p> <a:o> <a:g>`, `"s" <a:p> <a:o> .`,
	} {
		f.Add(s + "\n# c\n" + s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, want := strings.Join(forms(text), "\n"), strings.Join(quads(text), "\n")
		if got != want {
			t.Errorf("%q: forms\n%s\nwant\n%s", text, got, want)
		}
	})
}
