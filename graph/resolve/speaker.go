package resolve

import "strings"

// speaker is what is said of a person under all their ids.
type speaker struct {
	names         []named
	profiles      []profile
	organizations []string // ids, sorted
	talks         []num    // sorted
	maintained    []int32  // projects, sorted
}

func (s *speaker) join(o *speaker) {
	s.names = appendNew(s.names, named.says, o.names...)
	s.profiles = appendNew(s.profiles, profile.says, o.profiles...)
	s.organizations = union(s.organizations, o.organizations)
	s.talks = union(s.talks, o.talks)
	s.maintained = union(s.maintained, o.maintained)
}

// unaffiliated are words that stand where an organisation is expected and name
// none, or what is left of one that was cut apart.
var unaffiliated = set("ambassador chair cncf-ambassador co-chair consultant contributor corp freelance freelancer inc independent " +
	"individual llc ltd maintainer member none self self-employed speaker student unaffiliated")

// colleagues tells whether s and t belong to one organisation. The name of one may
// go on where the other ends: a company and a part of it.
func (s *speaker) colleagues(t *speaker) bool {
	for _, a := range s.organizations {
		for _, b := range t.organizations {
			if a == b || strings.HasPrefix(a, b+"-") || strings.HasPrefix(b, a+"-") {
				return true
			}
		}
	}
	return false
}

// full tells whether a name of the person is more than a first name.
func (s *speaker) full() bool {
	for _, n := range s.names {
		if n.full {
			return true
		}
	}
	return false
}

// kinship returns how far the names of s and t agree: the nearest of their
// names decide. Persons without a name are undecided.
func (s *speaker) kinship(t *speaker) (best kinship, a, b fact) {
	best = undecided
	for i, x := range s.names {
		for j, y := range t.names {
			if k := comparePersons(x.person, y.person); i+j == 0 || k > best {
				best, a, b = k, x.at, y.at
			}
		}
	}
	return best, a, b
}

// minHandle is the least length of a handle that says something where its
// platform is not known.
const minHandle = 4

// sameAccount is an account that two persons have in common.
type sameAccount struct {
	a, b   fact
	handle string
	loose  bool // the platform of one is not known, so that only the handle is the same
}

// account returns the account that s and t have in common, if there is one: one
// on a known platform, else the one with the longest handle.
func (s *speaker) account(t *speaker) (same sameAccount, ok bool) {
	for _, x := range s.profiles {
		for _, y := range t.profiles {
			switch {
			case x.account == y.account && x.platform != "":
				return sameAccount{x.at, y.at, x.handle, false}, true
			case x.handle == y.handle && (x.platform == "" || y.platform == "") && len(x.handle) > len(same.handle):
				same, ok = sameAccount{x.at, y.at, x.handle, true}, true
			}
		}
	}
	return same, ok
}

// tells tells whether the account says something without a name that agrees.
func (s sameAccount) tells() bool { return !s.loose || len(s.handle) >= minHandle }

// twoAccounts tells whether both have accounts on a platform and none is the same.
func (s *speaker) twoAccounts(t *speaker) bool {
	differ := map[string]bool{}
	for _, x := range s.profiles {
		for _, y := range t.profiles {
			if x.platform != y.platform || x.platform == "" {
				continue
			}
			if x.handle == y.handle {
				differ[x.platform] = false
			} else if _, ok := differ[x.platform]; !ok {
				differ[x.platform] = true
			}
		}
	}
	for _, d := range differ {
		if d {
			return true
		}
	}
	return false
}

// likelySame tells whether the persons with the roots a and b may be the speaker
// of one talk of which nothing but the title is known.
func (m *merger) likelySame(a, b num) agreement {
	if a == b {
		return agree
	}
	s, t := m.speakers[a], m.speakers[b]
	if m.foes(a, b) {
		return differ
	}
	if same, ok := s.account(t); ok && same.tells() {
		return agree
	}
	switch k, _, _ := s.kinship(t); k {
	case sameNamed:
		return agree
	case strangers, namesakes:
		return differ
	}
	return open
}
