// Package data holds the default graph: what people curated, as YAML, and the
// snapshot that is compiled from it. It imports nothing of the project.
//
// docs/data.md describes the files, where their facts come from, and how to
// make them anew.
package data

import _ "embed"

//go:generate go run ../internal/cmd/defaultgraph

// Snapshot is the default graph in the format of package snapshot, in the
// program's own memory. It must not be changed.
//
//go:embed default.snapshot
var Snapshot []byte

// Keys are the keys by which package resolve finds the entities of Snapshot that new
// ones may be. It must not be changed.
//
//go:embed default.keys
var Keys []byte

// Words is words.yaml, which tells the linker of ambiguous names, in the form that
// package link makes of it. The YAML is no part of the program.
//
//go:embed words.json
var Words []byte
