package queries_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/queries"
)

func TestEventsAtAPlace(t *testing.T) {
	var facts strings.Builder
	facts.WriteString("<" + src + "> a Document " + src + "\n")
	for i, e := range []struct{ name, location string }{
		{"Night One", "Tokyo, Japan"},
		{"Fog Meetup Tokyo", ""},
		{"Night Two", "東京都港区"},
		{"Night Three", "London, U.K."},
		{"Night Four", "London, United Kingdom"},
		{"Night Five", "Milwaukee, WI, U.S.A."},
		{"Night Six", "Milwaukee"},
		{"Night Seven", "Portland, OR, United States"},
		{"Night Eight", "Portland, Canada"},
		{"Night Nine", "Portland"},
		{"Rain Japan", ""},
	} {
		id := fmt.Sprintf("e%02d", i)
		facts.WriteString(occasion(id, e.name, "2020-01-01", ""))
		if e.location != "" {
			fmt.Fprintf(&facts, "event/%s location %q %s 3\n", id, e.location, src)
		}
	}
	facts.WriteString(occasion("part", "Day Zero", "2020-01-01", "e03"))
	g := factGraph(t, facts.String())
	for _, test := range []struct{ place, want string }{
		{"tokyo", "Fog Meetup Tokyo, Night One"},
		{"東京", "Night Two"},
		{"Japan", "Fog Meetup Tokyo, Night One, Rain Japan"},
		{"Tokyo, Japan", "Fog Meetup Tokyo, Night One"},
		{"London", "Day Zero, Night Four, Night Three"},
		{"UK", "Day Zero, Night Four, Night Three"},
		{"united kingdom", "Day Zero, Night Four, Night Three"},
		{"London, UK", "Day Zero, Night Four, Night Three"},
		{"USA", "Night Five, Night Seven, Night Six"},
		{"United States", "Night Five, Night Seven, Night Six"},
		{"Portland", "Night Eight, Night Nine, Night Seven"},
		{"Canada", "Night Eight"},
		{"Toky", ""},
		{"Oslo", ""},
		{"…", "Day Zero, Fog Meetup Tokyo, Night Eight, Night Five, Night Four, Night Nine, Night One, Night Seven, Night Six, Night Three, Night Two, Rain Japan"},
	} {
		list, err := queries.Events(t.Context(), g, &queries.Filter{Place: test.place})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range list.Events {
			got = append(got, e.Name)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %s, want %s", test.place, strings.Join(got, ", "), test.want)
		}
	}
}
