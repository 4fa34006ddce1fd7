package extract

import "github.com/yuin/goldmark/parser"

// format is a kind of document.
type format struct {
	name string
	// detect tells whether the text of src from offset on, behind the front matter,
	// is of this format. It looks at the content, never at a file's name.
	detect func(src *source, offset int) bool
	read   func(p parser.Parser, src *source, offset int) []*block
}

// formats lists the formats in the order in which they are tried; the last takes
// everything. A plain memo is Markdown too: its lists and headings are.
var formats = [...]format{
	{
		name:   "transcript",
		detect: isTranscript,
		read:   func(_ parser.Parser, src *source, offset int) []*block { return readTranscript(src, offset) },
	},
	{
		name:   "deck",
		detect: isMarkdownDeck,
		read:   readMarkdownDeck,
	},
	{
		name:   "markdown",
		detect: func(*source, int) bool { return true },
		read:   readMarkdown,
	},
}

// content is what the reader of a format makes of a document.
type content struct {
	format string
	matter []*block // values of the front matter
	blocks []*block
}

// read returns the content of src.
func read(p parser.Parser, src *source) content {
	matter, offset := readFrontMatter(src)
	for _, f := range formats {
		if f.detect(src, offset) {
			return content{format: f.name, matter: matter, blocks: f.read(p, src, offset)}
		}
	}
	return content{matter: matter}
}
