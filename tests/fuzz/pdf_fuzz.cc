// Whatever a file holds, what is read of it is a document that keeps its promises, or a refusal.
// What Poppler itself does on such files (crash, hang, eat memory) is held by the worker and is no finding:
// run with -ignore_crashes, -ignore_timeouts and -ignore_ooms, and look whose frames a crash shows.
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/extract.h"
#include "extract/read_pdf.h"
#include "extract/wire.h"
#include "tests/fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace planmark;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Result<Document> document = extract_in_process(bytes, "hash");
  if (!document) {
    const ProblemKind kind = document.error().kind;
    expect(kind != ProblemKind::internal && kind != ProblemKind::crashed, document.error().what);
    return 0;
  }
  expect_none(check_document(*document));
  const Result<Product> received = decode(encode(Product(std::move(*document))));
  expect(received.has_value(), "the document is refused at the other end of the pipe");
  return 0;
}
