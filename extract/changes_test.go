package extract_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestSeenChanges checks which of the changes that were seen in a list are
// milestones of a project.
func TestSeenChanges(t *testing.T) {
	tests := []struct {
		name, rows string
		want       string // "level date" of Envoy, in the order of the lines
		passed     int
	}{
		{"in order", "Envoy,sandbox,2018-01-01\nEnvoy,graduated,2019-01-01\n", "sandbox 2018-01-01, graduated 2019-01-01", 0},
		{"taken back", "Envoy,sandbox,2018-01-01\nEnvoy,archived,2019-01-01\nEnvoy,sandbox,2020-01-01\n", "sandbox 2018-01-01, archived 2019-01-01, sandbox 2020-01-01", 0},
		{"left", "Envoy,sandbox,2018-01-01\nEnvoy,,2018-02-01\n", "", 2},
		{"came back", "Envoy,sandbox,2018-01-01\nEnvoy,,2018-02-01\nEnvoy,sandbox,2018-03-01\n", "sandbox 2018-01-01", 2},
		{"renamed", "envoy proxy,sandbox,2018-01-01\nenvoy proxy,,2018-02-01\nEnvoy,sandbox,2018-02-01\nEnvoy,incubating,2018-03-01\n", "sandbox 2018-01-01, incubating 2018-03-01", 2},
		{"listed twice", "Envoy,incubating,2018-01-01\nEnvoy (Wasm),sandbox,2018-02-01\nEnvoy,graduated,2019-01-01\nEnvoy (Wasm),,2019-02-01\n", "incubating 2018-01-01, graduated 2019-01-01", 2},
	}
	for _, test := range tests {
		doc := extracted(t, "name,to,date\n"+test.rows)
		var got []string
		for _, m := range doc.Maturity {
			if m.ID != "envoy" {
				t.Errorf("%s: a milestone of %s", test.name, m.ID)
			}
			got = append(got, fmt.Sprintf("%s %s", m.Level, m.Date))
		}
		if s := strings.Join(got, ", "); s != test.want || doc.Records.Passed != test.passed {
			t.Errorf("%s: got %q and %d rows passed over, want %q and %d", test.name, s, doc.Records.Passed, test.want, test.passed)
		}
	}
}
