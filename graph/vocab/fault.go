package vocab

// Fault is the rule that something in a source breaks, as its reader saw it. A
// source states its own faults, each on the line at fault: source, Predicate, a
// text in words.
type Fault string

// The faults of files of records, and those of landscapes.
const (
	UnusableRow     Fault = "unusable-row"     // a row, an entry or an item that nothing could be made of
	KeyDrift        Fault = "key-drift"        // a key in another spelling than in most entries
	MisplacedKey    Fault = "misplaced-key"    // a key of an entry inside one of its blocks
	MissingKey      Fault = "missing-key"      // a key that all other entries have
	NullKey         Fault = "null-key"         // a key that never has a value
	MixedType       Fault = "mixed-type"       // a value of another type than the key mostly has
	UnknownCategory Fault = "unknown-category" // a category that the file does not have
	EmptyCategory   Fault = "empty-category"   // a category without entries
	DuplicateName   Fault = "duplicate-name"   // two entries of one name
	ShadowItem      Fault = "shadow-item"      // an entry that repeats another one for a second category
)

// faults is where the predicates of faults live.
const faults = Base + "fault/"

// Predicate returns the IRI of the predicate that states the fault.
func (f Fault) Predicate() string { return faults + string(f) }
