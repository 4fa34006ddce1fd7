package vocab_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

func TestDate(t *testing.T) {
	tests := []struct{ date, datatype, last string }{
		{"2018-11-28", vocab.XSDDate, "2018-11-28"},
		{"2020-02-29", vocab.XSDDate, "2020-02-29"},
		{"2000-02-29", vocab.XSDDate, "2000-02-29"},
		{"2018-11", vocab.XSDGYearMonth, "2018-11-30"},
		{"2018-12", vocab.XSDGYearMonth, "2018-12-31"},
		{"2019-02", vocab.XSDGYearMonth, "2019-02-28"},
		{"2020-02", vocab.XSDGYearMonth, "2020-02-29"},
		{"1900-02", vocab.XSDGYearMonth, "1900-02-28"},
		{"2018", vocab.XSDGYear, "2018-12-31"},
	}
	for _, test := range tests {
		if got, err := vocab.Date(test.date); err != nil || got != rdf.NewTyped(test.date, test.datatype) {
			t.Errorf("Date(%q) = %v, %v", test.date, got, err)
		}
		if got := vocab.LastDay(test.date); got != test.last {
			t.Errorf("LastDay(%q) = %q, want %q", test.date, got, test.last)
		}
	}
}

func TestDateFault(t *testing.T) {
	for _, s := range []string{
		"", "2018-02-30", "2019-02-29", "1900-02-29", "2018-13", "2018-00", "2018-1", "2018-1-1", "18", "20181128",
		"2018/11/28", "2018-11-28T00:00", " 2018", "+018", "２０１８", "abcd", "2018-11-2８",
	} {
		if got, err := vocab.Date(s); err == nil {
			t.Errorf("Date(%q) = %v, want an error", s, got)
		}
		if got := vocab.LastDay(s); got != "" {
			t.Errorf("LastDay(%q) = %q, want none", s, got)
		}
	}
}

func TestLevelOf(t *testing.T) {
	for _, l := range vocab.Levels {
		for _, iri := range []string{l.Predicate(), l.IRI()} {
			if got, ok := vocab.LevelOf(iri); got != l || !ok {
				t.Errorf("LevelOf(%s) = %v, %v", iri, got, ok)
			}
		}
	}
	for _, iri := range []string{"", "graduated", vocab.Base, vocab.Base + "maturity/", vocab.Base + "uses", vocab.Talk} {
		if got, ok := vocab.LevelOf(iri); ok {
			t.Errorf("LevelOf(%s) = %v", iri, got)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, r := range vocab.Relations {
		if got, ok := vocab.RelationNamed(r.Name); got != r || !ok {
			t.Errorf("RelationNamed(%s) = %v, %v", r.Name, got, ok)
		}
		if got, ok := vocab.RelationOf(r.Predicate); got != r || !ok {
			t.Errorf("RelationOf(%s) = %v, %v", r.Predicate, got, ok)
		}
	}
	if _, ok := vocab.RelationNamed("knows"); ok {
		t.Error("knows is no relation")
	}
	if _, ok := vocab.RelationOf(vocab.Type); ok {
		t.Error("rdf:type is no relation")
	}
}

func TestLastDayIsOfTheCalendar(t *testing.T) {
	for _, year := range []string{"0000", "1900", "2000", "2023", "2024", "202x", "-024"} {
		for month := range 14 {
			for day := range 33 {
				s := fmt.Sprintf("%s-%02d-%02d", year, month, day)
				want := s
				if _, err := time.Parse(time.DateOnly, s); err != nil {
					want = ""
				}
				if got := vocab.LastDay(s); got != want {
					t.Errorf("LastDay(%q) = %q, want %q", s, got, want)
				}
			}
		}
	}
	for _, s := range []string{"2024/01/02", "2024-1-002", "2024-01-2", "2024-01-02T", "２０２４-01-02"} {
		if got := vocab.LastDay(s); got != "" {
			t.Errorf("LastDay(%q) = %q, want none", s, got)
		}
	}
}
