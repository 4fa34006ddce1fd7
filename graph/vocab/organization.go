package vocab

import (
	"strings"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// OrganizationID returns the id of the organisation that is called name: its slug
// without what tells its legal form, without an article and a remark in brackets, so
// that "Red Hat", "Red Hat, Inc." and "RedHat" are one. It is empty where name has no
// letter and no digit.
func OrganizationID(name string) string {
	slug := Slug(name)
	if short := Slug(withoutLegalForm(name)); short != "" && !trades[short] {
		slug = short
	}
	if bare := strings.TrimPrefix(slug, "the-"); strings.Contains(bare, "-") {
		slug = bare
	}
	if usual, ok := spellings[slug]; ok {
		return usual
	}
	return slug
}

// legalForm is what a name of a company ends in, and a remark in brackets.
var legalForm = pattern.Lazy(`(?i)(?:\s*[(（][^()（）]*[)）]|[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh|corp|corporation|co|ag|ab|as|asa|a/s|b\.?v|n\.?v|plc|pvt|private|pte|pty|s\.?a|sas|s\.?r\.?l|se|l\.?p|llp|kg|oy|k\.?k)\.?,?|(?:股份)?有限公司|株式会社)\s*$`)

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

// spellings are the ids of organisations that are called by another name too, written
// with gaps and without, by an acronym, a domain or all of their trade, by the id that
// the other name gives: nothing in a name tells so.
var spellings = map[string]string{
	"absa-group":                        "absa",
	"adobe-systems":                     "adobe",
	"akamai-technologies":               "akamai",
	"alibaba-group":                     "alibaba",
	"alibabacloud":                      "alibaba-cloud",
	"ancestry-com":                      "ancestry",
	"antgroup":                          "ant-group",
	"aws":                               "amazon-web-services",
	"black-rock":                        "blackrock",
	"bt-group":                          "bt",
	"buoyant-io":                        "buoyant",
	"chef-io":                           "chef",
	"cisco-systems":                     "cisco",
	"cloud-native-computing-foundation": "cncf",
	"constantia-io":                     "constantia",
	"controlplane":                      "control-plane",
	"dagger-io":                         "dagger",
	"dao-cloud":                         "daocloud",
	"dell-technologies":                 "dell",
	"deutschebahn":                      "deutsche-bahn",
	"digital-ocean":                     "digitalocean",
	"dynamia-ai":                        "dynamia",
	"edera-dev":                         "edera",
	"epam-systems":                      "epam",
	"f5-networks":                       "f5",
	"fermyon-technologies":              "fermyon",
	"futurewei-technologies":            "futurewei",
	"go-jek":                            "gojek",
	"grafana":                           "grafana-labs",
	"guidewire-software":                "guidewire",
	"harness-io":                        "harness",
	"hewlett-packard-enterprise":        "hpe",
	"honeycomb-io":                      "honeycomb",
	"huawei-technologies":               "huawei",
	"indeed-com":                        "indeed",
	"infracloud-technologies":           "infracloud",
	"jd":                                "jd-com",
	"jetstack-io":                       "jetstack",
	"kedify-io":                         "kedify",
	"krol-cloud":                        "krolcloud",
	"kuaishou-technology":               "kuaishou",
	"lambda-ai":                         "lambda",
	"ovh-cloud":                         "ovhcloud",
	"palantir-technologies":             "palantir",
	"platform9-systems":                 "platform9",
	"qing-cloud":                        "qingcloud",
	"qingcloud-technologies":            "qingcloud",
	"rafay-systems":                     "rafay",
	"rancher":                           "rancher-labs",
	"redhat":                            "red-hat",
	"sangfor-technologies":              "sangfor",
	"seldon-io":                         "seldon",
	"seldon-technologies":               "seldon",
	"stacklet-io":                       "stacklet",
	"tetrate-io":                        "tetrate",
	"thetradedesk":                      "trade-desk",
	"tyk-technologies":                  "tyk",
	"uber-technologies":                 "uber",
	"veeam-software":                    "veeam",
	"verica-io":                         "verica",
}
