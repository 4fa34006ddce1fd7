package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// otherMonths are the months in the languages of Western Europe, but for those that are
// spelt as in English.
var otherMonths = sync.OnceValue(func() map[string]int {
	of := map[string]int{}
	for _, names := range [...]string{
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
	} {
		for i, name := range strings.Fields(names) {
			of[name] = i + 1
		}
	}
	return of
})

// otherMonth reads the name of a month in otherMonths at i, with "de " before it.
func otherMonth(s string, i int) (month, size int) {
	start := i
	for _, of := range [...]string{"de ", "di "} {
		if strings.HasPrefix(s[i:], of) {
			i += len(of)
			break
		}
	}
	end := i
	for end < len(s) && end-i < 16 {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	month = otherMonths()[strings.ToLower(s[i:end])]
	return month, end - start
}

// isMonth tells whether w is the name of a month, in a name.
func isMonth(w word) bool { return months.has(w.text) || w.text == "May" }

// onlyDate tells whether s is a day, a month or some days of a year, and nothing else.
func onlyDate(s string) bool {
	if len(s) > 60 {
		return false
	}
	dated := false
	for _, w := range wordsOf(s) {
		switch {
		case year(w.text):
			dated = true
		case w.class == numberWord, w.class == signWord, isMonth(w), weekday(lowerCase(w.text)), w.text == "to", w.text == "and":
		case w.text == "年" || w.text == "月" || w.text == "日" || w.text == "년" || w.text == "월" || w.text == "일":
		default:
			if w.class != latinWord || !nth(lowerCase(w.text)) {
				return false
			}
		}
	}
	return dated
}
