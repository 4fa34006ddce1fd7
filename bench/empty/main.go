// Command empty is a cobra program with one command that does nothing: what the
// start of cncfgraph is compared with.
package main

import (
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "empty", Short: "Do nothing"}
	root.AddCommand(&cobra.Command{Use: "related PROJECT", Args: cobra.ExactArgs(1), RunE: func(*cobra.Command, []string) error { return nil }})
	if root.Execute() != nil {
		os.Exit(1)
	}
}
