package vocab

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
)

// profileSites are the sites whose profile addresses end in a handle.
var profileSites = [...]struct{ platform, prefix string }{
	{"twitter", "https://twitter.com/"},
	{"github", "https://github.com/"},
}

// Handle returns the platform and the handle of a profile's address, such as an object
// of Profile.
func Handle(profile string) (platform, handle string, ok bool) {
	for _, site := range profileSites {
		if name, ok := strings.CutPrefix(profile, site.prefix); ok && name != "" && !strings.Contains(name, "/") {
			return site.platform, name, true
		}
	}
	return "", "", false
}

// Profiles returns the addresses that Handle returns the handle of, in lower case as
// they are kept, one for each platform.
func Profiles(handle string) []rdf.Term {
	list := make([]rdf.Term, len(profileSites))
	for i, site := range profileSites {
		list[i] = rdf.NewIRI(site.prefix + strings.ToLower(handle))
	}
	return list
}
