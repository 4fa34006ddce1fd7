package extract

import (
	"fmt"
	"strings"
)

// Stamp says by what a document was read. It is recorded with each source, so that
// those which an older extractor or catalogue read can be read again.
type Stamp struct {
	Version   string // of the extractor
	Catalogue string // of the catalogue of projects, "" where it is not known
	Aliases   string // of the user's own names, "" where there were none
}

// String returns "extract 2 catalogue sha256:… aliases sha256:…", without what is
// empty.
func (s Stamp) String() string {
	text := "extract " + s.Version
	if s.Catalogue != "" {
		text += " catalogue " + s.Catalogue
	}
	if s.Aliases != "" {
		text += " aliases " + s.Aliases
	}
	return text
}

// ParseStamp reads what String returns.
func ParseStamp(text string) (Stamp, error) {
	var s Stamp
	words := strings.Fields(text)
	if len(words)%2 != 0 || len(words) == 0 {
		return s, fmt.Errorf("%q names no extractor", text)
	}
	for i := 0; i < len(words); i += 2 {
		switch words[i] {
		case "extract":
			s.Version = words[i+1]
		case "catalogue":
			s.Catalogue = words[i+1]
		case "aliases":
			s.Aliases = words[i+1]
		default:
			return s, fmt.Errorf("%q names no extractor: unknown word %q", text, words[i])
		}
	}
	return s, nil
}
