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
	if !isDay(s) {
		return ""
	}
	return s
}

// isDay tells whether s is a day of the calendar, "2006-01-02". It is asked for every
// date that answers compare, and much quicker than time.Parse.
func isDay(s string) bool {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
	return year >= 0 && month >= 1 && month <= 12 && day >= 1 &&
		(day <= 28 || day <= time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

// digits returns the number that s is written as, -1 where it is not of digits alone.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}
