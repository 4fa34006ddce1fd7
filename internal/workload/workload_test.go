package workload

import (
	"bytes"
	"testing"
)

// TestWorkload checks what the figures of a graph rest on.
func TestWorkload(t *testing.T) {
	w, err := New(S)
	if err != nil {
		t.Fatal(err)
	}
	var text, again bytes.Buffer
	quads, err := w.Write(&text)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(&again); err != nil || !bytes.Equal(text.Bytes(), again.Bytes()) {
		t.Errorf("another graph the second time, error %v", err)
	}
	if perTalk := float64(quads-len(w.base)) / S; perTalk < 9 || perTalk > 10 {
		t.Errorf("%.2f quads a talk", perTalk)
	}
	t.Logf("%d quads, %d of them of %d projects", quads, len(w.base), len(w.projects))
}
