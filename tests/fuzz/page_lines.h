// A RawDocument as lines of text, one thing printed a line, so that a fuzzer's findings can be read:
//
//   page WIDTH HEIGHT LABEL                          style SIZE BOLD ITALIC COLOUR FONT
//   word X0 Y0 X1 Y1 STYLE TAG ROTATION SPACE TEXT   rule|fill|image|dot X0 Y0 X1 Y1
//   counts UNMAPPED DRAWINGS MISTAKES                bookmark LEVEL PAGE TITLE
//   tagged
#pragma once

#include <string>
#include <string_view>

#include "extract/raw_document.h"

namespace planmark {

std::string lines_of(const RawDocument& raw);

// Total: what is no such line is left out and what is out of range is brought into it, so that the result
// keeps what read_pdf() promises of a RawDocument.
RawDocument raw_document_of(std::string_view lines);

}  // namespace planmark
