package extract

import "strings"

// hedged tells whether a clause asks, plans, doubts or denies: it states no fact.
func hedged(s string) bool {
	if strings.ContainsAny(s, "?？") {
		return true
	}
	if anyOf(s, easternHedges) {
		return true
	}
	lower := " " + strings.ToLower(strings.ReplaceAll(s, " May ", " ")) + " " // the month
	return anyOf(lower, latinHedges)
}

var (
	easternHedges = []string{
		"かも", "らしい", "予定", "はず", "ではない", "じゃない", "ではなく", "じゃなく", "でない", "ていない", "てない", "いません", "目指", "申請", "検討", "噂", "投票", "提案", "もうすぐ", "なりそう", "入りそう", "しそう", "るっぽい",
		"だろう", "でしょう", "ならない", "なるか", "するか", "したい", "してほしい", "たら", "れば", "もし", "いつ", "まだだ", "未定", "昔は", "以前は", "当時", "辞退", "見送", "なさそう", "とか", "か？", "勘違い", "間違",
		"예정", "계획", "졸업 전", "아니", "않", "될까", "싶", "지켜봐", "수도", "려고", "신청",
		"還不是", "沒有", "計畫", "申請", "預計", "是否", "可能會", "將",
		"将", "计划", "即将", "可能会", "可能将", "有可能", "还不是", "尚未", "不是", "没有", "希望", "是否", "能不能", "什么时候", "申请", "预计", "或许",
	}
	latinHedges = []string{
		" plan ", " plans ", " planned ", " planning ", " will ", "'ll ", " would ", " may ", " might ", " could ", " soon ", " not ", "n't ", " never ", " isn’t ", " proposed ", " proposal ", " applied ", " apply ", " applying ", " expected ", " hope ", " hopes ", " hoping ",
		" should ", " rumor", " rumour", " candidate ", " voting ", " vote ", " eventually ", " someday ", " aims ", " aim ", " wants ", " want ", " on its way ", " if ", " whether ", " when will ", " going to ", " about to ", " guess ", " maybe ", " perhaps ", " probably ",
		" considering ", " would love ", " to be renamed", " no longer ", " used to ", " formerly used", " instead of ", " rather than ", " myth ", " until ",
	}
)
