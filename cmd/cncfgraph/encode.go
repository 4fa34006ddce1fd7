package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// writeJSON writes v indented, with a line's end.
func writeJSON(w io.Writer, v any) error {
	text, err := indentedJSON("", v)
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// indentedJSON returns v as JSON, the lines after the first behind the prefix.
// Characters that steer a terminal stand as \u and their number, which is the same
// value.
func indentedJSON(prefix string, v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return escapedJSON(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapedJSON returns JSON with the characters that steer, which stand in strings
// alone there, as escapes.
func escapedJSON(text []byte) []byte {
	if !hasSteering(text) {
		return text
	}
	out := make([]byte, 0, len(text)+64)
	for _, r := range string(text) {
		switch {
		case r == '\n' || !steers(r):
			out = utf8.AppendRune(out, r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// hasSteering tells whether text has a character that steers, other than a line's end.
func hasSteering(text []byte) bool {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c >= ' ' && c < 0x7F, c == '\n':
			i++
		case c < utf8.RuneSelf:
			return true
		default:
			r, size := utf8.DecodeRune(text[i:])
			if steers(r) {
				return true
			}
			i += size
		}
	}
	return false
}

// writeYAML writes v with the field names and the order of its JSON.
func writeYAML(w io.Writer, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var node yaml.Node
	if err := yaml.Unmarshal(escaped(data), &node); err != nil { // YAML takes no control characters
		return err
	}
	blockStyle(&node)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&node); err != nil {
		return err
	}
	if err := enc.Close(); err != nil {
		return err
	}
	_, err = w.Write(escaped(b.Bytes()))
	return err
}

// blockStyle turns the flow style of JSON into the block style of YAML. A text with
// characters that steer stays in double quotes, between which YAML has escapes.
func blockStyle(n *yaml.Node) {
	if len(n.Content) > 0 || n.Kind == yaml.ScalarNode {
		n.Style = 0
	}
	if n.Kind == yaml.ScalarNode && strings.ContainsFunc(n.Value, steers) {
		n.Style = yaml.DoubleQuotedStyle
	}
	for _, child := range n.Content {
		blockStyle(child)
	}
}
