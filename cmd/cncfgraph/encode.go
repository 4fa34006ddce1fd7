package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// writeJSON writes v indented, with a line's end. The elements of the lists of an
// answer are written one by one, so that a long one is not held in memory as text.
func writeJSON(w io.Writer, v any) error {
	out := bufio.NewWriterSize(w, 1<<15)
	var err error
	if names, fields := fieldsOf(reflect.Indirect(reflect.ValueOf(v))); len(fields) > 0 {
		err = writeFields(out, names, fields)
	} else {
		err = writeIndented(out, "", v)
	}
	if err != nil {
		return err
	}
	_ = out.WriteByte('\n') // Flush tells
	return out.Flush()
}

// fieldsOf returns the fields of a struct that JSON writes whatever their values, with
// their names there; none where v is no struct or has others.
func fieldsOf(v reflect.Value) (names []string, fields []reflect.Value) {
	if v.Kind() != reflect.Struct {
		return nil, nil
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("json")
		if f.Anonymous || !f.IsExported() || name == "" || name == "-" || strings.Contains(name, ",") {
			return nil, nil
		}
		names, fields = append(names, name), append(fields, v.Field(i))
	}
	return names, fields
}

// writeIndented writes v, the lines after the first behind the prefix.
func writeIndented(out *bufio.Writer, prefix string, v any) error {
	text, err := newJSONEncoder(prefix).encode(v)
	_, _ = out.Write(text)
	return err
}

// writeFields writes an object of the fields.
func writeFields(out *bufio.Writer, names []string, fields []reflect.Value) error {
	for i, f := range fields {
		_, _ = fmt.Fprintf(out, "%s%q: ", [...]string{"{\n  ", ",\n  "}[min(i, 1)], names[i])
		var err error
		if f.Kind() == reflect.Slice && f.Len() > 0 && f.Type().Elem().Kind() == reflect.Struct {
			err = writeList(out, f)
		} else {
			err = writeIndented(out, "  ", f.Interface())
		}
		if err != nil {
			return err
		}
	}
	_, _ = out.WriteString("\n}")
	return nil
}

// writeList writes the structs of the slice f.
func writeList(out *bufio.Writer, f reflect.Value) error {
	e := newJSONEncoder("    ")
	for i := range f.Len() {
		text, err := e.encode(f.Index(i).Addr().Interface())
		if err != nil {
			return err
		}
		_, _ = out.WriteString([...]string{"[\n    ", ",\n    "}[min(i, 1)])
		_, _ = out.Write(text)
	}
	_, _ = out.WriteString("\n  ]")
	return nil
}

// jsonEncoder makes values JSON, one after the other.
type jsonEncoder struct {
	text bytes.Buffer
	*json.Encoder
}

// newJSONEncoder returns an encoder that indents, the lines after the first of a value
// behind the prefix.
func newJSONEncoder(prefix string) *jsonEncoder {
	e := &jsonEncoder{}
	e.Encoder = json.NewEncoder(&e.text)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	return e
}

// encode returns v as JSON, until it is called again. Characters that steer a terminal
// stand as \u and their number, which is the same value.
func (e *jsonEncoder) encode(v any) ([]byte, error) {
	e.text.Reset()
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapedJSON(bytes.TrimSuffix(e.text.Bytes(), []byte("\n"))), nil
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
