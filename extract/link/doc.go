// Package link finds names of projects in prose and decides which project each
// one means.
//
// A document is linked as a whole, in two passes. The first finds every name
// and alias with one walk of a trie over the normalised text (case, width,
// hyphen, space or none between the parts of a name make no difference),
// then names that are a letter or two off. It keeps the longest name at a
// place, and none that is only a part of another word. The second
// weighs each name that may mean something else, an ordinary word or a
// company, by what stands around it and by what the rest of the document is
// about, and either links it, offers candidates, or is silent: a wrong link is
// worse than a missed one. Every decision carries its reason.
//
// Which names are ambiguous, and what speaks for and against each, is data
// (Words), not code.
package link
