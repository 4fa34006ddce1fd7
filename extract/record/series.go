package record

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	// editionEnd is what tells an edition at the end of an event's name.
	editionEnd = pattern.Lazy(`(?i)^(.*\S)\s*(?:#|＃|vol\.?|no\.?|第|\s)\s*\d+\s*[회탄차]?$`)
	// place is what stands behind the edition, or before it: a town, a region.
	place  = pattern.Lazy(`^(.*\d)\s+[-–]\s+\p{L}[\p{L} .]*$`)
	region = pattern.Lazy(`(?i)\s+(?:europe|north america|china|india|japan|asia|latin america|africa|oceania|emea|apac|eu|na)$`)
	// kubecon is the series that most sources name only by half.
	kubecon = pattern.Lazy(`(?i)^kubecon\b`)
)

// KubeCon is the name of the series of all KubeCons, wherever they are held. What
// they are held together with changes from place to place.
const KubeCon = "KubeCon + CloudNativeCon"

// Series returns the name of the series that the event is an edition of, "" where
// its name tells none. Editions in all regions are of one series.
func Series(name string) string {
	if m := place().FindStringSubmatch(name); m != nil {
		name = m[1]
	}
	m := editionEnd().FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	series := strings.TrimRight(m[1], " -–—,、:#")
	if short := region().ReplaceAllString(series, ""); short != "" {
		series = short
	}
	switch {
	case kubecon().MatchString(series):
		return KubeCon
	case len(vocab.Slug(series)) < 6:
		return ""
	}
	return series
}
