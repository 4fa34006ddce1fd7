//go:build unix

package postgrestest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"strconv"
	"syscall"
)

// immediate is the signal at which a server ends without an orderly shutdown.
const immediate = syscall.SIGQUIT

// owner returns the ids of the user whom root starts the server as, which PostgreSQL
// does not let root do.
func owner() (uid, gid int, err error) {
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, errUID := strconv.Atoi(u.Uid)
		gid, errGID := strconv.Atoi(u.Gid)
		if errUID == nil && errGID == nil {
			return uid, gid, nil
		}
	}
	return 0, 0, fmt.Errorf("%w: root cannot start a server, and there is no user postgres or nobody", ErrNone)
}

// giveAway makes the paths the server's, where root runs the test.
func giveAway(paths ...string) error {
	if os.Getuid() != 0 {
		return nil
	}
	uid, gid, err := owner()
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := os.Chown(path, uid, gid); err != nil {
			return err
		}
	}
	return nil
}

// unprivileged makes the command run as another user, where root runs the test.
func unprivileged(cmd *exec.Cmd) {
	if os.Getuid() != 0 {
		return
	}
	if uid, gid, err := owner(); err == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
	}
}
