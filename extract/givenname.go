package extract

import "strings"

// givenNames are first names that tell a person from a company of two words.
var givenNames = newWordSet(
	`aaron abby adam adrian alan alba alejandro alex alexander alexandra alice alicia alina allison amanda amy ana andre andrea andreas andrew andy angela anna anne
	annie anthony antonio april arun asha ashley barbara ben benjamin bill bob brad brandon brendan brian bruce bryan carl carla carlos carol caroline catherine
	celeste charles charlie cheryl chris christian christina christine christopher claire colin connor craig cynthia dan daniel danielle darren dave david dean
	deborah deepak denis dennis diana diane dmitri dominic don donna doug duffie dylan ed edgar eduardo edward elena eli elizabeth ellen emily emma eric erica erik
	erin ethan eva evan felix fernando fiona francesco frank frederick gabriel gary george gerald gina glenn grace greg gregory guido guillaume hannah harry heather
	helen henry holly ian igor ivan jack jackie jacob jake james jamie jan jane janet jason jay jean jeff jeffrey jen jennifer jenny jeremy jerome jerry jess jesse
	jessica jill jim jimmy joan joe joel john johnny jon jonathan jordan jorge jose joseph josh joshua juan judy julia julian julie julius justin karen karl karthik kate
	katherine kathleen kathryn katie keith kelly kelsey ken kenneth kevin kim kris kristen kristina kyle larry laura lauren lee leo leon leonardo lewis liam lin lisa
	liz louis lucas lucy luis luke lydia madhav magnus manuel marc marco marcus margaret maria marie mario mark martin mary mateo matt matthew matthias maya megan
	melanie melissa michael michelle miguel mike mohamed monica nadia nancy natalie natasha nathan neha nicholas nick nicolas nicole nigel nikhita nina noah nora
	olga oliver olivia oscar pablo pamela patricia patrick paul paula pavel pedro peter phil philip pierre priya priyanka rachel rafael rahul ralph ravi ray rebecca
	ricardo richard rick rita rob robert roberto robin rodrigo roger ron rose ross roy russell ruth ryan sam samantha samuel sandra sanjay sara sarah saad scott sean
	sebastian sergey shannon sharon shaun simon sofia sophia stefan stella stephanie stephen steve steven stuart susan suzanne sylvia taylor ted teresa terry thomas
	tiffany tim timothy tina todd tom tony tracy travis tyler valerie vanessa victor victoria vijay vincent vishal walter wayne wei wendy will william xavier yan
	yuan yvonne zach zoe
	akira atsushi daisuke hiroshi hiroki hiroyuki ichiro jun junichi kazuki kazuya keisuke kenichi kenji kenta kohei koichi kota makoto masahiro masaki masaya naoki
	ryo ryota satoshi shinichi shinya shota shun taichi takahiro takashi takeshi takuya taro tatsuya tetsuya tomohiro tomoya toshi wataru yuichi yuki yusuke yuta yuya`,
)

// givenName tells whether s begins with a common first name and goes on.
func givenName(s string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(s), " ")
	return givenNames.has(first) && strings.TrimSpace(rest) != ""
}
