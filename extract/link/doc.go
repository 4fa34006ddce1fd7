// Package link finds names of projects in prose and decides which project each
// one means.
//
// A document is linked as a whole, in two passes. The first folds the text
// (width, composition; offsets into the original are kept) and finds every name
// and alias with one walk of a trie to which case, hyphens and spaces between
// the parts of a name make no difference; a word that is no name may be one
// mistyped. It keeps the longest name at a place, and none that is only a part
// of another word or of another product's name. The second weighs each name
// that may mean something else, an ordinary word or a company, by how it is
// written, by what stands around it and by what the rest of the document is
// about. Evidence adds up as log odds. The sum decides: a link, candidates for
// a person to settle, or silence, as a wrong link is worse than a missed one.
// Every decision carries its reason.
//
// Which names are ambiguous, and what speaks for and against each, is data
// (Words), not code.
package link
