package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// columnKind says what the cells of a column hold.
type columnKind int

const (
	otherColumn columnKind = iota
	titleColumn
	nameColumn // of titles, or beside a column of those, of people
	partColumn // of titles where no other column is
	speakerColumn
	slidesColumn
	videoColumn
	eventColumn
	dateColumn
	organizationColumn
	slotColumn // beside a column of times: of titles with people, and of breaks
	timeColumn
)

// columnNames are the headers of columns of tables of talks.
var columnNames = [...]*wordSet{
	titleColumn: newNameSet("titre|titre de la conférence|título|titulo|titel|vortrag|vortragstitel|thema|tema|sujet|charla|ponencia|palestra|title|talk|talks|topic|topics|session title|talk title|name of talk|トピック|タイトル|セッション名|セッションタイトル|発表タイトル|演題|題目|" +
		"제목|발표 제목|발표제목|세션명|주제|발표 주제|议题|题目|主题|标题|演讲主题|演讲题目|議題|主題"),
	nameColumn: newNameSet("name|名前|이름|姓名"),
	partColumn: newNameSet("session|sessions|presentation|subject|content|contents|セッション|発表|内容|テーマ|세션|발표|내용|演讲|内容|分享"),
	speakerColumn: newNameSet("intervenant|intervenants|intervenante|intervenant(e)|intervenant·e|orateur|oratrice|conférencier|ponente|ponentes|palestrante|palestrantes|orador|sprecher|sprecherin|sprecher:in|referent|referentin|referenten|referent:in|relatore|relatori|spreker|speaker|speakers|speaker(s)|presenter|presenters|presenter(s)|who|by|author|authors|host|panelists|登壇者|発表者|スピーカー|講演者|講師|氏名|担当|" +
		"발표자|스피커|연사|강연자|讲师|演讲者|演讲人|嘉宾|分享嘉宾|分享人|主讲人|讲者|講者"),
	slidesColumn:       newNameSet("slides|slide|deck|slide deck|slide decks|decks|pdf|ppt|presentation link|slide link|materials|sched|スライド|資料|発表資料|登壇資料|슬라이드|발표자료|발표 자료|자료|ppt下载|幻灯片|资料|讲义|slides/deck"),
	videoColumn:        newNameSet("video|videos|recording|recordings|youtube|tencent|bilibili|watch|録画|動画|アーカイブ|영상|발표영상|발표 영상|동영상|视频|回放|录像"),
	eventColumn:        newNameSet("event|conference|event/conference|meetup|conference/event|venue/event|イベント|イベント名|勉強会|행사|행사명|밋업|会议|活动|大会"),
	dateColumn:         newNameSet("date|日付|開催日|날짜|일자|日期"),
	organizationColumn: newNameSet("company|organization|organisation|affiliation|所属|会社|소속|회사|公司|单位|entreprise|société|empresa|firma|unternehmen"),
	slotColumn:         newNameSet("description|beschreibung|descripción|descrição|descrizione|what|was|programme|program|programm|programa|activity|actividad|atividade|contenu|inhalt|項目|内容|프로그램"),
	timeColumn:         newNameSet("time|when|hour|hours|slot|horaire|horaires|heure|heures|hora|horario|horário|uhrzeit|zeit|ora|orario|tijd|時間|時刻|시간|时间"),
}

// columnEnds are what headers of East Asian tables end in.
var columnEnds = map[string]columnKind{"主题": titleColumn, "題目": titleColumn, "题目": titleColumn, "议题": titleColumn, "タイトル": titleColumn, "제목": titleColumn, "발표 자료": slidesColumn, "발표 영상": videoColumn, "嘉宾": speakerColumn, "讲师": speakerColumn, "発表者": speakerColumn, "登壇者": speakerColumn, "발표자": speakerColumn}

// columnOf tells what a column with the given header holds.
func columnOf(header string) columnKind {
	h := strings.ToLower(bare(header))
	for _, of := range [...]string{"name of ", "title of ", "the ", "link to "} {
		h = strings.TrimPrefix(h, of)
	}
	for end, k := range columnEnds {
		if strings.HasSuffix(h, end) && utf8.RuneCountInString(h) <= 8 {
			return k
		}
	}
	parts := strings.FieldsFunc(h, func(r rune) bool { return strings.ContainsRune("()（）/", r) })
	for _, name := range append([]string{h}, parts...) {
		for k := titleColumn; k <= timeColumn; k++ {
			if columnNames[k].holds(strings.TrimSpace(name)) {
				return k
			}
		}
	}
	return otherColumn
}

// tableTalks finds the talks in tables whose header names a column of titles.
func (d *draft) tableTalks() {
	d.root.walk(func(s *section) {
		for _, cells := range tables(s.blocks) {
			d.tableOf(cells, s)
		}
	})
}

// tables returns the tables in blocks, each as its cells.
func tables(blocks []*block) [][]*block {
	var out [][]*block
	for _, b := range blocks {
		if b.kind != cell {
			continue
		}
		if n := len(out); n > 0 && out[n-1][0].table == b.table {
			out[n-1] = append(out[n-1], b)
		} else {
			out = append(out, []*block{b})
		}
	}
	return out
}

// tableOf adds the talks of the table with the given cells, which stands in s.
func (d *draft) tableOf(cells []*block, s *section) {
	columns := columnsOfTable(cells)
	if columns == nil || d.inTalk(s) || slices.ContainsFunc(cells, factLabel) {
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

// columnsOfTable tells what the columns of the table with the given cells hold, nil
// where none holds titles. One column does: where no header says so outright, the
// first that may.
func columnsOfTable(cells []*block) map[int]columnKind {
	kinds := map[int]columnKind{}
	header := 0
	for header < len(cells) && cells[header].row == 0 {
		kinds[cells[header].col] = columnOf(cells[header].text())
		header++
	}
	title := -1
	of := []columnKind{titleColumn, partColumn, nameColumn}
	if !hasColumn(kinds, titleColumn, partColumn) && hasColumn(kinds, timeColumn) {
		of = append(of, slotColumn)
	}
	for _, k := range of {
		for _, c := range cells[:header] {
			switch {
			case kinds[c.col] != k:
			case title < 0:
				title = c.col
				if k != slotColumn {
					kinds[c.col] = titleColumn
				}
			case k == nameColumn:
				kinds[c.col] = speakerColumn
			case k == partColumn && strings.EqualFold(bare(c.text()), "presentation"):
				kinds[c.col] = slidesColumn
			case c.col != title:
				kinds[c.col] = otherColumn
			}
		}
	}
	if title < 0 {
		return nil
	}
	return kinds
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
		case titleColumn, slotColumn:
			b = d.titleCell(c, tellsWho(cells, columns))
			if columns[c.col] == slotColumn && len(b.people.list) == 0 {
				if n, ok := d.namesBefore(b.title, ": "); ok {
					b.title, b.people, b.by = n.title, n.by, span{n.at.lo, n.at.hi}
				}
			}
			t.heading, t.Line, t.EndLine = c, d.src.line(b.title.from(0)), c.end
			if len(b.people.list) > 0 {
				credits = append(credits, b.credit(c.prose))
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
	b.title = withoutQuotes(b.title)
	title := b.title.text()
	if t.heading == nil || !titleLike(title) || utf8.RuneCountInString(title) > 200 || eventAlone(title) {
		return
	}
	if len(credits) == 0 && hasColumn(columns, slotColumn) {
		return // a break
	}
	if len(credits) == 0 && t.Slides == "" && t.Video == "" && b.label == "" && hasColumn(columns, speakerColumn, slidesColumn, videoColumn) && !longTitle(title) {
		return // a slot of the programme: "Doors, pizza"
	}
	b.people = people{}
	d.addTalk(t, b)
	for _, c := range credits {
		if organization != "" && len(c.list) == 1 && c.list[0].Organization == "" {
			c.list[0].Organization = Optional(organization)
		}
		d.addPeople(t, c.people, c.at)
	}
}

// withoutQuotes returns p without the quotation marks that it stands in as a whole.
func withoutQuotes(p passage) passage {
	s := p.text()
	if inner, ok := strings.CutPrefix(s, "「"); ok && strings.Index(inner, "」") == len(inner)-len("」") {
		return p.sub(len("「"), len(s)-len("」"))
	}
	return p
}

// eventAlone tells whether s is nothing but the name of an event: that is listed in
// a programme, and is no talk.
func eventAlone(s string) bool {
	names := eventNames(s)
	return len(names) == 1 && names[0].head && names[0].start == 0 && names[0].end == len(s) && !strings.ContainsAny(s, ":：")
}

// hasColumn tells whether a column is of one of kinds.
func hasColumn(columns map[int]columnKind, kinds ...columnKind) bool {
	for _, k := range columns {
		if slices.Contains(kinds, k) {
			return true
		}
	}
	return false
}

// tellsWho tells whether a cell of the row says who gives the talk.
func tellsWho(cells []*block, columns map[int]columnKind) bool {
	return slices.ContainsFunc(cells, func(c *block) bool {
		return columns[c.col] == speakerColumn && countFunc(c.text(), unicode.IsLetter) > 1
	})
}

// titleCell returns what a cell of titles announces. Where it has the title in two
// languages, a line each, that is the first with people, or the first.
func (d *draft) titleCell(c *block, named bool) billing {
	var first billing
	for i, l := range c.prose.all().lines() {
		b := billingOf(l)
		if d.vet(&b); named && !b.people.sure {
			b = billing{title: l.trim("*_ ")}
			b.lead()
			b.trail()
		}
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
		at := place{a.url, d.src.line(c.prose.source(a.start))}
		switch {
		case t.Video == "" && (to == videoTarget || to == otherTarget && (k == videoColumn || videoWord(text))):
			t.show(place{}, at)
		case to == slidesTarget || to == otherTarget && (k == slidesColumn || slideWord(text)):
			t.show(at, place{})
		}
	}
}
