// From the elements of a web page to a Document.
//
// One page without a size holds all of the text; there are no words with boxes. What the page itself names as
// its content (<main>, otherwise <article> with nearly all text) is read; menus, banners, cookie notices and
// what stands around the content are blocks of kind furniture. Lists, tables, quotes and captions are what
// their elements say; headings, captions, glossaries and lists of sources are told by their words as in a PDF
// (extract/kind_by_words.h). The marks of footnotes are left out of the sentences.
//
// Deterministic and total: any tree gives a Document that keeps check_document()'s invariants. Requires: no
// deeper tree than parse_html() gives.
#pragma once

#include <string>

#include "extract/document.h"
#include "extract/html_tree.h"

namespace planmark {

// The page is blank without any text, unreadable where scripts were to fetch it ("no text without its
// scripts").
Document lay_out_html(const HtmlTree& tree, std::string sha256);

}  // namespace planmark
