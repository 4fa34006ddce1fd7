package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/cncfgraph/cncfgraph/extract"
	"github.com/cncfgraph/cncfgraph/extract/eval"
	"github.com/cncfgraph/cncfgraph/extract/files"
)

func newEval() *cobra.Command {
	var (
		reading      reading
		listErrors   bool
		byConfidence bool
	)
	c := &cobra.Command{
		Use:   "eval GOLD FILE|FOLDER...",
		Short: "Score extraction against documents that people annotated",
		Long: `Extract documents and score what was found against gold: a file, or a folder of
files, of what people found in them by reading. The gold of notes/report.md is the
JSON file with the id "report". Gold without its document counts as missed; a
document without gold is passed over.`,
		Example: `  cncfgraph eval gold/ notes/
  cncfgraph eval gold/report.json notes/report.md --errors
  cncfgraph eval gold/ notes/ --confidence`,
		Args: minArgs("the gold", "a file or folder"),
		RunE: func(c *cobra.Command, args []string) error {
			format, err := outputFormat(c)
			if err != nil {
				return err
			}
			scores, failed := scoreDocuments(c, &reading, args[0], args[1:])
			if scores == nil {
				return failed
			}
			if byConfidence {
				return errors.Join(calibrationAnswer(scores).print(c, format), failed)
			}
			return errors.Join(printScores(c, scores, format, listErrors), failed)
		},
	}
	addOutputFlags(c)
	c.Flags().BoolVar(&listErrors, "errors", false, "list what was missed, what is extra and which distractors were taken; csv lists only them")
	c.Flags().BoolVar(&byConfidence, "confidence", false, "count the links by their confidence, and how many of them are right")
	reading.addFlags(c)
	return c
}

// scoreDocuments extracts the documents that paths name and scores them. The error
// may come with Scores: of the documents that did not fail.
func scoreDocuments(c *cobra.Command, reading *reading, goldPath string, paths []string) (*eval.Scores, error) {
	gold, err := eval.ReadGold(goldPath)
	if err != nil {
		return nil, err
	}
	defer untilInterrupted(c)()
	var docs []*extract.Document
	failed := reading.each(c, paths, func(r *files.Result) error {
		docs = append(docs, r.Document)
		return nil
	})
	if len(docs) == 0 && failed != nil {
		return nil, failed
	}
	scores, err := eval.Score(gold, docs, &eval.Options{ReadFile: os.ReadFile})
	if err != nil {
		return nil, errors.Join(err, failed)
	}
	for _, source := range scores.WithoutGold {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "passed over: %s: no gold\n", printable(source))
	}
	for _, id := range scores.WithoutDocument {
		_, _ = fmt.Fprintf(c.ErrOrStderr(), "missed: the document of gold %q\n", id)
	}
	return scores, failed
}

// printScores prints the figures and, where asked for, the errors behind them.
func printScores(c *cobra.Command, scores *eval.Scores, format string, listErrors bool) error {
	figures := figuresAnswer(scores)
	if !listErrors || format == "name" {
		return figures.print(c, format)
	}
	list := errorsAnswer(scores)
	switch format {
	case "json", "yaml":
		figures.value = scoresWithErrors{scores, scoringErrors(scores)}
		return figures.print(c, format)
	case "csv":
		return list.print(c, format)
	}
	if err := figures.print(c, format); err != nil || len(list.rows) == 0 {
		return err
	}
	if _, err := fmt.Fprintln(c.OutOrStdout()); err != nil {
		return err
	}
	return list.print(c, format)
}

func figuresAnswer(scores *eval.Scores) answer {
	a := answer{value: scores, header: []string{"MEASURE", "P", "R", "F1", "TP", "FP", "FN", "TAKEN", "OF"}}
	for name, m := range scores.Measures() {
		a.rows = append(a.rows, []string{
			name,
			fmt.Sprintf("%.3f", m.Precision()), fmt.Sprintf("%.3f", m.Recall()), fmt.Sprintf("%.3f", m.F1()),
			strconv.Itoa(m.TP), strconv.Itoa(m.FP()), strconv.Itoa(m.FN()), "", "",
		})
		a.names = append(a.names, name)
	}
	d := scores.Distractors
	a.rows = append(a.rows, []string{"distractors", "", "", "", "", "", "", strconv.Itoa(len(d.Taken)), strconv.Itoa(d.Of)})
	a.names = append(a.names, "distractors")
	return a
}

// calibrationAnswer shows how far confidences can be trusted.
func calibrationAnswer(scores *eval.Scores) answer {
	a := answer{value: scores.Calibration, header: []string{"CONFIDENCE", "LINKS", "RIGHT", "SHARE"}}
	for _, b := range scores.Calibration {
		low, share := fmt.Sprintf("%.2f", b.Low), ""
		if b.Links > 0 {
			share = fmt.Sprintf("%.3f", float64(b.Right)/float64(b.Links))
		}
		a.rows = append(a.rows, []string{low, strconv.Itoa(b.Links), strconv.Itoa(b.Right), share})
		a.names = append(a.names, low)
	}
	return a
}

// scoringError is an error of extraction as eval lists it.
type scoringError struct {
	Measure string `json:"measure"`
	Error   string `json:"error"` // missed, extra or taken
	eval.Finding
}

// scoresWithErrors are the figures with the errors behind them.
type scoresWithErrors struct {
	*eval.Scores
	Errors []scoringError `json:"errors"`
}

// scoringErrors lists what was missed, what is extra and which distractors were taken.
func scoringErrors(scores *eval.Scores) []scoringError {
	list := []scoringError{} // never null in JSON
	add := func(measure, what string, findings []eval.Finding) {
		for _, f := range findings {
			list = append(list, scoringError{measure, what, f})
		}
	}
	for name, m := range scores.Measures() {
		add(name, "missed", m.Missed)
		add(name, "extra", m.Extra)
	}
	add("distractors", "taken", scores.Distractors.Taken)
	return list
}

func errorsAnswer(scores *eval.Scores) answer {
	list := scoringErrors(scores)
	a := answer{value: list, header: []string{"MEASURE", "ERROR", "DOCUMENT", "LINE", "TEXT", "NOTE"}}
	for _, e := range list {
		line := ""
		if e.Line > 0 {
			line = strconv.Itoa(e.Line)
		}
		a.rows = append(a.rows, []string{e.Measure, e.Error, e.Document, line, e.Text, e.Note})
	}
	return a
}
