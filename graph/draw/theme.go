package draw

// Themes lists the colour themes, the default first: for light and for dark slides
// and pages, and for black and white print.
var Themes = []string{"light", "dark", "print"}

// theme is a set of colours.
type theme struct {
	background, text string
	edge, edgeText   string // of an edge of a remark
	faint, faintText string // of a mere mention
	frame            string // of a cluster
	mermaid          string // the theme in Mermaid

	kinds [len(kindStyles)]colours // by place in kindStyles
}

// colours are those of a node; edges that lead to it have the one of its border.
type colours struct{ border, fill, focus string }

// themes lists the colours of Themes. The borders are those of Okabe and Ito, or
// lighter ones of the same hues, which colour-blind people tell apart; brown stands
// for their yellow, which is not seen on white. The fills are
// tints of them, on which the text has a contrast of at least 7 to 1. Print has no
// colours: there the shapes alone tell kinds apart.
var themes = [...]theme{
	{
		background: "#FFFFFF", text: "#000000", edge: "#555555", edgeText: "#333333",
		faint: "#AAAAAA", faintText: "#595959", frame: "#BBBBBB", mermaid: "default",
		kinds: [...]colours{
			{"#0072B2", "#DCEFFA", "#99C7E0"},
			{"#E69F00", "#FDF2DA", "#F5D999"},
			{"#009E73", "#D8F1E8", "#99D8C7"},
			{"#CC79A7", "#F8EAF2", "#EBC9DC"},
			{"#6C3C0C", "#FBF9D2", "#E0D79B"},
			{"#D55E00", "#FAE4D5", "#EEBF99"},
			{"#555555", "#EEEEEE", "#CCCCCC"},
		},
	},
	{
		background: "#1B1B1F", text: "#F5F5F5", edge: "#BBBBBB", edgeText: "#DDDDDD",
		faint: "#77777D", faintText: "#B0B0B5", frame: "#66666C", mermaid: "dark",
		kinds: [...]colours{
			{"#56B4E9", "#0F3650", "#00507D"},
			{"#E69F00", "#453205", "#5C4000"},
			{"#2DC79B", "#0A3F30", "#00563F"},
			{"#E29BC2", "#472338", "#6B2D50"},
			{"#E0D53A", "#3F3C08", "#545000"},
			{"#F0803C", "#4B2109", "#6B2A00"},
			{"#E0E0E0", "#36363B", "#4A4A50"},
		},
	},
	{
		background: "#FFFFFF", text: "#000000", edge: "#000000", edgeText: "#000000",
		faint: "#808080", faintText: "#404040", frame: "#808080", mermaid: "neutral",
		kinds: [...]colours{
			{"#000000", "#FFFFFF", "#CCCCCC"},
			{"#000000", "#F2F2F2", "#CCCCCC"},
			{"#000000", "#FFFFFF", "#CCCCCC"},
			{"#000000", "#E6E6E6", "#CCCCCC"},
			{"#000000", "#F2F2F2", "#CCCCCC"},
			{"#000000", "#FFFFFF", "#CCCCCC"},
			{"#000000", "#E6E6E6", "#CCCCCC"},
		},
	},
}

// colour returns the colours of a node of the kind at place in kindStyles, -1 for a
// remark.
func (t theme) colour(place int) colours {
	if place < 0 {
		return colours{t.edge, t.background, t.background}
	}
	return t.kinds[place]
}

// fillOf returns the colour inside n, which is of the kind at place.
func (t theme) fillOf(n Node, place int) string {
	c := t.colour(place)
	if n.Focus {
		return c.focus
	}
	return c.fill
}

// edgeColours returns the colours of the line and of the text of e, which leads
// from a node of one kind to one of another. The line has the colour of its head,
// or of its tail where only that is no project: so lines of one sort can be followed.
func (t theme) edgeColours(e Edge, from, to int) (line, text string) {
	const project = 0 // place in kindStyles
	switch {
	case e.Faint:
		return t.faint, t.faintText
	case from < 0 || to < 0:
		return t.edge, t.edgeText
	case to == project:
		return t.kinds[from].border, t.edgeText
	}
	return t.kinds[to].border, t.edgeText
}
