package files

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/cncfgraph/cncfgraph/graph/rdf"
	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// Manifest lists documents that belong together, with what is known of them beside
// their content. ReadManifest makes one; docs/manifest.md says what stands in it.
type Manifest struct {
	path    string   // of the manifest, as given
	key     rdf.Term // that tells it from other manifests
	entries []entry
}

// entry names one file, or those that a glob matches.
type entry struct {
	line       int
	path, glob string // slash-separated, from the manifest's folder; one of them is ""
	key        rdf.Term
	collection string
	license    string
	checksum   string // "sha256:…", "" for none
}

// Key tells the manifest from others: each source that it lists names it.
func (m *Manifest) Key() rdf.Term { return m.key }

// ReadManifest reads the manifest data, which stands in the file at path. The error
// says path:line where something is wrong with it. Collection names the documents'
// folder in their keys, unless the manifest does; by default it is the folder's name.
func ReadManifest(path string, data []byte, collection string) (*Manifest, error) {
	m := &Manifest{path: path}
	if err := m.read(data, collection); err != nil {
		var at *lineError
		if errors.As(err, &at) {
			return nil, fmt.Errorf("%s:%d: %w", path, at.line, at.err)
		}
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}

// lineError is an error of a line.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("%d: %v", e.line, e.err) }
func (e *lineError) Unwrap() error { return e.err }

func errorAt(line int, format string, args ...any) error {
	return &lineError{line, fmt.Errorf(format, args...)}
}

var yamlLine = pattern.Lazy(`^yaml: line (\d+): (.*)`)

func (m *Manifest) read(data []byte, collection string) error {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil {
		if at := yamlLine().FindStringSubmatch(err.Error()); at != nil {
			line, _ := strconv.Atoi(at[1])
			return errorAt(line, "%s", at[2])
		}
		return errorAt(1, "%s", strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if document.Kind == 0 {
		return errorAt(1, "the manifest is empty; it lists sources")
	}
	top, err := mapping(document.Content[0], "collection", "license", "sources")
	if err != nil {
		return err
	}
	defaults := entry{collection: collection}
	if err := top.texts(map[string]*string{"collection": &defaults.collection, "license": &defaults.license}); err != nil {
		return err
	}
	if defaults.collection == "" {
		f := finder{opts: Options{}}
		if defaults.collection, err = f.collection(filepath.Dir(m.path)); err != nil {
			return err
		}
	}
	if m.key, err = vocab.SourceKey(vocab.FileKey(defaults.collection, filepath.Base(m.path))); err != nil {
		return err
	}
	list := top.values["sources"]
	if list == nil || list.Kind != yaml.SequenceNode {
		return errorAt(top.line, "sources is no list")
	}
	for _, n := range list.Content {
		e, err := readEntry(n, defaults)
		if err != nil {
			return err
		}
		m.entries = append(m.entries, e)
	}
	return m.checkKeys()
}

// readEntry reads an element of sources, which has what defaults have unless it says
// otherwise.
func readEntry(n *yaml.Node, defaults entry) (entry, error) {
	e := defaults
	e.line = n.Line
	fields, err := mapping(n, "path", "glob", "key", "collection", "license", "checksum")
	if err != nil {
		return e, err
	}
	var key string
	if err := fields.texts(map[string]*string{
		"path": &e.path, "glob": &e.glob, "key": &key, "collection": &e.collection, "license": &e.license, "checksum": &e.checksum,
	}); err != nil {
		return e, err
	}
	switch {
	case e.path == "" && e.glob == "":
		return e, errorAt(e.line, "the source has neither path nor glob")
	case e.path != "" && e.glob != "":
		return e, errorAt(e.line, "the source has both path and glob")
	case e.glob != "" && (key != "" || e.checksum != ""):
		return e, errorAt(e.line, "key and checksum are those of one file, not of a glob")
	case key == "" && !local(e.path+e.glob):
		return e, errorAt(e.line, "%q leaves the manifest's folder; a path that does has a key", e.path+e.glob)
	case e.checksum != "" && !isChecksum(e.checksum):
		return e, errorAt(fields.lineOf("checksum"), "checksum %q is not sha256: and 64 hexadecimal digits", e.checksum)
	}
	for _, segment := range strings.Split(e.glob, "/") {
		if _, err := path.Match(segment, ""); err != nil {
			return e, errorAt(fields.lineOf("glob"), "glob %q: %w", e.glob, err)
		}
	}
	if e.glob != "" {
		return e, nil
	}
	if key == "" {
		key = vocab.FileKey(e.collection, path.Clean(e.path))
	}
	if e.key, err = vocab.SourceKey(key); err != nil {
		return e, errorAt(fields.lineOf("key"), "%w", err)
	}
	return e, nil
}

// local tells whether the slash-separated path stays below where it starts.
func local(p string) bool { return filepath.IsLocal(filepath.FromSlash(p)) }

func isChecksum(s string) bool {
	digits, ok := strings.CutPrefix(s, "sha256:")
	return ok && len(digits) == 64 && strings.Trim(digits, "0123456789abcdef") == ""
}

// checkKeys returns an error if two entries have one key.
func (m *Manifest) checkKeys() error {
	lines := map[rdf.Term]int{}
	for _, e := range m.entries {
		if e.glob != "" {
			continue
		}
		if line, ok := lines[e.key]; ok {
			return errorAt(e.line, "key %s is that of line %d too", e.key.Value, line)
		}
		lines[e.key] = e.line
	}
	return nil
}

// fields are those of a mapping of YAML.
type fields struct {
	line   int
	values map[string]*yaml.Node
}

// mapping returns the fields of n, all of which must be known.
func mapping(n *yaml.Node, known ...string) (fields, error) {
	f := fields{n.Line, map[string]*yaml.Node{}}
	if n.Kind != yaml.MappingNode {
		return f, errorAt(n.Line, "want %s", strings.Join(known, ", "))
	}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !slices.Contains(known, key.Value):
			return f, errorAt(key.Line, "unknown key %q; want %s", key.Value, strings.Join(known, ", "))
		case f.values[key.Value] != nil:
			return f, errorAt(key.Line, "key %q is there twice", key.Value)
		}
		f.values[key.Value] = n.Content[i+1]
	}
	return f, nil
}

// lineOf returns the line of the field with the name, that of the mapping where it has
// none.
func (f fields) lineOf(name string) int {
	if n := f.values[name]; n != nil {
		return n.Line
	}
	return f.line
}

// texts sets what the names stand for to the fields of these names that are there.
func (f fields) texts(names map[string]*string) error {
	for _, name := range slices.Sorted(maps.Keys(names)) {
		n := f.values[name]
		if n == nil {
			continue
		}
		if n.Kind != yaml.ScalarNode || n.Value == "" {
			return errorAt(n.Line, "%s is no text", name)
		}
		*names[name] = n.Value
	}
	return nil
}
