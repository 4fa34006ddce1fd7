package extract

import (
	"strings"
	"sync"
	"testing"

	"github.com/cncfgraph/cncfgraph/extract/link"
)

// dictionary returns a linker of a few projects, so that the tests of this package
// stand by themselves. A "+" marks a project that the landscape lacks; "|" parts
// the name from other names.
var dictionary = sync.OnceValues(func() (*link.Linker, error) {
	const projects = `
		Argo|Argo CD|ArgoCD|Argo Workflows|Argo Rollouts
		Backstage
		Ceph
		Chaos Mesh
		Cilium
		containerd|コンテナディー
		Contour
		CoreDNS
		Cortex
		CRI-O
		Docker
		Dragonfly
		Envoy
		etcd
		Falco
		Fluentd
		+Fluent Bit
		Flux
		Gatekeeper
		gRPC
		Grafana
		Harbor
		Helm
		Istio|イスティオ
		Jaeger
		k3s
		Karpenter
		Keda|KEDA
		Knative
		KubeEdge
		Kubernetes|k8s|쿠버네티스|クーバネティス
		Kueue
		+Kustomize
		Linkerd|Linkerd2
		+Conduit
		Litmus
		Longhorn
		NATS
		NGINX
		Notary
		Open Policy Agent (OPA)|OPA|Open Policy Agent
		OpenTelemetry
		OpenTracing
		OpenCensus
		Prometheus|프로메테우스
		Rook
		runc
		SPIRE
		Skaffold
		Telepresence
		Tekton
		Thanos
		TiKV
		Trivy
		Velero
		+Heptio Ark
		Vitess
		+Weave Flux`
	var entries []link.Entry
	for _, line := range strings.Split(strings.TrimSpace(projects), "\n") {
		names := strings.Split(strings.TrimLeft(strings.TrimSpace(line), "+"), "|")
		entries = append(entries, link.Entry{
			ID: strings.ToLower(strings.ReplaceAll(names[0], " ", "-")), Name: names[0], Names: names[1:],
			External: strings.Contains(line, "+"),
		})
	}
	return link.New(entries, &link.Words{})
})

// newExtractor returns an extractor with the projects of dictionary.
func newExtractor(t testing.TB) *Extractor {
	t.Helper()
	l, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	return New(l, nil)
}

// extracted returns what the text says.
func extracted(t testing.TB, text string) *Document {
	t.Helper()
	doc, err := newExtractor(t).Extract("https://example.org/doc", "doc.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
