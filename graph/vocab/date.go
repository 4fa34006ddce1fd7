package vocab

import (
	"fmt"
	"time"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// Date returns s, "2018-11-28", "2018-11" or "2018", as a literal of the datatype
// that fits. It is an error where s is none of these or no day of the calendar.
func Date(s string) (rdf.Term, error) {
	for _, f := range [...]struct{ layout, datatype string }{
		{time.DateOnly, XSDDate}, {"2006-01", XSDGYearMonth}, {"2006", XSDGYear},
	} {
		if len(s) == len(f.layout) {
			if _, err := time.Parse(f.layout, s); err == nil {
				return rdf.NewTyped(s, f.datatype), nil
			}
		}
	}
	return rdf.Term{}, fmt.Errorf("%q is no date (YYYY, YYYY-MM or YYYY-MM-DD)", s)
}

// LastDay returns the last day, "YYYY-MM-DD", of the date s, which may lack the
// day or the month: a partial date counts from its last day, so that nothing is
// claimed too early. It returns "" where s is no date.
func LastDay(s string) string {
	switch len(s) {
	case len("2006"):
		s += "-12-31"
	case len("2006-01"):
		month, err := time.Parse("2006-01", s)
		if err != nil {
			return ""
		}
		return month.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return ""
	}
	return s
}
