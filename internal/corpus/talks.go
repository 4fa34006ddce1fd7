package corpus

import (
	"fmt"
	"strconv"
)

// report writes the report of an event: a section for each talk, with who gave it,
// its slides and notes.
func (w *writer) report() {
	event := w.event()
	w.matter(w.in("[イベントレポート] "+event, "Recap: "+event))
	w.paragraph(1, 3)
	w.add(w.in("## 開催概要\n\n", "## Agenda\n\n"))
	y, m, d := w.date()
	w.add(w.in(fmt.Sprintf("- 日時：%d年%d月%d日\n- 会場：%s %s\n\n", y, m, d, w.one(jaPlace), w.one(w.company)),
		fmt.Sprintf("- Date: %d-%02d-%02d\n- Venue: %s, %s\n\n", y, m, d, w.one(w.company), w.one(enPlace))))
	form := w.rand.IntN(4) // how this author writes it
	for range w.between(3, 8) {
		w.section(form)
	}
	w.add(w.in("## 感想\n\n", "## Takeaways\n\n"))
	w.paragraph(2, 4)
}

// section writes the section of a talk.
func (w *writer) section(form int) {
	p := w.person()
	title, slides := w.title(), w.slides(p)
	honorific := w.in(" さん", "")
	switch form {
	case 0:
		w.add("## ", title, "\n\n")
		w.add(w.in("登壇者：", "Speaker: "), p.name, honorific, w.in("（", " ("), p.company, w.in("）", ")"), "\n\n")
		w.add("[", w.in("スライド", "Slides"), "](", slides, ")\n\n")
	case 1:
		w.add("## ", title, w.in(" / ", " - "), p.name, honorific, w.in("（", " ("), p.company, w.in("）", ")"), "\n\n", slides, "\n\n")
	case 2:
		w.add("## ", title, "\n\n")
		w.add(`<script async class="speakerdeck-embed" data-id="`, w.id(32), `" src="//speakerdeck.com/assets/embed.js"></script>`, "\n\n")
		w.add("[@", p.handle, "](https://twitter.com/", p.handle, ")", w.in("さんから。", ", "+p.company), "\n\n")
	default:
		w.add("### ", w.in("「"+title+"」 ", title+" by "), p.name, honorific, "\n\n")
		w.add(w.in("資料: ", "Slides: "), "[", title, "](", slides, ")\n\n")
	}
	if w.chance(6) {
		w.add("<iframe src=\"//www.slideshare.net/slideshow/embed_code/key/", w.id(14), "\" width=\"595\" height=\"485\" frameborder=\"0\" scrolling=\"no\" allowfullscreen> </iframe>\n\n")
	}
	w.paragraph(1, 2)
	w.items(w.between(3, 8))
	if w.chance(3) {
		w.paragraph(1, 2)
	}
	if w.chance(5) {
		q := w.person()
		w.add("> ", w.in(w.one(jaNoun), "The "+w.one(enNoun)), " ", w.in("最高だった", "was great"), " ([@", q.handle, "](https://twitter.com/", q.handle, "))\n\n")
	}
}

// talkList writes a list of the talks of many events.
func (w *writer) talkList() {
	w.add("# ", w.in("発表資料まとめ", "Slides and recordings"), "\n\n")
	w.paragraph(1, 2)
	for range w.between(3, 8) {
		w.add("## ", w.event(), "\n\n")
		for range w.between(2, 5) {
			p := w.person()
			if w.japanese {
				w.add("- ", w.title(), " / ", p.name, " さん（", p.company, "） [資料](", w.slides(p), ")\n")
			} else {
				w.add("* **", w.title(), "** by ", p.name, " (", p.company, ") - [slides](", w.slides(p), ")")
				if w.chance(3) {
					w.add(" - [video](https://youtu.be/", w.id(11), ")")
				}
				w.add("\n")
			}
		}
		w.add("\n")
		if w.chance(3) {
			w.paragraph(1, 2)
		}
	}
}

// talkTable writes tables of talks.
func (w *writer) talkTable() {
	w.add("# ", w.in("登壇一覧", "Presentations"), "\n\n")
	w.paragraph(1, 3)
	for range w.between(2, 4) {
		y, _, _ := w.date()
		w.add("## ", strconv.Itoa(y), "\n\n")
		w.add(w.in("| 日付 | イベント | タイトル | 登壇者 | 資料 |\n", "| Date | Event | Talk | Speaker(s) | Slides |\n"), "|---|---|---|---|---|\n")
		for range w.between(4, 10) {
			p := w.person()
			y, m, d := w.date()
			w.add("| ", strconv.Itoa(y), "-", two(m), "-", two(d), " | ", w.event(), " | ", w.title(), " | ", p.name, w.in("（", " ("), p.company, w.in("）", ")"))
			w.add(" | [", w.in("資料", "Slides"), "](", w.slides(p), ") |\n")
		}
		w.add("\n")
		w.paragraph(1, 3)
	}
}
