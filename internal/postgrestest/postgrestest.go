// Package postgrestest starts PostgreSQL servers for tests: a cluster of its own on
// loopback, in a folder of its own.
package postgrestest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrNone is the error where no PostgreSQL is installed.
var ErrNone = errors.New("no PostgreSQL is installed: neither initdb on PATH nor /usr/lib/postgresql")

// The name and the password of a cluster's superuser.
const (
	User     = "tester"
	Password = "hunter2-secret"
)

// Cluster is a PostgreSQL server.
type Cluster struct {
	bin, dir string
	port     int
	server   *exec.Cmd
	ended    chan struct{} // closed when server has ended, with exit set
	exit     error
}

// New makes a cluster and starts its server. The error wraps ErrNone where no
// PostgreSQL is installed.
func New() (*Cluster, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin}
	if c.port, err = freePort(); err != nil {
		return nil, err
	}
	if c.dir, err = os.MkdirTemp("", "cncfgraph-postgres-*"); err != nil {
		return nil, err
	}
	if err := c.initialize(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(c.dir))
	}
	if err := c.Start(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(c.dir))
	}
	return c, nil
}

// programs returns the folder of PostgreSQL's programs.
func programs() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path), nil
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		return "", ErrNone
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	return l.Addr().(*net.TCPAddr).Port, l.Close()
}

func (c *Cluster) initialize() error {
	secret := filepath.Join(c.dir, "password")
	if err := os.WriteFile(secret, []byte(Password+"\n"), 0o600); err != nil {
		return err
	}
	if err := giveAway(c.dir, secret); err != nil {
		return err
	}
	init := c.command("initdb", "-D", filepath.Join(c.dir, "data"), "-U", User, "--pwfile", secret,
		"--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	if out, err := init.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	return nil
}

// command returns the program of PostgreSQL, as a user who is not root.
func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...)
	cmd.Dir = c.dir
	unprivileged(cmd)
	return cmd
}

// Start starts the server and waits until it answers.
func (c *Cluster) Start() error {
	output, err := os.OpenFile(filepath.Join(c.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() { _ = output.Close() }() // the server has its own
	c.server = c.command("postgres", "-D", filepath.Join(c.dir, "data"), "-p", strconv.Itoa(c.port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200")
	c.server.Stdout, c.server.Stderr = output, output
	if err := c.server.Start(); err != nil {
		return err
	}
	c.ended = make(chan struct{})
	go func() {
		c.exit = c.server.Wait()
		close(c.ended)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-c.ended:
			said, _ := os.ReadFile(output.Name())
			return fmt.Errorf("the server has ended: %w: %s", c.exit, said)
		case <-ctx.Done():
			return fmt.Errorf("the server does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// Stop ends the server at once, as pg_ctl stop -m immediate does: what is not
// committed is lost, and the next start recovers from the log.
func (c *Cluster) Stop() error {
	if err := c.server.Process.Signal(immediate); err != nil {
		return err
	}
	<-c.ended
	return nil
}

// Close ends the server and removes the cluster.
func (c *Cluster) Close() error {
	return errors.Join(c.Stop(), os.RemoveAll(c.dir))
}

// URL returns the address of the database of the name, with user and password.
func (c *Cluster) URL(name string) string {
	u := url.URL{Scheme: "postgres", User: url.UserPassword(User, Password), Host: fmt.Sprintf("127.0.0.1:%d", c.port), Path: "/" + name}
	return u.String()
}

// Database makes an empty database of the name and returns its address.
func (c *Cluster) Database(ctx context.Context, name string) (string, error) {
	conn, err := pgx.Connect(ctx, c.URL("postgres"))
	if err != nil {
		return "", err
	}
	_, err = conn.Exec(ctx, "CREATE DATABASE "+pgx.Identifier{name}.Sanitize()+" TEMPLATE template0 ENCODING 'UTF8'")
	return c.URL(name), errors.Join(err, conn.Close(ctx))
}

// NewDatabase returns the address of an empty database for the test. The test is
// skipped where c is nil because err is ErrNone.
func NewDatabase(t testing.TB, c *Cluster, err error, name string) string {
	t.Helper()
	if errors.Is(err, ErrNone) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	address, err := c.Database(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return address
}
