// A Document's blocks as lines of text, one each, so that a test shows what it expects.
//
//   h2 Title          paragraph: p, list item: li1 li2, row: | a | b | (a row of heads ends in |=)
//   box p Words       inside a box; furniture, contents, caption, quote, footnote, glossary, reference by
//   name
#pragma once

#include <string>

#include "extract/document.h"

namespace planmark {

std::string outline_of(const Document& document);

}  // namespace planmark
