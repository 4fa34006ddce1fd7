package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// disk is a small file system of its own at a folder of a workplace.
type disk struct {
	t   *testing.T
	dir string
}

// mountDisk mounts a disk of the size, as the option size of tmpfs has it. Where
// that is not allowed the test is skipped.
func mountDisk(t *testing.T, dir, size string) *disk {
	t.Helper()
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root on Linux can mount a small disk")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted: %v: %s", err, out)
	}
	d := &disk{t, dir}
	t.Cleanup(func() { d.run("umount", dir) })
	return d
}

func (d *disk) run(name string, args ...string) {
	d.t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		d.t.Fatalf("%s %v: %v: %s", name, args, err, out)
	}
}

// fill leaves no more than the bytes free.
func (d *disk) fill(left int64) {
	d.t.Helper()
	f, err := os.Create(filepath.Join(d.dir, "filler"))
	if err != nil {
		d.t.Fatal(err)
	}
	var size int64
	block := bytes.Repeat([]byte{1}, 4096)
	for err == nil {
		var n int
		n, err = f.Write(block)
		size += int64(n)
	}
	if err := f.Truncate(max(0, size-left)); err != nil {
		d.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		d.t.Fatal(err)
	}
}

// empty gives the space back that fill took.
func (d *disk) empty() {
	d.t.Helper()
	if err := os.Remove(filepath.Join(d.dir, "filler")); err != nil {
		d.t.Fatal(err)
	}
}

// TestFullDisk ingests and retracts on a disk with less and less space: what does
// not fit is an error that says so, what was there stays whole and answers, and with
// space again all is as on a disk that was never full.
func TestFullDisk(t *testing.T) {
	w := newWorkplace(t, "--no-default")
	d := mountDisk(t, filepath.Join(w.dir, "disk"), "2m")
	whole := w.undisturbed()
	wantSources, wantExport := w.finish("undisturbed")
	failures := 0
	for _, left := range []int64{48 << 10, 12 << 10, 4 << 10, 0} {
		if _, err := os.Stat(filepath.Join(w.dir, "disk", "D")); err != nil {
			w.writeAll(0)
			w.must(append(w.ingest, "disk/D")...)
		}
		w.writeAll(1)
		d.fill(left)
		for _, args := range [][]string{append(w.ingest, "disk/D"), {"retract", "--db", "disk/D", "file:notes/3.md"}} {
			if _, err := w.try(args...); err != nil {
				failures++
				if !strings.Contains(err.Error(), "no space left on device") || !strings.Contains(err.Error(), "exit status 1") {
					t.Errorf("%d bytes left: %v: %v", left, args, err)
				}
			}
			w.checkWhole("disk/D", whole)
			w.must("stats", "--db", "disk/D")
		}
		d.empty()
		w.writeAll(0)
		w.must(append(w.ingest, "disk/D")...)
		if !maps.Equal(w.sources("disk/D"), whole[0]) {
			t.Errorf("%d bytes left: other sources than without a full disk", left)
		}
	}
	if failures == 0 {
		t.Error("nothing failed on a full disk")
	}
	sources, export := w.finish("disk/D")
	if !maps.Equal(sources, wantSources) || export != wantExport {
		t.Error("not the database of an undisturbed run")
	}
}

// TestReadOnlyFolder reads a database in a folder that cannot be written to, and
// tries to change it.
func TestReadOnlyFolder(t *testing.T) {
	w := newWorkplace(t, "--no-default")
	d := mountDisk(t, filepath.Join(w.dir, "disk"), "4m")
	w.writeAll(0)
	w.must(append(w.ingest, "disk/D")...)
	want := w.sources("disk/D")
	export := w.must("export", "--db", "disk/D")
	for _, derived := range []bool{true, false} {
		if !derived {
			d.run("mount", "-o", "remount,rw", d.dir)
			if err := os.RemoveAll(filepath.Join(d.dir, "D", "derived")); err != nil {
				t.Fatal(err)
			}
		}
		d.run("mount", "-o", "remount,ro", d.dir)
		c := w.command("export", "--db", "disk/D")
		var out, said bytes.Buffer
		c.Stdout, c.Stderr = &out, &said
		if err := c.Run(); err != nil || out.String() != export {
			t.Errorf("derived %v: other answers, error %v: %s", derived, err, said.String())
		}
		if noted := strings.Contains(said.String(), "note: ") && strings.Contains(said.String(), "read-only file system"); noted == derived {
			t.Errorf("derived %v: said %q", derived, said.String())
		}
		w.writeAll(1)
		for _, args := range [][]string{append(w.ingest, "disk/D"), {"retract", "--db", "disk/D", "file:notes/3.md"}} {
			if _, err := w.try(args...); err == nil || !strings.Contains(err.Error(), "read-only file system") || !strings.Contains(err.Error(), "exit status 1") {
				t.Errorf("%v: error %v", args, err)
			}
		}
		if !maps.Equal(w.sources("disk/D"), want) {
			t.Error("the sources have changed")
		}
	}
}
