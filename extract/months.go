package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherMonths are the months in the languages of Western Europe, but for those that are
// spelt as in English.
var otherMonths = monthsOf(
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	"januar februar märz april mai juni juli august september oktober november dezember",
	"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	"januari februari maart april mei juni juli augustus september oktober november december",
)

// monthsOf numbers the names of months, from 1.
func monthsOf(years ...string) map[string]int {
	of := map[string]int{}
	for _, names := range years {
		for i, name := range strings.Fields(names) {
			of[name] = i + 1
		}
	}
	return of
}

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
	month = otherMonths[strings.ToLower(s[i:end])]
	return month, end - start
}
