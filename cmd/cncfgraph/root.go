package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/graph"
)

// stdio is what a command reads and writes.
type stdio struct {
	in       io.Reader
	out, err io.Writer
}

// run runs the command line args and returns the exit code.
func run(args []string, std stdio) int {
	root := newRoot()
	addSubcommands(root, args)
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetErr(std.err)
	err := execute(context.Background(), root, std.out)
	if err != nil {
		_, _ = fmt.Fprintf(std.err, "cncfgraph: %s\n", printable(err.Error()))
	}
	return exitCode(err)
}

// execute runs root with its output to out. On a terminal what it writes is shown
// as text, whatever it holds.
func execute(ctx context.Context, root *cobra.Command, out io.Writer) error {
	if _, onTerminal := columnsOf(out); !onTerminal {
		root.SetOut(out)
		return root.ExecuteContext(ctx)
	}
	shown := &shownText{w: out}
	root.SetOut(shown)
	return errors.Join(root.ExecuteContext(ctx), shown.Close())
}

// untilInterrupted makes the context of c end when the user interrupts, until stop is
// called. It is for what has files to leave whole or another program to end: to wait for
// signals costs a thread, which the rest starts quicker without, and ends as well.
func untilInterrupted(c *cobra.Command) (stop func()) {
	ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt)
	c.SetContext(ctx)
	return stop
}

// newRoot returns the command without its subcommands.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "cncfgraph",
		Short: "Ask how cloud-native projects, talks, speakers and events relate",
		Long: `cncfgraph is a knowledge graph of the CNCF. It answers from a graph that is built
into it, or from a database of your own that is built from documents you ingest.
Every fact names the line of the document that it comes from.`,
		Example: `  cncfgraph related istio
  cncfgraph why istio envoy
  cncfgraph get talks --project nats
  cncfgraph graph istio -o dot | dot -Tsvg > istio.svg`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          unknownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(newHelp())
	root.PersistentFlags().String("db", "", "`database`: a folder, or postgres://USER@HOST/NAME (default $"+databaseVariable+", else $XDG_DATA_HOME/cncfgraph where it exists, else the built-in graph)")
	when := whenColour("auto")
	root.PersistentFlags().Var(&when, "color", "use colours `when`: "+strings.Join(coloured, ", "))
	completeFixed(root, "color", coloured)
	return root
}

// subcommands are the constructors of the subcommands by name, for the command line args.
func subcommands(args []string) []subcommand {
	return []subcommand{
		{"related", newRelated},
		{"why", newWhy},
		{"path", newPath},
		{"timeline", newTimeline},
		{"get", func() *cobra.Command { return newGet(args[min(1, len(args)):]) }},
		{"describe", newDescribe},
		{"search", newSearch},
		{"stats", newStats},
		{"compare", newCompare},
		{"gaps", newGaps},
		{"report", newReport},
		{"conflicts", newConflicts},
		{"lint", newLint},
		{"diff", newDiff},
		{"graph", newGraph},
		{"export", newExport},
		{"gizmo", newGizmo},
		{"extract", newExtract},
		{"eval", newEval},
		{"ingest", newIngest},
		{"retract", newRetract},
		{"forget", newForget},
		{"copy", newCopy},
		{"version", newVersion},
	}
}

type subcommand struct {
	name string
	make func() *cobra.Command
}

// addSubcommands adds the subcommand that args begin with, else all: to make all of
// them takes longer than to answer most questions.
func addSubcommands(root *cobra.Command, args []string) {
	all := subcommands(args)
	if len(args) > 0 {
		if i := slices.IndexFunc(all, func(s subcommand) bool { return s.name == args[0] }); i >= 0 {
			all = all[i : i+1]
			root.CompletionOptions.DisableDefaultCmd = true
		}
	}
	for _, s := range all {
		root.AddCommand(s.make())
	}
}

// openGraph opens the graph that the command line names: --db, else the user's
// own database where there is one, else the built-in graph.
func openGraph(c *cobra.Command) (*graph.Graph, error) {
	name := databaseInUse(c)
	if name == "" {
		return graph.Default()
	}
	return openDatabase(c, name)
}

// databaseVariable is the environment variable that names the database as --db does.
const databaseVariable = "CNCFGRAPH_DB"

// databaseInUse returns the name of the database that answers, "" where it is the
// built-in graph.
func databaseInUse(c *cobra.Command) string {
	name, named := databaseName(c)
	if !named {
		if _, err := os.Stat(name); err != nil {
			return ""
		}
	}
	return name
}

// databaseName returns the folder or address of the database, which may have a
// password in it, and whether the user named it.
func databaseName(c *cobra.Command) (name string, named bool) {
	if name, _ := c.Flags().GetString("db"); name != "" {
		return name, true
	}
	if name := os.Getenv(databaseVariable); name != "" {
		return name, true
	}
	home := os.Getenv("XDG_DATA_HOME")
	if home == "" {
		user, err := os.UserHomeDir()
		if err != nil {
			return "cncfgraph", false
		}
		home = filepath.Join(user, ".local", "share")
	}
	return filepath.Join(home, "cncfgraph"), false
}

// exactArgs returns a check for n arguments that says what is missing.
func exactArgs(names ...string) cobra.PositionalArgs {
	enough := minArgs(names...)
	return func(c *cobra.Command, args []string) error {
		if len(args) > len(names) {
			return usagef("%s: unexpected argument %q", c.CommandPath(), args[len(names)])
		}
		return enough(c, args)
	}
}

// minArgs returns a check for at least n arguments that says what is missing.
func minArgs(names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < len(names) {
			return usagef("%s: missing %s; see %s --help", c.CommandPath(), names[len(args)], c.CommandPath())
		}
		return nil
	}
}
