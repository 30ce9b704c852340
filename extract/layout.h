// From words with boxes to a Document: lines, columns, blocks in reading order, tables, sections, clean text.
//
// Deterministic and total: any RawDocument gives a Document that keeps check_document()'s invariants.
#pragma once

#include <string>

#include "extract/document.h"
#include "extract/raw_document.h"

namespace planmark {

// `sha256` is that of the file's bytes and is only passed on.
Document lay_out(const RawDocument& raw, std::string sha256);

}  // namespace planmark
