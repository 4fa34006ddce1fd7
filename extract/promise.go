package extract

import (
	"regexp"
	"strings"

	"github.com/cncfgraph/cncfgraph/internal/pattern"
)

// promises say that notes on talks follow, each below its title: "all the sessions
// that I attended", 聞いたセッションのメモを残します.
var promises = []func() *regexp.Regexp{
	pattern.Lazy(`(聴講|聞い|聴い|視聴|参加し|受け|見た|気になった|印象に残った|印象的だった|面白かった|おすすめ|各)[^。\n]{0,20}(セッション|発表|トーク|講演|LT)[^。\n]{0,30}(メモ|まとめ|紹介|感想|レポート|記録|残し|書い|書き|取り上げ|共有)`),
	pattern.Lazy(`(?i)(talks|sessions|presentations) (that |which )?(i|we)('ve| have)? (attended|saw|watched|went to|joined|enjoyed|liked)`),
	pattern.Lazy(`(?i)notes (on|from|for|about) (the |each |every |all |some )?(of the )?(talks|sessions|presentations)`),
	pattern.Lazy(`^Notes (on|from) (the )?[A-Z][A-Za-z+]*(Con|Conf|Days|Fest|Summit|Meetup|Camp)\b`),
	pattern.Lazy(`(들은|참석한|참여한|인상 깊었던|기억에 남는)[^.\n]{0,10}(세션|발표)[^.\n]{0,20}(정리|공유|소개|요약|적어)`),
	pattern.Lazy(`(听了|参加了|旁听)[^。\n]{0,16}(议题|演讲|分享|主题)[^。\n]{0,20}(记录|笔记|总结|整理)`),
}

// promised tells whether the document says, above x and below the heading that x stands
// under, that talks follow: right there, or under a heading of a frame, "はじめに".
func (x *session) promised() bool {
	if promising(x.parent.blocks) {
		return true
	}
	for _, c := range x.parent.children {
		if c == x.section {
			return false
		}
		if logistics(c.headline().text()) && promising(c.blocks) {
			return true
		}
	}
	return false
}

// promising tells whether a paragraph promises talks.
func promising(blocks []*block) bool {
	for _, b := range blocks {
		if b.kind != paragraph || b.quote || b.prose == nil {
			continue
		}
		text := strings.ReplaceAll(b.text(), "\n", " ")
		for _, p := range promises {
			if p().MatchString(text) {
				return true
			}
		}
	}
	return false
}
