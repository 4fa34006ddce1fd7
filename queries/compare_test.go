package queries_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/queries"
)

// compareFacts are NATS and Envoy, which share a talk, another that is about one and
// names the other, and the speaker Ada.
var compareFacts = conference(
	project("envoy", "Envoy", "graduated 2018-11-28"),
	given("both", "conf-2", "bo", 11, "nats", "envoy"),
	given("envoy", "", "ada", 12, "envoy"), "talk/envoy mentions project/nats "+src+" 12\ntalk/envoy startDate 2019-02 "+src+" 12\n",
	given("undated", "", "cy", 13, "envoy"), "<"+src+"> mentions project/nats "+src+" 21\n",
	"project/envoy uses project/nats "+src+" 14\nproject/envoy alternativeTo project/nats "+src+" 15\nproject/envoy uses project/kafka "+src+" 16\n", project("kafka", "Kafka"),
	"project/envoy createdBy organization/lyft "+src+" 17\norganization/lyft a Organization "+src+" 17\norganization/lyft name \"Lyft\" "+src+" 17\n",
	"project/envoy maintainer speaker/ada "+src+" 18\nspeaker/ada affiliation organization/lyft "+src+" 18\n",
	"project/envoy maintainer speaker/bo "+src+" 19\nspeaker/bo affiliation organization/lyft "+src+" 11\n",
	"project/envoy homepage <https://www.envoyproxy.io/> "+src+" 20\n",
)

func TestCompare(t *testing.T) {
	g := factGraph(t, compareFacts)
	c, err := queries.Compare(t.Context(), g, []string{"envoy", "NATS", "project/envoy"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, p := range c.Projects {
		fmt.Fprintf(&got, "%s %q %d+%d, shared %d by %d\n", p.ID, p.Maturity, p.About, p.Named, p.SharedTalks, p.SharedSpeakers)
		for _, y := range p.Years {
			fmt.Fprintf(&got, " %q %d+%d by %d\n", y.Year, y.About, y.Named, len(y.Evidence))
		}
		fmt.Fprintf(&got, " first %s, last %s\n", p.First.ID, p.Last.ID)
		for _, s := range p.Speakers.Entries {
			fmt.Fprintf(&got, " speaker %s %d\n", s.ID, s.Talks)
		}
		fmt.Fprintf(&got, " %d maintainers, companies %v, creators %d, homepages %d\n", p.Maintainers, len(p.Companies.Entries), len(p.CreatedBy), len(p.Homepage))
		for _, o := range p.Companies.Entries {
			fmt.Fprintf(&got, " company %s %d %v\n", o.ID, o.Maintainers, o.Evidence)
		}
	}
	for _, r := range c.Relations {
		fmt.Fprintf(&got, "%s: %s\n", r.Relation, r.Text)
	}
	for _, s := range c.SharedTalks.Entries {
		fmt.Fprintf(&got, "talk %s about %v naming %v\n", s.ID, names(s.Projects), names(s.Mentions))
	}
	for _, s := range c.SharedSpeakers.Entries {
		fmt.Fprintf(&got, "speaker %s %d about %v\n", s.ID, s.Talks, names(s.Projects))
	}
	want := `envoy "graduated" 3+0, shared 2 by 2
 "2019" 1+0 by 1
 "2021" 1+0 by 1
 "" 1+0 by 1
 first envoy, last both
 speaker ada 1
 speaker bo 1
 speaker cy 1
 2 maintainers, companies 1, creators 1, homepages 1
 company lyft 1 [https://example.org/talks.md:18]
nats "" 2+1, shared 2 by 2
 "2019" 0+1 by 1
 "2021" 2+0 by 2
 first both, last now
 speaker ada 1
 speaker bo 1
 0 maintainers, companies 0, creators 0, homepages 0
uses: Envoy uses NATS
alternative_to: Envoy is an alternative to NATS
talk both about [Envoy NATS] naming []
talk envoy about [Envoy] naming [NATS]
speaker ada 2 about [Envoy NATS]
speaker bo 1 about [Envoy NATS]
`
	if got.String() != want {
		t.Errorf("got:\n%swant:\n%s", got.String(), want)
	}
}

func TestCompareLimitsLists(t *testing.T) {
	c, err := queries.Compare(t.Context(), factGraph(t, compareFacts), []string{"envoy", "nats"}, &queries.CompareOptions{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if p := c.Projects[0]; p.Speakers.Count != 3 || p.Speakers.Omitted != 2 || p.SharedTalks != 2 || c.SharedTalks.Omitted != 1 || c.SharedSpeakers.Omitted != 1 {
		t.Errorf("got %+v", c)
	}
}

func TestCompareNeedsTwoProjects(t *testing.T) {
	g := factGraph(t, compareFacts)
	for _, projects := range [][]string{nil, {"nats"}, {"nats", "NATS"}} {
		_, err := queries.Compare(t.Context(), g, projects, nil)
		if bad := new(queries.OptionError); !errors.As(err, &bad) {
			t.Errorf("%v: error %v", projects, err)
		}
	}
	_, err := queries.Compare(t.Context(), g, []string{"nats", "hail"}, nil)
	if missing := new(queries.NotFoundError); !errors.As(err, &missing) {
		t.Errorf("error %v", err)
	}
}
