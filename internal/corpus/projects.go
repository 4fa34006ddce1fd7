package corpus

import "strings"

// projects are names of projects of the landscape and of software beside it, as
// documents write them, the most frequent first. Some are ordinary words as well.
var projects = strings.Split(strings.Join(strings.Fields(`Kubernetes Prometheus Envoy Istio Helm Argo_CD Grafana Docker containerd etcd Linkerd Fluentd
	Flux OpenTelemetry Jaeger Harbor Cilium gRPC CoreDNS Knative Vault Terraform NATS Rook Ceph Vitess Falco Open_Policy_Agent Kustomize Backstage
	Crossplane Thanos Tekton Kafka Loki Fluent_Bit NGINX Calico Redis cert-manager Spinnaker Elasticsearch TiKV CRI-O Dapr Kyverno Contour Cortex
	Longhorn KEDA SPIRE SPIFFE Notary TUF Buildpacks Skaffold Tilt minikube kind k3s Rancher OpenShift Jenkins GitLab Ansible Kubeflow Volcano
	Chaos_Mesh LitmusChaos Telepresence Kubebuilder Operator_Framework Virtual_Kubelet KubeVirt KubeEdge OpenEBS Keptn Consul Nomad Traefik Kong
	Emissary-Ingress Gloo Kuma Open_Service_Mesh Flagger Argo_Workflows Argo_Rollouts Weave_Net Flannel Antrea Submariner Network_Service_Mesh
	Kata_Containers gVisor Firecracker Podman Buildah runc Dragonfly Nydus Velero Kanister Strimzi Pulsar RabbitMQ PostgreSQL MySQL MongoDB
	Cassandra CockroachDB TiDB YugabyteDB Vector Zipkin OpenTracing OpenMetrics OpenCensus Pixie Parca Kiali Sigstore cosign Trivy Clair Anchore
	Grype Syft in-toto Tetragon Kubescape Polaris Gatekeeper Dex Keycloak ORAS Zot Distribution WasmEdge wasmCloud Spin Krustlet Porter Brigade
	CloudEvents Serverless_Workflow Artifact_Hub Lens k9s Octant DevSpace Okteto Garden vCluster Cluster_API Karmada Kured MetalLB
	kube-vip Metal3 Tinkerbell Lima Colima Athenz Teller Carvel KubeVela OAM Meshery Service_Mesh_Interface`), "\x00"), "\x00")

func init() {
	for i, p := range projects {
		projects[i] = strings.ReplaceAll(p, "_", " ")
	}
}
