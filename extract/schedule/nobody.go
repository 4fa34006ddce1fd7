package schedule

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	// unknown stands in the place of speakers until they are known.
	unknown = pattern.Lazy(`(?i)^(?:(?:speaker|presenter|panell?ist|moderator|name)s?\W*)?(?:tb[acd]|to be (?:announced|confirmed|determined|decided))\W*$`)
	// several is a group of people none of whom is named: "The Keel maintainers".
	several = pattern.Lazy(`(?i)^the\s.*\s(?:maintainers|contributors|organi[sz]ers|team|community)$`)
	// fields are what roles are of.
	fields = pattern.Lazy(`(?i)^(?:core|technical|product|project|release|platform|software)$`)
)

// isNobody tells whether what stands in a speaker's place names no person.
func isNobody(s string) bool {
	return unknown().MatchString(s) || several().MatchString(s) || isBareRole(s)
}

// isBareRole tells whether s is a role without the name of who has it: "Core
// Maintainer", "Community Leader".
func isBareRole(s string) bool {
	words := strings.Fields(s)
	for i, w := range words {
		if !roles().MatchString(w) && (i == len(words)-1 || !fields().MatchString(w)) {
			return false
		}
	}
	return len(words) > 0
}
