#include "extract/extract.h"

#include "extract/layout.h"
#include "extract/read_pdf.h"

namespace planmark {

Result<Document> extract_in_process(std::string_view bytes, std::string sha256, const std::string& password) {
  const Result<RawDocument> raw = read_pdf(bytes, password);
  if (!raw) return tl::unexpected(raw.error());
  return lay_out(*raw, std::move(sha256));
}

}  // namespace planmark
