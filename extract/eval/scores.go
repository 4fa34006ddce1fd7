package eval

import (
	"encoding/json"
	"iter"
	"strconv"
)

// Scores are the figures of a set of documents. Its JSON holds the figures alone.
type Scores struct {
	Projects    Measure     `json:"projects"`  // of the landscape
	Mentions    Measure     `json:"mentions"`  // lines that name them
	External    Measure     `json:"external"`  // projects that the landscape lacks
	Talks       Measure     `json:"talks"`     // by title
	About       Measure     `json:"about"`     // projects that the talks found are about
	Speakers    Measure     `json:"speakers"`  // of the talks found
	Slides      Measure     `json:"slides"`    // of the talks found
	Event       Measure     `json:"event"`     // the one that a document is about
	Date        Measure     `json:"date"`      // of the events found
	Maturity    Measure     `json:"maturity"`  // statements on levels
	Relations   Measure     `json:"relations"` // statements on two projects
	Distractors Distractors `json:"distractors"`
	Calibration []Bin       `json:"calibration"` // links by confidence, the least first

	WithoutDocument []string `json:"-"` // ids of gold, in order
	WithoutGold     []string `json:"-"` // sources of documents, in order
}

// Measures yields the measures with their names in JSON, in the order of the fields.
func (s *Scores) Measures() iter.Seq2[string, *Measure] {
	return func(yield func(string, *Measure) bool) {
		for _, m := range []struct {
			name    string
			measure *Measure
		}{
			{"projects", &s.Projects},
			{"mentions", &s.Mentions},
			{"external", &s.External},
			{"talks", &s.Talks},
			{"about", &s.About},
			{"speakers", &s.Speakers},
			{"slides", &s.Slides},
			{"event", &s.Event},
			{"date", &s.Date},
			{"maturity", &s.Maturity},
			{"relations", &s.Relations},
		} {
			if !yield(m.name, m.measure) {
				return
			}
		}
	}
}

// Measure counts what was found of one kind of thing, and what was not.
type Measure struct {
	TP     int       // found and right
	Missed []Finding // in gold and not found
	Extra  []Finding // found and not in gold
}

// FP returns the number of false positives.
func (m *Measure) FP() int { return len(m.Extra) }

// FN returns the number of false negatives.
func (m *Measure) FN() int { return len(m.Missed) }

// Precision returns the share of what was found that is right, 0 if nothing was.
func (m *Measure) Precision() float64 { return share(m.TP, m.FP()) }

// Recall returns the share of gold that was found, 0 if there is none.
func (m *Measure) Recall() float64 { return share(m.TP, m.FN()) }

// F1 returns the harmonic mean of precision and recall, 0 if both are.
func (m *Measure) F1() float64 {
	p, r := m.Precision(), m.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// MarshalJSON writes the figures, shares with four decimals.
func (m Measure) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		P  float64 `json:"p"`
		R  float64 `json:"r"`
		F  float64 `json:"f"`
		TP int     `json:"tp"`
		FP int     `json:"fp"`
		FN int     `json:"fn"`
	}{rounded(m.Precision()), rounded(m.Recall()), rounded(m.F1()), m.TP, m.FP(), m.FN()})
}

// Distractors counts the distractors that were linked.
type Distractors struct {
	Taken []Finding // those linked, with the reason why not to
	Of    int       // all of them, each counted once a line
}

// MarshalJSON writes the two numbers.
func (d Distractors) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Taken int `json:"taken"`
		Of    int `json:"of"`
	}{len(d.Taken), d.Of})
}

// Finding is one thing that was missed, found though it is not there, or taken for
// a name that it is not.
type Finding struct {
	Document string `json:"document"` // id of its gold
	Line     int    `json:"line"`     // 0 where it is not known
	Text     string `json:"text"`
	Note     string `json:"note"` // the talk that it belongs to, or why it is a distractor; may be ""
}

// share returns the part that n is of n and others, 0 where both are.
func share(n, others int) float64 {
	if n+others == 0 {
		return 0
	}
	return float64(n) / float64(n+others)
}

// rounded returns x with four decimals.
func rounded(x float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'f', 4, 64), 64) // what Format writes, Parse reads
	return r
}
