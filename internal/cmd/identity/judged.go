package main

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
)

// kinds are the kinds of records that are judged.
var kinds = []vocab.Kind{vocab.KindTalk, vocab.KindSpeaker}

const (
	seed  = "2026-11-25"
	drawn = 100
)

// draw returns pairs by lot: those of the least hashes of seed and ids. A change of
// the graph changes no more of the draw than it must.
func draw(pairs []pair) []pair {
	lot := func(p pair) string {
		sum := sha256.Sum256([]byte(seed + " " + p.a + " " + p.b))
		return string(sum[:])
	}
	pairs = slices.Clone(pairs)
	slices.SortFunc(pairs, func(x, y pair) int { return cmp.Compare(lot(x), lot(y)) })
	return pairs[:min(len(pairs), drawn)]
}

// verdict is what a person says of two records.
type verdict string

const (
	same  verdict = "same"
	two   verdict = "two"
	open_ verdict = "open" // cannot be told from what is public
	none  verdict = "?"    // not judged
)

//go:embed judged.txt
var judgedText string

// verdicts are the judgements, by pair.
type verdicts map[[2]string]verdict

func (v verdicts) of(p pair) verdict {
	if verdict, ok := v[[2]string{p.a, p.b}]; ok {
		return verdict
	}
	return none
}

// judgements reads judged.txt.
func judgements() (verdicts, error) {
	v := verdicts{}
	for i, line := range strings.Split(judgedText, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) != 4 || !slices.Contains([]verdict{same, two, open_}, verdict(f[1])) {
			return nil, fmt.Errorf("judged.txt:%d: want kind, verdict and two ids", i+1)
		}
		a, b := vocab.Base+f[0]+"/"+f[2], vocab.Base+f[0]+"/"+f[3]
		v[[2]string{a, b}] = verdict(f[1])
	}
	return v, nil
}

// id returns the id of an entity without its kind.
func id(iri string) string {
	_, id, _ := vocab.KindOf(iri)
	return id
}

// score counts judged pairs of one kind, by verdict: those that are merged, and
// near misses.
type score struct{ merged, apart map[verdict]int }

// score holds the judgements on records of the kind against what is merged.
func (w *world) score(kind vocab.Kind, judged verdicts) score {
	s := score{map[verdict]int{}, map[verdict]int{}}
	for p, verdict := range judged {
		k, _, _ := vocab.KindOf(p[0])
		if k != kind || w.sources[p[0]] == nil || w.sources[p[1]] == nil {
			continue // of another kind, or no more in the graph
		}
		if w.one(p[0]) == w.one(p[1]) {
			s.merged[verdict]++
		} else {
			s.apart[verdict]++
		}
	}
	return s
}

// precision is the share of merged pairs that are one.
func (s score) precision() float64 { return share(s.merged[same], s.merged[two]) }

// recall estimates the share of pairs that are one which are merged, of as many
// merged ones and near misses as there are in all.
func (s score) recall(merged, misses int) float64 {
	found := float64(merged) * s.precision()
	missed := float64(misses) * share(s.apart[same], s.apart[two])
	return found / (found + missed)
}

func share(yes, no int) float64 {
	if yes+no == 0 {
		return 1
	}
	return float64(yes) / float64(yes+no)
}
