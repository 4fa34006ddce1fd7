package resolve

import "testing"

func TestComparePersons(t *testing.T) {
	tests := []struct {
		a, b string
		want kinship
	}{
		{"Aki Mori", "Mori Aki", sameNamed},
		{"Aki Mori", "AKI  MORI", sameNamed},
		{"AkiMori", "Aki Mori", sameNamed},
		{"森 亜紀", "森亜紀", sameNamed},
		{"森 亜紀さん", "亜紀 森", sameNamed},
		{"José Núñez", "Jose Nunez", sameNamed},
		{"Łukasz Ørsted", "Lukasz Orsted", sameNamed},
		{"Dr. Aki Mori", "Aki Mori (she/her)", sameNamed},
		{"Wei (Will) Zhang", "Zhang Wei", sameNamed},
		{"Conor O'Brien", "Conor O’Brien", sameNamed},
		{"Jean-Luc Bo", "Jean Luc Bo", sameNamed},
		{"John A. Wells", "John Wells", sameNamed},
		{"Ana María de la Cruz", "de la Cruz Ana María", sameNamed},
		{"マイケル・ミラー", "マイケル ミラー", sameNamed},
		{"김철수", "김 철수", sameNamed},
		{"John A. Wells", "John B. Wells", namesakes},
		{"John Wells", "Tom Wells", namesakes},
		{"J Wells", "John Wells", shortened},
		{"Matt Wells", "Matthew Wells", shortened},
		{"Wells", "John Wells", shortened},
		{"Jon Wells", "Jonas Wells", shortened},
		{"Jonathan Wells", "Jonathon Wells", shortened},
		{"上田", "上田 俊也", shortened},
		{"上田", "上田俊也", shortened},
		{"John Wells", "Aki Mori", strangers},
		{"森 亜紀", "井上 拓", strangers},
		{"John Wells", "森 亜紀", undecided},
		{"John", "Aki", undecided},
		{"森", "森 亜紀", shortened},
		{"モリ アキ", "森 亜紀", undecided},
		{"SREの人 🚀", "井上 拓", undecided},
		{"", "", undecided},
	}
	for _, test := range tests {
		a, b := parsePerson(test.a), parsePerson(test.b)
		if got, back := comparePersons(a, b), comparePersons(b, a); got != test.want || back != test.want {
			t.Errorf("%q and %q: got %d and %d, want %d", test.a, test.b, got, back, test.want)
		}
	}
}

func TestFullNames(t *testing.T) {
	for name, want := range map[string]bool{
		"Aki Mori": true, "Mori": false, "森亜紀": true, "森": false, "王伟": false, "김철수": true, "@akim": false, "A. Mori": false, "": false,
	} {
		if got := parsePerson(name).full; got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestProfiles(t *testing.T) {
	tests := []struct {
		address string
		want    account
	}{
		{"https://twitter.com/AkiM", account{"twitter.com", "akim"}},
		{"https://x.com/akim/", account{"twitter.com", "akim"}},
		{"https://mobile.twitter.com/akim", account{"twitter.com", "akim"}},
		{"https://www.github.com/akim", account{"github.com", "akim"}},
		{"https://hachyderm.io/@AkiM", account{"hachyderm.io", "akim"}},
		{"https://www.linkedin.com/in/akim", account{"linkedin.com/in/akim", ""}},
		{"https://twitter.com/", account{}},
		{"mailto:aki@example.org", account{"mailto:aki@example.org", ""}},
	}
	for _, test := range tests {
		if got := parseProfile(test.address); got != test.want {
			t.Errorf("%s: got %v, want %v", test.address, got, test.want)
		}
	}
}
