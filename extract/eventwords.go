package extract

var (
	eventWords = newWordSet(`meetup meetups meet-up conference conf summit forum fest festival camp expo rejekts kcd kcds kaigi hackfest unconference
		kubecon cloudnativecon promcon devopsdays kccnc cndt cndk cndf cndo cndw cnds jkd ossummit re:invent barcamp symposium devconf fosdem night nights`)
	genericHeads = newWordSet("meetup meetups meet-up conference conf summit forum fest festival camp expo unconference hackfest symposium barcamp night nights 勉強会 大会 ミートアップ カンファレンス サミット フォーラム 交流会 セミナー 沙龙 峰会 论坛 밋업 컨퍼런스 모임 세미나 포럼 스터디")
	dayWords     = newWordSet("day days week")
	// roundWords stand before "day" where it is no event.
	roundWords   = newWordSet("first second third last one two three next every each all working the my our a this that same full half whole zero release demo")
	easternHeads = []string{
		"勉強会", "読書会", "もくもく会", "大会", "ミートアップ", "カンファレンス", "コンファレンス", "サミット", "フォーラム", "交流会", "倶楽部", "クラブ", "セミナー", "ナイト", "フェス", "フェスタ", "フェスティバル",
		"座談会", "交換会", "講習会", "祭", "発表会", "報告会", "研究会", "茶会", "夜会", "分科会", "コンテナデイズ", "デイズ", "沙龙", "峰会", "论坛", "技术沙龙", "开发者大会", "研讨会", "分享会", "交流会", "开放日", "年会",
		"밋업", "컨퍼런스", "콘퍼런스", "서밋", "소모임", "모임", "세미나", "포럼", "데이", "스터디", "반상회",
	}
	longEasternHeads = []string{"勉強会", "もくもく会", "ミートアップ", "カンファレンス", "밋업", "컨퍼런스", "소모임", "沙龙", "峰会", "论坛"}
)

var (
	reportTails = []string{
		"参加", "登壇", "参戦", "開催", "レポ", "メモ", "感想", "まとめ", "行って", "行った", "行く", "聴講", "資料", "発表", "報告", "備忘", "雑感", "運営", "主催", "視聴", "振り返", "ふりかえ", "参照", "スタッフ", "にて", "でした", "での", "から", "まで", "より", "という", "について",
		"回顾", "总结", "参会", "见闻", "小记", "笔记", "纪要", "圆满", "落幕", "感想", "分享", "活动", "实录", "直播", "预告", "有感", "观后感", "随笔", "成功", "举办", "演讲", "资料", "收官", "举行", "回放", "议程",
		"후기", "참석", "참가", "참여", "정리", "발표", "다녀", "리뷰", "회고",
	}
	endsName        = newWordSet("へ に を で は が と も の 및 와 과")
	koreanParticles = []string{"에서", "에", "를", "을", "의", "는", "은"}
	reportWords     = newWordSet(`recap report reports notes note review retrospective highlights summary experience takeaways memo trip wrap-up wrapup thoughts
		slides talk talks schedule agenda day1 day2 attending attended visited joined speaking learned blog post impressions insights debrief favorites`)
	leadWords = newWordSet(`my our the a an at from to for on with about this that these first second third last next best top why what how attending notes trip recap report i we it is was
		and or but by as after before during join see live watch day part reflections thoughts lessons key some more another meet hello goodbye back welcome introducing announcing takeaways visiting speaking`)
	regions = newWordSet("na eu europe america north china japan asia india apac emea us usa uk korea australia latam virtual online global international nordics benelux")
	// innerWords are lead words that stand within names too.
	innerWords = newWordSet("next first live")
	months     = newWordSet("jan feb mar apr jun jul aug sep sept oct nov dec january february march april june july august september october november december")
	seasons    = newWordSet("spring summer fall autumn winter edition online virtual 春 夏 秋 冬")
	places     = newWordSet(`tokyo osaka kyoto nagoya fukuoka sapporo sendai hiroshima okinawa yokohama kansai kanto tohoku kyushu seoul busan pangyo beijing shanghai shenzhen hangzhou chengdu guangzhou
		taipei taiwan singapore bangalore bengaluru delhi mumbai pune chennai sydney melbourne london edinburgh manchester berlin munich hamburg cologne paris lyon amsterdam rotterdam utrecht
		brussels antwerp zurich geneva vienna prague warsaw krakow budapest bucharest copenhagen stockholm oslo helsinki tampere barcelona madrid valencia lisbon porto milan rome turin bologna
		dublin austin seattle boston chicago detroit denver portland atlanta dallas houston toronto vancouver montreal vegas francisco diego angeles york washington
		salt lake san los las new city 東京 大阪 京都 名古屋 福岡 札幌 仙台 広島 沖縄 横浜 関西 北海道 北京 上海 深圳 杭州 成都 广州 武汉 南京 西安 台北 서울 부산 판교 강남 대전`)
)
