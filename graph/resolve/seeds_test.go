package resolve_test

import "testing"

// A report and a survey of one meetup series: one names speakers by their names
// in Latin letters and by Twitter handles, the other in their own script and by
// handles whose platform it does not say.
func TestTwoReportsOfOneMeetup(t *testing.T) {
	report := newDocument("file:memos/report.md")
	report.event("container-night-osaka-4", "name Container Night Osaka #4")
	report.speaker("r-haruto", "name Haruto Nishida")
	report.talk("r-queue", "name with Kafka on Kubernetesの世界", "event container-night-osaka-4", "by r-haruto",
		"slides https://www.slideshare.net/harutonishida/with-kafka", "about kafka")
	report.speaker("r-mori", "name Mori Takumi")
	report.talk("r-log", "name Vector vs Logstash 7.x", "event container-night-osaka-4", "by r-mori",
		"slides https://www.slideshare.net/takumimori9/vector01-logstash-87654321", "about logstash")
	report.speaker("r-handle", "profile https://twitter.com/kdeploy")
	report.talk("r-mesh", "name サービスメッシュと友達 〜Kuma & Conduit〜", "event container-night-osaka-4", "by r-handle", "about kuma")

	survey := newDocument("file:decks/survey.txt")
	survey.speaker("s-haruto", "name Haruto Nishida")
	survey.talk("s-queue", "name with Kafka on Kubernetesの世界", "by s-haruto",
		"slides http://slideshare.net/HarutoNishida/with-kafka?ref=share", "about kafka")
	survey.speaker("s-mori", "name 森 拓海", "nick moritaku")
	survey.talk("s-log", "name Vector0.1 & Logstash", "by s-mori",
		"slides https://www.slideshare.net/slideshow/vector01-logstash/87654321", "about logstash")
	survey.speaker("s-kondo", "name 近藤 大輔", "nick kdeploy")
	survey.talk("s-mesh", "name ServiceMeshと友達 〜Kuma & Coduit & Linkerd〜", "by s-kondo", "about kuma", "about linkerd",
		"slides https://speakerdeck.com/kondodaisuke/service-mesh-at-container-night-osaka-number-4")

	merged := merge(t, quadsOf(report, survey), nil)
	check(t, sameAs(merged),
		"s-haruto = r-haruto", "s-queue = r-queue", "s-mori = r-mori", "s-log = r-log", "s-kondo = r-handle", "s-mesh = r-mesh")
	check(t, reasons(merged),
		"r-handle sameProfile s-kondo @file:memos/report.md:6", "r-handle sameProfile s-kondo @file:decks/survey.txt:5",
		"r-haruto sameTalk s-haruto @file:memos/report.md:3", "r-haruto sameTalk s-haruto @file:decks/survey.txt:2",
		"r-mori sameTalk s-mori @file:memos/report.md:5", "r-mori sameTalk s-mori @file:decks/survey.txt:4",
		"r-log sameSlides s-log @file:memos/report.md:5", "r-log sameSlides s-log @file:decks/survey.txt:4",
		"r-queue sameSlides s-queue @file:memos/report.md:3", "r-queue sameSlides s-queue @file:decks/survey.txt:2",
		"r-mesh sameSession s-mesh @file:memos/report.md:7", "r-mesh sameSession s-mesh @file:decks/survey.txt:6",
	)
}
