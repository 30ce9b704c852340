// Any lexicon file is parsed or refused with the place of its mistake.
#include <cstdint>
#include <string>

#include "analyze/lexicon_file.h"
#include "tests/fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace planmark;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const Result<LexiconFile> file = parse_lexicon_file("fuzzed.toml", std::move(bytes));
  if (!file)
    expect(file.error().kind == ProblemKind::bad_input && !file.error().where.empty(),
           "a mistake without a place");
  return 0;
}
