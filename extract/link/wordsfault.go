package link

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

var (
	unknownKey = pattern.Lazy(`^field (.*) not found in type link\.(\w+)$`)
	wrongKind  = pattern.Lazy(`^cannot unmarshal (!!\w+)(?: ` + "`(.*)`" + `)? into (\S+)$`)
)

// inWords returns what the reader of YAML says of a words file as people say it, who
// know the keys of the file and not the types of this package.
func inWords(fault string) string {
	if m := unknownKey().FindStringSubmatch(fault); m != nil {
		return fmt.Sprintf("unknown key %q; want %s", m[1], strings.Join(keysOf(m[2]), ", "))
	}
	if m := wrongKind().FindStringSubmatch(fault); m != nil {
		return fmt.Sprintf("%s where %s is wanted", foundKind(m[1], m[2]), wantedKind(m[3]))
	}
	return fault
}

// keysOf returns the keys of the mappings that are read into the type with the name.
func keysOf(name string) []string {
	for _, t := range []reflect.Type{
		reflect.TypeFor[wordsFile](), reflect.TypeFor[ambiguousGroup](), reflect.TypeFor[companyGroup](),
		reflect.TypeFor[aliasGroup](), reflect.TypeFor[grammar](), reflect.TypeFor[joins](),
	} {
		if t.Name() == name {
			return keys(t)
		}
	}
	return nil
}

// keys returns the keys of the fields of a struct, in their order.
func keys(t reflect.Type) []string {
	var list []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			list = append(list, keys(f.Type)...)
			continue
		}
		list = append(list, f.Tag.Get("yaml"))
	}
	return list
}

// foundKind says what stands in the file, by its tag and, where it is short, its text.
func foundKind(tag, text string) string {
	switch tag {
	case "!!map":
		return "keys"
	case "!!seq":
		return "a list"
	}
	return fmt.Sprintf("%q", text)
}

// wantedKind says what has to stand there, by the type that it is read into.
func wantedKind(goType string) string {
	switch {
	case strings.HasPrefix(goType, "["):
		return "a list"
	case goType == "string":
		return "text"
	case goType == "bool":
		return "true or false"
	}
	if list := keysOf(strings.TrimPrefix(goType, "link.")); list != nil {
		return "one of the keys " + strings.Join(list, ", ")
	}
	return "another kind of value"
}
