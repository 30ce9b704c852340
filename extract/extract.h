// The reading of one file, from its bytes to a Document.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/document.h"
#include "extract/job.h"

namespace planmark {

// What a worker (extract/pool.h) does, in this process and so without its protection: read_pdf(),
// recognise_pages() where pages are named, then lay_out(); for a web page parse_html(), then lay_out_html().
Result<Document> extract_in_process(std::string_view bytes, std::string sha256,
                                    const std::string& password = {}, const ReadDocument& wanted = {});

}  // namespace planmark
