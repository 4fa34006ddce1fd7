package extract

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Tables and task lists are those of GitHub Flavored Markdown. goldmark has extensions
// for both, in one package with others whose regular expressions take longer to compile,
// each time that the program starts, than most questions take to answer.

// table is a table: its children are rows, the header first, whose children are cells.
type table struct{ ast.BaseBlock }

var kindTable = ast.NewNodeKind("table")

func (*table) Kind() ast.NodeKind { return kindTable }

func (t *table) Dump(source []byte, level int) { ast.DumpHelper(t, source, level, nil, nil) }

// tableParser makes tables of paragraphs with a line of delimiters.
type tableParser struct{}

// Transform takes the line above the delimiters for the header, those below for rows
// and leaves what stands above as the paragraph. A header with fewer cells than there
// are delimiters is let pass, as people write them.
func (tableParser) Transform(p *ast.Paragraph, r text.Reader, _ parser.Context) {
	lines, source := p.Lines(), r.Source()
	for i := 1; i < lines.Len(); i++ {
		delimiters := lines.At(i)
		columns := tableColumns(delimiters.Value(source))
		if columns == 0 {
			continue
		}
		header := tableRow(lines.At(i-1), source)
		if header.ChildCount() > columns {
			return
		}
		t := &table{}
		t.AppendChild(t, header)
		for j := i + 1; j < lines.Len(); j++ {
			row := tableRow(lines.At(j), source)
			for row.ChildCount() > columns {
				row.RemoveChild(row, row.LastChild())
			}
			t.AppendChild(t, row)
		}
		p.Parent().InsertAfter(p.Parent(), p, t)
		if i == 1 {
			p.Parent().RemoveChild(p.Parent(), p)
			return
		}
		lines.SetSliced(0, i-1)
		last := lines.At(i - 2)
		last.Stop-- // without the line's end
		lines.Set(i-2, last)
		return
	}
}

// tableColumns returns how many columns the line delimits, 0 where it is no line of
// delimiters: hyphens in each column, with a colon at either end or none.
func tableColumns(line []byte) int {
	if indent, _ := util.IndentWidth(line, 0); indent > 3 || bytes.IndexByte(line, '-') < 0 {
		return 0
	}
	const blanks = " \t\r\n"
	line = bytes.Trim(line, blanks)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	columns := bytes.Split(line, []byte("|"))
	for _, c := range columns {
		c = bytes.Trim(c, blanks)
		c = bytes.TrimSuffix(bytes.TrimPrefix(c, []byte(":")), []byte(":"))
		if len(c) == 0 || len(bytes.Trim(c, "-")) > 0 {
			return 0
		}
	}
	return len(columns)
}

// tableRow returns the row that the line is. A pipe behind a backslash parts no cells.
func tableRow(line text.Segment, source []byte) ast.Node {
	line = line.TrimLeftSpace(source)
	line = line.TrimRightSpace(source)
	s := line.Value(source)
	from, end := 0, len(s)
	if end > 0 && s[0] == '|' {
		from++
	}
	if end > 0 && s[end-1] == '|' {
		end--
	}
	row := ast.NewTextBlock()
	for from < end {
		to := from
		for to < end && (s[to] != '|' || to > 0 && s[to-1] == '\\') {
			to++
		}
		inside := text.NewSegment(line.Start+from, line.Start+to)
		inside = inside.TrimLeftSpace(source)
		inside = inside.TrimRightSpace(source)
		c := ast.NewTextBlock()
		c.Lines().Append(inside)
		row.AppendChild(row, c)
		from = to + 1
	}
	return row
}

// checkBoxParser takes away the box at the beginning of an item of a task list.
type checkBoxParser struct{}

func (checkBoxParser) Trigger() []byte { return []byte{'['} }

func (checkBoxParser) Parse(parent ast.Node, r text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := r.PeekLine()
	if len(line) < 3 || line[2] != ']' || line[1] != 'x' && line[1] != 'X' && !util.IsSpace(line[1]) {
		return nil
	}
	size := 3
	for size < len(line) && util.IsSpace(line[size]) {
		size++
	}
	r.Advance(size)
	return ast.NewString(nil)
}
