#include "extract/extract.h"

#include "extract/file_kind.h"
#include "extract/html_layout.h"
#include "extract/job.h"
#include "extract/layout.h"
#include "extract/read_html.h"
#include "extract/read_pdf.h"
#include "extract/recognise.h"

namespace planmark {

Result<Document> extract_in_process(std::string_view bytes, std::string sha256, const std::string& password,
                                    const ReadDocument& wanted) {
  if (file_kind(bytes) == FileKind::web_page) {
    const Result<HtmlTree> tree = parse_html(bytes);
    if (!tree) return tl::unexpected(tree.error());
    return lay_out_html(*tree, std::move(sha256));
  }
  Result<RawDocument> raw = read_pdf(bytes, password);
  if (!raw) return tl::unexpected(raw.error());
  if (wanted.language_data && !wanted.ocr_pages.empty()) {
    const auto done = recognise_pages(*raw, bytes, password, *wanted.language_data, wanted.ocr_pages);
    if (!done) return tl::unexpected(done.error());
  }
  return lay_out(*raw, std::move(sha256));
}

namespace {

struct Doing {
  std::string_view bytes;
  const Job& job;
  Result<Product> operator()(const ReadDocument& wanted) const {
    return extract_in_process(bytes, job.sha256, job.password, wanted);
  }
  Result<Product> operator()(const RenderPage& wanted) const {
    return render_page(bytes, job.password, wanted);
  }
  Result<Product> operator()(const ReadSheet&) const {
    return failure(ProblemKind::internal, "tables are read above this room");
  }
};

}  // namespace

Result<Product> do_job(std::string_view bytes, const Job& job) {
  return std::visit(Doing{bytes, job}, job.task);
}

}  // namespace planmark
