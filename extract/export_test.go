package extract

// NewMarkdownParser lets benchmarks run the parser by itself.
var NewMarkdownParser = newMarkdownParser
