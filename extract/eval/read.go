package eval

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrNoGold means a folder without gold files.
var ErrNoGold = errors.New("no gold files (*.json) in the folder")

// ReadGold reads the gold file at path or, where path is a folder, all *.json in
// it in the order of their names; hidden files are passed over. Errors begin with
// the file and, where one is to blame, the line.
func ReadGold(path string) ([]*Gold, error) {
	paths, err := goldFiles(path)
	if err != nil {
		return nil, err
	}
	var all []*Gold
	files := map[string]string{} // by id
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		g, err := parseGold(p, data)
		if err != nil {
			return nil, err
		}
		if first, ok := files[g.ID]; ok {
			return nil, fmt.Errorf("%s: id %q is that of %s too", p, g.ID, first)
		}
		files[g.ID] = p
		all = append(all, g)
	}
	return all, nil
}

// goldFiles returns the paths of the gold files that path means.
func goldFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	names, err := fs.Glob(os.DirFS(path), "*.json")
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, name := range names {
		if !strings.HasPrefix(name, ".") {
			paths = append(paths, filepath.Join(path, name))
		}
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("%s: %w", path, ErrNoGold)
	}
	return paths, nil
}

// parseGold returns the gold that data, the content of the named file, holds.
func parseGold(name string, data []byte) (*Gold, error) {
	var g Gold
	if err := json.Unmarshal(data, &g); err != nil {
		var (
			syntax *json.SyntaxError
			kind   *json.UnmarshalTypeError
		)
		switch {
		case errors.As(err, &syntax):
			return nil, fmt.Errorf("%s:%d: %w", name, lineAt(data, syntax.Offset-1), err)
		case errors.As(err, &kind):
			field := cmp.Or(kind.Field, "gold")
			return nil, fmt.Errorf("%s:%d: %s: unexpected %s", name, lineAt(data, kind.Offset-1), field, kind.Value)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if err := g.check(); err != nil {
		var fault *faultyElement
		if errors.As(err, &fault) {
			return nil, fmt.Errorf("%s:%d: %w", name, elementLine(data, fault.list, fault.index), err)
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &g, nil
}

// lineAt returns the line of data that the byte at offset stands in.
func lineAt(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), int64(len(data)))], []byte("\n"))
}

// elementLine returns the line on which an element of a list of the object data
// begins. Data is valid JSON that has the element.
func elementLine(data []byte, list string, index int) int {
	dec := json.NewDecoder(bytes.NewReader(data))
	_, _ = dec.Token() // the object's brace; data was read without error before
	for dec.More() {
		key, _ := dec.Token()
		var value json.RawMessage
		if key != list {
			_ = dec.Decode(&value)
			continue
		}
		_, _ = dec.Token()
		for range index {
			_ = dec.Decode(&value)
		}
		offset := dec.InputOffset()
		rest := data[offset:]
		return lineAt(data, offset+int64(len(rest)-len(bytes.TrimLeft(rest, ", \t\r\n"))))
	}
	return 1
}
