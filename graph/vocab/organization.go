package vocab

import (
	"regexp"
	"strings"
	"sync"
)

// OrganizationID returns the id of the organisation that is called name: its slug
// without what tells its legal form and without a remark in brackets, so that "Red Hat",
// "Red Hat, Inc." and "RedHat" are one. It is empty where name has no letter and no
// digit.
func OrganizationID(name string) string {
	slug := Slug(name)
	if short := Slug(withoutLegalForm(name)); short != "" && !trades[short] {
		slug = short
	}
	if usual, ok := spellings[slug]; ok {
		return usual
	}
	return slug
}

// legalForm is what a name of a company ends in, and a remark in brackets.
var legalForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:\s*[(（][^()（）]*[)）]|[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh|corp|corporation|co|ag|ab|as|asa|a/s|b\.?v|n\.?v|plc|pvt|private|pte|pty|s\.?a|sas|s\.?r\.?l|se|l\.?p|llp|kg|oy|k\.?k)\.?,?|(?:股份)?有限公司|株式会社)\s*$`)
})

// withoutLegalForm returns name without legal forms at its end: "Co., Ltd." has two.
func withoutLegalForm(name string) string {
	for {
		at := legalForm().FindStringIndex(name)
		if at == nil || at[0] == 0 {
			return strings.TrimPrefix(name, "株式会社")
		}
		name = name[:at[0]]
	}
}

// trades say of a company what many do: such a one is called by its legal form too,
// "Software AG".
var trades = map[string]bool{"bank": true, "cloud": true, "data": true, "digital": true, "software": true, "solutions": true, "systems": true, "technologies": true}

// spellings are the ids of organisations whose names are written with gaps and
// without, or by an acronym, by the other id that a name gives. Nothing in a name says
// where its gaps are.
var spellings = map[string]string{
	"alibabacloud":  "alibaba-cloud",
	"antgroup":      "ant-group",
	"aws":           "amazon-web-services",
	"black-rock":    "blackrock",
	"controlplane":  "control-plane",
	"dao-cloud":     "daocloud",
	"deutschebahn":  "deutsche-bahn",
	"digital-ocean": "digitalocean",
	"go-jek":        "gojek",
	"krol-cloud":    "krolcloud",
	"ovh-cloud":     "ovhcloud",
	"qing-cloud":    "qingcloud",
	"redhat":        "red-hat",
	"thetradedesk":  "the-trade-desk",
}
