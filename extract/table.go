package extract

import (
	"strings"
	"unicode/utf8"
)

// columnKind says what the cells of a column hold.
type columnKind int

const (
	otherColumn columnKind = iota
	titleColumn
	speakerColumn
	slidesColumn
	videoColumn
	eventColumn
	dateColumn
	organizationColumn
)

// columnNames are the headers of columns of tables of talks.
var columnNames = map[columnKind]map[string]bool{
	titleColumn: newNameSet("title|talk|talks|topic|session|sessions|session title|talk title|presentation|subject|content|contents|name|name of talk|タイトル|セッション|セッション名|セッションタイトル|発表タイトル|発表|演題|内容|題目|テーマ|" +
		"제목|발표 제목|발표제목|세션|세션명|주제|내용|발표 주제|议题|题目|主题|标题|演讲|演讲主题|topic/议题|演讲题目|議題|主題"),
	speakerColumn: newNameSet("speaker|speakers|speaker(s)|presenter|presenters|presenter(s)|who|by|author|authors|host|panelists|登壇者|発表者|スピーカー|講演者|講師|氏名|名前|担当|" +
		"발표자|스피커|연사|강연자|이름|讲师|演讲者|演讲人|嘉宾|分享嘉宾|分享人|主讲人|讲者|講者"),
	slidesColumn:       newNameSet("slides|slide|deck|pdf|ppt|presentation link|slide link|materials|sched|スライド|資料|発表資料|登壇資料|슬라이드|발표자료|발표 자료|자료|ppt下载|幻灯片|资料|讲义|slides/deck"),
	videoColumn:        newNameSet("video|videos|recording|recordings|youtube|tencent|bilibili|watch|録画|動画|アーカイブ|영상|발표영상|발표 영상|동영상|视频|回放|录像"),
	eventColumn:        newNameSet("event|conference|event/conference|meetup|conference/event|venue/event|イベント|イベント名|勉強会|행사|행사명|밋업|会议|活动|大会"),
	dateColumn:         newNameSet("date|日付|開催日|날짜|일자|日期"),
	organizationColumn: newNameSet("company|organization|organisation|affiliation|所属|会社|소속|회사|公司|单位"),
}

// columnOf tells what a column with the given header holds.
func columnOf(header string) columnKind {
	h := strings.ToLower(bare(header))
	for k := titleColumn; k <= organizationColumn; k++ {
		if columnNames[k][h] {
			return k
		}
	}
	return otherColumn
}

// tableTalks finds the talks in tables whose header names a column of titles.
func (d *draft) tableTalks() {
	var cells []*block
	under := map[*block]*section{}
	d.root.walk(func(s *section) {
		for _, b := range s.blocks {
			if b.kind == cell {
				cells = append(cells, b)
				under[b] = s
			}
		}
	})
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].table == cells[0].table {
			n++
		}
		d.tableOf(cells[:n], under[cells[0]])
		cells = cells[n:]
	}
}

// tableOf adds the talks of the table with the given cells, which stands in s.
func (d *draft) tableOf(cells []*block, s *section) {
	columns := map[int]columnKind{}
	titled := false
	for _, c := range cells {
		if c.row > 0 {
			continue
		}
		k := columnOf(c.text())
		if titled && k == titleColumn {
			k = otherColumn
			if strings.EqualFold(bare(c.text()), "presentation") {
				k = slidesColumn
			}
		}
		columns[c.col] = k
		titled = titled || k == titleColumn
	}
	if !titled || d.inTalk(s) {
		return
	}
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].row == cells[0].row {
			n++
		}
		if cells[0].row > 0 {
			d.row(cells[:n], columns, s)
		}
		cells = cells[n:]
	}
}

// row adds the talk of one row.
func (d *draft) row(cells []*block, columns map[int]columnKind, s *section) {
	t := &talk{item: true, eventOf: d.eventAbove(s)}
	var b billing
	var credits []credit
	var organization string
	for _, c := range cells {
		all := c.prose.all()
		switch columns[c.col] {
		case titleColumn:
			b = d.titleCell(c)
			t.heading, t.Line, t.EndLine = c, d.src.line(b.title.from(0)), c.end
			if len(b.people.list) > 0 {
				credits = append(credits, credit{people: b.people, at: passage{c.prose, b.by.start, b.by.end}})
			}
		case speakerColumn:
			p := passage{c.prose, 0, len(c.prose.text)}
			for _, l := range p.lines() {
				if by, ok := speakersIn(l, true); ok {
					credits = append(credits, credit{people: by, at: l})
				}
			}
		case organizationColumn:
			organization = all.plain()
			d.byline(all)
		case eventColumn:
			if e := eventNames(withoutDates(all.text())); len(e) > 0 {
				t.eventOf = e[0].name
			}
		case dateColumn:
			if ds := datesIn(all.text()); len(ds) > 0 && ds[0].day > 0 {
				t.Date = Optional(ds[0].String())
			}
		}
		d.linksOf(c, columns[c.col], t)
	}
	title := b.title.text()
	if t.heading == nil || !titleLike(title) || utf8.RuneCountInString(title) > 200 {
		return
	}
	b.people = people{}
	d.addTalk(t, b)
	for _, c := range credits {
		if organization != "" && len(c.list) == 1 && c.list[0].Organization == "" {
			c.list[0].Organization = Optional(organization)
		}
		d.addPeople(t, c.people, c.at.of, span{c.at.lo, c.at.hi})
	}
}

// titleCell returns what a cell of titles announces. Where it has the title in two
// languages, a line each, that is the first with people, or the first.
func (d *draft) titleCell(c *block) billing {
	var first billing
	for i, l := range c.prose.all().lines() {
		b := billingOf(l)
		d.vet(&b)
		if i == 0 || first.title.empty() {
			first = b
		}
		if len(b.people.list) > 0 {
			if len(first.people.list) == 0 {
				first = b
			}
			break
		}
	}
	return first
}

// linksOf notes the slides and the video that a cell links to.
func (d *draft) linksOf(c *block, k columnKind, t *talk) {
	for _, a := range c.prose.links {
		to := targetOf(absoluteScheme(a.url)).kind
		text := c.prose.text[a.start:a.end]
		line := d.src.line(c.prose.source(a.start))
		switch {
		case t.Video == "" && (to == videoTarget || to == otherTarget && (k == videoColumn || videoWord(text))):
			t.Video, t.lines[1] = Optional(a.url), line
		case t.Slides == "" && (to == slidesTarget || to == otherTarget && (k == slidesColumn || slideWord(text))):
			t.Slides, t.lines[0] = Optional(a.url), line
		}
	}
}
