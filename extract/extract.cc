#include "extract/extract.h"

#include "extract/job.h"
#include "extract/layout.h"
#include "extract/read_pdf.h"

namespace planmark {

Result<Document> extract_in_process(std::string_view bytes, std::string sha256, const std::string& password) {
  const Result<RawDocument> raw = read_pdf(bytes, password);
  if (!raw) return tl::unexpected(raw.error());
  return lay_out(*raw, std::move(sha256));
}

namespace {

struct Doing {
  std::string_view bytes;
  const Job& job;
  Result<Product> operator()(const ReadDocument&) const {
    return extract_in_process(bytes, job.sha256, job.password);
  }
  Result<Product> operator()(const RenderPage& wanted) const {
    return render_page(bytes, job.password, wanted);
  }
};

}  // namespace

Result<Product> do_job(std::string_view bytes, const Job& job) {
  return std::visit(Doing{bytes, job}, job.task);
}

}  // namespace planmark
