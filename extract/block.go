package extract

// blockKind says what a block is.
type blockKind int

const (
	paragraph blockKind = iota
	heading
	listItem
	cell
	caption // alternative text of an image, title attribute
	slideText
	matter // a value of the front matter
	embed  // a slide deck or a video shown in place; it has no prose
)

// block is the unit that readers of formats make of a document: one heading,
// paragraph, item, cell. Blocks stand in the order of the document.
type block struct {
	kind  blockKind
	prose *prose
	line  int // first and last line in the source
	end   int
	level int  // of a heading: 1 to 6, marked by the author; 7: only set off. Of an item: its depth, from 1
	quote bool // inside a quotation or a tweet

	key             string // of a value of the front matter
	table, row, col int    // of a cell; the table is known by its first line, row 0 is the header
	section         int    // number of the section that it stands in, where it is linked
	slide           int    // number of the slide that a slideText stands on
	target          target // of an embed
}

// text returns the text of the block, "" if it has none.
func (b *block) text() string {
	if b.prose == nil {
		return ""
	}
	return b.prose.text
}
