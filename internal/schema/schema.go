// Package schema makes JSON Schemas (2020-12) of the Go types that answers are
// marshalled from, with the comments of types and fields as descriptions.
package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Options say what the types alone do not.
type Options struct {
	// Enums lists the values of a string type.
	Enums map[reflect.Type][]string
	// Nullable are the string types that marshal to null where they are empty.
	Nullable []reflect.Type
	// As gives for a type that marshals itself one whose fields are what it writes.
	As map[reflect.Type]reflect.Type
	// Comments describe types and fields.
	Comments Comments
}

// Of returns the schema of what encoding/json writes of a value of type t. No object
// has fields other than the type's, lists are never null, and a pointer is null or
// what it points to. It panics for a type that has no such schema, such as a map, and for two types of one name.
func Of(t reflect.Type, id string, opts *Options) []byte {
	b := builder{opts: opts, defs: map[string]*object{}, types: map[string]reflect.Type{}}
	root := &object{}
	root.set("$schema", "https://json-schema.org/draft/2020-12/schema")
	root.set("$id", id)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct {
		b.describe(root, b.as(t))
	} else {
		root.add(b.of(t))
	}
	if len(b.names) > 0 {
		defs := &object{}
		for _, name := range b.names {
			defs.set(name, b.defs[name])
		}
		root.set("$defs", defs)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		panic(err) // strings, numbers and lists of these
	}
	return out.Bytes()
}

// builder makes one schema.
type builder struct {
	opts  *Options
	defs  map[string]*object      // by name
	types map[string]reflect.Type // that defs are of
	names []string                // of defs, in the order in which they are met
}

// as returns the type whose fields stand for those of t.
func (b *builder) as(t reflect.Type) reflect.Type {
	if other, ok := b.opts.As[t]; ok {
		return other
	}
	return t
}

// of returns the schema of values of type t; for a struct a reference.
func (b *builder) of(t reflect.Type) *object {
	s := &object{}
	switch t.Kind() {
	case reflect.Pointer:
		s.set("anyOf", []*object{b.of(t.Elem()), typed("null")})
	case reflect.Slice, reflect.Array:
		s.set("type", "array")
		s.set("items", b.of(t.Elem()))
	case reflect.Struct:
		s.set("$ref", "#/$defs/"+b.define(t))
	case reflect.Bool:
		return typed("boolean")
	case reflect.Float32, reflect.Float64:
		return typed("number")
	case reflect.Int, reflect.Int64, reflect.Int32:
		return typed("integer")
	case reflect.String:
		b.text(s, t)
	default:
		panic(fmt.Sprintf("no schema of %v", t))
	}
	return s
}

// text sets s to the schema of the string type t.
func (b *builder) text(s *object, t reflect.Type) {
	var values []any
	for _, v := range b.opts.Enums[t] {
		values = append(values, v)
	}
	if slices.Contains(b.opts.Nullable, t) {
		s.set("type", []string{"string", "null"})
		if values != nil {
			values = append(values, nil)
		}
	} else {
		s.set("type", "string")
	}
	if values != nil {
		s.set("enum", values)
	}
}

// define makes sure that the struct type t has a definition, and returns its name.
func (b *builder) define(t reflect.Type) string {
	name := defName(t)
	if other, ok := b.types[name]; ok && other != t {
		panic(fmt.Sprintf("%v and %v have one name", t, other))
	} else if !ok {
		def := &object{}
		b.defs[name], b.types[name] = def, t
		b.names = append(b.names, name)
		b.describe(def, b.as(t))
	}
	return name
}

// key returns the key of the type's comment, which instances of a generic type share.
func key(t reflect.Type) string {
	name, _, _ := strings.Cut(t.Name(), "[")
	return t.PkgPath() + "." + name
}

// defName returns the name of the type's definition: "ListOfTalk" for List[Talk].
func defName(t reflect.Type) string {
	name, args, generic := strings.Cut(t.Name(), "[")
	if !generic {
		return name
	}
	for i, arg := range strings.Split(strings.TrimSuffix(args, "]"), ",") {
		word := "And"
		if i == 0 {
			word = "Of"
		}
		name += word + arg[strings.LastIndexAny(arg, "./")+1:]
	}
	return name
}

// describe sets s to the schema of the struct type t.
func (b *builder) describe(s *object, t reflect.Type) {
	if text := b.opts.Comments[key(t)]; text != "" {
		s.set("description", text)
	}
	s.set("type", "object")
	properties, required := &object{}, []string{}
	b.fields(t, func(f reflect.StructField, of reflect.Type, name string, optional bool) {
		field := f.Type
		if optional && field.Kind() == reflect.Pointer {
			field = field.Elem() // left out where it is nil
		}
		p := b.of(field)
		if text := b.opts.Comments[key(of)+"."+f.Name]; text != "" {
			p.set("description", text)
		}
		properties.set(name, p)
		if !optional {
			required = append(required, name)
		}
	})
	s.set("properties", properties)
	s.set("required", required)
	s.set("additionalProperties", false)
}

// fields calls yield with the fields of the struct type t that JSON has, those of
// embedded types among them, and the type that each is a field of.
func (b *builder) fields(t reflect.Type, yield func(f reflect.StructField, of reflect.Type, name string, optional bool)) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, hasTag := f.Tag.Lookup("json")
		if f.Anonymous && !hasTag {
			embedded := f.Type
			if embedded.Kind() == reflect.Pointer {
				embedded = embedded.Elem()
			}
			b.fields(b.as(embedded), yield)
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = f.Name
		}
		yield(f, t, name, strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero"))
	}
}

// typed returns the schema of the values of a type of JSON's.
func typed(name string) *object {
	s := &object{}
	s.set("type", name)
	return s
}

// object is a JSON object whose members keep the order in which they were set.
type object struct {
	names  []string
	values map[string]any
}

func (o *object) set(name string, value any) {
	if o.values == nil {
		o.values = map[string]any{}
	}
	if _, ok := o.values[name]; !ok {
		o.names = append(o.names, name)
	}
	o.values[name] = value
}

// add sets the members of other.
func (o *object) add(other *object) {
	for _, name := range other.names {
		o.set(name, other.values[name])
	}
}

// MarshalJSON writes the members in order.
func (o *object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, name := range o.names {
		if i > 0 {
			b = append(b, ',')
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(o.values[name])
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, key...), ':'), value...)
	}
	return append(b, '}'), nil
}
