package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// writeChanges writes the changes as Markdown: a section for each kind of change
// that there is, an item for each change, with a link to its evidence.
func writeChanges(w io.Writer, title string, c *queries.Changes) error {
	out := new(strings.Builder)
	fmt.Fprintf(out, "# %s\n", markdown(title))
	section := func(heading string, n int, item func(i int) string) {
		if n == 0 {
			return
		}
		fmt.Fprintf(out, "\n## %s\n\n", heading)
		for i := range n {
			fmt.Fprintf(out, "- %s\n", item(i))
		}
	}
	section("Levels", len(c.Levels), func(i int) string {
		x := c.Levels[i]
		return "**" + markdown(x.Project.Name) + "**: " + moveText(x) + links(x.Evidence)
	})
	section("Dates of levels", len(c.Redated), func(i int) string {
		x := c.Redated[i]
		return "**" + markdown(x.Project.Name) + "**: " + redatingText(x) + links(x.Evidence)
	})
	entity := func(e queries.EntityChange) string {
		text := markdown(e.Name)
		if e.Date != "" {
			text += ", " + string(e.Date)
		}
		return text + links(e.Evidence)
	}
	for _, s := range changeSections(c) {
		section("New "+strings.ToLower(s.plural), len(s.entities.New), func(i int) string { return entity(s.entities.New[i]) })
		section(s.plural+" gone", len(s.entities.Gone), func(i int) string { return entity(s.entities.Gone[i]) })
		if s.entities.Omitted > 0 {
			fmt.Fprintf(out, "\n%d more %s.\n", s.entities.Omitted, strings.ToLower(s.plural))
		}
	}
	for _, list := range []struct {
		heading string
		merges  []queries.MergeChange
	}{{"Became one", c.Merged}, {"Parted", c.Parted}} {
		section(list.heading, len(list.merges), func(i int) string {
			m := list.merges[i]
			return markdown(m.One.Name) + " (" + string(m.One.Kind) + "): " + markdown(mergeText(m))
		})
	}
	if c.Count() == 0 {
		fmt.Fprint(out, "\nNo changes.\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// links returns links to the first pieces of evidence, "" for none.
func links(evidence []vocab.Evidence) string {
	list := evidenceLinks(evidence, 2, func(e vocab.Evidence) string { return webAddress(e.Label().Value) })
	if len(list) == 0 {
		return ""
	}
	return " (" + strings.Join(list, ", ") + ")"
}
