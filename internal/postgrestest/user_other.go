//go:build !unix

package postgrestest

import (
	"os"
	"os/exec"
)

// immediate is the signal at which a server ends without an orderly shutdown.
var immediate = os.Kill

func giveAway(...string) error { return nil }

func unprivileged(*exec.Cmd) {}
