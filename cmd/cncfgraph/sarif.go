package main

import (
	"net/url"
	"path/filepath"
	"slices"

	"github.com/cncfgraph/cncfgraph/graph/vocab"
	"github.com/cncfgraph/cncfgraph/queries"
)

// A SARIF 2.1.0 log, as far as findings need it.
type (
	sarif struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string             `json:"id"`
		ShortDescription     sarifText          `json:"shortDescription"`
		Help                 sarifText          `json:"help"`
		DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
	}
	sarifConfiguration struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPlace `json:"physicalLocation"`
	}
	sarifPlace struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine int `json:"startLine"`
		EndLine   int `json:"endLine"`
	}
)

// sarifLog returns the findings as a SARIF log. A finding is at its first evidence;
// the other evidence is related to it.
func sarifLog(list *queries.FindingList, paths map[string]string) sarif {
	run := sarifRun{Results: []sarifResult{}, Tool: sarifTool{sarifDriver{
		Name: "cncfgraph", Version: version(), InformationURI: "https://github.com/cncfgraph/cncfgraph", Rules: []sarifRule{},
	}}}
	rules := queries.LintRules()
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.Name, ShortDescription: sarifText{r.About}, Help: sarifText{r.Fix}, DefaultConfiguration: sarifConfiguration{string(r.Severity)},
		})
	}
	for _, f := range list.Findings {
		result := sarifResult{
			RuleID: f.Rule, RuleIndex: slices.IndexFunc(rules, func(r queries.LintRule) bool { return r.Name == f.Rule }),
			Level: string(f.Severity), Message: sarifText{f.Text}, Locations: []sarifLocation{},
		}
		for i, e := range f.Evidence {
			if at := sarifAt(e, paths); i == 0 {
				result.Locations = append(result.Locations, at)
			} else {
				result.Related = append(result.Related, at)
			}
		}
		run.Results = append(run.Results, result)
	}
	return sarif{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
}

// sarifAt returns the place of the evidence: in the file that the source was read
// from, where there is one, else at its address.
func sarifAt(e vocab.Evidence, paths map[string]string) sarifLocation {
	var at sarifLocation
	at.Physical.Artifact.URI = e.Source
	if path, ok := paths[e.Source]; ok {
		u := url.URL{Path: filepath.ToSlash(path)}
		at.Physical.Artifact.URI = u.String()
	} else if u, err := url.Parse(e.Source); err == nil {
		at.Physical.Artifact.URI = u.String() // percent-encoded
	}
	if e.Line > 0 {
		at.Physical.Region = &sarifRegion{e.Line, max(e.Line, e.EndLine)}
	}
	return at
}
