package link

import (
	"fmt"
	"os"
	"sort"
	"testing"
)

func TestScratchUnlisted(t *testing.T) {
	b, _ := os.ReadFile("../../data/words.yaml")
	w, _ := ReadWords("words.yaml", b)
	l, _ := New(testEntries(t), w)
	var u, sh, aw []string
	for i := range l.surfaces {
		s := &l.surfaces[i]
		switch s.sense {
		case &unlisted:
			u = append(u, s.forms[0])
		case &short:
			sh = append(sh, s.forms[0])
		case &allWords:
			aw = append(aw, s.forms[0])
		}
	}
	sort.Strings(u)
	sort.Strings(sh)
	sort.Strings(aw)
	fmt.Println("UNLISTED", len(u), u)
	fmt.Println("SHORT", len(sh), sh)
	fmt.Println("ALLWORDS", len(aw))
	for _, x := range aw {
		fmt.Print(x, " | ")
	}
}
