package extract_test

import (
	"strings"
	"testing"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// TestPlacesOfMaterial tells that the address of a deck or a recording is stated on
// the line that it stands on, wherever the talk itself is named.
func TestPlacesOfMaterial(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       map[string]string // the address, by the fragment of its line
	}{
		{"told, its deck below", `# Notes from HarborConf 2021

## Thursday

The best one was "How we tamed a thousand pods" by Ann Lee (Initech).

[slides](https://speakerdeck.com/annlee/pods)

[video](https://youtu.be/abcdefghijk)
`, map[string]string{"https://speakerdeck.com/annlee/pods": "L7", "https://youtu.be/abcdefghijk": "L9"}},
		{"in a programme and as a section", `# Mesh Evening Osaka #4

## Agenda

- 19:00 Linkerd on small clusters - Ann Lee, Initech ([slides](https://speakerdeck.com/annlee/small))
- 19:30 Cilium in a lift - Bob Ray, Globex

## Linkerd on small clusters - Ann Lee, Initech

[video](https://youtu.be/abcdefghijk)

It was about Linkerd.

## Cilium in a lift - Bob Ray, Globex

It was about Cilium.
`, map[string]string{"https://speakerdeck.com/annlee/small": "L5", "https://youtu.be/abcdefghijk": "L10"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := map[string]string{}
			for _, q := range extracted(t, test.text).Quads() {
				if q.Predicate.Value == vocab.WorkFeatured || q.Predicate.Value == vocab.RecordedIn {
					_, fragment, _ := strings.Cut(q.Label.Value, "#")
					got[q.Object.Value] = fragment
				}
			}
			for address, line := range test.want {
				if got[address] != line {
					t.Errorf("%s is stated on %q, want %q", address, got[address], line)
				}
			}
			if len(got) != len(test.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}
