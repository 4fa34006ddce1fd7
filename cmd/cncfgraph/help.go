package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// unknownCommand refuses an argument of the root, which is no command.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var list []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			list = append(list, sub.Name())
		}
	}
	said := didYouMean(args[0], list)
	if said == "" {
		said = "; see " + c.CommandPath() + " --help"
	}
	return usagef("unknown command %q%s", args[0], said)
}

// newHelp returns help, which does not take what is no command for one.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		Long:  "Show the help of a command: cncfgraph help related is cncfgraph related --help.",
		ValidArgsFunction: func(c *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var list []cobra.Completion
			if of, _, err := c.Root().Find(args); err == nil {
				for _, sub := range of.Commands() {
					if sub.IsAvailableCommand() && strings.HasPrefix(sub.Name(), toComplete) {
						list = append(list, cobra.CompletionWithDesc(sub.Name(), sub.Short))
					}
				}
			}
			return list, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			of, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if of.HasSubCommands() && len(rest) > 0 {
				return of.ValidateArgs(rest)
			}
			of.InitDefaultHelpFlag()
			return of.Help()
		},
	}
}
