package link

import (
	"math"
	"strings"
)

// Weights of evidence, in log odds. They were set on KubeCon session titles and
// on the sentences of testdata, and checked on annotated event reports.
const (
	wForm        = 2.5  // written with the inner capitals of the project
	wCapital     = 2.0  // a capital inside a sentence
	wCapitalCJK  = 1.5  // a capitalised Latin word in East Asian text
	wHeadline    = 0.3  // a capital where every word has one
	wLower       = -2.5 // in lower case where the project has a capital
	wLowerCJK    = -1.6
	wLowerWords  = -3.0 // a phrase in lower case
	wOddCase     = -0.7 // neither as the project writes it nor in lower case
	wNext        = 4.0  // a word of the project's own beside it
	wNear        = 2.5  // such a word near it
	wAround      = 1.2  // … farther off on its line
	wAgainst     = -6.0 // a word that speaks against it near it
	wPlayOn      = -2.5 // … in East Asian text, beside a capital
	wGloss       = -6.0 // in lower case, in brackets behind its translation
	wGlossed     = -3.5 // … before brackets with an East Asian word
	wBareSmall   = 3.0  // "moved to kind, because": a small word in a noun's place
	wBesideName  = 1.5  // a name with no more than a space between
	wOtherSense  = -3.0 // the same word is an ordinary one on the same line
	wTechnical   = 2.2  // a technical noun beside it
	wVersion     = 2.5  // a version behind it
	wUsed        = 1.2  // East Asian words of use behind it: 使う, 導入
	wPhrase      = -7.0 // a phrase in which it is the word
	wVerb        = -4.0 // used as a verb
	wArticle     = -4.0 // "the harbor of"
	wAttribute   = -2.0 // "the harbor project"
	wTheName     = -2.5 // "the Harbor of"
	wTheNames    = -0.5 // "the Harbor way"
	wBare        = 1.5  // "with Harbor"
	wColon       = 1.5  // before or after a colon
	wPlural      = -4.0
	wListed      = 3.0 // in a list with a project
	wAlone       = 1.2 // all that stands there
	wParticle    = 0.8 // a Japanese or Korean particle behind it
	wCoMention   = 1.0 // another project in the segment
	wTopic       = 0.7 // the document is about projects
	wSameSection = 2.5 // the project is named beyond doubt in the section
	wSame        = 2.0 // … in the document
	wProbable    = 1.2 // … in the document, though not beyond doubt
	wTag         = 1.5
	wStaff       = -10.0 // where people and their employers stand
	wSurname     = -1.2
	wAmongFirms  = -4.0 // in a list of companies
	wPartOfName  = -2.5 // "the Storm Center": a capitalised word behind it
	wMaker       = -4.0 // a company before its own software: "Isovalent's Cilium"
)

// score sums the evidence on one span.
type score struct {
	sum      float64
	pro, con reason // the heaviest on either side
}

// reason is a piece of evidence in words, put together only when it is asked for.
type reason struct {
	weight float64
	form   string // with %s for the word
	word   string
}

func (r reason) String() string { return strings.ReplaceAll(r.form, "%s", r.word) }

// add counts weight for the reason form; "%s" in it stands for word.
func (s *score) add(weight float64, form, word string) {
	s.sum += weight
	switch {
	case weight > s.pro.weight:
		s.pro = reason{weight, form, word}
	case weight < s.con.weight:
		s.con = reason{weight, form, word}
	}
}

// confidence turns log odds into a probability.
func confidence(logOdds float64) float64 {
	return math.Round(100/(1+math.Exp(-logOdds))) / 100
}
