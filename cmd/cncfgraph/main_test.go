package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/cncfgraph/cncfgraph/internal/golden"
	"github.com/cncfgraph/cncfgraph/internal/postgrestest"
)

func TestMain(m *testing.M) {
	testscript.Main(removing{m}, map[string]func(){"cncfgraph": main})
}

// removing runs the tests and removes what executables made.
type removing struct{ *testing.M }

func (m removing) Run() int {
	code := m.M.Run()
	if bin, err := executables(); err == nil {
		_ = os.RemoveAll(bin)
	}
	if c, err := cluster(); err == nil {
		_ = c.Close()
	}
	return code
}

// executables returns a folder with the programs as go install builds them.
var executables = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "cncfgraph-test-*")
	if err != nil {
		return "", err
	}
	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator), "../...")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return dir, nil
})

// TestImports checks that the JavaScript engine, Graphviz and the driver of PostgreSQL
// are linked into the helpers alone, and nothing that makes each start slower.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		for _, heavy := range []string{"dop251/goja", "robertkrimen/otto", "cayley/query/gizmo", "piprate/json-gold", "goccy/go-graphviz", "tetratelabs/wazero", "html/template", "goldmark/extension", "jackc/"} {
			if strings.Contains(line, heavy) {
				t.Errorf("cncfgraph imports %s", line)
			}
		}
	}
}

// TestLibraryImports checks that programs that import the library link neither the
// driver of PostgreSQL nor what only the command needs.
func TestLibraryImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "../../graph", "../../queries", "../../extract").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		for _, heavy := range []string{"jackc/", "spf13/", "dop251/goja", "goccy/go-graphviz"} {
			if strings.Contains(line, heavy) {
				t.Errorf("the library imports %s", line)
			}
		}
	}
}

// TestScripts runs the command as its users do: testdata/*.txtar.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		UpdateScripts:       golden.Update(),
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "cache"))
			env.Setenv("CNCFGRAPH_DB", "")
			env.Setenv("SHARED", sharedFolder())
			bin, err := executables()
			env.Setenv("PATH", env.Getenv("PATH")+string(os.PathListSeparator)+bin) // behind the command under test
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "postgres": newPostgres, "sql": sql},
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "shared":
				return sharedFolder() != "", nil
			case "postgres":
				_, err := cluster()
				if errors.Is(err, postgrestest.ErrNone) {
					return false, nil
				}
				return true, err
			}
			return false, nil
		},
	})
}

// cluster is the PostgreSQL server of the tests.
var cluster = sync.OnceValues(postgrestest.New)

// newPostgres makes an empty database in PostgreSQL and sets the environment variable
// to its address: postgres VARIABLE.
func newPostgres(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: postgres VARIABLE")
	}
	c, err := cluster()
	ts.Check(err)
	address, err := c.Database(context.Background(), strings.ToLower(args[0]+rand.Text()))
	ts.Check(err)
	ts.Setenv(args[0], address)
}

// sql runs a statement on the database at the address: sql ADDRESS STATEMENT.
func sql(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sql ADDRESS STATEMENT")
	}
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, args[0])
	ts.Check(err)
	_, err = conn.Exec(ctx, args[1])
	ts.Check(errors.Join(err, conn.Close(ctx)))
}

// exits runs a command that must end with the exit code given first.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit, ok := err.(*exec.ExitError); ok { //nolint:errorlint // testscript returns it bare
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// sharedFolder returns the folder with the project's shared documents, "" where
// there is none.
func sharedFolder() string {
	for _, dir := range []string{os.Getenv("CNCFGRAPH_SHARED"), filepath.Join("..", "..", "..", "shared")} {
		if info, err := os.Stat(filepath.Join(dir, "seeds")); dir != "" && err == nil && info.IsDir() {
			abs, err := filepath.Abs(dir)
			if err == nil {
				return abs
			}
		}
	}
	return ""
}
