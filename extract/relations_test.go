package extract

import (
	"fmt"
	"strings"
	"testing"
)

// relationsOf returns the relations that text states, as "from type to".
func relationsOf(t *testing.T, text string) string {
	t.Helper()
	var out []string
	for _, r := range extracted(t, text).Relations {
		out = append(out, fmt.Sprintf("%s %s %s", r.From, r.Type, r.To))
	}
	return strings.Join(out, "; ")
}

func TestRelations(t *testing.T) {
	tests := []struct{ text, want string }{
		// What a project is made of.
		{"Istio は Envoy をベースにしている。", "Istio built_on Envoy"},
		{"IstioはEnvoyベースのサービスメッシュです。", "Istio built_on Envoy"},
		{"k3s is built on top of containerd.", "k3s built_on containerd"},
		{"Contour is based on Envoy and is easy to run.", "Contour built_on Envoy"},
		{"Knative is layered on Istio.", "Knative built_on Istio"},
		{"Istio는 Envoy 기반의 서비스 메시입니다.", "Istio built_on Envoy"},
		{"KubeEdge 基于 Kubernetes 构建。", "KubeEdge built_on Kubernetes"},
		// What it uses.
		{"Harbor は Notary を使って署名する。", "Harbor uses Notary"},
		{"HarborはTrivyを採用している。", "Harbor uses Trivy"},
		{"Harbor uses Trivy to scan images.", "Harbor uses Trivy"},
		{"Kubernetes の中では etcd が使われている。", "Kubernetes uses etcd"},
		{"containerd, which runs runc", "containerd uses runc"},
		{"Thanos relies on Prometheus.", "Thanos uses Prometheus"},
		{"Rook は Ceph を内部で動かす。", "Rook uses Ceph"},
		{"Harbor는 Trivy를 사용합니다.", "Harbor uses Trivy"},
		{"Harbor 使用 Trivy 扫描镜像。", "Harbor uses Trivy"},
		{"k3s ships with CoreDNS.", "k3s uses CoreDNS"},
		// What it is a part of.
		{"Kueue is a subproject of Kubernetes.", "Kueue part_of Kubernetes"},
		{"CoreDNS は Kubernetes の一部です。", "CoreDNS part_of Kubernetes"},
		{"CoreDNS は Kubernetes の一部として動く。", ""},
		// What it was called.
		{"Conduit は Linkerd に改名された。", "Linkerd renamed_from Conduit"},
		{"Conduit was renamed to Linkerd.", "Linkerd renamed_from Conduit"},
		{"Linkerd (formerly Conduit) is small.", "Linkerd renamed_from Conduit"},
		{"Conduit (now Linkerd) is small.", "Linkerd renamed_from Conduit"},
		{"Linkerd2（旧 Conduit）を試した。", "Linkerd renamed_from Conduit"},
		{"Heptio Ark は Velero に名前が変わった。", "Velero renamed_from Heptio Ark"},
		{"Heptio Ark, now known as Velero, takes backups.", "Velero renamed_from Heptio Ark"},
		{"Heptio Ark 现已更名为 Velero。", "Velero renamed_from Heptio Ark"},
		// What it stands in for.
		{"CRI-O は containerd の代替だ。", "CRI-O alternative_to containerd"},
		{"CRI-O is an alternative to containerd.", "CRI-O alternative_to containerd"},
		{"Contour 是 NGINX 的替代。", "Contour alternative_to NGINX"},
		// Who made it.
		{"Jaeger は Uber が開発した。", "Jaeger created_by Uber"},
		{"Jaeger was created by Uber.", "Jaeger created_by Uber"},
		{"Uber が開発した Jaeger を試す。", "Jaeger created_by Uber"},
		{"Uber製の Jaeger を試す。", "Jaeger created_by Uber"},
		{"Chaos Mesh was originally developed at PingCAP.", "Chaos Mesh created_by PingCAP"},
		{"PingCAP open-sourced Chaos Mesh.", "Chaos Mesh created_by PingCAP"},
		{"Spotify created Backstage and gave it away.", "Backstage created_by Spotify"},
		{"Jaeger는 Uber가 개발했습니다.", "Jaeger created_by Uber"},
		{"Uber에서 만든 Jaeger를 써 봤다.", "Jaeger created_by Uber"},
		{"Chaos Mesh 由 PingCAP 开源。", "Chaos Mesh created_by PingCAP"},
		{"PingCAP 开源的 Chaos Mesh 很好用。", "Chaos Mesh created_by PingCAP"},

		// Questions, plans, denials and what people do.
		{"Istio は Envoy を使わない？", ""},
		{"Will Harbor use Trivy?", ""},
		{"Harbor will use Trivy.", ""},
		{"Knative is not built on Istio.", ""},
		{"Knative は Istio に依存しない予定。", ""},
		{"We use Harbor and Trivy.", ""},
		{"Istio と Envoy の話を聞いた。", ""},
		{"Fluentd から Fluent Bit に移行した。", ""},
		{"Go製の Jaeger を試す。", ""},
		{"Jaeger で利益が生まれ、開発が進む。", ""},
		{"Cilium では Pod が作成した eBPF のプログラムを見る。", ""},
		{"Crossplane なら付加価値が出る部分を開発できる。", ""},
		{"NATS は Go言語製。", ""},
		{"私が作った Helm chart を使う。", ""},
		{"The Uber driver told me about Jaeger.", ""},
	}
	for _, tt := range tests {
		if got := relationsOf(t, tt.text); got != tt.want {
			t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}
