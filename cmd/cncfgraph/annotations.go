package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/cncfgraph/cncfgraph/queries"
)

// Characters that end a message or a property of a GitHub annotation.
var (
	annotationText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	annotationProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeAnnotations writes the findings as workflow commands of GitHub Actions,
// which shows each at its line.
func writeAnnotations(w io.Writer, list *queries.FindingList, paths map[string]string) error {
	commands := map[queries.Severity]string{queries.SeverityError: "error", queries.SeverityWarning: "warning", queries.SeverityNote: "notice"}
	for _, f := range list.Findings {
		properties := []string{}
		text := f.Text + ". " + f.Fix
		if len(f.Evidence) > 0 {
			at := f.Evidence[0]
			if path, ok := paths[at.Source]; ok {
				properties = append(properties, "file="+annotationProperty.Replace(printable(path)))
				if at.Line > 0 {
					properties = append(properties, fmt.Sprintf("line=%d,endLine=%d", at.Line, max(at.Line, at.EndLine)))
				}
			} else { // no file of the repository that is checked
				text += " (" + at.String() + ")"
			}
		}
		properties = append(properties, "title="+annotationProperty.Replace(f.Rule))
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", commands[f.Severity], strings.Join(properties, ","), annotationText.Replace(printable(text))); err != nil {
			return err
		}
	}
	return nil
}
