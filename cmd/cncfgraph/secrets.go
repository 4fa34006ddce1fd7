package main

import "strings"

// span is a part of a string, from a byte to before another.
type span struct{ from, to int }

// secrets returns where passwords stand in an argument that is, or ends with, an
// address. Where an address is unclear it is rather more than that.
func secrets(arg string) []span {
	const mark = "://"
	scheme := strings.Index(arg, mark)
	if scheme < 0 {
		return nil
	}
	var spans []span
	user := scheme + len(mark)
	colon, at := strings.Index(arg[user:], ":"), strings.LastIndex(arg, "@")
	if colon >= 0 && user+colon < at {
		spans = append(spans, span{user + colon + 1, at})
	}
	const parameter = "password="
	for from := scheme; ; {
		i := strings.Index(arg[from:], parameter)
		if i < 0 {
			return spans
		}
		from += i + len(parameter)
		to := len(arg)
		if end := strings.Index(arg[from:], "&"); end >= 0 {
			to = from + end
		}
		spans = append(spans, span{from, to})
	}
}
