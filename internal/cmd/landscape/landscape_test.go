package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestCurrent makes data/landscape.yaml anew from the landscape.yml in the
// folder of shared documents, if that is there.
func TestCurrent(t *testing.T) {
	shared := os.Getenv("CNCFGRAPH_SHARED")
	if shared == "" {
		shared = "../../../../shared"
	}
	data, err := os.ReadFile(filepath.Join(shared, "data", "landscape.yml"))
	if err != nil {
		t.Skip("no landscape.yml to compare with: ", err)
	}
	want, err := os.ReadFile("../../../data/landscape.yaml")
	if err != nil {
		t.Fatal(err)
	}
	of := regexp.MustCompile(`-commit ([0-9a-f]{40})`).FindSubmatch(want)
	if of == nil {
		t.Fatal("data/landscape.yaml does not say which commit it is of")
	}
	got, _, err := convert("landscape.yml", string(of[1]), string(data))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("data/landscape.yaml is not what the generator makes of landscape.yml")
	}
}
