package eval

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Gold is what a person found in a document by reading it: the content of one
// gold file. Fields of the file that are not scored are not read. Lines count from
// 1; a line of 0 is one that the file does not give.
type Gold struct {
	ID          string       `json:"id"` // base name of the document, without extension
	Event       *Event       `json:"event"`
	EventAccept []string     `json:"event_accept"` // other names of the event that are right
	Talks       []Talk       `json:"talks"`
	Projects    []Project    `json:"projects"`
	Distractors []Distractor `json:"distractors"`
	Neutral     []Distractor `json:"neutral"` // may be linked or not
	Maturity    []Maturity   `json:"maturity"`
	Relations   []Relation   `json:"relations"`
}

// Event is the event that a document is about.
type Event struct {
	Name         string `json:"name"`
	Date         string `json:"date"`          // only where stated
	DateInferred string `json:"date_inferred"` // accepted, not asked for
}

// Talk is a talk that a document reports.
type Talk struct {
	Title         string    `json:"title"` // "" for a talk without a stated title
	AltTitles     []string  `json:"alt_titles"`
	Line          int       `json:"line"`
	SpeakerLine   int       `json:"speaker_line"`
	SlidesLine    int       `json:"slides_line"`
	Speakers      []Speaker `json:"speakers"`
	Slides        string    `json:"slides"` // URL of the deck
	About         []string  `json:"about"`
	AboutOptional []string  `json:"about_optional"`
	AboutExternal []string  `json:"about_external"`
	Optional      bool      `json:"optional"`
}

// Speaker is a person who gives a talk, as the document names them.
type Speaker struct {
	Name   string `json:"name"`
	Handle string `json:"handle"`
}

// Project is a project that a document names.
type Project struct {
	Name      string   `json:"name"`
	Accept    []string `json:"accept"`  // other names that are right
	Surface   []string `json:"surface"` // forms that it is named in
	Lines     []int    `json:"lines"`   // that name it
	FirstLine int      `json:"first_line"`
	External  bool     `json:"external"` // the landscape lacks it
	Optional  bool     `json:"optional"` // neither rewarded nor punished, as generic ones
	Generic   bool     `json:"generic"`
}

// Distractor is a text that equals or resembles a name and means something else.
type Distractor struct {
	Surface   string `json:"surface"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Why       string `json:"why"`
}

// Maturity is a statement on the level of a project.
type Maturity struct {
	Project   string `json:"project"`
	Level     string `json:"level"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Hedged    bool   `json:"hedged"` // a question or a plan: neither rewarded nor punished
}

// Relation is a statement on two projects, or on a project and who created it.
type Relation struct {
	From      string `json:"from"`
	Type      string `json:"type"`
	To        string `json:"to"`
	Line      int    `json:"line"`
	AlsoLines []int  `json:"also_lines"`
	Hedged    bool   `json:"hedged"`
}

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
			return nil, fmt.Errorf("%s:%d: %w", name, lineAt(data, kind.Offset-1), err)
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
