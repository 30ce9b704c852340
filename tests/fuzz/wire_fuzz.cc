// A worker that was taken over may send anything: what decode() lets through is what encode() would send.
#include <cstdint>
#include <string_view>

#include "extract/wire.h"
#include "tests/fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace planmark;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<Product> received = decode(bytes);
  if (!received) return 0;
  if (const auto* document = std::get_if<Document>(&*received)) expect_none(check_document(*document));
  expect(encode(received) == bytes, "what was let through is not what is sent for it");
  return 0;
}
