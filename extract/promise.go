package extract

import (
	"math"
	"regexp"
	"slices"
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

// promiseWords are those of which one stands in every promise.
var promiseWords = []string{
	"聴講", "聞い", "聴い", "視聴", "参加し", "受け", "見た", "気になった", "印象に残った", "印象的だった", "面白かった", "おすすめ", "各",
	"attended", "saw", "watched", "went to", "joined", "enjoyed", "liked", "notes ",
	"들은", "참석한", "참여한", "인상 깊었던", "기억에 남는",
	"听了", "参加了", "旁听",
}

// promised tells whether the document says, above x and below the heading that x stands
// under, that talks follow.
func (x *session) promised() bool { return x.parent.promise() < x.heading.line }

// promise returns the line that says that talks follow in s: right below its heading,
// under a heading of a frame, "はじめに", or at the end of another section; math.MaxInt
// for none, and where they follow below a heading of their own.
func (s *section) promise() int {
	if s.promises == 0 {
		s.promises = promiseIn(s.blocks)
		for _, c := range s.children {
			if s.promises < math.MaxInt {
				break
			}
			if blocks := c.blocks; logistics(c.headline().text()) {
				s.promises = promiseIn(blocks)
			} else if len(blocks) > 0 {
				s.promises = promiseIn(blocks[len(blocks)-1:])
			}
		}
		if s.promises < math.MaxInt && slices.ContainsFunc(s.children, func(c *section) bool { return len(c.children) > 0 && c.namesTalks() }) {
			s.promises = math.MaxInt
		}
	}
	return s.promises
}

// promiseIn returns the line of the first paragraph that promises talks, math.MaxInt for
// none.
func promiseIn(blocks []*block) int {
	for _, b := range blocks {
		if b.kind != paragraph || b.quote || b.prose == nil || !b.prose.has(promiseSign) {
			continue
		}
		text := strings.ReplaceAll(b.text(), "\n", " ")
		for _, p := range promises {
			if p().MatchString(text) {
				return b.line
			}
		}
	}
	return math.MaxInt
}
