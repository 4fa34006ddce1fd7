package corpus

import (
	"fmt"
	"strconv"
)

// matter writes front matter, as most posts have it.
func (w *writer) matter(title string) {
	y, m, d := w.date()
	w.add("---\ntitle: \"", title, "\"\n")
	w.add(fmt.Sprintf("date: %d-%02d-%02d\n", y, m, d))
	if w.chance(2) {
		w.add("author: ", w.person().name, "\n")
	}
	if w.chance(2) {
		w.add("tags: [", w.project(), ", ", w.one(enNoun), ", ", w.project(), "]\n")
	}
	w.add("---\n\n")
}

// paragraph writes from lo to hi sentences, with links and emphasis among them. In
// Japanese some posts break the line behind each.
func (w *writer) paragraph(lo, hi int) {
	broken := w.japanese && w.chance(3)
	for i := range w.between(lo, hi) {
		switch {
		case i > 0 && broken:
			w.add("\n")
		case i > 0 && !w.japanese:
			w.add(" ")
		}
		w.sentence()
		switch w.rand.IntN(17) {
		case 0:
			w.add(w.in("（", " ("), "[", w.project(), "](", w.page(), ")", w.in("）", ")"))
		case 1:
			w.add(w.in("", " "), "**", w.in(w.one(jaAdj)+w.one(jaNoun), w.one(enAdj)+" "+w.one(enNoun)), "**", w.in("だった。", "."))
		case 2:
			w.add(w.in("", " "), w.page(), "\n")
		case 3:
			p := w.person()
			w.add(w.in("", " "), "[@", p.handle, "](https://twitter.com/", p.handle, ")", w.in("さんありがとう。", " said so."))
		case 4:
			w.add(w.in("", " "), "`", w.one(enNoun), "-", w.one(enNoun), "`", w.in("のこと。", "."))
		}
	}
	w.add("\n\n")
}

// items writes a list of n items, some with items below them.
func (w *writer) items(n int) {
	mark := w.one([]string{"- ", "* ", "- "})
	for range n {
		w.add(mark)
		w.item()
		for w.chance(3) {
			w.add("    ", mark)
			w.item()
		}
	}
	w.add("\n")
}

// item writes the text of an item: a phrase or a sentence.
func (w *writer) item() {
	switch w.rand.IntN(6) {
	case 0:
		w.sentence()
	case 1:
		w.add(w.project(), w.in("の"+w.one(jaNoun), " "+w.one(enNoun)))
	case 2:
		w.add(w.in(w.one(jaNoun)+"は"+w.project()+"から", "the "+w.one(enNoun)+" comes from "+w.project()))
	case 3:
		w.add(w.in(w.one(jaAdj)+w.one(jaNoun)+"を"+w.one(jaVerb), w.one(enVerb)+" the "+w.one(enAdj)+" "+w.one(enNoun)))
	case 4:
		w.add(w.in(w.one(jaNoun)+"が"+w.one(jaNoun)+"に効く？", "does the "+w.one(enNoun)+" "+w.one(enVerb)+"?"))
	default:
		w.add(w.project(), w.in("と"+w.project()+"の比較", " against "+w.project()))
	}
	w.add("\n")
}

// heading writes a heading of notes.
func (w *writer) heading(level string) {
	w.add(level, " ", w.in(w.one(jaNoun)+"と"+w.one(jaNoun), titled(w.one(enAdj))+" "+w.one(enNoun)+"s"), "\n\n")
}

// code writes a fence.
func (w *writer) code() {
	w.add("```yaml\napiVersion: v1\nkind: Service\nmetadata:\n  name: ", w.one(enNoun), "-", w.one(enNoun), "\n  labels:\n    app: ", w.one(enNoun), "\n```\n\n")
}

// article writes running prose: a post on a subject, or the recap of a conference.
func (w *writer) article() {
	event := w.event()
	recap := w.chance(2)
	title := w.in(w.one(jaNoun)+"と"+w.project()+"の"+w.one(jaEnd), "Notes on the "+w.one(enAdj)+" "+w.one(enNoun)+" and "+w.project())
	if recap {
		title = w.in(event+" に参加してきた", "What I learned at "+event)
	}
	w.matter(title)
	w.paragraph(2, 4)
	for range w.between(3, 7) {
		w.heading("##")
		for i := range w.between(1, 4) {
			w.paragraph(1, 4)
			if recap && i == 0 && w.chance(2) {
				w.told()
			}
			if w.chance(9) {
				w.add("![", w.in(w.one(jaNoun)+"の写真", "The "+w.one(enNoun)+" at the "+w.one(enNoun)), "](/img/", w.slug(), ".jpg)\n\n")
			}
		}
		if w.chance(3) {
			w.items(w.between(3, 6))
		}
		if w.chance(12) {
			w.code()
		}
		if w.chance(12) {
			w.add("> ")
			w.paragraph(1, 2)
		}
	}
}

// told writes a paragraph that tells of a talk.
func (w *writer) told() {
	p := w.person()
	if w.japanese {
		w.add(p.company, "の", p.name, "さんによる「", w.title(), "」。")
	} else {
		w.add("In *", w.title(), "*, ", p.name, " (", p.company, ") went through the ", w.one(enNoun), ". ")
	}
	w.paragraph(1, 3)
}

// event returns the name of an event.
func (w *writer) event() string {
	y, _, _ := w.date()
	if w.japanese {
		switch w.rand.IntN(3) {
		case 0:
			return "Cloud Native " + w.one(jaPlace) + "勉強会 #" + strconv.Itoa(w.between(1, 40))
		case 1:
			return w.one(jaPlace) + "コンテナ交流会 vol." + strconv.Itoa(w.between(1, 30))
		}
		return "CloudNative Days " + strconv.Itoa(y)
	}
	switch w.rand.IntN(3) {
	case 0:
		return "KubeCon + CloudNativeCon Europe " + strconv.Itoa(y)
	case 1:
		return "Cloud Native Meetup " + w.one(enPlace) + " #" + strconv.Itoa(w.between(1, 40))
	}
	return "KCD " + w.one(enPlace) + " " + strconv.Itoa(y)
}

// memo writes notes in bullets under headings that name no talk.
func (w *writer) memo() {
	w.add("# ", w.in(w.one(jaNoun)+"のメモ", titled(w.one(enNoun))+" notes"), "\n\n")
	for range w.between(3, 8) {
		w.heading("##")
		w.items(w.between(5, 14))
		if w.chance(4) {
			w.add(w.page(), "\n\n")
		}
	}
}
