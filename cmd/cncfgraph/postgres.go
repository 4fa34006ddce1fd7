package main

import (
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// isAddress tells whether the name of a database is meant as the address of a server,
// of which the helper says whether it is one in PostgreSQL.
func isAddress(name string) bool { return strings.Contains(name, "://") }

// postgres is the helper executable that speaks to PostgreSQL, as it runs.
type postgres struct {
	io.Writer // its stdin
	io.Reader // its stdout

	command *cobra.Command // that it ends with
	process *exec.Cmd
	stdin   io.Closer
	said    beginning
}

// startPostgres starts the helper, which ends with the command at the latest. The
// address is told to it by its stdin, as a password may stand in it.
func startPostgres(c *cobra.Command) (*postgres, error) {
	path, err := helperPath("postgres")
	if err != nil {
		return nil, err
	}
	p := &postgres{command: c, process: exec.CommandContext(c.Context(), path)}
	p.process.SysProcAttr = apart()
	p.process.Stderr = &p.said
	p.process.WaitDelay = time.Second
	stdin, err := p.process.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := p.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.Writer, p.Reader, p.stdin = stdin, stdout, stdin
	return p, p.process.Start()
}

// Close ends the helper, and returns why it has failed if it has.
func (p *postgres) Close() error {
	if p.process.ProcessState != nil {
		return nil // it was closed before
	}
	err := errors.Join(p.stdin.Close(), p.process.Wait())
	switch {
	case p.command.Context().Err() != nil:
		return nil // it was killed, as the command is
	case err != nil:
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(p.said.text)))
	}
	return nil
}
