package draw

import "github.com/cncfgraph/cncfgraph/graph/vocab"

// kindStyle tells a kind of entity apart by its shape: no two kinds have one.
type kindStyle struct {
	kind  vocab.Kind
	shape string // in DOT
	look  string // what the style in DOT has beside "filled"
	word  string // the shape, as the legend calls it

	open, shut string // the shape in Mermaid
	yed        string // the shape in yEd
}

// kindStyles lists the styles in the order of the legend.
var kindStyles = [...]kindStyle{
	{vocab.KindProject, "box", ",rounded", "rounded box", `(`, `)`, "roundrectangle"},
	{vocab.KindTalk, "note", "", "note", `[/`, `/]`, "parallelogram"},
	{vocab.KindSpeaker, "ellipse", "", "ellipse", `([`, `])`, "ellipse"},
	{vocab.KindEvent, "octagon", "", "octagon", `{{`, `}}`, "octagon"},
	{vocab.KindCategory, "folder", "", "folder", `[[`, `]]`, "rectangle"},
	{vocab.KindOrganization, "component", "", "component", `[\`, `/]`, "trapezoid"},
	{vocab.KindSource, "cylinder", "", "cylinder", `[(`, `)]`, "diamond"},
}

// remark is the style of a node that is no entity.
var remark = kindStyle{shape: "plaintext", open: `[`, shut: `]`, yed: "rectangle"}

// styleOf returns the style of the kind, and its place in kindStyles, which is that
// of its colours in a theme; -1 for a remark.
func styleOf(k vocab.Kind) (kindStyle, int) {
	for i, s := range kindStyles {
		if s.kind == k {
			return s, i
		}
	}
	return remark, -1
}

// levelStyle tells a maturity level by the border: the firmer, the maturer.
type levelStyle struct {
	level    vocab.Level
	line     string // what the style in DOT has more for it
	penWidth string // in points
	cell     int    // width of a cell's border in the legend
	dashes   string // in Mermaid
}

// levelStyles lists the styles in the order of the legend.
var levelStyles = [...]levelStyle{
	{vocab.Graduated, "", "2.5", 3, ""},
	{vocab.Incubating, "", "1.2", 1, ""},
	{vocab.Sandbox, ",dashed", "1.2", 1, "6 4"},
	{vocab.Accepted, ",dashed", "0.8", 1, "6 4"},
	{vocab.Archived, ",dotted", "1.2", 1, "2 3"},
}

// levelStyleOf returns the style of the level; a project that has none gets a
// thin line.
func levelStyleOf(l vocab.Level) levelStyle {
	for _, s := range levelStyles {
		if s.level == l {
			return s
		}
	}
	return levelStyle{penWidth: "0.8"}
}
