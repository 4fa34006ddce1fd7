package extract

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdownParser returns the parser of CommonMark with tables, task lists and footnotes.
func newMarkdownParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(footnoteParser{}, 999))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(checkBoxParser{}, 0))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(tableParser{}, 200))...),
	)
}

// markdownReader makes blocks of Markdown, MDX and the HTML inside.
type markdownReader struct {
	src    *source
	offset int    // of the Markdown in the source, behind the front matter
	body   string // the Markdown
	bytes  []byte // the same, as the parser wants it
	blocks []*block
	fenced bool // the document marks its code with fences
	text   proseBuilder
	inline inlineReader
}

// readMarkdown returns the blocks of the Markdown that begins at offset of src.
func readMarkdown(p parser.Parser, src *source, offset int) []*block {
	r := &markdownReader{src: src, offset: offset, body: src.text[offset:], text: proseBuilder{src: src.text}}
	if tangled(r.body) {
		return readPlain(src, offset)
	}
	r.fenced = strings.Contains(r.body, "```") || strings.Contains(r.body, "~~~")
	r.bytes = src.bytes[offset:]
	root := p.Parse(text.NewReader(r.bytes))
	r.children(root, nesting{})
	return r.blocks
}

// nesting is what a node stands in.
type nesting struct {
	depth int // of lists
	quote bool
}

func (r *markdownReader) children(n ast.Node, in nesting) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c, in)
	}
}

func (r *markdownReader) node(n ast.Node, in nesting) {
	switch n := n.(type) {
	case *ast.Heading:
		r.textBlock(n, block{kind: heading, level: n.Level, quote: in.quote})
	case *ast.Paragraph, *ast.TextBlock:
		b := block{kind: paragraph, quote: in.quote}
		if item, ok := n.Parent().(*ast.ListItem); ok {
			b.level = in.depth
			if item.FirstChild() == n {
				b.kind = listItem
			}
		}
		r.textBlock(n, b)
	case *ast.List:
		in.depth++
		r.children(n, in)
	case *ast.Blockquote:
		in.quote = true
		r.children(n, in)
	case *ast.HTMLBlock:
		r.html(n, in)
	case *ast.CodeBlock:
		if !r.fenced {
			r.indented(n, in)
		}
	case *ast.FencedCodeBlock, *ast.ThematicBreak:
	case *table:
		r.table(n)
	default:
		r.children(n, in)
	}
}

// textBlock adds the block b with the prose of n, unless n is a statement of MDX.
func (r *markdownReader) textBlock(n ast.Node, b block) {
	lines := n.Lines()
	if lines == nil || lines.Len() == 0 {
		return
	}
	first, last := lines.At(0), lines.At(lines.Len()-1)
	if b.kind == paragraph && mdxStatement(r.body[first.Start:first.Stop]) {
		return
	}
	b.line, b.end = r.src.line(r.offset+first.Start), r.src.line(r.offset+max(last.Start, last.Stop-1))
	r.prose(n, b)
}

// prose adds b with the text below n, and what stands in the text and is a block
// of its own: embeds and captions.
func (r *markdownReader) prose(n ast.Node, b block) {
	made := &struct {
		block
		text prose
	}{block: b}
	in := &r.inline
	*in = inlineReader{r: r, b: &r.text, block: &made.block}
	in.children(n)
	in.closeLink()
	if r.text.into(&made.text) {
		made.text.finish()
		made.text.bold = allStrong(n)
		made.prose = &made.text
		r.blocks = append(r.blocks, &made.block)
		in.aside = append(in.aside, shortcodeEmbeds(&made.block)...)
	}
	r.blocks = append(r.blocks, in.aside...)
}

// allStrong tells whether all that n holds is strong.
func allStrong(n ast.Node) bool {
	e, ok := n.FirstChild().(*ast.Emphasis)
	if !ok || e.NextSibling() != nil {
		return false
	}
	return e.Level == 2 || e.ChildCount() == 1 && allStrong(e)
}

// table adds the cells of a table, row by row.
func (r *markdownReader) table(t *table) {
	row, first := 0, 0
	for n := t.FirstChild(); n != nil; n = n.NextSibling() {
		col := 0
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if lines := c.Lines(); lines != nil && lines.Len() > 0 {
				line := r.src.line(r.offset + lines.At(0).Start)
				if first == 0 {
					first = line
				}
				r.prose(c, block{kind: cell, line: line, end: line, table: first, row: row, col: col})
			}
			col++
		}
		row++
	}
}

// html adds the blocks of raw HTML.
func (r *markdownReader) html(n *ast.HTMLBlock, in nesting) {
	var b proseBuilder
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		b.raw(r.body[s.Start:s.Stop], r.offset+s.Start)
	}
	if n.HasClosure() {
		b.raw(r.body[n.ClosureLine.Start:n.ClosureLine.Stop], r.offset+n.ClosureLine.Start)
	}
	if raw := b.done(); raw != nil {
		r.blocks = append(r.blocks, readHTML(r.src, raw, in.quote)...)
	}
}

// indented adds what CommonMark takes for code because it is indented. In a memo
// without fences that is text: the author indents lists as they like.
func (r *markdownReader) indented(n *ast.CodeBlock, in nesting) {
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		if line := r.body[s.Start:s.Stop]; looksLikeProse(line) {
			r.blocks = append(r.blocks, plainLine(r.src, r.offset+s.Start, r.offset+s.Stop, in.depth+1)...)
		}
	}
}

// looksLikeProse tells whether an indented line is text and no code: it is a list
// item or has letters of a script in which nobody writes code.
func looksLikeProse(line string) bool {
	line = strings.TrimSpace(line)
	if n := itemMarker(line); n > 0 {
		return true
	}
	for _, r := range line {
		if cjk(r) {
			return true
		}
	}
	return false
}

// mdxStatement tells whether a paragraph that begins with line is a statement of
// MDX.
func mdxStatement(line string) bool {
	switch {
	case strings.HasPrefix(line, "import "):
		return strings.Contains(line, " from '") || strings.Contains(line, " from \"") ||
			strings.HasPrefix(line, "import '") || strings.HasPrefix(line, "import \"")
	case strings.HasPrefix(line, "export "):
		return strings.HasPrefix(line, "export const ") || strings.HasPrefix(line, "export default ") ||
			strings.HasPrefix(line, "export function ")
	}
	return false
}
