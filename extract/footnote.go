package extract

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// footnote is the text of a footnote, "[^1]: …", where it stands. CommonMark takes
// it for the definition of a link; goldmark's own extension moves it to the end of
// the document, away from its line.
type footnote struct{ ast.BaseBlock }

var kindFootnote = ast.NewNodeKind("footnote")

func (*footnote) Kind() ast.NodeKind { return kindFootnote }

func (f *footnote) Dump(source []byte, level int) { ast.DumpHelper(f, source, level, nil, nil) }

// footnoteParser parses the text of footnotes.
type footnoteParser struct{}

func (footnoteParser) Trigger() []byte { return []byte{'['} }

func (footnoteParser) Open(_ ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || at+2 >= len(line) || line[at+1] != '^' {
		return nil, parser.NoChildren
	}
	end := at + 2
	for end < len(line) && end < at+64 && line[end] != ']' && line[end] != ' ' && line[end] != '\n' {
		end++
	}
	if end == at+2 || end+1 >= len(line) || line[end] != ']' || line[end+1] != ':' {
		return nil, parser.NoChildren
	}
	r.Advance(end + 2)
	return &footnote{}, parser.HasChildren
}

// Continue goes on with the lines that are indented, as the text of an item does.
func (footnoteParser) Continue(_ ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, _ := r.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	if len(line) > 4 && (line[0] == '\t' || string(line[:4]) == "    ") {
		r.Advance(1)
		if line[0] == ' ' {
			r.Advance(3)
		}
		return parser.Continue | parser.HasChildren
	}
	return parser.Close
}

func (footnoteParser) Close(ast.Node, text.Reader, parser.Context) {}

func (footnoteParser) CanInterruptParagraph() bool { return true }

func (footnoteParser) CanAcceptIndentedLine() bool { return false }
