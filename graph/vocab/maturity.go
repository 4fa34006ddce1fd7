package vocab

import "strings"

// Level is a CNCF maturity level.
type Level string

// The levels. Accepted is what a project is that was accepted (or "donated")
// at a level that is not said.
const (
	Accepted   Level = "accepted"
	Sandbox    Level = "sandbox"
	Incubating Level = "incubating"
	Graduated  Level = "graduated"
	Archived   Level = "archived"
)

// Levels lists the levels from the lowest up, archived last.
var Levels = [...]Level{Accepted, Sandbox, Incubating, Graduated, Archived}

// Ranks of the sources of maturity histories, by the objects of HistoryRank. A
// project's history is taken whole from the source with the best rank.
const (
	RankCorrected = 1 // checked by a person
	RankLandscape = 2
	RankObserved  = 3 // levels as they were seen in a list that changes: dates are those on which they were first seen
	RankDevstats  = 4
)

// Predicate returns the IRI of the milestone predicate of l, whose object is the date.
func (l Level) Predicate() string { return Base + string(l) }

// IRI returns the IRI of l as a concept, the object of Status.
func (l Level) IRI() string { return Base + "maturity/" + string(l) }

// LevelOf returns the level whose predicate or concept iri is.
func LevelOf(iri string) (Level, bool) {
	name, ok := strings.CutPrefix(iri, Base)
	if !ok {
		return "", false
	}
	name = strings.TrimPrefix(name, "maturity/")
	for _, l := range Levels {
		if name == string(l) {
			return l, true
		}
	}
	return "", false
}
