package main

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestSecrets(t *testing.T) {
	for _, test := range []struct{ arg, want string }{
		{"postgres://ada:s3cret@host/db", "postgres://ada:******@host/db"},
		{"--db=postgresql://ada:s3:c/r@t@host:5432/db?sslmode=require", "--db=postgresql://ada:********@host:5432/db?sslmode=require"},
		{"postgres://ada@host:5432/db?password=s3cret&x=1", "postgres://ada@host:5432/db?password=******&x=1"},
		{"postgres://host/db?sslpassword=s3cret", "postgres://host/db?sslpassword=******"},
		{"postgres://ada@host:5432/db", "postgres://ada@host:5432/db"},
		{"notes/password=open.md", "notes/password=open.md"},
		{"mysql://ada:s3cret@host/db", "mysql://ada:******@host/db"},
		{"https://example.org/a:b", "https://example.org/a:b"},
	} {
		got := []byte(test.arg)
		for _, s := range secrets(test.arg) {
			copy(got[s.from:s.to], strings.Repeat("*", s.to-s.from))
		}
		if string(got) != test.want {
			t.Errorf("%s: %s, want %s", test.arg, got, test.want)
		}
	}
}

// TestProcessTitle checks that a password given on the command line is not what ps
// shows while the command runs.
func TestProcessTitle(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the arguments of a process are read from /proc")
	}
	bin, err := executables()
	if err != nil {
		t.Fatal(err)
	}
	// A server that takes the connection and says nothing keeps the command waiting.
	server := silentServer(t)
	c := exec.Command(filepath.Join(bin, "cncfgraph"), "stats", "--db", "postgres://ada:s3cret@"+server+"/db?sslmode=disable")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer c.Wait()
	defer c.Process.Kill()
	var title string
	for range 200 {
		data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(c.Process.Pid), "cmdline"))
		if err != nil {
			t.Fatal(err)
		}
		if title = string(data); strings.Contains(title, "postgres://ada:xxxxxx@"+server) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("ps shows %q", title)
}

// silentServer returns the address of a server that never answers.
func silentServer(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().String()
}
