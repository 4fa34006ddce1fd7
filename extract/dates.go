package extract

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// date is a day, a month (day 0) or a year (month 0) that a text names. year 0
// means that only month and day are said.
type date struct {
	span
	year, month, day int
}

// String returns d as "2019-05-21", "2019-05" or "2019", "" without a year.
func (d date) String() string {
	switch {
	case d.year == 0:
		return ""
	case d.month == 0:
		return fmt.Sprintf("%04d", d.year)
	case d.day == 0:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// valid tells whether d is in the calendar, in years in which there was software
// of this kind.
func (d date) valid() bool {
	if d.year != 0 && (d.year < 1990 || d.year > 2099) || d.month < 0 || d.month > 12 || d.day < 0 || d.day > 31 {
		return false
	}
	if d.year == 0 {
		return d.month > 0 && d.day > 0
	}
	if d.month == 0 || d.day == 0 {
		return d.day == 0
	}
	_, err := time.Parse(time.DateOnly, d.String())
	return err == nil
}

// datesIn returns the dates that s names, in order. Of a range it returns the
// first day.
func datesIn(s string) []date {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var out []date
	for at := 0; at < len(s); {
		c := s[at]
		if c < '0' || c > '9' {
			if d, ok := monthFirst(s, at); ok {
				out = append(out, d)
				at = d.end
				continue
			}
			if c >= utf8.RuneSelf {
				_, n := utf8.DecodeRuneInString(s[at:])
				at += n
			} else {
				at++
			}
			continue
		}
		d, end := numericDate(s, at)
		if d.valid() && d.end > 0 {
			out = append(out, d)
		}
		at = end
	}
	return out
}

// number reads the digits at i; size is their count.
func number(s string, i int) (n, size int) {
	for i+size < len(s) && s[i+size] >= '0' && s[i+size] <= '9' && size < 9 {
		n = 10*n + int(s[i+size]-'0')
		size++
	}
	return n, size
}

// numericDate reads the date that begins with the digits at i. end is where to go
// on; the date is zero where there is none.
func numericDate(s string, i int) (d date, end int) {
	n, size := number(s, i)
	end = i + size
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if i > 0 && (handleByte(s[i-1]) || s[i-1] == '.' || s[i-1] == '#') {
		return date{}, end
	}
	switch {
	case size == 8 && end == i+8:
		d = date{span{i, end}, n / 10000, n / 100 % 100, n % 100}
		return d, end
	case size == 4 && end == i+4:
		if d, ok := yearFirst(s, i, n); ok {
			return d, d.end
		}
		return date{}, end
	case size <= 2:
		if d, ok := dayFirst(s, i, n, size); ok {
			return d, d.end
		}
		if d, ok := monthAndDay(s, i, n, size); ok {
			return d, d.end
		}
	}
	return date{}, end
}

// separators stand between year, month and day: a pair for each way to write it.
var separators = [...][3]string{{"年", "月", "日"}, {"년", "월", "일"}, {"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}}

// yearFirst reads "2019-05-21", "2019年5月21日", "2017/3月", "2019. 5. 21".
func yearFirst(s string, i, year int) (date, bool) {
	d := date{span: span{i, i + 4}, year: year}
	for _, sep := range separators {
		at := skipSpace(s, i+4)
		if !strings.HasPrefix(s[at:], sep[0]) {
			continue
		}
		at += len(sep[0])
		sure := len(sep[0]) > 1
		if sure {
			d.end = at
		}
		month, size := number(s, skipSpace(s, at))
		if size == 0 || size > 2 || month < 1 || month > 12 {
			return d, sure && d.valid()
		}
		at = skipSpace(s, at) + size
		next := ""
		for _, t := range [...]string{sep[1], "月", "월"} {
			if strings.HasPrefix(s[skipSpace(s, at):], t) {
				next = t
				at = skipSpace(s, at) + len(t)
				break
			}
		}
		if next == "" && (size < 2 || sep[0] != "-" && sep[0] != "/" && sep[0] != ".") {
			return d, sure && d.valid()
		}
		d.month, d.end = month, at
		if next == "" {
			return d, d.valid() && !followedByLetter(s, at)
		}
		day, size := number(s, skipSpace(s, at))
		if size == 0 || size > 2 || day < 1 || day > 31 {
			if next == "-" || next == "/" || next == "." {
				d.end--
			}
			return d, d.valid() && (size == 0 || sure)
		}
		d.day, d.end = day, skipSpace(s, at)+size
		if at := skipSpace(s, d.end); sep[2] != "" {
			if n := dayMark(s[at:], sep[2]); n > 0 {
				d.end = at + n
			}
		}
		return d, d.valid()
	}
	return date{}, false
}

// dayMark returns the size of the mark of days that s begins with, 0 if none. Spoken
// Chinese has 号 for 日.
func dayMark(s, mark string) int {
	for _, m := range [...]string{mark, "号", "號"} {
		if strings.HasPrefix(s, m) && (m == mark || mark == "日") {
			return len(m)
		}
	}
	return 0
}

func skipSpace(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

func followedByLetter(s string, i int) bool {
	return i < len(s) && (handleByte(s[i]) || s[i] == '-' && i+1 < len(s) && handleByte(s[i+1]))
}

// monthNames are the first three letters of the months.
const monthNames = "janfebmaraprmayjunjulaugsepoctnovdec"

// monthName reads the name of a month at i, whole or cut to three or four letters.
func monthName(s string, i int) (month, size int) {
	for i+size < len(s) && (s[i+size]|0x20 >= 'a' && s[i+size]|0x20 <= 'z') {
		size++
	}
	if size < 3 || size > 9 || s[i] < 'A' || s[i] > 'Z' {
		return 0, 0
	}
	name := strings.ToLower(s[i : i+size])
	k := strings.Index(monthNames, name[:3])
	if k < 0 || k%3 != 0 {
		return 0, 0
	}
	month = k/3 + 1
	full := strings.ToLower(time.Month(month).String())
	if size != 3 && name != full && name != "sept" {
		return 0, 0
	}
	if i+size < len(s) && s[i+size] == '.' {
		size++
	}
	return month, size
}

// monthFirst reads "May 21, 2019", "May 20–23, 2019" and "May 2019" at i.
func monthFirst(s string, i int) (date, bool) {
	if s[i] < 'A' || s[i] > 'S' || i > 0 && (handleByte(s[i-1]) || s[i-1] == '-') {
		return date{}, false
	}
	month, size := monthName(s, i)
	if month == 0 {
		return date{}, false
	}
	d := date{span: span{i, i + size}, month: month}
	at := skipSpace(s, i+size)
	n, size := number(s, at)
	switch {
	case size == 4:
		d.year, d.end = n, at+4
		return d, d.valid()
	case size == 0 || size > 2:
		return date{}, false
	}
	d.day = n
	d.end = ordinal(s, at+size)
	at = dayRange(s, d.end)
	at = skipSpace(s, at)
	if at < len(s) && s[at] == ',' {
		at = skipSpace(s, at+1)
	}
	if year, size := number(s, at); size == 4 {
		d.year, d.end = year, at+4
	}
	return d, d.valid()
}

// ordinal returns where the "st" or "th" behind a number ends.
func ordinal(s string, i int) int {
	for _, o := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(s[i:], o) && (i+2 == len(s) || !handleByte(s[i+2])) {
			return i + 2
		}
	}
	return i
}

// dayRange returns where the rest of a range of days, "–23" or " - June 2", ends.
func dayRange(s string, i int) int {
	at := skipSpace(s, i)
	for _, dash := range [...]string{"-", "–", "—", "~", "to ", "and ", "& ", "〜"} {
		if !strings.HasPrefix(s[at:], dash) {
			continue
		}
		at = skipSpace(s, at+len(dash))
		if at < len(s) {
			if _, size := monthName(s, at); size > 0 {
				at = skipSpace(s, at+size)
			}
		}
		if _, size := number(s, at); size > 0 && size <= 2 {
			return ordinal(s, at+size)
		}
		return i
	}
	return i
}

// dayFirst reads "21 May 2019", "21st of May, 2019", "20-23 May 2019", "21. Mai 2019" and
// "21 de mayo de 2019".
func dayFirst(s string, i, day, size int) (date, bool) {
	at := dayRange(s, ordinal(s, i+size))
	if strings.HasPrefix(s[at:], ". ") || strings.HasPrefix(s[at:], "er ") {
		at = strings.IndexByte(s[at:], ' ') + at
	}
	at = skipSpace(s, at)
	if strings.HasPrefix(s[at:], "of ") {
		at = skipSpace(s, at+3)
	}
	if at >= len(s) || at == i+size && size > 0 && s[at] != ' ' {
		return date{}, false
	}
	month, n := monthName(s, at)
	other := month == 0
	if other {
		month, n = otherMonth(s, at)
	}
	if month == 0 {
		return date{}, false
	}
	d := date{span: span{i, at + n}, month: month, day: day}
	at = skipSpace(s, at+n)
	switch {
	case at < len(s) && s[at] == ',':
		at = skipSpace(s, at+1)
	case strings.HasPrefix(s[at:], "de "):
		at = skipSpace(s, at+len("de "))
	}
	if year, size := number(s, at); size == 4 {
		d.year, d.end = year, at+4
	}
	return d, d.valid() && (d.year > 0 || !other) // "3 mars" may be chocolate
}

// monthAndDay reads "5月21日" and "5월 21일".
func monthAndDay(s string, i, month, size int) (date, bool) {
	for _, sep := range separators[:2] {
		at := skipSpace(s, i+size)
		if !strings.HasPrefix(s[at:], sep[1]) {
			continue
		}
		at = skipSpace(s, at+len(sep[1]))
		day, n := number(s, at)
		end := skipSpace(s, at+n)
		mark := dayMark(s[end:], sep[2])
		if n == 0 || n > 2 || mark == 0 {
			return date{}, false
		}
		d := date{span: span{i, end + mark}, month: month, day: day}
		return d, d.valid()
	}
	return date{}, false
}
