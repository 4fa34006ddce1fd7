package extract

import (
	"strconv"
	"strings"
)

// Transcripts are the text of a slide deck, slide by slide, as sites that show
// decks give it, in one of three forms: "Slide 12" or "Slide 12 text" before each
// slide; "View Slide" behind each; or, under the line "Transcript", slides that
// begin with their number.

// isTranscript tells whether src from offset on is a transcript.
func isTranscript(src *source, offset int) bool {
	marks, views, next := 0, 0, 0
	for n := src.line(offset); n <= len(src.starts); n++ {
		line := src.lineText(n)
		if next > 0 && numbered(line, next) > 0 {
			next++
		}
		if len(line) <= 64 {
			if number, _ := slideMark(line); number > 0 {
				marks++
			}
			switch strings.TrimSpace(line) {
			case "View Slide":
				views++
			case "Transcript":
				next = 1
			}
		}
		if marks >= 3 || views >= 3 || next > 3 {
			return true
		}
	}
	return false
}

// numbered returns where the text begins of a line that slide number n begins
// with, 0 if it is none.
func numbered(line string, n int) int {
	text := strings.TrimLeft(line, " \t")
	rest, ok := strings.CutPrefix(text, strconv.Itoa(n)+". ")
	if !ok {
		return 0
	}
	return len(line) - len(rest)
}

// slideWords begin the line that announces a slide.
var slideWords = [...]string{"slide", "スライド", "슬라이드", "幻灯片", "page", "ページ", "페이지"}

var slideWordIndex = newWordIndex(slideWords[:])

// slideMark returns the number of the slide that line announces, 0 if it
// announces none, and the text of the slide that follows on the line.
func slideMark(line string) (number int, rest string) {
	s := strings.TrimLeft(strings.TrimSpace(line), "#[(-=* ")
	if s == "" || len(slideWordIndex.at(lowerByte(s[0]))) == 0 {
		return 0, ""
	}
	lower := strings.ToLower(s)
	word := ""
	for _, w := range slideWords {
		if strings.HasPrefix(lower, w) && len(lower) == len(s) {
			word = w
			break
		}
	}
	if word == "" {
		return 0, ""
	}
	s = strings.TrimLeft(s[len(word):], " 　#")
	n := 0
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		number = 10*number + int(s[n]-'0')
		n++
	}
	if n == 0 {
		return 0, ""
	}
	rest = strings.TrimLeft(s[n:], " ])*-=")
	if i := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(rest, "/"), "of "), " "); i != rest {
		rest = strings.TrimLeft(i, "0123456789 ])*-=")
	}
	switch {
	case rest == "" || strings.EqualFold(rest, "text") || strings.EqualFold(rest, "text:"):
		return number, ""
	case strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "："):
		return number, strings.TrimSpace(strings.TrimLeft(rest, ":："))
	}
	return 0, ""
}

// readTranscript returns the blocks of the transcript that begins at offset: what
// stands before the first slide as plain text, then the lines of each slide, or,
// where they are numbered and broken anywhere, each slide as a whole.
func readTranscript(src *source, offset int) []*block {
	r := transcriptReader{src: src}
	for n := src.line(offset); n <= len(src.starts); n++ {
		if line := strings.TrimSpace(src.lineText(n)); line == "View Slide" {
			r.views = true
			break
		} else if line == "Transcript" {
			r.page = true
		}
	}
	r.page = r.page && r.views
	for n := src.line(offset); n <= len(src.starts); n++ {
		r.line(n)
	}
	r.flush()
	return r.blocks
}

// transcriptReader reads a transcript line by line.
type transcriptReader struct {
	src    *source
	blocks []*block
	slide  int
	views  bool         // "View Slide" parts the slides
	page   bool         // the lines up to "Transcript" are of the page that shows the deck
	counts bool         // their numbers do
	whole  proseBuilder // of the open slide, where they are numbered
	first  int          // its first and last line
	last   int
}

// line reads line n.
func (r *transcriptReader) line(n int) {
	line := r.src.lineText(n)
	text := strings.TrimSpace(line)
	if r.counts {
		r.numberedLine(n, line)
		return
	}
	number, rest := slideMark(line)
	switch {
	case text == "" || text == "No content":
	case text == "Transcript" && r.page:
		r.page = false
	case text == "Transcript" && !r.views && r.slide == 0:
		r.counts = true
	case r.views && text == "View Slide":
		r.slide++
	case !r.views && number > 0:
		r.slide = number
		if rest != "" {
			r.add(n, strings.LastIndex(line, rest))
		}
	case r.slide == 0 && (!r.views || r.page):
		blocks := plainLine(r.src, r.src.starts[n-1], r.src.lineEnd(n), 0)
		for _, b := range blocks {
			b.prose.finish()
		}
		r.blocks = append(r.blocks, blocks...)
	default:
		start := strings.Index(line, text)
		if r.views {
			r.slide = max(r.slide, 1)
			if at := numbered(line, r.slide); at > 0 {
				start = at
			}
		}
		r.add(n, start)
	}
}

// numberedLine reads a line of slides that begin with their number.
func (r *transcriptReader) numberedLine(n int, line string) {
	start := len(line) - len(strings.TrimLeft(line, " \t"))
	if at := numbered(line, r.slide+1); at > 0 {
		r.flush()
		r.slide++
		start = at
	}
	if text := strings.TrimRight(line[start:], " \t"); text != "" && r.slide > 0 {
		if r.whole.len() == 0 {
			r.first = n
		} else {
			r.whole.raw(" ", r.src.starts[n-1]-1)
		}
		r.last = n
		r.whole.raw(text, r.src.starts[n-1]+start)
	}
}

// flush ends a slide that was gathered.
func (r *transcriptReader) flush() {
	if p := r.whole.done(); p != nil {
		p.rejoinURLs()
		r.blocks = append(r.blocks, &block{kind: slideText, prose: p, line: r.first, end: r.last, slide: r.slide})
	}
}

// add adds line n from byte start on.
func (r *transcriptReader) add(n, start int) {
	if start = r.goOn(n, start); start >= len(r.src.lineText(n)) {
		return
	}
	text := strings.TrimRight(r.src.lineText(n)[start:], " \t")
	p := &prose{text: text, parts: []part{{at: 0, from: r.src.starts[n-1] + start}}}
	p.rejoinURLs()
	r.blocks = append(r.blocks, &block{kind: slideText, prose: p, line: n, end: n, slide: r.slide})
}

// goOn adds to the line before what of line n from start on belongs to the URL that
// that line ends in, and returns where the rest begins.
func (r *transcriptReader) goOn(n, start int) int {
	k := len(r.blocks)
	if k == 0 || r.blocks[k-1].slide != r.slide || r.blocks[k-1].end != n-1 {
		return start
	}
	p := r.blocks[k-1].prose
	if len(p.links) == 0 || p.links[len(p.links)-1].end != len(p.text) {
		return start
	}
	last := &p.links[len(p.links)-1]
	line := r.src.lineText(n)
	token, _ := nextToken(" "+line[start:], 0)
	end := start + len(token)
	if token == "" || !continues(last.url, token, endsItem(line[end:])) {
		return start
	}
	p.parts = append(p.parts, part{at: len(p.text), from: r.src.starts[n-1] + start - 1})
	p.text += " " + token
	last.url += token
	last.end = len(p.text)
	p.masks[len(p.masks)-1].end = len(p.text)
	for end < len(line) && line[end] == ' ' {
		end++
	}
	return end
}

// rejoinURLs completes p: URLs in it that spaces broke are put together, and are
// links and no prose.
func (p *prose) rejoinURLs() {
	for _, u := range brokenURLs(p.text) {
		url, end := rejoin(p.text, u)
		if k := len(p.masks); k > 0 && u.start < p.masks[k-1].end {
			continue // inside the query of the one before
		}
		p.masks = append(p.masks, span{u.start, end})
		p.links = append(p.links, anchor{span{u.start, end}, url})
	}
}
