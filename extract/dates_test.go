package extract

import (
	"strings"
	"testing"
)

func TestDatesIn(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"20210415 Mesh Night", "2021-04-15"},
		{"2020/01/09 @ Hall", "2020-01-09"},
		{"2020-1-9", "2020-01-09"},
		{"2020.01.09", "2020-01-09"},
		{"2020. 1. 9.", "2020-01-09"},
		{"2020年1月9日(木)", "2020-01-09"},
		{"2020年1月に", "2020-01"},
		{"2020年に", "2020"},
		{"2017/3月にCNCFに寄贈", "2017-03"},
		{"2020/03 に", "2020-03"},
		{"2020년 1월 9일", "2020-01-09"},
		{"2020년 11월", "2020-11"},
		{"January 9, 2020", "2020-01-09"},
		{"on Jan. 9th, 2020,", "2020-01-09"},
		{"9 January 2020", "2020-01-09"},
		{"17th of January, 2019 at 6pm", "2019-01-17"},
		{"Sept 2018", "2018-09"},
		{"joined in September 2018.", "2018-09"},
		{"March 19–22, 2024", "2024-03-19"},
		{"19-22 March 2024", "2024-03-19"},
		{"May 31 - June 2, 2023", "2023-05-31"},
		{"2019年7月22日・23日", "2019-07-22"},
		{"2020-01-09T10:00:00Z and 2020-02-10", "2020-01-09 2020-02-10"},
		{"v1.2019.3 #20200109 10.0.0.1", ""},
		{"12 月 9 日到 10 日", ""},
		{"2021 年 12 月 9 日", "2021-12-09"},
		{"Jeudi 16 Octobre 2025 à 18h", "2025-10-16"},
		{"le 1er août 2024", "2024-08-01"},
		{"28 de octubre de 2024", "2024-10-28"},
		{"am 5. März 2023,", "2023-03-05"},
		{"3-4 marzo 2022", "2022-03-03"},
		{"3 mars and 4 dimes", ""},
		{"2019-13-40", ""},
		{"marching 2019 people", ""},
		{"version 1.19 of May", ""},
		{"10,000 people in 2024", ""},
		{"20199999", ""},
	} {
		var got []string
		for _, d := range datesIn(tt.text) {
			if d.start < 0 || d.end > len(tt.text) || d.start >= d.end {
				t.Errorf("%q: span %v", tt.text, d.span)
			}
			got = append(got, d.String())
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, s, tt.want)
		}
	}
}
