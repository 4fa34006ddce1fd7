package schema_test

import (
	"reflect"
	"testing"

	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/schema"
)

// shape has a field of every form that answers have.
type shape struct {
	Name   string      `json:"name"` // what it is called
	Colour colour      `json:"colour"`
	Note   note        `json:"note"`
	Mood   mood        `json:"mood"`
	Sides  int         `json:"sides"`
	Area   float64     `json:"area,omitempty"` // left out where it is 0
	Parts  []shape     `json:"parts"`
	Next   *corner     `json:"next"` // nil, where it is the last
	Last   *corner     `json:"last,omitempty"`
	Own    marshals    `json:"own"`
	Some   few[corner] `json:"some"`
	Hidden string      `json:"-"`
	corner
	private int
}

type (
	colour string
	note   string
	mood   string
)

// corner is where two sides meet.
type corner struct {
	// X and Y are in millimetres.
	X, Y  int
	Round bool `json:"round"`
}

type marshals struct{ _ int }

// few are some of many.
type few[T any] struct {
	List []T `json:"list"` // the first
}

// written is what marshals writes.
type written struct {
	Text string `json:"text"`
}

func TestOf(t *testing.T) {
	_ = shape{}.private
	comments := schema.Comments{}
	if err := comments.Read(".", reflect.TypeFor[shape]().PkgPath()); err != nil {
		t.Fatal(err)
	}
	opts := &schema.Options{
		Enums:    map[reflect.Type][]string{reflect.TypeFor[colour](): {"red", "blue"}, reflect.TypeFor[mood](): {"glad"}},
		Nullable: []reflect.Type{reflect.TypeFor[note](), reflect.TypeFor[mood]()},
		As:       map[reflect.Type]reflect.Type{reflect.TypeFor[marshals](): reflect.TypeFor[written]()},
		Comments: comments,
	}
	golden.Compare(t, "testdata/shape.schema.json", schema.Of(reflect.TypeFor[*shape](), "https://example.org/shape", opts))
	golden.Compare(t, "testdata/list.schema.json", schema.Of(reflect.TypeFor[[]corner](), "https://example.org/list", opts))
	defer func() {
		if recover() == nil {
			t.Error("a map has a schema")
		}
	}()
	schema.Of(reflect.TypeFor[map[string]int](), "https://example.org/map", opts)
}

func TestCommentsOfNothing(t *testing.T) {
	if err := (schema.Comments{}).Read(t.TempDir(), "x"); err == nil {
		t.Error("a folder without Go files has comments")
	}
}
