// Package extract reads what people write about cloud-native projects, event
// reports, memos, talk lists and slide transcripts, in Japanese, English, Korean
// and Chinese, and yields what they say: events, talks with their speakers,
// mentions of projects, maturity, relations, each with its line.
//
// Extraction is pure: [Extractor.Extract] makes a [Document] out of bytes and
// touches nothing else, so that documents may be read in any order and at once.
// [Document.Quads] are its statements. The way of a document is
//
//	bytes → source → blocks (a reader for each format) → draft (events, talks)
//	      → linked (names found by package link) → Document → quads
package extract
