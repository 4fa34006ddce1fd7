package main

import "testing"

func TestSubcommandsByName(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range subcommands(nil) {
		if got := s.make().Name(); got != s.name || seen[s.name] {
			t.Errorf("the subcommand %q is named %q, listed before: %t", s.name, got, seen[s.name])
		}
		seen[s.name] = true
		root := newRoot()
		addSubcommands(root, []string{s.name, "--help"})
		if got := root.Commands(); len(got) != 1 {
			t.Errorf("%d subcommands are made for %q", len(got), s.name)
		}
	}
	for _, args := range [][]string{nil, {"--db", "related", "stats"}, {"help", "why"}, {"__complete", ""}, {"relatde"}} {
		root := newRoot()
		addSubcommands(root, args)
		if got := root.Commands(); len(got) != len(seen) {
			t.Errorf("%d of %d subcommands are made for %q", len(got), len(seen), args)
		}
	}
}
