package draw

import "github.com/cncfgraph/cncfgraph/graph/vocab"

// kindStyle tells a kind of entity apart by shape and by colour. The colours of
// the borders are those of Okabe and Ito, which colour-blind people tell apart;
// the fills are tints of them, on which black text reads well in print too.
type kindStyle struct {
	kind         vocab.Kind
	shape        string
	look         string // what the style has beside "filled"
	border, fill string
}

// kindStyles lists the styles in the order of the legend.
var kindStyles = [...]kindStyle{
	{vocab.KindProject, "box", ",rounded", "#0072B2", "#DCEFFA"},
	{vocab.KindTalk, "note", "", "#E69F00", "#FDF2DA"},
	{vocab.KindSpeaker, "ellipse", "", "#009E73", "#D8F1E8"},
	{vocab.KindEvent, "octagon", "", "#CC79A7", "#F8EAF2"},
	{vocab.KindCategory, "folder", "", "#A89B00", "#FBF9D2"},
	{vocab.KindOrganization, "component", "", "#D55E00", "#FAE4D5"},
	{vocab.KindSource, "cylinder", "", "#555555", "#EEEEEE"},
}

// remark is the style of a node that is no entity.
var remark = kindStyle{shape: "plaintext", border: "#555555", fill: "white"}

// styleOf returns the style of the kind.
func styleOf(k vocab.Kind) kindStyle {
	for _, s := range kindStyles {
		if s.kind == k {
			return s
		}
	}
	return remark
}

// levelStyle tells a maturity level by the border: the firmer, the maturer.
type levelStyle struct {
	level    vocab.Level
	line     string // what the style has more for it
	penWidth string // in points
	cell     int    // width of a cell's border in the legend
}

// levelStyles lists the styles in the order of the legend.
var levelStyles = [...]levelStyle{
	{vocab.Graduated, "", "2.5", 3},
	{vocab.Incubating, "", "1.2", 1},
	{vocab.Sandbox, ",dashed", "1.2", 1},
	{vocab.Accepted, ",dashed", "0.8", 1},
	{vocab.Archived, ",dotted", "1.2", 1},
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
