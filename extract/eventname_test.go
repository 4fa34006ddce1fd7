package extract

import (
	"strings"
	"testing"
)

func TestEventNames(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"[イベントレポート] Mesh Night Osaka #3", "Mesh Night Osaka #3"},
		{"20200415 Mesh Night Osaka #3 @Blue Tower", "Mesh Night Osaka #3"},
		{"CloudNative Days Kansai 2019 参加メモ", "CloudNative Days Kansai 2019"},
		{"CNDT2020に参加してきました", "CNDT2020"},
		{"第12回 Container SIG勉強会に参加した", "第12回 Container SIG勉強会"},
		{"第四届 Service Mesh Meetup 上海站回顾", "第四届 Service Mesh Meetup 上海站"},
		{"Service Mesh Meetup #5 广州站", "Service Mesh Meetup #5 广州站"},
		{"Takeaways from attending KubeCon + CloudNativeCon Europe 2022, wearing two hats", "KubeCon + CloudNativeCon Europe 2022"},
		{"KubeCon+CloudNativeCon NA 2021 Recap", "KubeCon+CloudNativeCon NA 2021"},
		{"KubeCon Europe 2023: day 1", "KubeCon Europe 2023"},
		{"Sidecars at rest — MeshCon + EdgeCon, North America 2023", "MeshCon + EdgeCon, North America 2023"},
		{"PlatformSummit, Asia 2024 in pictures", "PlatformSummit, Asia 2024"},
		{"Notes from PromCon EU 2019", "PromCon EU 2019"},
		{"Kubernetes Community Days Berlin 2022 – My Experience", "Kubernetes Community Days Berlin 2022"},
		{"A trip report: Cloud Native Rejekts 2023", "Cloud Native Rejekts 2023"},
		{"Kubernetes Novice Osaka #21", "Kubernetes Novice Osaka #21"},
		{"港町コンテナ倶楽部 #12", "港町コンテナ倶楽部 #12"},
		{"Mesh & Edge もくもく会 vol.5 @五反田", "Mesh & Edge もくもく会 vol.5"},
		{"쿠버네티스 코리아 밋업 3회 후기", "쿠버네티스 코리아 밋업 3회"},
		{"제5회 클라우드 네이티브 밋업 정리", "제5회 클라우드 네이티브 밋업"},
		{"Open Infrastructure & Cloud Native Days Korea 2019", "Open Infrastructure & Cloud Native Days Korea 2019"},
		{"Japan Container Days v18.12", "Japan Container Days v18.12"},
		{"コンテナ 100連発 Container Night Nagoya", "Container Night Nagoya"},
		{"Operator 30分 Mesh Meetup Sapporo #2", "Mesh Meetup Sapporo #2"},
		{"How to install Istio on your laptop", ""},
		{"Prometheus 2.0 リリース", ""},
		{"Day 2", ""},
	} {
		var got []string
		for _, e := range eventNames(tt.text) {
			got = append(got, e.name)
		}
		if s := strings.Join(got, " | "); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, s, tt.want)
		}
	}
}
