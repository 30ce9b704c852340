// What bytes that are not a PDF look like, so that a refusal can say what was given instead.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// True when the bytes carry a PDF header where readers look for it (the first 1024 bytes).
bool has_pdf_header(std::string_view bytes);

// "a web page", "a Word document or other Office file", ...; empty when the bytes give no hint.
std::string foreign_kind(std::string_view bytes);

}  // namespace planmark
