package vocab

// Relation is a declared relation between two projects, or between a project
// and an organisation or person.
type Relation struct {
	Name      string // as JSON and YAML write it
	Predicate string
}

// The relations.
var (
	Uses           = Relation{"uses", Base + "uses"}
	BuiltOn        = Relation{"built_on", Base + "builtOn"}
	IntegratesWith = Relation{"integrates_with", Base + "integratesWith"}
	PartOf         = Relation{"part_of", dctermsNS + "isPartOf"}
	RenamedFrom    = Relation{"renamed_from", dctermsNS + "replaces"}
	AlternativeTo  = Relation{"alternative_to", Base + "alternativeTo"}
	CreatedBy      = Relation{"created_by", Base + "createdBy"}
)

// Relations lists the relations in the order in which documentation gives them.
var Relations = [...]Relation{Uses, BuiltOn, IntegratesWith, PartOf, RenamedFrom, AlternativeTo, CreatedBy}

// RelationNamed returns the relation that JSON and YAML call name.
func RelationNamed(name string) (Relation, bool) {
	for _, r := range Relations {
		if r.Name == name {
			return r, true
		}
	}
	return Relation{}, false
}

// RelationOf returns the relation with the predicate iri.
func RelationOf(iri string) (Relation, bool) {
	for _, r := range Relations {
		if r.Predicate == iri {
			return r, true
		}
	}
	return Relation{}, false
}
