package eval

import (
	"testing"

	"github.com/cncfgraph/cncfgraph/extract"
)

func TestSpeakerIs(t *testing.T) {
	for _, tt := range []struct {
		name string
		want Speaker
		got  extract.Speaker
		same bool
	}{
		{"handle", Speaker{Handle: "Mesh_Hanako"}, extract.Speaker{Handle: "@mesh_hanako"}, true},
		{"handle, other name", Speaker{Name: "Hanako", Handle: "hana"}, extract.Speaker{Name: "Taro", Handle: "hana"}, true},
		{"other handle", Speaker{Handle: "hana"}, extract.Speaker{Handle: "hanako"}, false},
		{"nothing", Speaker{}, extract.Speaker{}, false},
		{"name", Speaker{Name: "山田 花子"}, extract.Speaker{Name: "山田花子"}, true},
		{"order", Speaker{Name: "Hanako Yamada"}, extract.Speaker{Name: "YAMADA Hanako"}, true},
		{"part", Speaker{Name: "Hanako Yamada"}, extract.Speaker{Name: "Yamada"}, true},
		{"small part", Speaker{Name: "Hanako von Yamada"}, extract.Speaker{Name: "Yamada"}, false},
		{"short part", Speaker{Name: "Hana Li"}, extract.Speaker{Name: "Li"}, false},
		{"part in characters", Speaker{Name: "山田花子"}, extract.Speaker{Name: "山田"}, false},
		{"another", Speaker{Name: "Hanako Yamada"}, extract.Speaker{Name: "Taro Suzuki"}, false},
	} {
		if got := tt.want.is(tt.got); got != tt.same {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
